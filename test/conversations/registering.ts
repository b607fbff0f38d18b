import { photo, type Phone } from '../support/office.ts'

/** What a citizen answers, question by question; a test changes what it is about. */
export const SITI = {
  nik: '3326014107900001',
  name: 'Siti Aminah',
  kk: '3326010112150002',
  birthPlace: 'Pekalongan',
  birthDate: '01-07-1990',
  mother: 'Sri Lestari',
  province: 'jateng',
  regency: '26',
  district: 'karanganyar',
  village: 'karangsari',
  phone: '081200000001',
  email: 'siti@contoh.id',
  password: 'tujuh ekor angsa biru',
}

/** Answers up to the photo. */
export type Answers = typeof SITI

/** Goes through the whole form by typing, up to the review. Gives the review's text. */
export async function fillForm(phone: Phone, answers: Answers): Promise<string> {
  await phone.says('daftar')
  await phone.says('setuju')
  for (const text of [
    answers.nik,
    answers.name,
    answers.kk,
    answers.birthPlace,
    answers.birthDate,
    answers.mother,
    answers.province,
    answers.regency,
    answers.district,
    answers.village,
    answers.phone,
    answers.email,
  ])
    await phone.says(text)
  await phone.sends(await photo())
  await phone.hears(/kata kunci/i)
  await phone.says(answers.password)
  return phone.says(answers.password)
}

/** Registers to the end; gives the registration number. */
export async function register(phone: Phone, answers: Answers): Promise<string> {
  await fillForm(phone, answers)
  await phone.says('ya')
  const done = await phone.says(phone.solve())
  const number = /REG-\d{4}-[0-9A-Z]{6}/.exec(done)?.[0]
  if (number === undefined) throw new Error(`no registration number in: ${done}`)
  return number
}
