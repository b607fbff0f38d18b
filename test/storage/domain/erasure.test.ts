import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { verifyAudit } from '../../../storage/audit.ts'
import { FileUnavailable, FileVault } from '../../../storage/vault/files.ts'
import { FolderStore } from '../../../storage/vault/folder-store.ts'
import { openKeys } from '../../../storage/vault/keys.ts'
import { Ids } from '../../../storage/ids.ts'
import { beActive, fillUntil, logIn, person } from '../../conversations/registering.ts'
import { everyValue, type PlainValue } from '../../support/database-search.ts'
import { Office, photo } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { sealerOf } from '../../support/vault-of.ts'

const DAY = 24 * 3_600_000

/** Somebody of whom nothing is anybody else's. */
const KARTINI = person(61, {
  name: 'Kartini Wulandari',
  kk: '3326010305170009',
  mother: 'Ngasirah Kusuma',
  birthPlace: 'Rembang',
  village: 'sokosari',
})
/** What would name her, as it is kept. */
const TRACES = [KARTINI.nik, 'kartini', KARTINI.kk, 'ngasirah', 'rembang', 'sokosari', '81200000061', 'warga61', 'rahasia saya']

/** Where a trace of her lies: `Person.name: kartini`. */
function tracesIn(values: readonly PlainValue[]): string[] {
  return values.flatMap(({ at, text }) =>
    TRACES.filter((trace) => text.toLowerCase().includes(trace)).map((trace) => `${at}: ${trace}`),
  )
}

describe('erasing a person', () => {
  it('leaves nothing by which she could be known, in any column, whatever she did before', async () => {
    const office = await Office.open()
    onTestFinished(() => office.close())
    const ratna = await enrolOfficer(office, 'Bu Ratna')
    const wening = await enrolOfficer(office, 'Bu Wening', 'supervisor')
    const kartini = office.phone('hp-1', '+6281200000061')
    await beActive(kartini, ratna, KARTINI)
    const budi = office.phone('hp-2', '+6281200000062')
    await beActive(budi, ratna, person(62, { name: 'Budi Santoso' }))
    await logIn(kartini, KARTINI.nik, KARTINI.password)

    // A case under way, with its card open in front of an officer who does not go on.
    await kartini.says('perbaiki')
    await kartini.says('tempat lahir')
    await kartini.says('Rembang Kota')
    await kartini.sends(await photo())
    await kartini.hears(/Periksa lagi/)
    await kartini.says('ya')
    await wening.hears(/PRB-/)
    await wening.taps('Tolak')
    // A talk, an answer to it, a copy of the data, and a form that is left in the middle.
    await kartini.says('petugas')
    await kartini.says('Ini rahasia saya: Kartini pindah ke Rembang')
    await kartini.says('selesai')
    await kartini.says('data saya')
    await kartini.hears(/Itu semua yang kami simpan/)

    await kartini.says('hapus akun')
    await kartini.says('ya')
    expect(await kartini.says('HAPUS')).toMatch(/Senin, 30 November 2026/)
    await fillUntil(office.phone('hp-3', '+6281200000063'), person(63), 'village')
    const files = await office.open.unitOfWork.run((tx) => tx.file.findMany({ where: { agency: 'sintren' } }))
    const sealer = await sealerOf(office)
    const [hers, others] = await office.open.unitOfWork.run(async (tx) => {
      const all = await tx.person.findMany({ orderBy: { id: 'asc' } })
      return [all[0], all[1]]
    })

    // The search finds all of it while it is there.
    await office.stop()
    const database = join(office.folder, 'loket.db')
    expect(TRACES.filter((trace) => tracesIn(everyValue(database, sealer)).every((found) => !found.endsWith(trace)))).toEqual([])
    await office.start()

    office.time.pass(7 * DAY)
    await kartini.hears(/sudah dihapus/)
    await wening.hears(/dibatalkan oleh pemohonnya/)
    await office.until(
      () => office.mail.inbox(KARTINI.email).find(({ subject }) => subject === 'Akun Anda sudah dihapus'),
      'the farewell by mail',
    )
    office.time.pass(2 * DAY)
    await office.phone('hp-2').says('menu')
    const { unitOfWork } = office.open
    let left = 1
    await office.until(() => {
      void unitOfWork.run((tx) => tx.conversation.count({ where: { account: 'mail' } })).then((n) => (left = n))
      return left === 1 ? true : undefined
    }, 'her mailbox is removed, and his is not')

    expect(await unitOfWork.run((tx) => verifyAudit(tx))).toMatchObject({ holds: true })
    const erased = await unitOfWork.run((tx) => tx.person.findUniqueOrThrow({ where: { id: hers?.id ?? '' } }))
    expect(erased.erasedAt).not.toBeNull()
    expect(erased.nikIndex).not.toBe(hers?.nikIndex)
    expect([hers?.emailIndex, erased.emailIndex]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), null])
    const kept = await unitOfWork.run((tx) => tx.person.findUniqueOrThrow({ where: { id: others?.id ?? '' } }))
    expect(kept).toMatchObject({ erasedAt: null, nikIndex: others?.nikIndex })

    // Her files cannot be opened any more, his can.
    const keys = await openKeys({ setting: undefined, file: join(office.folder, 'master.key') }, unitOfWork, seededRandom(1))
    const vault = new FileVault({
      store: new FolderStore(join(office.folder, 'files'), seededRandom(3)),
      keys: keys.files,
      ids: new Ids(office.time),
      clock: office.time,
      random: seededRandom(2),
    })
    const readable = await Promise.all(
      files.map(({ id }) =>
        vault.read(unitOfWork, id).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(FileUnavailable)
            return false
          },
        ),
      ),
    )
    // His photo and what was made of it.
    const open = files.filter((_, i) => readable[i])
    expect(new Set(open.map(({ id, parentId }) => parentId ?? id)).size).toBe(1)

    await office.stop()
    const values = everyValue(database, sealer)
    expect(tracesIn(values)).toEqual([])
    // What is somebody else's is still there.
    expect(values.filter(({ at }) => at === 'Person.name').map(({ text }) => text)).toEqual(['', 'Budi Santoso'])
    expect(values.some(({ text }) => text.includes(person(62).nik))).toBe(true)
  })
})
