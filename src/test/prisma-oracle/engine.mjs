// Prisma's own schema engine, offline: the SQL that makes a schema's database from nothing.
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

/** Gives the SQL, or throws an Error with Prisma's message where the schema is not valid. */
export async function createScript(schema) {
  try {
    schemaTools.validate(JSON.stringify({prismaSchema: [['schema.prisma', schema]], noColor: true}));
  } catch (e) {
    const text = e.message ?? String(e);
    throw new Error(text.startsWith('{') ? JSON.parse(text).message : text);
  }
  const factory = adapters.bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres', adapterName: 'offline', connect: async () => connection,
    connectToShadowDb: async () => connection,
  });
  const schemaEngine = await engine.SchemaEngine.new({datamodels: [['schema.prisma', schema]]}, () => {}, factory);
  const {stdout} = await schemaEngine.diff({
    from: {tag: 'empty'},
    to: {tag: 'schemaDatamodel', files: [{path: 'schema.prisma', content: schema}]},
    script: true, exitCode: null, shadowDatabaseUrl: null, filters: {externalTables: [], externalEnums: []},
  });
  return stdout;
}
