import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SendError, type SendFailure } from '../../../bot/channels/channel.ts'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { beActive, logIn, register, SITI } from '../registering.ts'

const MINUTE = 60_000
const NEWS = /Ada yang mencoba mendaftar/

let office: Office
let siti: Phone
let second: Phone
beforeEach(async () => {
  office = await Office.open()
  const officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti', '+6281200000001')
  await beActive(siti, officer, SITI)
  await logIn(siti, SITI.nik, SITI.password)
  second = office.phone('second')
  await second.says(`HUBUNGKAN ${/HUBUNGKAN (\d{6})/.exec(await siti.says('hubungkan'))?.[1]}`)
  await second.says('ya')
  await siti.hears(/Satu chat lain sekarang terhubung/)
  // From here on the second chat is the one that was used last.
  office.time.pass(MINUTE)
  await second.says('menu')
})
// A message that does not arrive is a warning in the log.
afterEach(() => office.close())

const told = (phone: Phone): number => phone.inbox.filter(({ text }) => NEWS.test(text)).length
const breaks = (phone: Phone, failure: SendFailure): void => void office.phones.faults.set(phone.name, new SendError(failure))
const mail = () => office.mail.inbox(SITI.email).find(({ subject }) => subject === 'Ada kabar untuk Anda')

/** Somebody (another each time) registers with Siti's NIK: she is told. */
async function tellSiti(serial = 50): Promise<void> {
  await register(office.phone(`somebody-${serial}`, `+62812000000${serial}`), { ...SITI, phone: `0812000000${serial}` })
}

describe('news that does not arrive', () => {
  it.each<SendFailure>([{ kind: 'contact-stopped' }, { kind: 'final', code: 'bad-request' }])(
    'in the first chat ($kind) is told in the next, once, and not by mail',
    async (failure) => {
      breaks(second, failure)
      await tellSiti()
      await siti.hears(NEWS)
      expect([told(siti), told(second)]).toEqual([1, 0])
      expect(mail()).toBeUndefined()
    },
  )

  it('after about an hour of trying is told in the next chat', async () => {
    breaks(second, { kind: 'retryable' })
    await tellSiti()
    for (let minute = 0; minute < 90 && told(siti) === 0; minute++) {
      office.time.pass(MINUTE)
      for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve))
    }
    expect([told(siti), told(second)]).toEqual([1, 0])
  })

  it('with a restart in between is told in the next chat all the same, once', async () => {
    breaks(second, { kind: 'throttled', retryAfterMs: MINUTE })
    await tellSiti()
    await office.stop()
    breaks(second, { kind: 'contact-stopped' })
    office.time.pass(MINUTE)
    await office.start()
    await office.until(() => (told(siti) === 1 ? true : undefined), 'the news in the other chat')
    await office.stop()
    await office.start()
    expect([told(siti), told(second)]).toEqual([1, 0])
  })

  it('in no chat is told of by mail, and told in full after the next login', async () => {
    breaks(second, { kind: 'contact-stopped' })
    breaks(siti, { kind: 'final', code: 'bad-request' })
    await tellSiti()
    const { text } = await office.until(mail, 'the mail that stands in')
    expect(text).toMatch(/login[^]*langsung kami tampilkan/)
    expect(text).not.toMatch(/NIK|mendaftar|Siti/)
    office.phones.faults.clear()
    await siti.says('logout')
    await logIn(siti, SITI.nik, SITI.password)
    await office.until(() => (told(siti) === 1 ? true : undefined), 'the news at last')
  })

  it('a chat that is blocked is passed over until its owner writes there again', async () => {
    breaks(second, { kind: 'contact-stopped' })
    await tellSiti()
    await siti.hears(NEWS)
    expect(await siti.says('chat saya')).toMatch(/Pesan kami tidak sampai ke sini/)
    office.phones.faults.clear()
    office.time.pass(24 * 60 * MINUTE)
    await second.says('menu')
    await tellSiti(51)
    await second.hears(NEWS)
    expect([told(siti), told(second)]).toEqual([1, 1])
  })
})

describe('what must be known everywhere', () => {
  it('a new password is told in every chat and by mail, whichever was chosen', async () => {
    await siti.says('ganti kata kunci')
    await siti.says(SITI.password)
    await siti.hears(/paling sedikit 8 karakter/)
    for (let n = 0; n < 2; n++) await siti.says('sembilan kuda liar lari')
    expect(await second.hears(/kata kunci[^]*(?:diganti|berubah)/i)).toMatch(/SINTREN/)
    const told = await office.until(() => office.mail.inbox(SITI.email).find(({ text }) => /kata kunci/i.test(text)), 'the mail')
    expect(told.text).not.toMatch(/sembilan/)
  })
})
