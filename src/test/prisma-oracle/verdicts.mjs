// What Prisma says of schemas with mistakes in them, for ValidationTest. See README.md.
import fs from 'node:fs';
import path from 'node:path';
import {lint} from './engine.mjs';
import {change} from './changes.mjs';
import {random, schema} from './schemas.mjs';

const COUNT = Number(process.env.VERDICTS ?? 200);
// Not looked at: types that cannot be unique, values in predicates.
const BEYOND = /cannot be unique|Type mismatch/;
const target = path.resolve(process.argv[2], 'verdicts.txt');

/** One mistake, as people make them. */
function mistake(text, r) {
  const lines = text.split('\n');
  const at = test => {
    const found = lines.map((l, i) => [l, i]).filter(([l]) => test.test(l)).map(([, i]) => i);
    return found.length ? r.pick(found) : -1;
  };
  const replace = (test, from, to) => {
    const i = at(test);
    if (i >= 0) lines[i] = lines[i].replace(from, to);
  };
  const insert = (test, line) => {
    const i = at(test);
    if (i >= 0) lines.splice(i + 1, 0, line);
  };
  const field = /^\s+\w+ (String|Int|BigInt|Boolean|DateTime|Float|Decimal)\b/;
  const kinds = [
    () => replace(field, /(String|Int|BigInt|Boolean|DateTime|Float|Decimal)\b/, r.pick(['Strng', 'string', 'int', 'Nope', 'Text'])),
    () => { const i = at(field); if (i >= 0) lines.splice(i, 0, lines[i]); },
    () => insert(/^model/, '  @@check(id > 0)'),
    () => insert(/^model/, r.pick(['  @@index([nope])', '  @@unique([nope])', '  @@index([])', '  @@id([nope])', '  @@indx([id])', '  @@index([id, id])'])),
    () => replace(field, /$/, r.pick([' @uniq', ' @nullable', ' @default(nope())', ' @default(x)', ' @default(autoincrement())', ' @default(1.5)',
      ' @default("a")', ' @default(true)', ' @default(now())', ' @updatedAt', ' @id', ' @db.Nope', ' @db.VarChar(10)', ' @db.Uuid', ' @unique @unique'])),
    () => replace(/fields: \[/, /references: \[\w+\]/, r.pick(['references: [nope]', 'references: []'])),
    () => replace(/fields: \[/, /fields: \[\w+\]/, r.pick(['fields: [nope]', 'fields: []'])),
    () => { const i = at(/^\s+\w+Back \w+/); if (i >= 0) lines.splice(i, 1); },
    () => replace(/^\s+\w+Back \w+\[\]/, /\[\]/, r.pick(['?', ''])),
    () => replace(/@relation\("/, /@relation\("[^"]*"/, '@relation("other"'),
    () => replace(/@id\b/, /@id(\([^)]*\))?/, ''),
    () => replace(/@id\b/, /^(\s+\w+ \w+)/, '$1?'),
    () => insert(/^enum/, r.pick(['  X\n  X', '  A @nope', '  @@index([A])'])),
    () => lines.push(r.pick(['model User {', 'enum Kind0 {', 'model String {', 'model Extra {']), r.pick(['  id Int @id', '  A', '  name String']), '}', ''),
    () => lines.push('datasource two {', '  provider = "postgresql"', '}', ''),
    () => lines.push('type Address {', '  street String', '}', ''),
    () => { const i = at(field); if (i >= 0) lines[i] = lines[i] + r.pick([' @default(', ' @@unique', ' @', '?', ' = 3', ' @default("a" "b")']); },
    () => replace(/fields: \[/, /(\w+)(\??) @relation/, (_, type, optional) => `${type}${optional ? '' : '?'} @relation`),
    () => replace(/^\s+\w+Id \w+/, /^(\s+\w+Id \w+)\??/, r.pick(['$1', '$1?'])),
    () => replace(/^\s+\w+Id \w+/, /^(\s+\w+Id) \w+/, '$1 Boolean'),
  ];
  r.pick(kinds)();
  return lines.join('\n');
}

const cases = [];
const seen = new Set();
for (let seed = 1; cases.length < COUNT; seed++) {
  const r = random(seed * 31 + 7);
  const whole = schema(seed % 700 + 2000);
  const text = r.chance(0.25) ? whole : r.chance(0.4) ? change(whole, seed) : mistake(whole, r);
  if (seen.has(text) || text.length > 2200) continue;
  seen.add(text);
  const errors = lint(text);
  if (errors.some(e => BEYOND.test(e.text))) continue;
  if (r.chance(errors.length ? 1 : 0.5)) {
    const said = errors.map(e => `${e.line} ${e.text.replace(/\s+/g, ' ')}`).join('\n// ');
    cases.push(`//// ${seed} ${errors.length ? 'REFUSED' : 'TAKEN'}\n${said ? `// ${said}\n` : ''}---- SCHEMA\n${text}\n`);
  }
}
fs.writeFileSync(target, cases.join(''));
console.log(`${cases.length} verdicts, ${cases.filter(c => c.includes(' REFUSED')).length} refused`);
