import { join } from 'node:path'
import { assess } from '../../bot/intake/assess.ts'
import { keepDocument } from '../../bot/intake/keep.ts'
import { sharp } from '../../bot/intake/libvips.ts'
import { movable } from '../../bot/intake/movable.ts'
import { openPools, type Pools } from '../../bot/intake/pools.ts'
import { prepare, read } from '../../bot/intake/reading-worker.ts'
import { systemClock } from '../../bot/runtime/clock.ts'
import { systemRandom } from '../../bot/runtime/random.ts'
import type { SlotRules } from '../../flows/fields/document-outcome.ts'
import { openDatabase } from '../../storage/database.ts'
import { Ids } from '../../storage/ids.ts'
import { migrate } from '../../storage/migrate.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import { FileVault } from '../../storage/vault/files.ts'
import { FolderStore } from '../../storage/vault/folder-store.ts'
import { openKeys } from '../../storage/vault/keys.ts'
import { median, type Figures, type Load } from '../measurement.ts'
import { cardPhotos, type CardPhoto } from './documents.ts'

const RULES: SlotRules = {
  slot: 'ktp',
  kind: 'ktp',
  types: ['jpeg'],
  maxBytes: 10 * 1024 * 1024,
  maxPages: 1,
  shrink: true,
  checks: ['legible', 'kind', 'identity'],
}
/** Photos whose costs are not counted: code is loaded and compiled with them. */
const WARM_UP = 20

/**
 * CPU time per photo, in ms: of the fast path (bytes to verdict and encrypted file), of the same decoding, resizing and
 * encoding in sharp alone, and of reading. `load.chats` photos in turns, `load.forms` in all, one after the other; fails when one is not taken or not read.
 */
export async function measureCpu(size: 'camera' | 'chat', load: Load): Promise<Figures> {
  const [drawn, rounds] = [await cardPhotos(size, load.chats), (load.forms + WARM_UP) / load.chats]
  const photos = Array.from({ length: Math.ceil(rounds) }, () => drawn).flat()
  const keep = await openKeep(load.directory)
  await prepare()
  const pools = openPools((error) => {
    throw error
  })
  const found: { readonly fast: number; readonly alone: number; readonly reading: number }[] = []
  for (const photo of photos) {
    const alone = await cpuOf(() => sharpAlone(photo.jpeg))
    const fast = await cpuOf(() => fastPath(photo, pools, keep))
    const reading = await cpuOf(() => readCard(photo, fast.result))
    found.push({ fast: fast.ms, alone: alone.ms, reading: reading.ms })
  }
  await pools.close()
  await keep.unitOfWork.close()
  const counted = found.slice(WARM_UP)
  const of = (what: 'fast' | 'alone' | 'reading') => median(counted.map((one) => one[what]))
  return {
    photos: counted.length,
    photoKb: median(photos.map(({ jpeg }) => jpeg.length / 1024)),
    fastCpuMs: of('fast'),
    aloneCpuMs: of('alone'),
    fastToAlone: of('fast') / of('alone'),
    readingCpuMs: of('reading'),
  }
}

type Keep = Awaited<ReturnType<typeof openKeep>>

async function openKeep(folder: string) {
  const path = join(folder, 'loket.db')
  await migrate(path)
  const unitOfWork = new UnitOfWork(await openDatabase(path))
  const keys = await openKeys({ setting: undefined, file: join(folder, 'master.key') }, unitOfWork, systemRandom)
  const store = new FolderStore(join(folder, 'files'), systemRandom)
  const parts = { clock: systemClock, random: systemRandom, ids: new Ids(systemClock) }
  return { unitOfWork, vault: new FileVault({ store, keys: keys.files, ...parts }) }
}

// In a thread of its own, as in the counter.
async function fastPath({ jpeg }: CardPhoto, { pictures }: Pools, keep: Keep): Promise<Uint8Array> {
  const { bytes, move } = movable(Uint8Array.from(jpeg))
  const taken = await pictures.run('takePicture', { bytes, rules: RULES }, move)
  if (!taken.ok) throw new Error(`a good photo was refused: ${taken.problem}`)
  const { verdict } = assess(taken.figures, undefined, RULES)
  await keepDocument(keep, 'bench', { ...taken, picture: taken.photo }, { verdict, sha256: taken.sha256 })
  return taken.photo.jpeg
}

function sharpAlone(jpeg: Uint8Array): Promise<Buffer> {
  return sharp(jpeg, { failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: 2000, height: 2000, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer()
}

async function readCard({ of }: CardPhoto, jpeg: Uint8Array): Promise<void> {
  const { kind } = await read({ jpeg, kind: 'ktp', typed: { nik: of.nik, name: of.name }, today: '2026-11-22' })
  if (kind !== 'ktp') throw new Error(`a KTP was taken for ${kind}`)
}

async function cpuOf<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, result }
}
