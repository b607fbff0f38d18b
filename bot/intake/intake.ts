import type { DocumentOutcome } from '../../flows/fields/document-outcome.ts'
import { FileUnavailable } from '../../storage/vault/files.ts'
import { FileTooLarge } from '../channels/channel.ts'
import { assess, readPicture, wantsReading, type Assessment, type Expectation } from './assess.ts'
import { fetchLimit } from './byte-limit.ts'
import { keepDocument, keepFindings, keptWith, type KeepParts } from './keep.ts'
import type { ScanVerdict } from './malware/scan.ts'
import type { Pools } from './pools.ts'
import { refused } from './problem.ts'
import type { QualityFigures } from './quality/measure.ts'
import { receive, type Received } from './receive.ts'
import type { DocumentReading } from './types.ts'
import { WorkFailed } from './worker-pool.ts'

/** A received file that is to become a document. */
export interface ReceivedFile extends Expectation {
  /** the channel account that it came by */
  readonly account: string
  /** the channel's reference of it */
  readonly ref: string
  readonly agency: string
}

/** A document that is kept already and is to be looked at again, such as after the person corrected what they had typed. */
export interface KeptFile extends Expectation {
  readonly agency: string
  /** id of its first picture */
  readonly file: string
}

/** What the intake stands on. */
export interface IntakeParts extends KeepParts, Pick<Pools, 'pictures' | 'readers'> {
  /** the bytes of a received file, which are the caller's own; fails with FileTooLarge beyond `max` bytes */
  fetch(account: string, ref: string, max: number): Promise<Uint8Array>
  /** asks the malware scanner, where there is one */
  readonly scan: ((bytes: Uint8Array) => Promise<ScanVerdict>) | undefined
}

/** Takes documents in. Both fail when the platform or the disk does: the job is then tried again. */
export interface Intake {
  /** Fetches, checks, cleans and judges a file away from the event loop, and keeps it encrypted. */
  take(file: ReceivedFile): Promise<DocumentOutcome>
  /** Judges a kept document by what is expected of it now; what is kept stays as it is but for the findings. */
  lookAgain(file: KeptFile): Promise<DocumentOutcome>
}

/** Puts the stages together. Of what was sent nothing is stored but pixels and, of a PDF that can do no harm, the PDF itself. */
export function createIntake(parts: IntakeParts): Intake {
  const { fetch, pictures, readers, scan, vault, unitOfWork } = parts
  return { take, lookAgain }

  async function take({ account, ref, agency, ...expected }: ReceivedFile): Promise<DocumentOutcome> {
    const { rules } = expected
    if (wantsReading(rules)) makeReady()
    const bytes = await fetch(account, ref, fetchLimit(rules)).catch((error: unknown) => {
      if (error instanceof FileTooLarge) return undefined
      throw error
    })
    if (bytes === undefined) return refused('too-large')
    // A photo's bytes are handed over to a thread: the scanner gets its own.
    const scanning = scan?.(Uint8Array.from(bytes))
    const received = await receive(bytes, rules, pictures)
    if (!received.ok) return received
    const reading = await readPicture(received.picture.jpeg, expected, readers)
    const upright = { ...received, ...(await turned(received, reading, rules.maxBytes)) }
    const scanned = await scanVerdict(scanning, received)
    if (scanned === 'infected') return refused('malware')
    if (scanned === 'unavailable' && received.pdf !== undefined) throw new Error('the malware scanner cannot be asked')
    const assessment = assess(received.figures, reading, rules)
    const findings = {
      sha256: received.sha256,
      ...(scanned !== undefined && { scanned }),
      ...(received.pdf !== undefined && { signature: received.pdf.signature }),
      ...findingsOf(received.figures, reading, assessment),
    }
    return { ok: true, ...(await keepDocument(parts, agency, upright, findings)), ...assessment }
  }

  async function lookAgain({ agency, file, ...expected }: KeptFile): Promise<DocumentOutcome> {
    try {
      const { bytes: jpeg } = await vault.read(unitOfWork, file)
      const [{ figures, thumbnail }, reading] = await Promise.all([
        pictures.run('lookAt', { jpeg }),
        readPicture(jpeg, expected, readers),
      ])
      const assessment = assess(figures, reading, expected.rules)
      await keepFindings(parts, file, findingsOf(figures, reading, assessment))
      return { ok: true, ...(await keptWith(parts, agency, file, thumbnail)), ...assessment }
    } catch (error) {
      if (error instanceof FileUnavailable) return refused('unavailable')
      if (error instanceof WorkFailed) return refused(error.reason === 'timeout' ? 'timeout' : 'undecided')
      throw error
    }
  }

  // Loads what reading needs while the file is fetched and decoded; whoever reads hears of it when that fails.
  function makeReady(): void {
    readers.run('prepare', undefined).catch(() => undefined)
  }

  // What reading found to lie on its side is turned; when that fails, it is kept as it came.
  async function turned({ picture }: Received, reading: DocumentReading | undefined, maxBytes: number) {
    const degrees = reading?.turned ?? 0
    if (degrees === 0) return undefined
    try {
      const found = await pictures.run('turnPicture', { jpeg: picture.jpeg, degrees, maxBytes })
      return found && { picture: found.photo, thumbnail: found.thumbnail }
    } catch (error) {
      if (error instanceof WorkFailed) return undefined
      throw error
    }
  }
}

/**
 * A PDF is kept as it was sent: it waits for the scanner. Of a photo only pixels are kept, which carry nothing: it goes on
 * without an answer that takes long.
 */
async function scanVerdict(
  scanning: Promise<ScanVerdict> | undefined,
  { pdf }: Received,
): Promise<ScanVerdict | 'running' | undefined> {
  if (scanning === undefined || pdf !== undefined) return scanning
  return Promise.race([scanning, new Promise<'running'>((resolve) => setImmediate(() => resolve('running')))])
}

// For officers, and for finding out why a verdict was wrong. The boxes are left out: they hold everything that can be read.
function findingsOf(figures: QualityFigures, reading: DocumentReading | undefined, { checks, read, ...verdict }: Assessment) {
  const { white, ...plain } = figures
  return {
    ...verdict,
    checks: { ...checks },
    read: { ...read },
    figures: { ...plain, ...(white !== undefined && { white: { ...white } }) },
    ...(reading !== undefined && { kind: reading.kind, turned: reading.turned }),
    ...(reading?.tilt !== undefined && { tilt: reading.tilt }),
  }
}
