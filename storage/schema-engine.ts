import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

/** Prisma's schema engine, as used here. */
export type SchemaEngine = glue.SchemaEngine

/**
 * Runs `work` with Prisma's own schema engine (WebAssembly; the native one would have to be
 * downloaded) on `adapter`. The engine is freed afterwards and every adapter that it opened is
 * disposed: SQLite would otherwise stay locked for everybody else.
 */
export async function withSchemaEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine()
  const opened: SqlDriverAdapter[] = []
  const remember = async (opening: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    const one = tolerant(await opening)
    opened.push(one)
    return one
  }
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => remember(adapter.connect()),
    connectToShadowDb: () => remember(adapter.connectToShadowDb()),
  }
  const engine = await glue.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    for (const one of opened) await one.dispose()
  }
}

// The engine was written for a SQLite that runs several statements at once and takes "name" for a string where no
// column is called so; better-sqlite3 does neither.
function tolerant(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const executeRaw = adapter.executeRaw.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query)
    await adapter.executeScript(query.sql)
    return 0
  }
  adapter.queryRaw = (query) => queryRaw({ ...query, sql: query.sql.replace(/(name = |^PRAGMA \w+\s*\()"([^"]*)"/gi, "$1'$2'") })
  return adapter
}

let loading: Promise<void> | undefined

function loadEngine(): Promise<void> {
  loading ??= (async () => {
    const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const wasm = await readFile(file.replace(/\.js$/, '.wasm'))
    const { instance } = await WebAssembly.instantiate(wasm, {
      './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
    })
    glue.__wbg_set_wasm(instance.exports)
    ;(instance.exports as { __wbindgen_start(): void }).__wbindgen_start()
  })()
  return loading
}
