// A seeded generator of Prisma schemas. Not all of them are valid: the engine judges. No name holds a double quote and
// no enum value a single one, since the engine writes these without escaping them.

export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = n => Math.floor(next() * n);
  return {int, chance: p => next() < p, pick: list => list[int(list.length)],
    some: (list, n) => [...list].map(x => [next(), x]).sort((a, b) => a[0] - b[0]).slice(0, n).map(x => x[1])};
}

const MODELS = ['User', 'Account', 'Post', 'Tag', 'Team', 'Zebra', 'apple', 'Order_Line', 'X1',
  'AVeryLongModelNameThatIsThereToBeCutByWhoeverNamesItsKeys', 'Invoice', 'B', 'Audit_Log'];
const TABLES = ['users', 'order lines', 'Straße', 'éclairs_und_ähnliche_süße_Dinge_mit_vielen_Bytes_im_Namen', 'select', 'tbl_1',
  'it\'s', 'a_table_name_of_sixty_three_bytes_which_is_the_most_there_can_be'];
const FIELDS = ['name', 'email', 'createdAt', 'org_id', 'amount', 'A', 'B', 'data', 'kind', 'flag', 'x', 'order',
  'aRatherLongFieldNameThatWillMakeNamesOverflow', 'z9', 'tenantId', 'slug', 'state', 'payload', 'start', 'end'];
const COLUMNS = ['created_at', 'col umn', 'größe', 'user',  'a_rather_long_column_name_too_to_overflow_some_more_of_it'];

const NATIVE = {
  String: ['Text', 'VarChar', 'VarChar(20)', 'Char', 'Char(3)', 'Bit', 'Bit(4)', 'VarBit', 'VarBit(7)', 'Uuid', 'Xml',
    'Inet', 'Citext'],
  Boolean: ['Boolean'], Int: ['SmallInt', 'Integer', 'Oid'], BigInt: ['BigInt'],
  Float: ['Real', 'DoublePrecision'], Decimal: ['Decimal', 'Decimal(10, 2)', 'Decimal(8,0)', 'Money'],
  DateTime: ['Timestamp', 'Timestamp(0)', 'Timestamptz', 'Timestamptz(6)', 'Date', 'Time', 'Time(2)', 'Timetz',
    'Timetz(3)'],
  Json: ['Json', 'JsonB'], Bytes: ['ByteA'],
};
const LITERALS = {
  String: ['""', '"a"', '"it\'s"', '"back\\\\slash"', '"line\\nbreak"', '"é \\"q\\""', '"-- no comment"', '"$$"'],
  Boolean: ['true', 'false'], Int: ['0', '1', '-7', '007', '2147483647'],
  BigInt: ['0', '9223372036854775807', '-9223372036854775808'],
  Float: ['0', '-0', '1.0', '1.50', '-0.25', '100', '0.0000001', '123456789012345678901234567890'],
  Decimal: ['"1e5"', '1.20', '"0.10"', '-3', '"-1.5e-3"', '0'],
  DateTime: ['"2020-01-01T00:00:00Z"', '"2021-12-31T23:59:59.120Z"', '"2020-06-01T12:00:00.123456+02:00"',
    '"1999-02-28T01:02:03.000000001-05:30"'],
  Json: ['"{}"', '"[]"', '"{\\"a\\": [1, 2],  \\"b\\":\\"it\'s\\"}"', '"null"', '"\\"s\\""'],
  Bytes: ['""', '"aGVsbG8="', '"AAECAwQ="'],
};
const GENERATED = {
  String: ['uuid()', 'uuid(4)', 'uuid(7)', 'cuid()', 'cuid(2)', 'nanoid()', 'nanoid(8)', 'ulid()',
    'dbgenerated("gen_random_uuid()")', 'dbgenerated()', 'dbgenerated("concat(\'a\', lower(current_user))")'],
  Boolean: ['dbgenerated("false")'], Int: ['dbgenerated("nextval(\'seq\'::regclass)")', 'dbgenerated("(1 + 2)")'],
  BigInt: ['dbgenerated("1")'], Float: ['dbgenerated("random()")'], Decimal: ['dbgenerated("0.0")'],
  DateTime: ['now()', 'now()', 'now()', 'dbgenerated("timezone(\'utc\'::text, now())")'],
  Json: ['dbgenerated("\'{}\'::jsonb")'], Bytes: ['dbgenerated("decode(\'00\', \'hex\')")'],
};
const UNSUPPORTED = ['tsvector', 'geometry(Point, 4326)', 'vector(3)', 'int4range', 'double precision', 'interval',
  'timestamp with time zone', 'character varying(10)', 'box', 'public.ltree', 'bit varying(3)', '"My Type"'];
const OPERATORS = [
  ['Gin', 'j Json @db.JsonB', ['JsonbPathOps', 'JsonbOps', null]], ['Gin', 'l String[]', ['ArrayOps', null]],
  ['Gin', 's String', ['raw("gin_trgm_ops")']], ['Gist', 'i String @db.Inet', ['InetOps']],
  ['SpGist', 'i String @db.Inet', ['InetOps', null]], ['SpGist', 't String', ['TextOps', null]], ['Hash', 'h Int', [null]],
  ['Brin', 'n Int', ['Int4MinMaxOps', 'Int4BloomOps', 'Int4MinMaxMultiOps', null]],
  ['Brin', 'b BigInt', ['Int8MinMaxOps', 'Int8MinMaxMultiOps']], ['Brin', 'm Int @db.SmallInt', ['Int2BloomOps']],
  ['Brin', 'f Float', ['Float8MinMaxMultiOps', 'Float8BloomOps']], ['Brin', 'r Float @db.Real', ['Float4MinMaxOps']],
  ['Brin', 'd Decimal', ['NumericMinMaxOps', 'NumericBloomOps', 'NumericMinMaxMultiOps']],
  ['Brin', 'w DateTime', ['TimestampMinMaxOps', 'TimestampBloomOps', 'TimestampMinMaxMultiOps']],
  ['Brin', 'w DateTime @db.Timestamptz', ['TimestampTzMinMaxOps', 'TimestampTzBloomOps', 'TimestampTzMinMaxMultiOps']],
  ['Brin', 'w DateTime @db.Time', ['TimeMinMaxOps', 'TimeBloomOps']],
  ['Brin', 'w DateTime @db.Timetz', ['TimeTzMinMaxOps', 'TimeTzMinMaxMultiOps']],
  ['Brin', 'w DateTime @db.Date', ['DateMinMaxOps', 'DateBloomOps', 'DateMinMaxMultiOps']],
  ['Brin', 'u String @db.Uuid', ['UuidMinMaxOps', 'UuidBloomOps', 'UuidMinMaxMultiOps']],
  ['Brin', 't String', ['TextMinMaxOps', 'TextBloomOps']], ['Brin', 'c String @db.Char(3)', ['BpcharMinMaxOps', 'BpcharBloomOps']],
  ['Brin', 'y Bytes', ['ByteaMinMaxOps', 'ByteaBloomOps']], ['Brin', 'v String @db.VarBit', ['VarBitMinMaxOps']],
  ['Brin', 'v String @db.Bit(3)', ['BitMinMaxOps']], ['Brin', 'o Int @db.Oid', ['OidMinMaxOps', 'OidBloomOps', 'OidMinMaxMultiOps']],
  ['Brin', 'i String @db.Inet', ['InetInclusionOps', 'InetMinMaxOps', 'InetBloomOps', 'InetMinMaxMultiOps']],
];

export function schema(seed) {
  const r = random(seed);
  const db = r.chance(0.2) ? 'pg' : 'db';
  const schemas = r.chance(0.25) ? r.some(['public', 'auth', 'Billing', 'zz top'], 1 + r.int(3)) : [];
  const extensions = r.chance(0.08) ? r.some(['citext', 'pg_trgm(schema: "public")', 'uuid(map: "uuid-ossp")',
    'postgis(version: "3.1")'], 1 + r.int(3)) : [];
  let names = 0;
  const unique = prefix => `${prefix}_${++names}`;
  const inSchema = () => schemas.length ? [`@@schema("${r.pick(schemas)}")`] : [];

  const enums = Array.from({length: r.int(3)}, (_, i) => {
    const values = r.some(['ACTIVE', 'deleted', 'Pending', 'X'], 1 + r.int(4));
    return {name: `Kind${i}`, values, lines: [
      ...values.map(v => `  ${v}${r.chance(0.3) ? ` @map("${v.toLowerCase()} ${r.int(9)}")` : ''}`),
      ...[...(r.chance(0.4) ? [`@@map("${r.pick(['kind', 'Kind of', 'status'])}${i}")`] : []), ...inSchema()].map(l => `  ${l}`)]};
  });

  const models = r.some(MODELS, 1 + r.int(5)).map(name => ({name, fields: [], block: [], columns: []}));

  function scalarField(model, name) {
    const kind = r.int(12);
    const arity = r.pick(['', '', '?', '?', '[]']);
    const attributes = [];
    let type;
    if (kind === 0 && enums.length) {
      const e = r.pick(enums);
      type = e.name;
      if (r.chance(0.5)) {
        attributes.push(`@default(${arity === '[]' ? `[${r.some(e.values, r.int(3)).join(', ')}]` : r.pick(e.values)})`);
      }
    } else if (kind === 1) {
      type = `Unsupported("${r.pick(UNSUPPORTED).replaceAll('"', '\\"')}")`;
      if (r.chance(0.3)) attributes.push('@default(dbgenerated("make()"))');
    } else {
      type = r.pick(Object.keys(NATIVE));
      if (r.chance(0.4)) {
        const list = arity === '[]';
        attributes.push(`@default(${r.chance(0.5) && !list ? r.pick(GENERATED[type])
            : list ? `[${r.some(LITERALS[type], r.int(4)).join(', ')}]` : r.pick(LITERALS[type])})`);
      } else if (type === 'DateTime' && arity !== '[]' && r.chance(0.4)) {
        attributes.push('@updatedAt');
      } else if (type.endsWith('Int') && arity === '' && r.chance(0.15)) {
        attributes.push('@default(autoincrement())');
      }
      if (r.chance(0.4)) attributes.push(`@${db}.${r.pick(NATIVE[type])}`);
      if (r.chance(0.1) && arity !== '[]') {
        attributes.push(r.pick(['@unique', '@unique(sort: Desc)', `@unique(map: "${unique('uk')}")`]));
      }
      if (r.chance(0.05)) attributes.push('@ignore');
    }
    if (r.chance(0.2)) attributes.push(`@map("${r.pick(COLUMNS)}")`);
    model.fields.push(`${name} ${type}${arity} ${r.some(attributes, 9).join(' ')}`);
    model.columns.push({name, indexable: !type.startsWith('Unsupported') && !['Json', 'Bytes'].includes(type) && arity !== '[]'
      && !attributes.some(a => a.includes('Xml')), required: arity === '', type, arity});
  }

  for (const model of models) {
    const kind = r.int(10);
    if (kind < 8) {
      model.id = r.pick([['Int', '@default(autoincrement())'], ['String', '@default(cuid())'], ['BigInt', '@default(autoincrement())'],
        ['String', `@default(dbgenerated("gen_random_uuid()")) @${db}.Uuid`], ['Int', ''], ['String', `@${db}.VarChar(30)`],
        ['Int', `@default(autoincrement()) @${db}.SmallInt`], ['DateTime', '@default(now())'], ...enums.slice(0, 1).map(e => [e.name, ''])]);
      model.native = (model.id[1].match(/@(db|pg)\.\S+/) ?? [''])[0];
      const id = r.pick(['@id', '@id', '@id()', `@id(map: "${unique('primary')}")`]);
      model.fields.push(`id ${model.id[0]} ${id} ${model.id[1]} ${r.chance(0.2) ? `@map("${model.name}_ID")` : ''}`);
    }
    for (const name of r.some(FIELDS, 1 + r.int(7))) scalarField(model, name);
    const keys = model.columns.filter(c => c.indexable && c.required);
    if (!model.id && keys.length > 1 && kind === 8) {
      model.block.push(r.pick([`@@id([${keys.slice(0, 2).map(c => c.name).join(', ')}])`,
        `@@id(fields: [${keys[0].name}, ${keys[1].name}], map: "${unique('pk')}")`,
        `@@id([${keys[1].name}, ${keys[0].name}], name: "clientOnly")`]));
      model.compound = true;
    } else if (!model.id && keys.length) {
      model.block.push(`@@unique(${r.chance(0.5) ? keys[0].name : `[${keys[0].name}]`}, map: "${unique('only')}")`);
    } else if (!model.id) {
      model.fields.unshift('id Int @id');
      model.id = ['Int', ''];
      model.native = '';
    }
    if (r.chance(0.4)) model.block.push(`@@map("${r.pick(TABLES)}")`);
    model.block.push(...inSchema());
    if (r.chance(0.06)) model.block.push('@@ignore');
  }

  const action = () => r.pick(['Cascade', 'Restrict', 'NoAction', 'SetNull', 'SetDefault']);
  const withId = models.filter(m => m.id);
  for (let i = r.int(2 + models.length * 2); i > 0 && withId.length; i--) {
    const to = r.pick(withId);
    const from = r.pick(models);
    const n = unique('r').replace('_', '');
    const named = r.chance(0.8);
    const label = named ? `"${r.pick(['Rel', 'a long name of a relation between models that will be cut, ', ''])}${n}"` : '';
    const kind = r.int(5);
    if (kind === 0 && from.id) {
      from.fields.push(`${r.pick(['m', 'z'])}${n}a ${to.name}[] ${named ? `@relation(${label})` : ''}`);
      to.fields.push(`${r.pick(['m', 'a'])}${n}b ${from.name}[] ${named ? `@relation(name: ${label})` : ''}`);
      continue;
    }
    const optional = r.chance(0.5);
    const one = kind === 1;
    from.fields.push(`${n}Id ${to.id[0]}${optional ? '?' : ''} ${to.native} ${one ? '@unique' : ''} ${r.chance(0.2) ? `@map("${n} fk")` : ''}`);
    from.columns.push({name: `${n}Id`, indexable: true, required: !optional, type: to.id[0], arity: ''});
    const args = [...(named ? [label] : []), `fields: [${n}Id]`, 'references: [id]',
      ...(r.chance(0.3) ? [`onDelete: ${action()}`] : []), ...(r.chance(0.2) ? [`onUpdate: ${action()}`] : []),
      ...(r.chance(0.15) ? [`map: "${unique('fk')}"`] : [])];
    from.fields.push(`${n} ${to.name}${optional ? '?' : ''} @relation(${args.join(', ')})${r.chance(0.05) ? ' @ignore' : ''}`);
    to.fields.push(`${n}Back ${from.name}${one ? '?' : '[]'} ${named ? `@relation(${label})` : ''}`);
  }
  for (const to of models.filter(m => m.compound)) {
    const [a, b] = to.block[0].match(/\[(.*?), (.*?)\]/).slice(1);
    const column = name => to.fields.find(f => f.startsWith(`${name} `)).replace(/@(map|unique|default|updatedAt|ignore)(\((?:[^()]|\([^()]*\))*\))?/g, '');
    const from = r.pick(models);
    const n = unique('c').replace('_', '');
    from.fields.push(column(a).replace(/^\S+ (\S+)/, `${n}a $1?`), column(b).replace(/^\S+ (\S+)/, `${n}b $1${r.chance(0.5) ? '?' : ''}`),
      `${n} ${to.name}? @relation("${n}", fields: [${n}a, ${n}b], references: [${a}, ${b}]${r.chance(0.5) ? ', onDelete: Cascade' : ''})`);
    to.fields.push(`${n}Back ${from.name}[] @relation("${n}")`);
  }

  for (const model of models) {
    const columns = model.columns.filter(c => c.indexable);
    for (let i = r.int(4); i > 0 && columns.length; i--) {
      const fields = r.some(columns, 1 + r.int(3));
      const list = fields.map(c => c.name + r.pick(['', '', '', '(sort: Desc)', '(sort: Asc)'])).join(', ');
      const kind = r.pick(['index', 'index', 'unique']);
      const first = r.pick([`[${list}]`, `[${list}]`, `fields: [${list}]`, ...(fields.length === 1 ? [fields[0].name] : [])]);
      const map = r.chance(0.5) ? [`map: "${unique('i')}"`] : kind === 'index' && r.chance(0.2) ? [`name: "${unique('n')}"`] : [];
      const type = kind === 'index' && r.chance(0.1) ? ['type: BTree'] : [];
      model.block.push(`@@${kind}(${[...r.chance(0.1) && !first.startsWith('f') ? [...map, `fields: ${first}`] : [first, ...map], ...type, ...where(model)].join(', ')})`);
    }
    if (r.chance(0.35)) {
      const [type, field, ops] = r.pick(OPERATORS);
      const name = unique('ops');
      model.fields.push(field.replace(/^\S+/, name).replace('@db.', `@${db}.`));
      const op = r.pick(ops);
      model.block.push(`@@index([${name}${op ? `(ops: ${op})` : ''}], type: ${type})`);
    }
    model.block = r.some(model.block, 99);
  }

  function where(model) {
    if (!r.chance(0.15)) return [];
    if (r.chance(0.3)) return [r.pick(['where: raw("1 = 1")', 'where: raw("coalesce(length(\'x\'), 0) > 0 AND (true)")'])];
    const value = {String: ['"x"', '"it\'s"', 'null', '{ not: null }', '{ not: "y" }'], Boolean: ['true', '{ not: false }', 'null'],
      Int: ['5', '-1', '{ not: 3 }'], BigInt: ['12345678901', 'null'], Float: ['1.50', '{ not: -0.5 }'], Decimal: ['2.10'],
      DateTime: ['null', '{ not: null }']};
    const columns = r.some(model.columns.filter(c => value[c.type] && c.arity !== '[]'), 1 + r.int(2));
    return columns.length ? [`where: { ${columns.map(c => `${c.name}: ${r.pick(value[c.type])}`).join(', ')} }`] : [];
  }

  const view = r.chance(0.08) ? ['view Summary {', '  id Int @unique', '  total Float', ...inSchema().map(l => `  ${l}`), '}', ''] : [];
  const block = (head, lines) => [`${head} {`, ...lines, '}', ''];
  const tidy = line => `  ${line.replace(/ +/g, ' ').trim()}`;
  const blocks = r.some([...enums.map(e => block(`enum ${e.name}`, e.lines)),
    ...models.map(m => block(`model ${m.name}`, [...m.fields.map(tidy), '', ...m.block.map(tidy)])), view], 99);
  return [...block('generator client', ['  provider = "prisma-client"', '  output = "x"', '  previewFeatures = ["partialIndexes", "views", "postgresqlExtensions"]']),
    ...block(`datasource ${db}`, ['  provider = "postgresql"',
      ...(r.chance(0.06) ? ['  relationMode = "prisma"'] : []),
      ...(schemas.length ? [`  schemas = [${schemas.map(s => `"${s}"`).join(', ')}]`] : []),
      ...(extensions.length ? [`  extensions = [${extensions.join(', ')}]`] : [])]),
    ...blocks.flat()].join('\n');
}
