// Both countries can be walked in: what the walk asks of a pack, each pack has.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const packs = readdirSync(fileURLToPath(new URL('../../packs', import.meta.url)));
const ask = `
  const { world, label } = await import('./world.mjs');
  const asked = {
    ...world,
    step: label('en', 'step', world.nextStep),
    reasons: ['safety-act', 'merits-escalate', 'merits-dismiss', 'decline'].map(world.reason),
    question: world.question('retention_of_identity_documents'),
    measure: world.measure('warning'),
    items: world.items().length,
  };
  console.log(JSON.stringify(asked));
`;

for (const pack of packs) {
  test(`${pack} can be walked in`, () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', ask], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { ...process.env, HAQQI_PACK: pack },
    });
    const world = JSON.parse(output);
    assert.ok(world.languages.includes('bn') && world.languages.includes('ar'));
    assert.match(world.question, /^answer-\w+\.\w+$/);
    assert.equal(world.reasons.length, 4);
    assert.ok(world.items > 0 && world.step && world.defaultAgency && world.graveKind);
  });
}
