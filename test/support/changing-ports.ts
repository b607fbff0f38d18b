import type { JsonObject } from '../../flows/engine/json.ts'
import type { Me, Ports, QueueEntry, RegistrationView, TaskCard } from '../../flows/ports.ts'
import type { EarlierFile } from '../../flows/ports/documents.ts'
import type { PhoneChangeStart, PhoneCodeVerdict } from '../../flows/ports/phones.ts'
import { changingChats } from './changing-chats.ts'
import { changingModePorts, changingModes } from './changing-modes.ts'
import { changingPreparedDocuments } from './changing-prepared-documents.ts'
import { changingPrivacy } from './changing-privacy.ts'
import { changingTalks } from './changing-talks.ts'
import type { Correctable, RequestView } from '../../flows/ports/requests.ts'
import type { ReturnedView } from '../../flows/ports/returned.ts'
import { seededRandom } from './seeded-random.ts'

const STATES: readonly Me['state'][] = ['stranger', 'waiting', 'rejected', 'repair', 'approved', 'active', 'logged-in']
const AT = Date.UTC(2026, 10, 23, 3)
const NO_GROUP = { group: null, groups: [] }

/**
 * A world that answers every call with something it may answer, another thing each time: what a conversation must be
 * able to take. `state` fixes who is talking.
 */
export function changingPorts(seed: number, state?: Me['state']): Ports {
  const random = seededRandom(seed)
  // Whoever has logged in is known from then on, whatever was said of them before.
  let isIn = false
  const of = <T>(...items: readonly [T, ...T[]]): T => items[Math.floor(random.number() * items.length)] ?? items[0]
  const now = <T>(value: T): Promise<T> => Promise.resolve(value)
  const number = 'REG-2611-7K3F9Q'

  const view = (): RegistrationView => {
    const status = of<RegistrationView['status']>('submitted', 'approved', 'rejected', 'repair')
    const isReturned = status === 'rejected' || status === 'repair'
    return {
      id: 'R1',
      number,
      whose: of<string | null>(null, 'S*** A*****'),
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
    kind: of<TaskCard['kind']>('registration', 'correction', 'phone'),
    number,
    nik: '3326014107900001',
    name: 'Siti Aminah',
    submittedAt: AT,
    promisedAt: AT,
    status: of<TaskCard['status']>('open', 'claimed', 'decided'),
    by: 'Bu Ratna',
    mine: of(true, false),
    decision: 'approve',
    answers: { nik: '3326014107900001', name: 'Siti Aminah', province: { code: '33', name: 'JAWA TENGAH' } },
    registered: of<JsonObject>({}, { name: 'Siti Amina' }),
    matches: of<TaskCard['matches']>({}, { name: true, kk: false }),
    flags: of<string[]>([], ['duplicate', 'phone-unproven'], ['contested']),
    documents: of<TaskCard['documents']>(
      [],
      [{ slot: 'ktp', sheet: 1, file: 'F1', pages: [], thumbnail: null, original: null, findings: null }],
    ),
  })

  const request = (kind: RequestView['kind']): RequestView => ({
    kind,
    number: kind === 'phone' ? 'NHP-2611-7K3F9Q' : 'PRB-2611-7K3F9Q',
    status: of<RequestView['status']>('submitted', 'approved', 'rejected', 'withdrawn'),
    submittedAt: AT,
    promisedAt: AT,
    reason: of<string | null>(null, 'data-unproven'),
    note: of<string | null>(null, 'Datang ke kantor.'),
  })

  return {
    me: () => {
      const is = isIn ? 'logged-in' : (state ?? of(...(STATES as [Me['state'], ...Me['state'][]])))
      const officer = of<Me['officer']>(null, { id: 'O1', name: 'Bu Ratna', role: of('verifikator', 'supervisor') })
      return now({
        state: is,
        name: is === 'logged-in' ? 'Siti Aminah' : null,
        officer,
        others: of(false, true),
        ...(is === 'logged-in' ? changingModes(of) : NO_GROUP),
      })
    },
    ...changingModePorts(of),
    ...changingTalks(of),
    linkedChats: changingChats(of),
    privacy: changingPrivacy(of),
    preparedDocuments: changingPreparedDocuments(of),
    documents: {
      earlier: () =>
        now(
          of<EarlierFile[]>(
            [],
            [
              {
                file: 'F1',
                thumbnail: 'F2',
                name: of<string | null>(null, 'ktp.jpg'),
                at: AT,
                date: of<string | null>(null, '2026-01-05'),
                sheet: 1,
              },
            ],
          ),
        ),
    },
    drafts: {
      elsewhere: () => now(of(null, null, { ref: '1.1', flow: 'registration', answered: 4, at: AT })),
      take: () => now(of<JsonObject | null>(null, { nik: '3326014107900001', name: 'Siti Aminah' })),
      noteProof: () => now(null),
    },
    passwords: {
      askForReset: () => now(of<'asked' | 'too-many-tries'>('asked', 'asked', 'too-many-tries')),
      openReset: () => now(of<string | null>('A1', 'A1', null)),
      judgeReset: () => now(of<'right' | 'wrong' | 'locked' | 'none'>('right', 'right', 'wrong', 'locked', 'none')),
      takeReset: () => now(of(true, true, false)),
      loggedIn: () => now(of<string | null>('A1', 'A1', null)),
      about: () => now(['3326014107900001', 'Siti Aminah']),
    },
    phones: {
      begin: () => now(of<PhoneChangeStart>('code', 'code', 'login', 'same', 'proven')),
      claimHere: () => now(of(true, true, false)),
      confirm: () =>
        now(
          of<PhoneCodeVerdict>(
            { outcome: 'changed' },
            { outcome: 'moved' },
            { outcome: 'expired' },
            { outcome: 'login' },
            { outcome: 'wrong', left: 3 },
          ),
        ),
      showCode: () => now(of<{ code: string; minutes: number } | null>({ code: '482913', minutes: 10 }, null)),
      claim: () => now(of<'changed' | 'wrong' | 'unproven'>('changed', 'wrong', 'unproven')),
      disown: () => now(null),
      linkHere: () => now(of<'linked' | 'already' | 'others' | 'login'>('linked', 'already', 'others', 'login')),
    },
    returned: {
      open: () =>
        now(
          of<ReturnedView | null>(null, {
            number,
            status: of<ReturnedView['status']>('rejected', 'repair'),
            nik: '3326014107900001',
            name: 'Siti Aminah',
            reason: of<string | null>('name-differs', null),
            note: of<string | null>(null, 'Tolong foto ulang.'),
            own: of(true, false),
          }),
        ),
      close: () => now(null),
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
    requests: {
      mine: () => now(of<RequestView[]>([], [request('correction')], [request('phone'), request('correction')])),
      correctable: () =>
        now(
          of<Correctable>(
            { state: 'ready', nik: '3326014107900001', registered: { name: 'Siti Amina', 'birth-place': 'Batang' } },
            { state: 'ready', nik: '3326014107900001', registered: {} },
            { state: 'open', number: 'PRB-2611-7K3F9Q', promisedAt: AT },
            { state: 'logged-out' },
          ),
        ),
      correct: () =>
        now(
          of<Awaited<ReturnType<Ports['requests']['correct']>>>(
            { outcome: 'submitted', number: 'PRB-2611-7K3F9Q', promisedAt: AT },
            { outcome: 'open', number: 'PRB-2611-7K3F9Q', promisedAt: AT },
            { outcome: 'logged-out' },
            { outcome: 'unchanged' },
          ),
        ),
      mayReport: () => now(of<'yes' | 'own-chat' | 'too-many'>('yes', 'yes', 'own-chat', 'too-many')),
      reportLost: () =>
        now(
          of<Awaited<ReturnType<Ports['requests']['reportLost']>>>(
            { outcome: 'submitted', number: 'NHP-2611-7K3F9Q', promisedAt: AT },
            { outcome: 'open', number: 'NHP-2611-7K3F9Q', promisedAt: AT },
            { outcome: 'too-many' },
            { outcome: 'own-chat' },
          ),
        ),
      isReported: () => now(of(true, false)),
      contest: () => now(of(true, false)),
    },
    accounts: {
      canActivate: () => now(of(true, false)),
      activate: () => now(of<'active' | 'wrong' | 'locked' | 'none'>('active', 'wrong', 'locked', 'none')),
      firstPassword: () => now(of<readonly string[] | null>(null, ['3326014107900001', 'Siti Aminah'])),
      setFirstPassword: () => now(of(true, false)),
      openSession: () => {
        isIn = true
        return now({ name: 'Siti Aminah', others: of(false, true) })
      },
      closeSession: () => {
        isIn = false
        return now(of<'ended' | 'over' | 'none'>('ended', 'over', 'none'))
      },
    },
    staff: {
      originals: () => {
        const pdf = { slot: 'ktp', sheet: 1, file: 'F1', pages: [], thumbnail: null, findings: null }
        const found = { task: 'T1', number }
        return now(
          of<Awaited<ReturnType<Ports['staff']['originals']>>>(
            null,
            { ...found, documents: [] },
            { ...found, documents: [{ ...pdf, original: 'F2' }] },
          ),
        )
      },
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
          kind: of<TaskCard['kind']>('registration', 'correction', 'phone'),
          number,
          submittedAt: AT,
          promisedAt: AT,
          mark: of<QueueEntry['mark']>(null, 'match', 'look'),
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
