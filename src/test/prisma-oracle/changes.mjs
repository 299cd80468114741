// Changes a schema at random, line by line, as people edit one. Not all results are valid: the engine judges.
import {random} from './schemas.mjs';

const TYPES = ['String', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Boolean', 'Json', 'Bytes', 'String @db.VarChar(20)',
  'String @db.VarChar(40)', 'String @db.Uuid', 'String @db.Char(4)', 'Int @db.SmallInt', 'Decimal @db.Decimal(12, 4)', 'DateTime @db.Date',
  'DateTime @db.Timestamptz(3)', 'DateTime @db.Timestamp(0)', 'Float @db.Real', 'Json @db.Json', 'Unsupported("circle")'];

export function change(text, seed) {
  const r = random(seed * 7919 + 13);
  let lines = text.split('\n');
  let fresh = 0;
  const datasource = lines.find(l => l.startsWith('datasource')).split(' ')[1];
  const inBlocks = keyword => {
    const found = [];
    let open = '';
    lines.forEach((line, i) => {
      const head = line.match(/^(\w+) (\w+) \{$/);
      if (head) open = head[1];
      else if (line === '}') open = '';
      else if (open === keyword && line.trim()) found.push(i);
    });
    return found;
  };
  const fields = () => inBlocks('model').filter(i => /^\s+\w+ \w+/.test(lines[i]) && !/@relation|@id\b/.test(lines[i]));
  const attributes = () => inBlocks('model').filter(i => /^\s+@@(index|unique)/.test(lines[i]));
  const relations = () => inBlocks('model').filter(i => /fields: \[/.test(lines[i]) && /@relation/.test(lines[i]));
  const ids = () => inBlocks('model').filter(i => /@id\b/.test(lines[i]) && !/@@/.test(lines[i]));
  const edit = (indexes, f) => {
    if (indexes.length) {
      const i = r.pick(indexes);
      lines.splice(i, 1, ...[f(lines[i])].flat().filter(l => l !== null));
    }
  };
  const typed = type => {
    const [name, ...native] = type.replace('@db.', `@${datasource}.`).split(' ');
    return [name, native.join(' ')];
  };
  const edits = [
    () => edit(fields(), () => null),
    () => edit(fields(), l => l.replace(/^(\s+\w+ (?:Unsupported\(.*?\)|\w+))(\?|\[\])?/, (_, head, arity) => head + r.pick(['', '?', '[]'])
      ).replace(/@default\(.*$/, '')),
    () => edit(fields(), l => {
      const [name, native] = typed(r.pick(TYPES));
      return l.replace(/^(\s+\w+) (?:Unsupported\(".*?"\)|\w+)(\?|\[\])?.*$/, (_, head, arity) => `${head} ${name}${arity ?? ''} ${native}`);
    }),
    () => edit(fields(), l => {
      const [name, native] = typed(r.pick(TYPES));
      return [l, `  fresh${++fresh} ${name}${r.pick(['', '?', '[]'])} ${native}`];
    }),
    () => edit(fields(), l => l.includes('@unique') ? l.replace(/@unique(\([^)]*\))?/, '') : `${l} @unique`),
    () => edit(fields(), l => /@default/.test(l) ? l.replace(/ @default\(.*$/, '')
        : l + ({String: ' @default("new")', Int: ' @default(5)', Boolean: ' @default(true)', DateTime: ' @default(now())', BigInt: ' @default(autoincrement())'}[
          l.trim().split(/ |\?/)[1]] ?? '')),
    () => edit(fields(), l => /@map/.test(l) ? l.replace(/ @map\("[^"]*"\)/, '') : `${l} @map("col ${++fresh}")`),
    () => edit(attributes(), () => null),
    () => edit(attributes(), l => l.replace(/map: "[^"]*"/, `map: "renamed_${++fresh}"`)),
    () => edit(attributes(), l => /@@index/.test(l) ? l.replace('@@index', '@@unique').replace(/, (type|name): \w+/g, '') : l.replace('@@unique', '@@index')),
    () => edit(relations(), l => /onDelete/.test(l) ? l.replace(/onDelete: \w+/, `onDelete: ${r.pick(['Cascade', 'NoAction'])}`) : l.replace(/references: \[(\w+)\]/, 'references: [$1], onDelete: Cascade')),
    () => edit(relations(), l => l.replace(/references: \[(\w+)\]/, `references: [$1], map: "renamed_fk_${++fresh}"`)),
    () => edit(ids(), l => l.replace(/@id(\([^)]*\))?/, `@id(map: "renamed_pk_${++fresh}")`)),
    () => edit(ids(), l => l.replace(/^(\s+\w+ )Int /, '$1BigInt ').replace('@default(autoincrement())', '')),
    () => edit(ids(), l => l.replace('@default(cuid())', `@${datasource}.Uuid`)),
    () => edit(inBlocks('enum').filter(i => !/@@/.test(lines[i])), () => null),
    () => edit(inBlocks('enum').filter(i => !/@@/.test(lines[i])), l => [`  Fresh${++fresh}`, l]),
    () => edit(inBlocks('enum').filter(i => !/@@/.test(lines[i])), l => [l, `  Fresh${++fresh}`]),
    () => lines.push(`model Fresh${++fresh} {`, '  id Int @id @default(autoincrement())', '  name String @unique', '}', ''),
    () => {
      const heads = lines.map((l, i) => [l, i]).filter(([l]) => /^model \w+ \{$/.test(l)).map(([, i]) => i);
      if (!heads.length) return;
      const from = r.pick(heads);
      const name = lines[from].split(' ')[1];
      lines.splice(from, lines.indexOf('}', from) - from + 1);
      lines = lines.filter(l => !new RegExp(`^\\s+\\w+ ${name}(\\?|\\[\\])? *(@relation.*)?$`).test(l));
    },
  ];
  for (let i = 1 + r.int(5); i > 0; i--) r.pick(edits)();
  return lines.join('\n');
}
