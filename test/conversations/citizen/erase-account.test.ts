import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../storage/audit.ts'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { beActive, logIn, person, register, type Answers } from '../registering.ts'

const DAY = 24 * 3_600_000

let office: Office
let ratna: Phone
beforeAll(async () => {
  office = await Office.open()
  ratna = await enrolOfficer(office, 'Bu Ratna')
})
afterAll(() => office.close())

/** Somebody with an active account who is logged in. */
async function member(name: string, answers: Answers): Promise<Phone> {
  const phone = office.phone(name, `+62${answers.phone.slice(1)}`)
  await beActive(phone, ratna, answers)
  await logIn(phone, answers.nik, answers.password)
  return phone
}

/** Goes all the way to the date. */
async function askErasure(phone: Phone): Promise<string> {
  await phone.says('hapus akun')
  await phone.says('ya')
  return phone.says('HAPUS')
}

describe('HAPUS AKUN', () => {
  it('needs a login', async () => {
    const stranger = office.phone('stranger')
    expect(await stranger.says('hapus akun')).toMatch(/silakan login dulu/)
    expect(await stranger.says('delete my account')).toMatch(/silakan login dulu/)
    expect(await stranger.says('HAPUS')).not.toMatch(/kami catat/)
  })

  it('says what will happen, asks twice, and gives the date', async () => {
    const siti = await member('siti', person(41))
    const said = await siti.says('hapus data')
    expect(said).toMatch(/Yang dihapus:[^]*Yang tidak dihapus:[^]*7 hari lagi/)
    expect(await siti.says('ya')).toMatch(/tulis kata HAPUS/)
    for (const wrong of ['ya', 'hapuss', '', '🙂', 'x'.repeat(10_000)]) expect(await siti.says(wrong)).not.toMatch(/kami catat/)
    expect(await siti.says('Hapus.')).toMatch(/dihapus pada \*Senin, 30 November 2026\*/)
    expect(await siti.says('hapus akun')).toMatch(/sudah Anda minta[^]*Senin, 30 November 2026/)
    const mail = await office.until(
      () => office.mail.inbox('warga41@contoh.id').find(({ subject }) => subject === 'Akun Anda akan dihapus'),
      'the mail',
    )
    expect(mail.text).toMatch(/Senin, 30 November 2026[^]*BATAL HAPUS/)
    expect(mail.text).not.toContain(person(41).name)
  })

  it('a no, or another word than HAPUS, changes nothing', async () => {
    const ani = await member('ani', person(42))
    await ani.says('hapus akun')
    expect(await ani.says('tidak')).toMatch(/tidak ada yang dihapus/)
    await ani.says('hapus akun')
    await ani.says('ya')
    await ani.says('batal')
    expect(await ani.says('batal hapus')).toMatch(/Tidak ada penghapusan yang berjalan/)
  })

  it('can be taken back by button and by words, and a login says that it is coming', async () => {
    const budi = await member('budi', person(43))
    await askErasure(budi)
    expect(await budi.taps('Batalkan penghapusan')).toMatch(/Penghapusan dibatalkan/)
    await askErasure(budi)
    await budi.says('logout')
    await logIn(budi, person(43).nik, person(43).password)
    expect(
      budi.inbox
        .slice(-3)
        .map(({ text }) => text)
        .join('\n'),
    ).toMatch(/akan dihapus pada \*Senin, 30 November 2026\*/)
    await budi.says('logout')
    expect(await budi.says('batal hapus')).toMatch(/Penghapusan dibatalkan/)
    office.time.pass(8 * DAY)
    expect(await logIn(budi, person(43).nik, person(43).password)).toMatch(/Login berhasil/)
  })

  it('speaks English', async () => {
    const fred = await member('fred', person(46))
    await fred.says('english')
    expect(await fred.says('delete my account')).toMatch(/What is erased:/)
    expect(await fred.says('yes')).toMatch(/type the word DELETE/)
    expect(await fred.says('delete')).toMatch(/will be erased on/)
    expect(await fred.says('cancel deletion')).toMatch(/deletion is cancelled/)
  })

  it('on the date everything is gone: no login, no status, a farewell, and the NIK may register anew', async () => {
    const answers = person(44, { name: 'Dewi Sartika' })
    const dewi = await member('dewi', answers)
    const oldCard = ratna.inbox.findLast(({ buttons }) => buttons.some(({ id }) => id.startsWith('/approve:')))?.buttons ?? []
    expect(oldCard).toHaveLength(3)
    const task = oldCard[0]?.id.split(':')[1] ?? ''
    await askErasure(dewi)
    office.time.pass(7 * DAY)
    expect(await dewi.hears(/sudah dihapus/)).toMatch(/pesan terakhir/)
    await office.until(
      () => office.mail.inbox(answers.email).find(({ subject }) => subject === 'Akun Anda sudah dihapus'),
      'the last mail',
    )
    // The officer's old card still has its buttons.
    for (const id of [...oldCard.map((button) => button.id), `/task:${task}`]) {
      const said = await ratna.tapsId(id)
      expect(said).not.toMatch(/gangguan|Dewi/)
    }
    expect(await logIn(dewi, answers.nik, answers.password)).toMatch(/belum cocok/)
    await dewi.says('menu')
    expect(await dewi.says('menu')).toMatch(/Selamat datang di/)
    expect(await dewi.says('data saya')).toMatch(/silakan login dulu/i)
    expect(await office.open.unitOfWork.run((tx) => verifyAudit(tx))).toMatchObject({ holds: true })
    const again = await register(dewi, answers)
    expect(again).toMatch(/^REG-/)
    await ratna.hears(new RegExp(again))
    const flags = await office.open.unitOfWork.run(
      async (tx) => (await tx.registration.findUniqueOrThrow({ where: { number: again } })).flags,
    )
    expect(flags).toBe('[]')
  })

  it('is not asked of whoever has no account: there consent is withdrawn', async () => {
    const eko = office.phone('eko', '+6281200000045')
    await register(eko, person(45))
    expect(await eko.says('hapus akun')).toMatch(/belum punya akun/)
    expect(await eko.taps('Cabut persetujuan')).toMatch(/nomor registrasi/i)
  })
})
