import { photo, type Office, type Phone } from '../support/office.ts'
import { approveNewest } from '../support/officers.ts'
import { secret } from '../support/secrets.ts'

/** What a citizen answers, question by question; a test changes what it is about. */
export const SITI = known({
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
})

// What must never be in a log; places are names of nobody.
function known<T extends Record<'nik' | 'name' | 'kk' | 'mother' | 'phone' | 'email' | 'password', string>>(answers: T): T {
  const { nik, name, kk, mother, phone, email, password } = answers
  for (const one of [nik, name, kk, mother, phone, phone.replace(/^0/, '62'), email, password]) secret(one)
  return answers
}

/** Answers up to the photo. */
export type Answers = typeof SITI

/** The same for another person: `serial` (1 to 99) makes NIK, phone number and e-mail their own. */
export function person(serial: number, change: Partial<Answers> = {}): Answers {
  const two = String(serial).padStart(2, '0')
  return known({ ...SITI, nik: `33260141079000${two}`, phone: `0812000000${two}`, email: `warga${two}@contoh.id`, ...change })
}

/** The questions that are answered by typing, in their order. */
export const TYPED = [
  'nik',
  'name',
  'kk',
  'birthPlace',
  'birthDate',
  'mother',
  'province',
  'regency',
  'district',
  'village',
  'phone',
  'email',
] as const

/** Begins the form and answers it up to, and without, the question `until`. Gives what was said last. */
export async function fillUntil(phone: Phone, answers: Answers, until: (typeof TYPED)[number] | 'ktp'): Promise<string> {
  await phone.says('daftar')
  let said = await phone.says('setuju')
  for (const id of TYPED) {
    if (id === until) return said
    said = await phone.says(answers[id])
  }
  return said
}

/** Answers up to, and without, the password. */
export async function fillUntilPassword(phone: Phone, answers: Answers): Promise<void> {
  await fillUntil(phone, answers, 'ktp')
  await phone.sends(await photo())
  await phone.hears(/kata kunci/i)
}

/** Goes through the whole form by typing, up to the review. Gives the review's text. */
export async function fillForm(phone: Phone, answers: Answers): Promise<string> {
  await fillUntilPassword(phone, answers)
  await phone.says(answers.password)
  return phone.says(answers.password)
}

/** Registers to the end; gives the registration number. */
export async function register(phone: Phone, answers: Answers): Promise<string> {
  await fillForm(phone, answers)
  await phone.says('ya')
  return numberIn(await phone.says(phone.solve()))
}

/** The registration number in a text. */
export function numberIn(text: string): string {
  const number = /REG-\d{4}-[0-9A-Z]{6}/.exec(text)?.[0]
  if (number === undefined) throw new Error(`no registration number in: ${text}`)
  return number
}

/** Registers and is approved; gives the registration number. */
export async function beApproved(phone: Phone, officer: Phone, answers: Answers): Promise<string> {
  const number = await register(phone, answers)
  await approveNewest(officer, number)
  await phone.hears(/disetujui/)
  return number
}

/** Registers, is approved and activates the account in the chat. */
export async function beActive(phone: Phone, officer: Phone, answers: Answers): Promise<void> {
  await beApproved(phone, officer, answers)
  await phone.says('aktivasi')
  await phone.says(answers.mother)
  await phone.says(phone.solve())
}

/** Types NIK, password and the sum's answer; gives the verdict. */
export async function logIn(phone: Phone, nik: string, password: string): Promise<string> {
  await phone.says('login')
  return answerLogin(phone, nik, password)
}

/** The same, where the login's first question is open already. */
export async function answerLogin(phone: Phone, nik: string, password: string): Promise<string> {
  await phone.says(nik)
  await phone.says(password)
  await phone.says(phone.solve())
  return phone.hears(/Login berhasil|belum cocok|ditutup dulu|belum aktif/)
}

/** Every line that the counter wrote to its log as a warning or worse. */
export function troubles(office: Office): string[] {
  return office.logLines.filter((line) => /"level":(?:"(?:warn|error|fatal)"|[456]0)/.test(line))
}

/** Closes the counter; fails when it had logged trouble. */
export async function closeUntroubled(office: Office): Promise<void> {
  await office.close()
  const found = troubles(office)
  if (found.length > 0) throw new Error(`the counter had trouble:\n${found.join('')}`)
}
