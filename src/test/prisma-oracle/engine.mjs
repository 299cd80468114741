// Prisma's own schema engine, offline: what it says of a schema, and the SQL that leads to one.
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

// The packages lie where the script is run, not beside it.
const modules = path.resolve('node_modules', '@prisma');
const require = createRequire(path.join(modules, 'x.js'));
const wasmFolder = path.join(modules, 'schema-engine-wasm');

const schemaTools = require('@prisma/prisma-schema-wasm');
const adapters = require('@prisma/driver-adapter-utils');
const engine = await import(pathToFileURL(path.join(wasmFolder, 'schema_engine_bg.js')));
const wasm = new WebAssembly.Instance(
    new WebAssembly.Module(fs.readFileSync(path.join(wasmFolder, 'schema_engine_bg.wasm'))),
    {'./schema_engine_bg.js': engine});
engine.__wbg_set_wasm(wasm.exports);
wasm.exports.__wbindgen_start();
globalThis.PRISMA_WASM_PANIC_REGISTRY = {set_message: message => console.error(message)};

const connection = {
  provider: 'postgres',
  adapterName: 'offline',
  queryRaw: async () => ({columnTypes: [], columnNames: [], rows: []}),
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: async () => { throw new Error('offline'); },
  getConnectionInfo: () => ({schemaName: 'public', supportsRelationJoins: true}),
  dispose: async () => {},
};

export const version = JSON.parse(fs.readFileSync(path.join(wasmFolder, 'package.json'), 'utf8')).version;

/** Throws an Error with Prisma's message where the schema is not valid. */
export function validate(schema) {
  try {
    schemaTools.validate(JSON.stringify({prismaSchema: [['schema.prisma', schema]], noColor: true}));
  } catch (e) {
    const text = e.message ?? String(e);
    throw new Error(text.startsWith('{') ? JSON.parse(text).message : text);
  }
}

/** Gives the SQL that makes a schema's database from nothing; throws where the schema is not valid. */
export async function createScript(schema) {
  return diffScript(null, schema);
}

/** Gives the SQL that leads from one schema to the next. */
export async function diffScript(before, after) {
  validate(after);
  const side = text => text === null
      ? {tag: 'empty'}
      : {tag: 'schemaDatamodel', files: [{path: 'schema.prisma', content: text}]};
  const factory = adapters.bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres', adapterName: 'offline', connect: async () => connection,
    connectToShadowDb: async () => connection,
  });
  const schemaEngine = await engine.SchemaEngine.new({datamodels: [['schema.prisma', after]]}, () => {}, factory);
  const {stdout} = await schemaEngine.diff({
    from: side(before), to: side(after),
    script: true, exitCode: null, shadowDatabaseUrl: null, filters: {externalTables: [], externalEnums: []},
  });
  return stdout;
}

/** Gives Prisma's errors, each with its line (1-based). */
export function lint(text) {
  const said = JSON.parse(schemaTools.lint(JSON.stringify([['schema.prisma', text]])));
  return said.filter(s => !s.is_warning).map(s => ({text: s.text, line: text.slice(0, s.start).split('\n').length}));
}
