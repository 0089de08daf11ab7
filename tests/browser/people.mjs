// The people of the walk: who signs in, from the demonstration's own file of sign-ins.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visitor } from './browser.mjs';
import { totp } from './totp.mjs';

const folder = process.env.HAQQI_DATA;
if (!folder) throw new Error('HAQQI_DATA is not set: run the tests by `cargo xtask test`');
const users = JSON.parse(readFileSync(join(folder, 'demo-access.json'), 'utf8')).users;

/** Steps of the second factor that were used: each is accepted once for each person. */
const used = new Map();

/** Everybody with a role; of one office where it is named. */
export function people(role, office) {
  const found = users.filter((user) => user.role === role && (!office || user.office === office));
  assert.ok(found.length, `the demonstration has nobody as ${role}`);
  return found;
}

/** A code that this person has not used yet: of this step of the clock, of the next (within the grace), or, waiting, of a later one. */
async function freshCode(user) {
  for (;;) {
    const step = Math.floor(Date.now() / 30_000);
    const last = used.get(user.name) ?? 0;
    const next = Math.max(step, last + 1);
    if (next <= step + 1) {
      used.set(user.name, next);
      return totp(user.totp_secret, next * 30_000);
    }
    await new Promise((later) => setTimeout(later, 30_000 - (Date.now() % 30_000)));
  }
}

/** Signs a person in and gives their browser. */
export async function signIn(browser, user, manner) {
  const person = await visitor(browser, manner);
  person.user = user;
  await person.visit(`/staff/sign-in?lang=${manner.language}`, `sign-in-${user.role}`);
  // A second time where another file's test has just used this code of theirs: it counts once.
  for (let tries = 0; tries < 2 && person.page.url().includes('sign-in'); tries += 1) {
    await person.page.fill('[name=name]', user.name);
    await person.page.fill('[name=password]', user.password);
    await person.page.fill('[name=code]', await freshCode(user));
    await person.click('[data-test=sign-in]', `home-${user.role}`);
  }
  assert.ok(!person.page.url().includes('sign-in'), `${user.name} is signed in`);
  // A person without a language of their own reads in the one asked for.
  await person.visit(`${new URL(person.page.url()).pathname}?lang=${manner.language}`, `home-${user.role}-in-${manner.language}`);
  return person;
}
