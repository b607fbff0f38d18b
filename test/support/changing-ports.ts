import type { Me, Ports, RegistrationView, TaskCard } from '../../flows/ports.ts'
import { seededRandom } from './seeded-random.ts'

const STATES: readonly Me['state'][] = ['stranger', 'waiting', 'rejected', 'repair', 'approved', 'active', 'logged-in']
const AT = Date.UTC(2026, 10, 23, 3)

/**
 * A world that answers every call with something it may answer, another thing each time: what a conversation must be
 * able to take. `state` fixes who is talking.
 */
export function changingPorts(seed: number, state?: Me['state']): Ports {
  const random = seededRandom(seed)
  const of = <T>(...items: readonly [T, ...T[]]): T => items[Math.floor(random.number() * items.length)] ?? items[0]
  const now = <T>(value: T): Promise<T> => Promise.resolve(value)
  const number = 'REG-2611-7K3F9Q'

  const view = (): RegistrationView => {
    const status = of<RegistrationView['status']>('submitted', 'approved', 'rejected', 'repair')
    const isReturned = status === 'rejected' || status === 'repair'
    return {
      id: 'R1',
      number,
      status,
      submittedAt: AT,
      promisedAt: AT,
      decidedAt: status === 'submitted' ? null : AT,
      place: status === 'submitted' ? 3 : null,
      reason: isReturned ? of<string | null>('name-differs', null) : null,
      note: of<string | null>(null, 'Tolong foto ulang.'),
      marked: isReturned ? ['name'] : [],
    }
  }
  const card = (): TaskCard => ({
    task: 'T1',
    registration: 'R1',
    number,
    submittedAt: AT,
    promisedAt: AT,
    status: of<TaskCard['status']>('open', 'claimed', 'decided'),
    by: 'Bu Ratna',
    mine: of(true, false),
    decision: 'approve',
    answers: { nik: '3326014107900001', name: 'Siti Aminah', province: { code: '33', name: 'JAWA TENGAH' } },
    flags: of<string[]>([], ['duplicate', 'phone-unproven']),
    documents: of<TaskCard['documents']>([], [{ slot: 'ktp', file: 'F1' }]),
  })

  return {
    me: () => {
      const is = state ?? of(...(STATES as [Me['state'], ...Me['state'][]]))
      const officer = of<Me['officer']>(null, { id: 'O1', name: 'Bu Ratna', role: 'verifikator' })
      return now({ state: is, name: is === 'logged-in' ? 'Siti Aminah' : null, officer })
    },
    registrations: {
      submit: () =>
        now(
          of<Awaited<ReturnType<Ports['registrations']['submit']>>>(
            { outcome: 'submitted', number, promisedAt: AT, place: 1 },
            { outcome: 'already', number, status: 'submitted' },
          ),
        ),
      ownNik: () => now({ registered: of(false, false, true) }),
      mine: () => now(of<RegistrationView[]>([], [view()], [view(), view()])),
      find: () => now(of<RegistrationView | null>(null, view())),
      toRepair: () =>
        now(
          of<Awaited<ReturnType<Ports['registrations']['toRepair']>>>(null, {
            registration: 'R1',
            number,
            answers: { consent: { given: true, reply: 'setuju' }, nik: '3326014107900001', ktp: { file: 'F1' } },
            marked: ['name'],
          }),
        ),
    },
    accounts: {
      canActivate: () => now(of(true, false)),
      activate: () => now(of<'active' | 'wrong' | 'locked' | 'none'>('active', 'wrong', 'locked', 'none')),
      firstPassword: () => now(of<readonly string[] | null>(null, ['3326014107900001', 'Siti Aminah'])),
      setFirstPassword: () => now(of(true, false)),
      openSession: () => now({ name: 'Siti Aminah' }),
      closeSession: () => now(of(true, false)),
    },
    staff: {
      enrol: () =>
        now(
          of<Awaited<ReturnType<Ports['staff']['enrol']>>>(
            { outcome: 'enrolled', name: 'Bu Ratna', role: 'verifikator' },
            { outcome: 'wrong' },
            { outcome: 'too-many-tries' },
          ),
        ),
      queue: () => {
        const entry = {
          task: 'T1',
          number,
          submittedAt: AT,
          promisedAt: AT,
          claimedBy: of<string | null>(null, 'Pak Bagus'),
          mine: false,
        }
        return now(
          of<Awaited<ReturnType<Ports['staff']['queue']>>>(null, { total: 0, entries: [] }, { total: 1, entries: [entry] }),
        )
      },
      card: () => now(of<TaskCard | null>(null, card(), card())),
      claim: () =>
        now(
          of<Awaited<ReturnType<Ports['staff']['claim']>>>(
            { outcome: 'claimed', card: card() },
            { outcome: 'claimed', card: card() },
            { outcome: 'taken', by: 'Pak Bagus', decision: null },
            { outcome: 'decided', by: 'Pak Bagus', decision: 'reject' },
            { outcome: 'not-officer' },
            { outcome: 'unknown' },
          ),
        ),
      release: () => now(of(true, false)),
      isKnown: () => now(of(false, false, true)),
      registerDirectly: () =>
        now(
          of<Awaited<ReturnType<Ports['staff']['registerDirectly']>>>(
            { outcome: 'registered', number, told: 'both' },
            { outcome: 'known' },
            { outcome: 'unreachable' },
            { outcome: 'not-allowed' },
          ),
        ),
      decide: () =>
        now(
          of<Awaited<ReturnType<Ports['staff']['decide']>>>(
            { outcome: 'done', number },
            { outcome: 'taken', by: 'Pak Bagus', decision: null },
            { outcome: 'not-allowed' },
            { outcome: 'unknown' },
          ),
        ),
    },
  }
}
