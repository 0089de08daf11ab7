// What a browser test must know of the country that the demonstration was made with, read from the pack's own files, so
// that no test names a code of one country. `HAQQI_PACK` names the pack; without it, the one the demonstration has.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The pack's name. */
export const pack = process.env.HAQQI_PACK ?? 'jordan';

const folder = join(root, 'packs', pack);

/** One value as the packs write it: text, number, truth, list of texts. Anything else stays as it is written. */
function value(text) {
  const bare = text.trim();
  if (bare === 'true' || bare === 'false') return bare === 'true';
  if (/^-?\d+$/.test(bare)) return Number(bare);
  if (/^"[^"\\]*"$/.test(bare)) return bare.slice(1, -1);
  if (bare.startsWith('[') && bare.endsWith(']') && !bare.includes('{')) {
    return [...bare.matchAll(/"([^"\\]*)"/g)].map((found) => found[1]);
  }
  return bare;
}

/** The rows of `[[table]]` of one of the pack's files, in order; only what stands on one line is read. */
export function rows(file, table) {
  const found = [];
  let row;
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
    const head = line.match(/^\[\[?([^\]]+)\]\]?\s*$/);
    if (head) {
      row = head[1] === table ? {} : undefined;
      if (row) found.push(row);
      continue;
    }
    const pair = line.match(/^([a-z_0-9]+)\s*=\s*(.*)$/);
    if (row && pair) row[pair[1]] = value(pair[2]);
  }
  return found;
}

/** What a code is called, in the language of the page. */
export function label(language, kind, code) {
  const id = `${kind}-${code}`.toLowerCase().replaceAll(/[_.]/g, '-');
  for (const file of ['worker-pack.ftl', 'staff-pack.ftl', 'worker-questions.ftl', 'staff-indicators.ftl']) {
    let text;
    try {
      text = readFileSync(join(folder, 'locales', language, file), 'utf8');
    } catch {
      continue;
    }
    const line = text.split('\n').find((candidate) => candidate.startsWith(`${id} =`));
    if (line) return line.slice(line.indexOf('=') + 1).trim();
  }
  throw new Error(`${pack} has no ${id} in ${language}`);
}

const [identity] = rows('pack.toml', 'pack');
const first = (list, what) => {
  if (!list.length) throw new Error(`${pack} has no ${what}`);
  return list[0];
};

/** The codes that the walk chooses. */
export const world = {
  pack,
  /** Languages that workers are offered, in order. */
  languages: rows('pack.toml', 'language').map((row) => row.tag),
  /** Languages of the staff side; interpreters translate into the first. */
  staffLanguages: identity.staff_languages,
  defaultAgency: identity.default_agency,
  /** The office that takes what no other serves. */
  defaultOffice: identity.default_office,
  /** A place that an office serves. */
  /** Whether an office serves a place: one for the whole country serves none by name. */
  servesPlace: (office) => rows('offices.toml', 'office').some((row) => row.code === office && row.governorates?.length),
  placeOf: (office) => rows('offices.toml', 'office').find((row) => row.code === office).governorates[0],
  /** A next step that an officer may always set. */
  nextStep: first(
    rows('next_steps.toml', 'step').filter((row) => row.for_danger && !row.only_danger && !row.needs_contact),
    'next step',
  ).code,
  /** The step that asks for a visit. */
  visitStep: first(
    rows('next_steps.toml', 'step').filter((row) => row.deadline === 'first-visit'),
    'step that asks for a visit',
  ).code,
  /** A reason for a decision, such as `merits-escalate`. */
  reason: (decision) => first(rows('reasons.toml', 'reason').filter((row) => row.decision === decision), decision).code,
  /** A kind of complaint that opens an assessment by itself and is offered on the page. */
  graveKind: first(rows('kinds.toml', 'kind').filter((row) => row.screen && row.on_page !== false), 'grave kind').code,
  /** Somebody who files for another without an interest of his own. */
  helper: first(rows('who-files.toml', 'filer').filter((row) => !row.worker && !row.has_interest), 'helper').code,
  /** The form's name of the safety question about one of the eleven indicators. */
  question: (indicator) =>
    `answer-${rows('instruments/worker-self.toml', 'question').find((row) => row.ilo11.includes(indicator)).id}`,
  /** Measures of a class, such as `warning`. */
  measure: (kind) => first(rows('measures.toml', 'measure').filter((row) => row.class === kind), kind).code,
  /** The first checklist's items. */
  items: () => rows('checklists.toml', 'checklist.section.item'),
};

/** The governorates whose complaints an office reads. */
export function governorates(office) {
  return rows('offices.toml', 'office').find((row) => row.code === office)?.governorates ?? [];
}
