// Writes the fixtures of PrismaOracleTest. See README.md.
import fs from 'node:fs';
import path from 'node:path';
import {createScript, version} from './engine.mjs';
import {schema} from './schemas.mjs';

const COUNT = 220;
const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n';
const [fixtures, corpus, scratch] = process.argv.slice(2).map(p => path.resolve(p));
if (!fixtures) {
  console.error('usage: node generate.mjs FIXTURES [CORPUS SCRATCH]');
  process.exit(2);
}

await generated();
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
