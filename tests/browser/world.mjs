// What a country's pack says, where the pages do not tell it.

import { readFileSync } from 'node:fs';

const pack = process.env.HAQQI_PACK ?? 'jordan';

/** The governorates whose complaints an office reads. */
export function governorates(office) {
  const offices = readFileSync(new URL(`../../packs/${pack}/offices.toml`, import.meta.url), 'utf8').split('[[office]]');
  const mine = offices.find((table) => table.includes(`code = "${office}"`)) ?? '';
  const list = /governorates = \[([^\]]*)\]/.exec(mine)?.[1] ?? '';
  return [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1]);
}
