import type { TalkLost, TalkPorts, TalkView } from '../../flows/ports/talks.ts'

type Of = <T>(...items: readonly [T, ...T[]]) => T

const number = 'T-3F9Q012'
const AT = Date.UTC(2026, 10, 23, 3)

/** Talks that are another way each time they are asked about. */
export function changingTalks(of: Of): { readonly talks: TalkPorts } {
  const view = (): TalkView => ({
    talk: 'K1',
    number,
    status: of<TalkView['status']>('open', 'held', 'closed'),
    by: of<string | null>(null, 'Pak Bagus'),
    mine: of(true, false),
    name: of<string | null>(null, 'Siti Aminah'),
    state: of('stranger', 'waiting', 'logged-in'),
    doing: of<TalkView['doing']>(
      null,
      { title: 'registration-title', question: 'registration-nik-label', form: true },
      { title: 'login-title', question: null, form: false },
      { title: 'gone-title', question: 'gone-label', form: true },
    ),
    since: of<number | null>(null, AT - 3 * 86_400_000, AT - 7_200_000, AT - 60_000),
    lines: [
      { by: null, text: 'KTP saya *hilang*\nlihat http://jahat.example/x', photo: of<string | null>(null, 'F1') },
      { by: 'Pak Bagus', text: 'Lapor ke mana?', photo: null },
    ],
    earlier: of(0, 3),
  })
  const lost = (): TalkLost =>
    of<TalkLost>(
      { outcome: 'not-officer', by: '' },
      { outcome: 'unknown', by: '' },
      { outcome: 'closed', by: 'Bu Ratna' },
      { outcome: 'taken', by: 'Pak Bagus' },
    )
  const isLost = () => of(false, false, true)
  return {
    talks: {
      own: () => Promise.resolve(of(null, { talk: 'K1', number, by: null }, { talk: 'K1', number, by: 'Bu Ratna' })),
      say: () =>
        Promise.resolve(
          of<Awaited<ReturnType<TalkPorts['say']>>>(
            { outcome: 'sent', talk: 'K1', number },
            { outcome: 'sent', talk: 'K1', number },
            { outcome: 'closed' },
            { outcome: 'too-many', minutes: 10 },
          ),
        ),
      leave: () => Promise.resolve(of<'closed' | 'waiting' | 'none'>('closed', 'waiting', 'none')),
      list: () =>
        Promise.resolve(
          of<Awaited<ReturnType<TalkPorts['list']>>>(
            null,
            { total: 0, entries: [] },
            {
              total: 2,
              entries: [
                { talk: 'K1', number, by: null, mine: false, since: AT },
                { talk: 'K2', number, by: 'Pak Bagus', mine: false, since: null },
              ],
            },
          ),
        ),
      view: () => Promise.resolve(of<TalkView | null>(null, view(), view())),
      free: () => Promise.resolve(isLost() ? lost() : ({ outcome: 'free', view: view() } as const)),
      answer: () => Promise.resolve(isLost() ? lost() : ({ outcome: 'answered', number } as const)),
      take: () => Promise.resolve(isLost() ? lost() : ({ outcome: 'mine', view: view() } as const)),
      release: () => Promise.resolve(isLost() ? lost() : ({ outcome: 'released', number } as const)),
      close: () => Promise.resolve(isLost() ? lost() : ({ outcome: 'done', number } as const)),
    },
  }
}

/** What talks bring into chats unasked. */
export const TALK_NOTICES = [
  { flow: 'talk-answered', data: { talk: 'K1', by: 'Bu Ratna', text: 'Bawa surat kehilangan.', photo: null } },
  { flow: 'talk-answered', data: { talk: 'K1', by: 'Bu Ratna', text: '', photo: 'F1' } },
  { flow: 'talk-closed', data: { number, how: 'time' } },
  { flow: 'talk-photo-refused', data: { problem: 'too-large' } },
  { flow: 'talk-new', data: { talk: 'K1', line: 'L1' } },
  { flow: 'talk-reminder', data: { talk: 'K1', number, since: AT } },
  { flow: 'talk-held', data: { talk: 'K1', number, by: 'Bu Ratna' } },
  { flow: 'talk-taken-over', data: { talk: 'K1', number, by: 'Bu Ratna' } },
  { flow: 'talk-ended', data: { number, how: 'citizen' } },
]
