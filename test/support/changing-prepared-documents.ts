import type { Ports } from '../../flows/ports.ts'
import type { PreparedFile, Preparing } from '../../flows/ports/prepared-documents.ts'

/** What PreparedDocumentPorts may answer, another thing each time. */
export function changingPreparedDocuments(of: <T>(...items: readonly [T, ...T[]]) => T): Ports['preparedDocuments'] {
  const now = <T>(value: T): Promise<T> => Promise.resolve(value)
  const file = (page: number): PreparedFile => ({
    id: `D${page}`,
    slot: of('kartu-keluarga', 'ktp', 'formulir'),
    file: 'F1',
    pages: of<readonly string[]>([], ['F3', 'F4']),
    name: of<string | null>(null, 'kk.jpg'),
    date: '2026-11-22',
    page,
    remark: of<string | null>(null, 'lembar depan'),
  })
  return {
    of: () => now(of<readonly PreparedFile[] | null>(null, [], [file(1)], [file(1), file(2)])),
    keep: () => now(of<Preparing>('kept', 'kept', 'full', 'gone', 'logged-out')),
    remove: () => now(of(true, true, false)),
  }
}
