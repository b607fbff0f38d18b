import { LACKED_BY_MAIL, openMail } from './mail-platform.ts'
import { runCases } from './run-cases.ts'

runCases({ name: 'E-mail by SMTP', open: openMail, lacks: LACKED_BY_MAIL })
