"""The peer of crates/likeness: datasketch's MinHash and its index, on the texts that the example wrote.

    python3 -m venv V && V/bin/pip install datasketch
    V/bin/python likeness.py FOLDER/texts.jsonl

Prints texts a second and recall for each share of words changed, at the same 128 values in 32 bands of 4. Its default
hash; the same character 5-grams of the same folded text.
"""
import json
import sys
import time

from datasketch import MinHash, MinHashLSH, __version__

rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]


def signature(text):
    made = MinHash(num_perm=128)
    made.update_batch([text[at : at + 5].encode("utf-8") for at in range(len(text) - 4)])
    return made


begun = time.perf_counter()
signatures = [signature(row[0]) for row in rows]
second = len(rows) / (time.perf_counter() - begun)

index = MinHashLSH(num_perm=128, params=(32, 4))
for at, made in enumerate(signatures):
    index.insert(at, made)

# All copies of every text would take an hour; every fourth text is enough for the third digit.
asked = range(0, len(rows), 4)
recall, found = [], 0
for share in range(1, len(rows[0])):
    hits = 0
    for at in asked:
        candidates = index.query(signature(rows[at][share]))
        found += len(candidates)
        hits += at in candidates
    recall.append(round(hits / len(asked), 4))

print(
    json.dumps(
        {
            "version": __version__,
            "texts": len(rows),
            "second": round(second),
            "recall": recall,
            "candidates": round(found / len(asked) / len(recall), 2),
        }
    )
)
