// Generates the Prisma client when it is missing or older than what it is made from.
// Run by `npm ci` (postinstall), by `npm run build` and, as a check of a millisecond, by every
// start. Plain JavaScript, because a machine's own, older Node may be the one that runs it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const generated = join(root, 'storage', 'generated')
const client = join(generated, 'sqlite', 'client.ts')
const stamp = join(generated, 'sqlite.sha256')

/**
 * Makes sure that `storage/generated` belongs to `prisma/schema.prisma` and to the installed
 * Prisma. Compares contents, not times: a checkout or a container copy changes the times.
 * Returns whether something was generated; throws when Prisma cannot.
 */
export function ensureClient() {
  const wanted = fingerprint()
  if (existsSync(client) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const run = spawnSync(projectNode(), [prisma, 'generate', '--no-hints'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // `generate` never runs the native schema engine, but looks for it, and would download it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (run.status !== 0) throw new Error(`prisma generate failed\n${run.error?.message ?? ''}${run.stdout}${run.stderr}`)
  writeFileSync(stamp, wanted)
  return true
}

function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'prisma', 'schema.prisma')))
    .update(readFileSync(join(root, 'node_modules', '@prisma', 'client', 'package.json')))
    .digest('hex')
}

/** The Node that the project brings with it, or the one that runs this. */
function projectNode() {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(own) ? own : process.execPath
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureClient()
