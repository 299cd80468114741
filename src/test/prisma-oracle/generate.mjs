// Writes the fixtures of PrismaOracleTest. See README.md.
import fs from 'node:fs';
import path from 'node:path';
import {createScript, diffScript, validate, version} from './engine.mjs';
import {change} from './changes.mjs';
import {schema} from './schemas.mjs';

const COUNT = 220;
const PAIRS = Number(process.env.PAIRS ?? 120);
// What fails or does too little when it is run; ddlint writes what works. A serial as a column's new type, a default that is
// set and dropped at once, a sequence without a name or with one that needs quotes, a key that is renamed after it was made
// anew, a default dropped from a table that goes.
const FAULTS = [/SET DATA TYPE \w*SERIAL/, /(ALTER COLUMN "[^"]*") SET DEFAULT [^\n]*\n\1 DROP DEFAULT/, /DROP SEQUENCE ""/,
  /CREATE SEQUENCE ("\w+"\.)?\w*[^\w;]/, /ADD CONSTRAINT "[^"]*" PRIMARY KEY[^;]*;\nALTER TABLE [^;]* RENAME CONSTRAINT/, /BEGIN;[^]*DROP TABLE/,
  // The generator's fields of a type that ddlint knows by another name, and the key of an optional counter.
  /SET DEFAULT nextval/];
const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n';
const [fixtures, corpus, scratch] = process.argv.slice(2).map(p => path.resolve(p));
if (!fixtures) {
  console.error('usage: node generate.mjs FIXTURES [CORPUS SCRATCH]');
  process.exit(2);
}

await generated();
await pairs();
await written();
if (corpus && scratch) await real();

/** Schemas of the generator, as far as Prisma takes them. */
async function generated() {
  const refused = new Map();
  const cases = [];
  for (let seed = 1; cases.length < COUNT; seed++) {
    const text = schema(seed);
    try {
      const sql = await createScript(text);
      cases.push(`//// ${seed}\n${text}\n---- SQL\n${sql}`);
    } catch (e) {
      const reason = e.message.split('\n')[0].replace(/`[^`]*`|"[^"]*"/g, '_');
      refused.set(reason, (refused.get(reason) ?? 0) + 1);
    }
  }
  fs.writeFileSync(path.join(fixtures, 'generated.txt'), cases.join(''));
  console.log(`engine ${version}: ${cases.length} generated`);
  [...refused].sort((a, b) => b[1] - a[1]).slice(0, 12).forEach(([reason, n]) => console.log(`  refused ${n}: ${reason}`));
}

/** Schemas of the generator before and after some changes. */
async function pairs() {
  const cases = [];
  for (let seed = 1; cases.length < PAIRS; seed++) {
    const before = schema(seed % 400 + 1000);
    const after = change(before, seed);
    try {
      validate(before);
      const sql = await diffScript(before, after);
      if (!sql.includes('empty migration') && !FAULTS.some(fault => fault.test(sql))) {
        cases.push(`//// ${seed}\n${before}\n---- AFTER\n${after}\n---- SQL\n${sql}`);
      }
    } catch (e) {
      // Not valid: the next one.
    }
  }
  fs.writeFileSync(path.join(fixtures, 'pairs.txt'), cases.join(''));
  console.log(`engine ${version}: ${cases.length} pairs`);
}

/** Schemas written by hand: x.prisma gets x.sql beside it. */
async function written() {
  for (const file of fs.readdirSync(fixtures).filter(f => f.endsWith('.prisma')).sort()) {
    const sql = await createScript(fs.readFileSync(path.join(fixtures, file), 'utf8'));
    fs.writeFileSync(path.join(fixtures, file.replace(/prisma$/, 'sql')), sql);
    console.log(`written: ${file}`);
  }
}

/** Real schemas: their SQL goes to a scratch folder, of which PrismaOracleTest makes digests. */
async function real() {
  fs.rmSync(scratch, {recursive: true, force: true});
  for (const file of fs.readdirSync(corpus, {recursive: true}).filter(f => f.endsWith('.prisma')).sort()) {
    // What this build of the engine does not know any more, and what has no bearing on the tables.
    const text = fs.readFileSync(path.join(corpus, file), 'utf8')
        .replace(/^\s*(url|directUrl|shadowDatabaseUrl)\s*=.*$/gm, '').replace(/"metrics",?\s*/g, '');
    if (/^\s*provider\s*=\s*"(?!postgres|prisma)/m.test(text)) continue;
    try {
      const sql = await createScript(/^\s*datasource\s/m.test(text) ? text : DATASOURCE + text);
      const target = path.join(scratch, `${file}.sql`);
      fs.mkdirSync(path.dirname(target), {recursive: true});
      fs.writeFileSync(target, sql);
      console.log(`real: ${file}`);
    } catch (e) {
      console.log(`  refused ${file}: ${e.message.split('\n')[0]}`);
    }
  }
}
