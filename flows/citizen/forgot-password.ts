import { describeHours } from '../calendar/opening-hours.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { captcha } from '../fields/captcha.ts'
import { name } from '../fields/name.ts'
import { nik } from '../fields/nik.ts'
import { phone } from '../fields/phone.ts'
import type { Ports } from '../ports.ts'

/**
 * The way back for whoever forgot the password (SIN-94 to SIN-97): NIK, name and phone number as registered, and a sum.
 * One answer, whether they fit or not; the link goes to the account's own chats and mailbox, not simply to this chat.
 */
export function forgotPassword({ agency }: Counter): Flow<Ports> {
  const { whatsappLink, email, address } = agency.contact
  return flow<Ports>('forgot-password', {
    version: 2,
    title: 'forgot-password-title',
    words: ['lupa password', 'lupa kata kunci', 'lupa sandi', 'lupa kata sandi', 'forgot password', 'forgotten password'],
  })
    .say('intro')
    .ask('nik', nik())
    .ask('name', name())
    .ask('phone', phone())
    .ask('sum', captcha(), { passing: true })
    .do('asked', (ports, claimed) => ports.passwords.askForReset({ nik: claimed.nik, name: claimed.name, phone: claimed.phone }))
    .say('locked', {
      when: ({ asked }) => asked === 'too-many-tries',
      args: () => ({ minutes: agency.lockout.minutes }),
      choices: () => [
        { id: '/human', label: t('button-human') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
    .say('sent', {
      when: ({ asked }) => asked === 'asked',
      args: (_answers, language) => ({
        minutes: agency.links.resetMinutes,
        contact: t('agency-contact', { whatsapp: whatsappLink, email, address }),
        hours: describeHours(agency.hours, agency.zone, language).join('\n'),
      }),
      choices: () => [
        { id: '/login', label: t('button-login') },
        { id: '/forgot-password', label: t('button-try-again') },
        { id: '/human', label: t('button-human') },
      ],
    })
}
