// `npm run conversation`: writes docs/conversation.md anew from the scripts and the texts.
import { writeFileSync } from 'node:fs'
import { page, PAGE, playAll } from './page.ts'

writeFileSync(PAGE, page(await playAll()))
process.stdout.write(`${PAGE}\n`)
