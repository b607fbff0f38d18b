import { openMail } from './mail-platform.ts'
import { runCases } from './run-cases.ts'

runCases('mail', openMail)
