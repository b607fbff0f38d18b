// Runs after every install. npm 10 (it comes with Node 20) builds any package that has a binding.gyp, though better-sqlite3
// brings prebuilt binaries, and that needs Python and a compiler. `"gypfile": false` in the lock file tells it not to; but
// `npm install` drops the line, so it is put back here. `npm ci` finds it in place and nothing is written.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const entry = lock.packages['node_modules/better-sqlite3']
if (entry !== undefined && entry.gypfile !== false) {
  entry.gypfile = false
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
