import type { Ports } from '../../flows/ports.ts'
import type { MandateView } from '../../flows/ports/mandates.ts'
import type { Group, Modes } from '../../flows/ports/modes.ts'

type Of = <T>(...items: readonly [T, ...T[]]) => T

const group: Group = {
  mandate: 'M1',
  name: 'Desa Karangsari',
  region: 'KARANGSARI, KARANGANYAR, PEKALONGAN',
  services: ['pembaruan-kk-desa'],
  lastDay: '2027-12-31',
}
const view: MandateView = { mandate: 'M1', group: group.name, region: group.region, holder: 'Siti Aminah' }

/** On whose behalf somebody may act, another thing each time. */
export function changingModes(of: Of): Modes {
  const other = { ...group, mandate: 'M2', name: 'Puskesmas Kesesi', services: [], lastDay: null }
  return of<Modes>({ group: null, groups: [] }, { group: null, groups: [group, other] }, { group, groups: [group] })
}

/** What the ports about modes and mandates may answer. */
export function changingModePorts(of: Of): Pick<Ports, 'modes' | 'mandates'> {
  const now = <T>(value: T): Promise<T> => Promise.resolve(value)
  const own = {
    account: 'A1',
    name: 'Siti Aminah',
    nik: '3326••••••••0001',
    kk: '3326••••••••0002',
    phone: '0812-••••-•001',
    email: 's•••@contoh.id',
    region: group.region,
  }
  return {
    modes: {
      switchTo: () => now(of<'switched' | 'gone'>('switched', 'gone')),
      applicant: () => now(of({ ...own, mandate: null }, { ...own, mandate: 'M1' }, null, { ...own, kk: null, mandate: null })),
      isOwnFamily: () => now(of<'same' | 'other' | 'locked'>('same', 'other', 'locked')),
    },
    mandates: {
      holder: () =>
        now(
          of<Awaited<ReturnType<Ports['mandates']['holder']>>>(
            { outcome: 'found', account: 'A1', name: 'Siti Aminah' },
            { outcome: 'none' },
            { outcome: 'own' },
            { outcome: 'not-allowed' },
          ),
        ),
      give: () => now(of<'given' | 'gone' | 'own' | 'not-allowed'>('given', 'gone', 'own', 'not-allowed')),
      list: () => now(of<readonly MandateView[] | null>([view], [], null, [view, { ...view, mandate: 'M2' }])),
      revoke: () => now(of<'revoked' | 'gone' | 'not-allowed'>('revoked', 'gone', 'not-allowed')),
    },
  }
}

/** The notices about mandates, with their data. */
export const MODE_NOTICES = [
  {
    flow: 'mandate-given',
    data: { group: group.name, region: group.region, services: group.services, lastDay: group.lastDay },
  },
  { flow: 'mandate-revoked', data: { group: group.name, reason: 'Masa tugas sudah selesai' } },
]
