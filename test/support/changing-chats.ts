import type { LinkedChat, LinkedChatPorts, LinkRefusal } from '../../flows/ports/linked-chats.ts'

type Of = <T>(...items: readonly [T, ...T[]]) => T

const AT = Date.UTC(2026, 10, 23, 3)
const REFUSALS: readonly [LinkRefusal, ...LinkRefusal[]] = ['wrong', 'too-many', 'others', 'already', 'full']

/** What the ports about somebody's chats may answer, another thing each time. */
export function changingChats(of: Of): LinkedChatPorts {
  const now = <T>(value: T): Promise<T> => Promise.resolve(value)
  const chat = (ref: string): LinkedChat => ({
    ref,
    channel: of<LinkedChat['channel']>('whatsapp', 'telegram', 'simulator', 'other'),
    digits: of<string | null>(null, '0001'),
    since: AT,
    heardAt: of<number | null>(null, AT),
    here: ref === '1',
    first: of(true, false),
    preferred: of(true, false),
    unreachable: of(false, true),
  })
  const way = { channel: 'telegram', link: 'https://t.me/LoketBot?start=HUBUNGKAN_123456' } as const
  return {
    offer: () =>
      now(
        of<Awaited<ReturnType<LinkedChatPorts['offer']>>>(
          { outcome: 'code', code: '123456', minutes: 10, ways: of([], [way]) },
          { outcome: of('login', 'too-many', 'full') },
        ),
      ),
    look: () =>
      now(
        of<Awaited<ReturnType<LinkedChatPorts['look']>>>({ outcome: 'found', name: 'S*** A*****' }, { outcome: of(...REFUSALS) }),
      ),
    link: () => now(of<'linked' | LinkRefusal>('linked', ...REFUSALS)),
    mine: () => now(of<readonly LinkedChat[] | null>(null, [], [chat('1')], [chat('1'), chat('2')])),
    prefer: () => now(of(true, false)),
    unlink: () =>
      now(
        of<Awaited<ReturnType<LinkedChatPorts['unlink']>>>(null, {
          phone: of(true, false),
          left: of(0, 1),
          here: of(true, false),
        }),
      ),
  }
}
