import type { Office, Phone } from '../support/office.ts'
import { beActive, logIn, type Answers } from './registering.ts'

/** What an officer answers about a mandate, question by question; a test changes what it is about. */
export const KARANGSARI = {
  group: 'Desa Karangsari',
  district: 'karanganyar',
  village: 'karangsari',
  letter: 'SK Kades 141/12/2026',
  letterDate: '05-01-2026',
  services: '1, 2',
  ends: 'lewati',
}

/** Gives a mandate up to the review; gives the review's text. */
export async function fillMandate(officer: Phone, nik: string, change: Partial<typeof KARANGSARI> = {}): Promise<string> {
  const { group, district, village, letter, letterDate, services, ends } = { ...KARANGSARI, ...change }
  await officer.says('beri mandat')
  await officer.says(nik)
  await officer.says(group)
  await officer.says(district)
  if (district !== 'lewati') await officer.says(village)
  await officer.says(letter)
  await officer.says(letterDate)
  // one service alone could be followed by more
  if (/Ada lagi\?/.test(await officer.says(services))) await officer.says('selesai')
  return officer.says(ends)
}

/** Gives a mandate; gives what the officer is told. */
export async function giveMandate(officer: Phone, nik: string, change: Partial<typeof KARANGSARI> = {}): Promise<string> {
  await fillMandate(officer, nik, change)
  return officer.says('ya')
}

/** Somebody with an active account who is logged in. */
export async function member(office: Office, officer: Phone, name: string, answers: Answers): Promise<Phone> {
  const phone = office.phone(name)
  await beActive(phone, officer, answers)
  await logIn(phone, answers.nik, answers.password)
  return phone
}

/** The same, with a mandate. */
export async function holder(office: Office, officer: Phone, name: string, answers: Answers): Promise<Phone> {
  const phone = await member(office, officer, name, answers)
  await giveMandate(officer, answers.nik)
  await phone.hears(/sekarang punya mode grup/)
  return phone
}

/** The labels of the newest message's buttons. */
export function labels(phone: Phone): string[] {
  return phone.last.buttons.map(({ label }) => label)
}
