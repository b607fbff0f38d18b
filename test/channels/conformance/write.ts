// `npm run channels`: writes docs/channels.md anew from the cases, the platforms and what the adapters say they can do.
import { writeFileSync } from 'node:fs'
import { ALL, NAMES, page, PAGE } from './page.ts'

writeFileSync(PAGE, page(ALL, NAMES))
process.stdout.write(`${PAGE}\n`)
