import type { TaskCard } from '../../flows/ports.ts'
import { answersOf, type Case } from './cases.ts'
import { registeredOf } from './correction.ts'
import { profileText } from './form.ts'
import { matchesOf } from './lost-phone.ts'
import type { Desk } from './scope.ts'

/** What a case tells an officer, by kind: all that was typed, and of what is registered no more than the decision needs. */
export async function shownOf(
  desk: Pick<Desk, 'tx' | 'sealer' | 'agency'>,
  about: Case,
): Promise<Pick<TaskCard, 'nik' | 'name' | 'answers' | 'registered' | 'matches'>> {
  const answers = answersOf(desk.sealer, about)
  const typed = (id: string): string => (typeof answers[id] === 'string' ? answers[id] : '')
  const ofForm = (kind: 'nik' | 'name'): string => profileText(desk.agency, answers, kind) ?? ''
  switch (about.kind) {
    case 'registration':
      return { nik: ofForm('nik'), name: ofForm('name'), answers, registered: {}, matches: {} }
    case 'correction': {
      const { nik, name, registered } = await registeredOf(desk, about.row.personId)
      const concerned = Object.entries(registered).filter(([id]) => id in answers)
      return { nik, name, answers, registered: Object.fromEntries(concerned), matches: {} }
    }
    case 'phone': {
      const matches = await matchesOf(desk, about.row.personId, { name: typed('name'), kk: typed('kk') })
      return { nik: typed('nik'), name: typed('name'), answers, registered: {}, matches }
    }
  }
}
