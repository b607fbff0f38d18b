import type { PhoneRole } from '../../../../storage/simulator-records.ts'

/** Bytes; the server's own limit (register-simulator.ts), checked here first so that nothing is sent in vain. */
export const MAX_UPLOAD = 31 * 2 ** 20

/** A request failed; the message is for the person who asked. */
export class Refused extends Error {
  /** the same request may succeed later */
  readonly again: boolean
  constructor(message: string, again = true) {
    super(message)
    this.again = again
  }
}

/** Uploads a file; resolves with its id. */
export async function upload(file: Blob): Promise<string> {
  if (file.size > MAX_UPLOAD) throw new Refused('Berkas lebih besar dari 31 MB. Pilih berkas yang lebih kecil.', false)
  const { id } = (await ask('POST', '/simulator/media', file, 'application/octet-stream')) as { id: string }
  return id
}

export async function addPhone(name: string, role: PhoneRole): Promise<void> {
  await ask('POST', '/simulator/phones', JSON.stringify({ name, role }))
}

export async function renamePhone(id: string, name: string): Promise<void> {
  await ask('PATCH', `/simulator/phones/${encodeURIComponent(id)}`, JSON.stringify({ name }))
}

export async function removePhone(id: string): Promise<void> {
  await ask('DELETE', `/simulator/phones/${encodeURIComponent(id)}`)
}

/** A photo of a sample identity card. */
export async function sampleKtp(): Promise<File> {
  const response = await fetch('/simulator/sample-ktp.jpg').catch(() => undefined)
  if (!response?.ok) throw new Refused('Contoh KTP belum dapat diambil. Periksa apakah Loket masih berjalan, lalu coba lagi.')
  return new File([await response.blob()], 'contoh-ktp.jpg', { type: 'image/jpeg' })
}

async function ask(method: string, path: string, body?: BodyInit, type = 'application/json'): Promise<unknown> {
  const how = body === undefined ? { method } : { method, body, headers: { 'content-type': type } }
  const response = await fetch(path, how).catch(() => undefined)
  if (response === undefined) throw new Refused('Tidak tersambung ke Loket. Periksa apakah Loket masih berjalan, lalu coba lagi.')
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer
  const message = typeof answer === 'object' && answer !== null && 'message' in answer ? String(answer.message) : ''
  if (response.status < 500 && message !== '') throw new Refused(message, false)
  throw new Refused('Loket sedang bermasalah. Coba lagi sebentar lagi.')
}
