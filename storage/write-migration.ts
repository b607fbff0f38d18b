// `npm run migration -- add_x`: writes prisma/migrations/<n>_add_x/migration.sql from the
// difference between the migrations there are and prisma/schema.prisma.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sqliteAdapter } from './database.ts'
import { migrationsList, schemaText } from './migrate.ts'
import { withSchemaEngine } from './schema-engine.ts'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]{1,40}$/.test(name)) {
  process.stderr.write('usage: npm run migration -- name_in_small_letters\n')
  process.exit(2)
}
const list = await migrationsList()
const schema = await schemaText()
const { stdout } = await withSchemaEngine(sqliteAdapter(':memory:'), schema, (engine) =>
  engine.diff({
    from: list.migrationDirectories.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...list },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  }),
)
const number = String(list.migrationDirectories.length + 1).padStart(4, '0')
const folder = join(list.baseDir, `${number}_${name}`)
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'migration.sql'), stdout ?? '')
process.stdout.write(`${folder}\n`)
