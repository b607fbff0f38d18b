import type { TypedBody } from '../../../../storage/simulator-records.ts'
import type { Shown } from './bubble.ts'
import { chatOf } from './model.ts'
import type { Simulator, Upload } from './simulator.ts'
import type { Unsent } from './unsent.ts'

/** The bubbles of a phone in order: what the server has, what waits to be sent, what is being uploaded. */
export function shownOf({ model, unsent, uploads }: Pick<Simulator, 'model' | 'unsent' | 'uploads'>, phoneId: string): Shown[] {
  const there = chatOf(model, phoneId).messages.map(({ id, key, direction, body, status, at }): Shown => ({
    id,
    key,
    mine: direction === 'in',
    body,
    status,
    at,
  }))
  const waiting = unsent.filter((one) => one.phoneId === phoneId).map(shownUnsent)
  const uploading = uploads.filter((one) => one.phoneId === phoneId).map(shownUpload)
  return [...there, ...waiting, ...uploading]
}

function shownUnsent({ key, typed, label, error, again }: Unsent): Shown {
  const failed =
    error === undefined ? { status: 'waiting' as const } : { status: 'failed' as const, error, again: again === true }
  return { key, mine: true, body: bodyOf(typed, label ?? ''), ...failed }
}

function bodyOf(typed: Unsent['typed'], label: string): TypedBody {
  if (typed.kind === 'choice') return { kind: 'choice', id: typed.id, label, replyTo: typed.of }
  const quote = typed.replyTo === undefined ? {} : { replyTo: typed.replyTo }
  if (typed.kind === 'text') return { kind: 'text', text: typed.text, ...quote }
  const caption = typed.caption === undefined ? {} : { caption: typed.caption }
  return { kind: 'file', as: typed.as, file: { ...typed.file, size: 0 }, ...caption, ...quote }
}

function shownUpload({ key, file, as, caption, replyTo, preview, error, again }: Upload): Shown {
  const body: TypedBody = {
    kind: 'file',
    as,
    file: { id: '', name: file.name, mime: file.type, size: file.size },
    ...(caption === '' ? {} : { caption }),
    ...(replyTo === undefined ? {} : { replyTo }),
  }
  const failed =
    error === undefined ? { status: 'uploading' as const } : { status: 'failed' as const, error, again: again === true }
  return { key, mine: true, body, ...failed, ...(preview === undefined ? {} : { preview }) }
}
