// `npm start` and `npm run loket` come in here: `node bot/launch.mjs main` or `… cli <arguments>`.
// Plain JavaScript, because an older Node fails on the syntax of a .ts file before it could say why.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const [major, minor] = engines.node.match(/\d+/g).map(Number)
const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number)

if (ourMajor < major || (ourMajor === major && ourMinor < minor)) {
  fail(
    `Node ${process.versions.node} terlalu lama: jalankan \`npm ci\` lalu \`npm start\` (Node ${major}.${minor} ke atas ikut terpasang). / ` +
      `Node ${process.versions.node} is too old: run \`npm ci\`, then \`npm start\` (it brings Node ${major}.${minor} or newer).`,
  )
} else {
  const entry = process.argv[2]
  if (entry === 'main' || entry === 'cli') {
    const file = new URL(`./${entry}.ts`, import.meta.url)
    // The program sees itself as started directly, with its own arguments only.
    process.argv.splice(1, 2, fileURLToPath(file))
    const { ensureClient } = await import('../prisma/generate.mjs')
    ensureClient()
    await import(file.href)
  } else {
    fail('Pemakaian: npm start, atau npm run loket -- <perintah>. / Usage: npm start, or npm run loket -- <command>.')
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
