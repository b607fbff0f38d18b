// `npm run acceptance`: writes docs/acceptance.md anew from the titles of the tests.
import { writeFileSync } from 'node:fs'
import { checks, page, PAGE, proofs } from './page.ts'

writeFileSync(PAGE, page(checks(), proofs()))
process.stdout.write(`${PAGE}\n`)
