// The modules of the pages, checked for their types as their comments tell them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const source = fileURLToPath(new URL('../../crates/web/static/', import.meta.url));

test('the modules hold what their types say', () => {
  const checked = readdirSync(source).filter((name) => readFileSync(source + name, 'utf8').startsWith('// @ts-check'));
  assert.ok(checked.includes('haqqi.js') && checked.includes('steps.js'), `${checked}`);
  const done = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { cwd: here, encoding: 'utf8' });
  assert.equal(done.status, 0, done.stdout + done.stderr);
});
