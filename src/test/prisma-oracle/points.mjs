// The language point by point: a case for each, with what Prisma says of it, for ValidationTest. See README.md.
import fs from 'node:fs';
import path from 'node:path';
import {lint} from './engine.mjs';

const target = path.resolve(process.argv[2], 'points.txt');
const datasource = (more = '', name = 'db') => `datasource ${name} {\n  provider = "postgresql"\n${more}}\n\n`;
const preview = features => `generator client {\n  provider = "prisma-client"\n  output = "x"\n  previewFeatures = [${features.map(f => `"${f}"`)}]\n}\n\n`;
const model = (name, ...lines) => `model ${name} {\n${lines.map(l => `  ${l}\n`).join('')}}\n\n`;
const A = (...lines) => model('A', 'id Int @id', ...lines);
// Left out on purpose: previews that the engine does not know, a list of providers (other versions take these), another
// database's provider (it is named, not judged), and `url`, which Prisma 7 moved to prisma.config.ts.
const cases = [];
const add = (name, body, head = datasource()) => {
  const same = cases.filter(([other]) => other === name || other.startsWith(`${name}~`)).length;
  cases.push([same ? `${name}~${same + 1}` : name, head + body]);
};
/** A field of a model that has an id. */
const field = (name, line, head) => add(name, A(line), head);
const pair = (name, a, b, head) => add(name, A(...a) + model('B', 'id Int @id', ...b), head);

// ---- 2.1 grammar
add('block-on-one-line', 'model A { id Int @id }\n');
add('text-behind-the-bracket', 'model A { // c\n  id Int @id\n}\n');
add('attribute-over-lines', 'model A {\n  id Int @id\n  a Int\n  @@index([\n    a\n  ])\n}\n');
add('field-over-lines', 'model A {\n  id Int\n    @id\n}\n');
add('carriage-returns', 'model A {\r\n  id Int @id\r\n}\r\n');
add('unknown-block', A() + 'table T {\n  id Int @id\n}\n');
add('type-alias', A() + 'type Text = String @db.VarChar(10)\n');
add('composite-type', A() + 'type T {\n  a Int\n}\n');
add('stray-text', A() + 'hello\n');
add('no-closing-bracket', 'model A {\n  id Int @id\n');
field('leading-underscore', '_a Int');
field('dash-in-a-name', 'a-b Int');
field('digits-first', '1a Int');
field('keyword-as-field', 'model Int');
field('enum-as-field', 'enum Int');
field('colon', 'a: Int');
field('required-sign', 'a Int!');
field('list-in-front', 'a [Int]');
field('optional-list', 'a Int[]?');
field('no-type', 'a');
field('unsupported', 'a Unsupported("circle")?');
field('unsupported-without-text', 'a Unsupported(circle)?');
field('named-argument', 'a Int @default(value: 1)');
field('trailing-comma', 'a Int @default(1,)');
field('argument-without-value', 'a Int @default(value:)');
field('escapes', 'a String @default("a\\"b\\\\c\\n\\u00e9")');
field('bad-escape', 'a String @default("a\\q")');
field('single-quotes', "a String @default('a')");
field('line-comment', 'a Int // c');
field('doc-comment', 'a Int /// c');
add('block-comment', '/* a\n b */\n' + A());
field('bare-index', 'a Int\n  @@index(a)');
field('bare-unique', 'a Int\n  @@unique(a)');
add('bare-id', 'model A {\n  a Int\n  @@id(a)\n}\n');
field('fields-not-first', 'a Int\n  b Int\n  @@unique(name: "n", fields: [a, b])');
field('negative-number', 'a Int @default(-1)');
field('plus-number', 'a Int @default(+1)');
field('exponent', 'a Float @default(1e3)');
field('object-where', 'a Int?\n  @@index([a], where: { a: { not: null } })', preview(['partialIndexes']) + datasource());
field('raw-where', 'a Int?\n  @@index([a], where: raw("a > 0"))', preview(['partialIndexes']) + datasource());
field('where-without-preview', 'a Int?\n  @@index([a], where: raw("a > 0"))');
add('extension-block', A() + 'extension citext {\n}\n');
add('extensions', A(), preview(['postgresqlExtensions']) + datasource('  extensions = [citext(map: "c", schema: "s", version: "1")]\n'));

// ---- 2.2 attributes
add('id-map', 'model A {\n  id Int @id(map: "pk")\n}\n');
add('id-sort', 'model A {\n  id Int @id(sort: Desc)\n}\n');
add('id-length', 'model A {\n  id String @id(length: 10)\n}\n');
add('id-clustered', 'model A {\n  id Int @id(clustered: false)\n}\n');
add('id-optional', 'model A {\n  id Int? @id\n}\n');
add('id-list', 'model A {\n  id Int[] @id\n}\n');
add('id-twice', 'model A {\n  id Int @id\n  b Int @id\n}\n');
add('id-and-block-id', 'model A {\n  id Int @id\n  b Int\n  @@id([id, b])\n}\n');
add('id-json', 'model A {\n  id Json @id\n}\n');
add('id-unsupported', 'model A {\n  id Unsupported("circle") @id\n}\n');
add('block-id', 'model A {\n  a Int\n  b Int\n  @@id([a, b], name: "n", map: "m")\n}\n');
add('block-id-sort', 'model A {\n  a Int\n  b Int\n  @@id([a(sort: Desc), b])\n}\n');
add('block-id-optional', 'model A {\n  a Int\n  b Int?\n  @@id([a, b])\n}\n');
add('block-id-empty', 'model A {\n  a Int\n  @@id([])\n}\n');
add('no-id', 'model A {\n  a Int\n}\n');
add('unique-is-enough', 'model A {\n  a Int @unique\n}\n');
add('optional-unique-is-not', 'model A {\n  a Int? @unique\n}\n');
field('unique-map-sort', 'a Int @unique(map: "u", sort: Desc)');
field('unique-length', 'a String @unique(length: 10)');
field('unique-clustered', 'a Int @unique(clustered: true)');
field('unique-list', 'a Int[] @unique');
field('unique-json', 'a Json @unique');
field('unique-where', 'a Int @unique(where: raw("a > 0"))', preview(['partialIndexes']) + datasource());
field('index-name-and-map', 'a Int\n  @@index([a], name: "n", map: "m")');
field('index-name', 'a Int\n  @@index([a], name: "n")');
field('index-map', 'a Int\n  @@index([a], map: "m")');
field('index-unknown-argument', 'a Int\n  @@index([a], nope: 1)');
field('index-unknown-type', 'a Int\n  @@index([a], type: Nope)');
for (const [type, scalar] of [['BTree', 'Int'], ['Hash', 'Int'], ['Gin', 'Json'], ['Gin', 'Int'], ['Gin', 'Int[]'], ['Gist', 'Int'],
  ['Gist', 'String @db.Inet'], ['SpGist', 'Int'], ['SpGist', 'String'], ['Brin', 'Int'], ['Brin', 'Boolean'], ['Brin', 'Json'],
  ['Gin', 'String'], ['SpGist', 'String @db.Inet'], ['Brin', 'String @db.Xml'], ['BTree', 'Json'], ['Hash', 'Json'], ['Gin', 'Unsupported("tsvector")']]) {
  field(`index-${type}-${scalar.replace(/\W+/g, '-')}`, `a ${scalar}\n  @@index([a], type: ${type})`);
}
field('hash-of-two', 'a Int\n  b Int\n  @@index([a, b], type: Hash)');
field('hash-sorted', 'a Int\n  @@index([a(sort: Desc)], type: Hash)');
field('gin-sorted', 'a Json\n  @@index([a(sort: Desc)], type: Gin)');
field('brin-sorted', 'a Int\n  @@index([a(sort: Desc)], type: Brin)');
field('index-sorted', 'a Int\n  @@index([a(sort: Desc)])');
field('index-unknown-sort', 'a Int\n  @@index([a(sort: Down)])');
field('index-length', 'a String\n  @@index([a(length: 3)])');
field('index-clustered', 'a Int\n  @@index([a], clustered: true)');
const ops = [['Gin', 'Json', 'JsonbOps'], ['Gin', 'Json', 'JsonbPathOps'], ['Gin', 'Json @db.Json', 'JsonbOps'], ['Gin', 'Int[]', 'ArrayOps'], ['Gin', 'Int[]', 'JsonbOps'],
  ['Gin', 'Json', 'ArrayOps'], ['Gist', 'String @db.Inet', 'InetOps'], ['Gist', 'Int', 'InetOps'], ['Gist', 'String', 'InetOps'],
  ['SpGist', 'String', 'TextOps'], ['SpGist', 'String @db.Text', 'TextOps'], ['SpGist', 'String @db.VarChar(9)', 'TextOps'], ['SpGist', 'String @db.Inet', 'InetOps'], ['SpGist', 'Int', 'TextOps'],
  ['Brin', 'Int', 'Int4MinMaxOps'], ['Brin', 'Int', 'Int4BloomOps'], ['Brin', 'Int', 'Int4MinMaxMultiOps'], ['Brin', 'Int', 'Int8MinMaxOps'], ['Brin', 'BigInt', 'Int8MinMaxOps'],
  ['Brin', 'Int @db.SmallInt', 'Int2MinMaxOps'], ['Brin', 'Int', 'Int2MinMaxOps'], ['Brin', 'DateTime', 'TimestampMinMaxOps'], ['Brin', 'DateTime', 'TimestampTzMinMaxOps'],
  ['Brin', 'DateTime @db.Timestamptz', 'TimestampTzMinMaxOps'], ['Brin', 'DateTime @db.Date', 'DateMinMaxOps'], ['Brin', 'DateTime @db.Time', 'TimeMinMaxOps'], ['Brin', 'DateTime @db.Timetz', 'TimeTzMinMaxOps'],
  ['Brin', 'String', 'TextMinMaxOps'], ['Brin', 'String @db.Char(4)', 'BpcharMinMaxOps'], ['Brin', 'String @db.Uuid', 'UuidMinMaxOps'], ['Brin', 'String', 'UuidMinMaxOps'], ['Brin', 'Decimal', 'NumericMinMaxOps'],
  ['Brin', 'Float', 'Float8MinMaxOps'], ['Brin', 'Float @db.Real', 'Float4MinMaxOps'], ['Brin', 'Bytes', 'ByteaMinMaxOps'], ['Brin', 'String @db.Bit(3)', 'BitMinMaxOps'], ['Brin', 'String @db.VarBit(3)', 'VarBitMinMaxOps'],
  ['Brin', 'String @db.Inet', 'InetInclusionOps'], ['Brin', 'String @db.Inet', 'InetMinMaxOps'], ['Brin', 'Int @db.Oid', 'OidMinMaxOps'], ['Brin', 'Float', 'Float4MinMaxOps'],
  ['Gin', 'String', 'raw("gin_trgm_ops")'], ['Gist', 'String', 'raw("gist_trgm_ops")'], ['BTree', 'String', 'raw("text_pattern_ops")'], ['Gin', 'Unsupported("tsvector")', 'raw("tsvector_ops")'],
  ['BTree', 'Int', 'JsonbOps'], ['Hash', 'Int', 'Int4MinMaxOps'], ['Gin', 'Json', 'NopeOps'], ['Gin', 'Int', 'raw("int4_ops")'], ['Hash', 'String', 'raw("text_ops")'], ['Brin', 'Json', 'raw("x")']];
for (const [type, scalar, op] of ops) {
  field(`ops-${type}-${scalar.replace(/\W+/g, '-')}-${op.replace(/\W+/g, '-')}`, `a ${scalar}\n  @@index([a(ops: ${op})], type: ${type})`);
}
field('ops-without-type', 'a String\n  @@index([a(ops: raw("text_pattern_ops"))])');
field('ops-in-unique', 'a String\n  @@unique([a(ops: raw("text_pattern_ops"))])');
field('fulltext', 'a String\n  @@fulltext([a])');
field('default-list', 'a String[] @default(["a", "b"])');
field('default-list-empty', 'a String[] @default([])');
field('default-list-of-others', 'a Int[] @default(["a"])');
field('default-map', 'a Int @default(1, map: "d")');
field('default-null', 'a Int? @default(null)');
field('default-twice', 'a Int @default(1) @default(2)');
add('default-enum', 'enum E {\n  X\n  Y\n}\n\n' + A('e E @default(X)'));
add('default-enum-text', 'enum E {\n  X\n  Y\n}\n\n' + A('e E @default("X")'));
add('default-enum-unknown', 'enum E {\n  X\n  Y\n}\n\n' + A('e E @default(Z)'));
add('default-enum-list', 'enum E {\n  X\n  Y\n}\n\n' + A('e E[] @default([X, Y])'));
for (const [f, t] of [['autoincrement()', 'Int'], ['autoincrement()', 'BigInt'], ['autoincrement()', 'Int?'], ['autoincrement()', 'String'], ['now()', 'DateTime'], ['now()', 'String'], ['uuid()', 'String'],
  ['uuid(4)', 'String'], ['uuid(7)', 'String'], ['uuid(5)', 'String'], ['uuid()', 'Int'], ['cuid()', 'String'], ['cuid(2)', 'String'], ['cuid(3)', 'String'], ['nanoid()', 'String'], ['nanoid(8)', 'String'], ['nanoid(1)', 'String'], ['nanoid(300)', 'String'],
  ['ulid()', 'String'], ['ulid()', 'Int'], ['dbgenerated("x()")', 'Int'], ['dbgenerated()', 'Int'], ['dbgenerated("")', 'Int'], ['dbgenerated(1)', 'Int'], ['auto()', 'String'], ['sequence()', 'Int'], ['nope()', 'Int'], ['now(1)', 'DateTime'],
  ['dbgenerated("x")', 'Unsupported("circle")'], ['uuid()', 'String @db.Uuid'], ['autoincrement()', 'Int @db.SmallInt'], ['now()', 'DateTime @db.Date'], ['now()', 'DateTime[]'], ['"2020-01-01T00:00:00Z"', 'DateTime'], ['"yesterday"', 'DateTime'],
  ['"{}"', 'Json'], ['"{"', 'Json'], ['1.5', 'Int'], ['1', 'Float'], ['1.5', 'Decimal'], ['"1.5"', 'Decimal'], ['true', 'Boolean'], ['"true"', 'Boolean'], ['99999999999', 'Int'], ['99999999999', 'BigInt'], ['"AQID"', 'Bytes'], ['"?"', 'Bytes'],
  ['"x"', 'String @db.Uuid'], ['"a"', 'String @db.VarChar(1)'], ['1', 'String']]) {
  field(`default-${f.replace(/\W+/g, '-')}-${t.replace(/\W+/g, '-')}`, `a ${t} @default(${f})`);
}
field('updated-at', 'a DateTime @updatedAt');
field('updated-at-list', 'a DateTime[] @updatedAt');
field('updated-at-argument', 'a DateTime @updatedAt(1)');
field('updated-at-string', 'a String @updatedAt');
field('updated-at-and-default', 'a DateTime @default(now()) @updatedAt');
field('map', 'a Int @map("x")');
field('map-named', 'a Int @map(name: "x")');
field('map-empty', 'a Int @map("")');
field('map-number', 'a Int @map(1)');
field('map-twice-in-table', 'a Int @map("x")\n  b Int @map("x")');
field('block-map', 'a Int\n  @@map("as")');
add('block-map-twice', A('@@map("t")') + model('B', 'id Int @id', '@@map("t")'));
add('enum-map', 'enum E {\n  X @map("x y")\n  @@map("e")\n}\n\n' + A('e E'));
add('enum-empty', 'enum E {\n}\n\n' + A());
add('enum-twice', 'enum E {\n  X\n  X\n}\n\n' + A());
add('enum-unknown-attribute', 'enum E {\n  X\n  @@index([X])\n}\n\n' + A());
field('ignore', 'a Int @ignore');
field('block-ignore', 'a Int\n  @@ignore');
field('both-ignores', 'a Int @ignore\n  @@ignore');
field('unknown-field-attribute', 'a Int @check(a > 0)');
field('unknown-block-attribute', 'a Int\n  @@check([a])');
field('block-attribute-at-field', 'a Int @@unique');
field('shard-key', 'a Int\n  @@shardKey([a])');
field('native-of-datasource', 'a String @mydb.VarChar(3)', datasource('', 'mydb'));
field('native-of-other', 'a String @db.VarChar(3)', datasource('', 'mydb'));

// ---- native types
for (const t of ['Int @db.SmallInt', 'Int @db.Integer', 'BigInt @db.BigInt', 'Decimal @db.Decimal', 'Decimal @db.Decimal(5)', 'Decimal @db.Decimal(5, 2)', 'Decimal @db.Decimal(2, 5)', 'Decimal @db.Decimal(2000, 2)', 'Decimal @db.Decimal(1, 2, 3)', 'Decimal @db.Money', 'String @db.Inet',
  'Int @db.Oid', 'String @db.Citext', 'Float @db.Real', 'Float @db.DoublePrecision', 'String @db.VarChar', 'String @db.VarChar(3)', 'String @db.VarChar(0)', 'String @db.VarChar("3")', 'String @db.Char', 'String @db.Char(3)', 'String @db.Text', 'String @db.Text(3)', 'Bytes @db.ByteA', 'DateTime @db.Timestamp', 'DateTime @db.Timestamp(6)', 'DateTime @db.Timestamp(7)',
  'DateTime @db.Timestamptz(3)', 'DateTime @db.Date', 'DateTime @db.Date(3)', 'DateTime @db.Time', 'DateTime @db.Time(3)', 'DateTime @db.Timetz(3)', 'Boolean @db.Boolean', 'String @db.Bit', 'String @db.Bit(3)', 'String @db.Bit(0)', 'String @db.VarBit(3)', 'String @db.VarBit(0)', 'String @db.Char(0)', 'String @db.VarChar(10485761)', 'String @db.Char(10485761)', 'String @db.Bit(83886081)', 'Decimal @db.Decimal(0, 0)', 'String @db.Uuid', 'String @db.Xml', 'Json @db.Json', 'Json @db.JsonB',
  'Int @db.BigInt', 'String @db.Integer', 'Int @db.VarChar(3)', 'BigInt @db.Integer', 'Float @db.Decimal', 'DateTime @db.Text', 'Int @db.TinyInt', 'String @db.LongText', 'String @db.Nope', 'String[] @db.VarChar(3)', 'Decimal @db.DoublePrecision']) {
  field(`native-${t.replace(/\W+/g, '-')}`, `a ${t}`);
}
add('native-of-enum', 'enum E {\n  X\n}\n\n' + A('e E @db.Text'));

// ---- 2.3 relations
const back = ['b B[]'];
const refer = (type = 'A', more = '') => [`a ${type} @relation(fields: [aId], references: [id]${more})`, `aId Int${type.endsWith('?') ? '?' : ''}`];
pair('one-to-many', back, refer());
pair('one-to-many-optional', back, refer('A?'));
pair('missing-opposite', [], refer());
pair('missing-attribute', back, ['a A', 'aId Int']);
pair('fields-without-references', back, ['a A @relation(fields: [aId])', 'aId Int']);
pair('references-without-fields', back, ['a A @relation(references: [id])', 'aId Int']);
pair('fields-on-both', ['b B @relation(fields: [bId], references: [id])', 'bId Int @unique'], [...refer().slice(0, 1), 'aId Int @unique']);
pair('lists-with-fields', ['b B[] @relation(fields: [x], references: [id])', 'x Int'], refer());
pair('references-not-unique', ['n Int', 'b B[]'], ['a A @relation(fields: [aId], references: [n])', 'aId Int']);
pair('references-unique', ['n Int @unique', 'b B[]'], ['a A @relation(fields: [aId], references: [n])', 'aId Int']);
pair('references-other-type', ['b B[]'], ['a A @relation(fields: [aId], references: [id])', 'aId String']);
pair('references-other-number', ['b B[]'], ['a A @relation(fields: [aId, x], references: [id])', 'aId Int', 'x Int']);
pair('references-unknown', ['b B[]'], ['a A @relation(fields: [aId], references: [nope])', 'aId Int']);
pair('references-part-of-id', ['b B[]', 'n Int', '@@unique([id, n])'], ['a A @relation(fields: [x, y], references: [id, n])', 'x Int', 'y Int']);
pair('references-unique-in-other-order', ['b B[]', 'n Int', '@@unique([n, id])'], ['a A @relation(fields: [x, y], references: [id, n])', 'x Int', 'y Int']);
pair('required-over-optional', back, ['a A @relation(fields: [aId], references: [id])', 'aId Int?']);
pair('optional-over-required', back, ['a A? @relation(fields: [aId], references: [id])', 'aId Int']);
pair('optional-over-some', ['b B[]', 'n Int', '@@unique([id, n])'], ['a A? @relation(fields: [x, y], references: [id, n])', 'x Int?', 'y Int']);
pair('one-to-one', ['b B?'], ['a A @relation(fields: [aId], references: [id])', 'aId Int @unique']);
pair('one-to-one-not-unique', ['b B?'], refer());
pair('one-to-one-required-back', ['b B'], ['a A @relation(fields: [aId], references: [id])', 'aId Int @unique']);
pair('one-to-one-by-id', ['b B?'], ['a A @relation(fields: [id], references: [id])']);
pair('two-without-names', ['b B[]', 'c B[]'], [...refer(), 'x A @relation(fields: [xId], references: [id])', 'xId Int']);
pair('two-with-names', ['b B[] @relation("p")', 'c B[] @relation("q")'], ['a A @relation("p", fields: [aId], references: [id])', 'aId Int', 'x A @relation(name: "q", fields: [xId], references: [id])', 'xId Int']);
pair('names-differ', ['b B[] @relation("p")'], ['a A @relation("q", fields: [aId], references: [id])', 'aId Int']);
pair('name-empty', ['b B[] @relation("")'], ['a A @relation("", fields: [aId], references: [id])', 'aId Int']);
add('self-without-name', A('p A? @relation(fields: [pId], references: [id])', 'pId Int?', 'c A[]'));
add('self-with-name', A('p A? @relation("t", fields: [pId], references: [id], onDelete: NoAction, onUpdate: NoAction)', 'pId Int?', 'c A[] @relation("t")'));
add('self-default-actions', A('p A? @relation("t", fields: [pId], references: [id])', 'pId Int?', 'c A[] @relation("t")'));
add('self-cascade', A('p A @relation("t", fields: [pId], references: [id], onDelete: Cascade)', 'pId Int', 'c A[] @relation("t")'));
add('self-one-side', A('p A? @relation("t", fields: [pId], references: [id])', 'pId Int?'));
pair('cycle-cascade', ['b B @relation("x", fields: [bId], references: [id], onDelete: Cascade)', 'bId Int', 'bs B[] @relation("y")'], ['a A @relation("y", fields: [aId], references: [id], onDelete: Cascade)', 'aId Int', 'as A[] @relation("x")']);
add('several-cascade-paths', model('R', 'id Int @id', 'a A[]', 'b B[]') + A('r R @relation(fields: [rId], references: [id], onDelete: Cascade)', 'rId Int', 'b B[]')
  + model('B', 'id Int @id', 'r R @relation(fields: [rId], references: [id], onDelete: Cascade)', 'rId Int', ...refer('A', ', onDelete: Cascade')));
for (const action of ['Cascade', 'Restrict', 'NoAction', 'SetNull', 'SetDefault', 'Nope']) {
  pair(`on-delete-${action}`, back, refer('A?', `, onDelete: ${action}`));
  pair(`on-update-${action}`, back, refer('A?', `, onUpdate: ${action}`));
  pair(`emulated-on-delete-${action}`, back, refer('A?', `, onDelete: ${action}`), datasource('  relationMode = "prisma"\n'));
}
add('emulated-self-cascade', A('p A @relation("t", fields: [pId], references: [id], onDelete: Cascade)', 'pId Int', 'c A[] @relation("t")'), datasource('  relationMode = "prisma"\n'));
add('emulated-self-default', A('p A? @relation("t", fields: [pId], references: [id])', 'pId Int?', 'c A[] @relation("t")'), datasource('  relationMode = "prisma"\n'));
pair('emulated-cycle', ['b B @relation("x", fields: [bId], references: [id], onDelete: Cascade)', 'bId Int', 'bs B[] @relation("y")'], ['a A @relation("y", fields: [aId], references: [id], onDelete: Cascade)', 'aId Int', 'as A[] @relation("x")'], datasource('  relationMode = "prisma"\n'));
pair('set-null-required', back, refer('A', ', onDelete: SetNull'));
pair('set-null-some-required', ['b B[]', 'n Int', '@@unique([id, n])'], ['a A? @relation(fields: [x, y], references: [id, n], onDelete: SetNull)', 'x Int?', 'y Int']);
pair('action-on-the-back', ['b B[] @relation(onDelete: Cascade)'], refer());
pair('map-of-relation', back, refer('A', ', map: "fk"'));
pair('map-on-the-back', ['b B[] @relation(map: "fk")'], refer());
add('map-of-relation-twice', A('b B[]') + model('B', 'id Int @id', ...refer('A', ', map: "fk"')) .replace(/\n}\n\n$/, '\n  c C[]\n}\n\n') + model('C', 'id Int @id', 'b B @relation(fields: [bId], references: [id], map: "fk")', 'bId Int'));
pair('relation-mode-unknown', back, refer(), datasource('  relationMode = "nope"\n'));
pair('many-to-many', ['b B[]'], ['a A[]']);
pair('many-to-many-named', ['b B[] @relation("x")'], ['a A[] @relation("x")']);
pair('many-to-many-references', ['b B[] @relation(references: [id])'], ['a A[] @relation(references: [id])']);
pair('many-to-many-actions', ['b B[] @relation(onDelete: Cascade)'], ['a A[]']);
add('many-to-many-of-two-fields', model('A', 'x Int', 'y Int', 'b B[]', '@@id([x, y])') + model('B', 'id Int @id', 'a A[]'));
add('many-to-many-without-id', model('A', 'x Int @unique', 'b B[]') + model('B', 'id Int @id', 'a A[]'));
add('many-to-many-self', A('f A[] @relation("t")', 'g A[] @relation("t")'));
add('many-to-many-self-one-side', A('f A[] @relation("t")'));
add('many-to-many-self-unnamed', A('f A[]', 'g A[]'));
pair('many-to-many-one-side', ['b B[]'], []);
pair('relation-in-index', back, [...refer(), '@@index([a])']);
pair('relation-in-id', back, ['a A @id @relation(fields: [aId], references: [id])', 'aId Int'].slice(0, 0).concat([...refer(), '@@unique([a])']));
pair('relation-with-default', back, ['a A @relation(fields: [aId], references: [id]) @default(1)', 'aId Int']);
pair('relation-with-map', back, ['a A @relation(fields: [aId], references: [id]) @map("x")', 'aId Int']);
field('relation-at-scalar', 'a Int @relation(fields: [id], references: [id])');
pair('relation-unknown-argument', back, refer('A', ', nope: 1'));
add('relation-to-enum', 'enum E {\n  X\n}\n\n' + A('e E @relation(fields: [x], references: [id])', 'x Int'));
add('relation-to-view', A('v V?') + 'view V {\n  id Int @unique\n  a A @relation(fields: [id], references: [id])\n}\n', preview(['views']) + datasource());
pair('ignored-target', ['b B[]', '@@ignore'], refer());
pair('ignored-target-and-field', ['b B[]', '@@ignore'], ['a A @relation(fields: [aId], references: [id]) @ignore', 'aId Int']);

// ---- 2.4 the schema as a whole
add('no-datasource-provider', A(), 'datasource db {\n}\n\n');
add('provider-short', A(), 'datasource db {\n  provider = "postgres"\n}\n\n');
add('two-datasources', A() + 'datasource two {\n  provider = "postgresql"\n}\n');
add('datasource-unknown-key', A(), datasource('  nope = "x"\n'));
add('datasource-key-twice', A(), datasource('  provider = "postgresql"\n'));
add('generator', A() + 'generator client {\n  provider = "prisma-client-js"\n}\n');
add('generator-without-provider', A() + 'generator client {\n}\n');
add('generator-twice', A() + 'generator g {\n  provider = "x"\n}\n\ngenerator g {\n  provider = "x"\n}\n');
add('generator-own-keys', A() + 'generator g {\n  provider = "x"\n  mine = true\n  list = ["a"]\n}\n');
add('schemas', A('@@schema("s")'), datasource('  schemas = ["s", "t"]\n'));
add('schemas-missing', A(), datasource('  schemas = ["s", "t"]\n'));
add('schemas-unknown', A('@@schema("u")'), datasource('  schemas = ["s", "t"]\n'));
add('schemas-not-listed', A('@@schema("s")'));
add('schemas-empty', A(), datasource('  schemas = []\n'));
add('schemas-twice', A('@@schema("s")'), datasource('  schemas = ["s", "s"]\n'));
add('schemas-of-enum', 'enum E {\n  X\n  @@schema("s")\n}\n\n' + A('@@schema("s")'), datasource('  schemas = ["s"]\n'));
add('schemas-of-enum-missing', 'enum E {\n  X\n}\n\n' + A('@@schema("s")'), datasource('  schemas = ["s"]\n'));
add('same-table-in-two-schemas', A('@@map("t")', '@@schema("s")') + model('B', 'id Int @id', '@@map("t")', '@@schema("u")'), datasource('  schemas = ["s", "u"]\n'));
add('view', A() + 'view V {\n  id Int @unique\n}\n', preview(['views']) + datasource());
add('view-without-preview', A() + 'view V {\n  id Int @unique\n}\n');
add('view-without-unique', A() + 'view V {\n  n Int\n}\n', preview(['views']) + datasource());
add('view-with-index', A() + 'view V {\n  id Int @unique\n  @@index([id])\n}\n', preview(['views']) + datasource());
add('old-preview', A(), preview(['driverAdapters', 'multiSchema']) + datasource());
add('model-twice', A() + A());
add('model-and-enum', A() + 'enum A {\n  X\n}\n');
add('field-twice', A('a Int', 'a String'));
add('model-named-as-scalar', model('String', 'id Int @id'));
add('model-with-reserved-name', model('async', 'id Int @id'));
add('model-reserved-word', model('PrismaClient', 'id Int @id'));
add('model-empty', 'model A {\n}\n');
field('unknown-type', 'a Nope');
field('type-in-other-case', 'a string');
field('list-of-scalars', 'a DateTime[]');

// ---- 2.6 names
add('index-names-equal', A('a Int', 'b Int', '@@index([a], map: "x")', '@@index([b], map: "x")'));
add('index-names-equal-in-two-tables', A('a Int', '@@index([a], map: "x")') + model('B', 'id Int @id', 'b Int', '@@index([b], map: "x")'));
add('unique-and-index-names-equal', A('a Int @unique(map: "x")', 'b Int', '@@index([b], map: "x")'));
add('primary-key-names-equal', 'model A {\n  id Int @id(map: "x")\n}\n\nmodel B {\n  id Int @id(map: "x")\n}\n');
add('name-too-long', A('a Int', `@@index([a], map: "${'x'.repeat(64)}")`));
add('name-just-fits', A('a Int', `@@index([a], map: "${'x'.repeat(63)}")`));
add('client-name-bad', A('a Int', 'b Int', '@@unique([a, b], name: "a b")'));
add('same-index-twice', A('a Int', '@@index([a])', '@@index([a])'));
add('table-named-as-join', A('b B[]') + model('B', 'id Int @id', 'a A[]') + model('C', 'id Int @id', '@@map("_AToB")'));

const said = cases.map(([name, text]) => {
  const errors = lint(text);
  const lines = errors.map(e => `// ${e.line} ${e.text.replace(/\s+/g, ' ').trim()}\n`).join('');
  return `//// ${name} ${errors.length ? 'REFUSED' : 'TAKEN'}\n${lines}---- SCHEMA\n${text}\n`;
});
fs.writeFileSync(target, said.join(''));
console.log(`${cases.length} points, ${said.filter(s => / REFUSED\n/.test(s)).length} refused`);
