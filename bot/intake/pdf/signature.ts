import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnLimited } from '../confined/limits.ts'

/**
 * What can be said of a PDF's digital signatures.
 * - `none`: it is not signed
 * - `valid`: the whole file is as it was signed; `valid-but-appended`: the signed part is, but there is more in the file
 * - `invalid`: what was signed has been changed
 * - `unknown`: it is signed, but that cannot be checked here
 *
 * Who signed is not checked: the machine knows no certificates of Indonesian issuers. Anybody can sign something so that
 * it is `valid` here; it says only that a file was not changed after whoever it was had signed it.
 */
export type SignatureState = 'none' | 'valid' | 'valid-but-appended' | 'invalid' | 'unknown'

/** Where the tool is looked for; nothing else of the environment is handed on. */
const PATH = '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin'
const MILLISECONDS = 5000
const LIMITS = { cpuSeconds: 6, megabytes: 400 }
/** The most bytes of a report that are read: some hundred signatures. */
const MAX_REPORT = 100_000
/** The file is open as this number in the child. */
const FILE = '/dev/fd/3'

/** Whether there is a signature at all: needs no tool (ISO 32000-1, 12.8.1: its dictionary cannot be packed). */
export function isSigned(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('/ByteRange'); at >= 0; at = file.indexOf('/ByteRange', at + 1))
    if (/^\/ByteRange[\0\t\n\f\r ]*(?:\[|\d)/.test(file.toString('latin1', at, at + 40))) return true
  return false
}

/**
 * Checks a PDF's signatures with poppler's `pdfsig`, where it is installed; give it only PDFs that the guard let pass.
 * The tool sees the file by an open descriptor: its name is gone from the disk before the tool starts, so that nothing is
 * left even if Loket is killed. Never fails: what goes wrong is `unknown`.
 */
export async function signatureState(bytes: Uint8Array, tool = 'pdfsig'): Promise<SignatureState> {
  if (!isSigned(bytes)) return 'none'
  try {
    return stateOf(await report(bytes, tool))
  } catch {
    return 'unknown'
  }
}

async function report(bytes: Uint8Array, tool: string): Promise<string> {
  const file = await openNameless(bytes)
  try {
    return await read(tool, file.fd)
  } finally {
    await file.close()
  }
}

async function openNameless(bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'loket-'))
  try {
    const path = join(folder, 'signed.pdf')
    const file = await open(path, 'wx+', 0o600)
    await file.writeFile(bytes)
    return file
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function read(tool: string, file: number): Promise<string> {
  const child = spawnLimited(LIMITS, [tool, '-nocert', FILE], { file, env: { PATH, LC_ALL: 'C', HOME: '/nonexistent' } })
  child.stdin.on('error', () => undefined).end()
  const timer = setTimeout(() => child.kill('SIGKILL'), MILLISECONDS)
  const chunks: Buffer[] = []
  let size = 0
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= MAX_REPORT) chunks.push(chunk)
    else child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve(Buffer.concat(chunks).toString('latin1'))
      else reject(new Error(`${tool} ended with ${code}`))
    })
  })
}

/** Reads what `pdfsig -nocert` reports, each signature under its own number. */
export function stateOf(text: string): SignatureState {
  const signatures = text
    .split(/^Signature #\d+:$/m)
    .slice(1)
    .map((part) => ({
      valid: /^ {2}- Signature Validation: Signature is Valid\.$/m.test(part),
      broken: /^ {2}- Signature Validation: (?:Signature is Invalid|Digest Mismatch)\.?$/m.test(part),
      total: /^ {2}- Total document signed$/m.test(part),
      partial: /^ {2}- Not total document signed$/m.test(part),
    }))
  if (signatures.some(({ broken }) => broken)) return 'invalid'
  const valid = signatures.filter((one) => one.valid)
  if (valid.some(({ total }) => total)) return 'valid'
  return valid.length > 0 && valid.every(({ partial }) => partial) ? 'valid-but-appended' : 'unknown'
}
