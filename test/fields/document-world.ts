import type { Text, TextArg } from '../../flows/engine/text.ts'
import { flow } from '../../flows/engine/flow.ts'
import type { Json, JsonObject } from '../../flows/engine/json.ts'
import type { Turn } from '../../flows/engine/engine.ts'
import { document } from '../../flows/fields/document.ts'
import type { DocumentOptions } from '../../flows/fields/document-options.ts'
import { name } from '../../flows/fields/name.ts'
import { nik } from '../../flows/fields/nik.ts'
import { home, human, idle, smallWorld, type SmallPorts } from '../engine/small-flows.ts'
import { choicesOf, type World } from '../engine/world.ts'
import { asking } from './documents.ts'
import { fieldBundle, inWords } from './texts.ts'

/** What is typed before the document is asked for. */
export const TYPED = { nik: '3326014107900001', name: 'Siti Aminah' }

const compared = { typed: { nik: 'nik', name: 'name' }, revisable: ['nik', 'name'] }

/** A conversation at the question for a document; `earlier` = what the person has handed in before. */
export async function atDocument(change: Partial<DocumentOptions> = {}, earlier: Json = []): Promise<World<SmallPorts>> {
  const one = flow<SmallPorts>('one', { version: 1, title: 'one-title', words: ['kirim berkas'], form: idle })
    .ask('nik', nik())
    .ask('name', name())
    .do('earlier', () => Promise.resolve(earlier))
    .ask('photo', document({ ...asking(), ...compared, earlier: 'earlier', ...change }))
    .review('review')
    .say('done')
  const world = smallWorld([home('one'), human, one])
  await world.chat('halo', 'kirim berkas', TYPED.nik, TYPED.name)
  return world
}

/** The document as it is kept. */
export function documentIn(world: World<SmallPorts>): JsonObject {
  const value = world.answers()['photo']
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

const bundle = fieldBundle('id')

/** What a field says in a turn, in Indonesian; of anybody else's messages only the keys. */
export function heard(turn: Turn | undefined): string {
  return (turn?.replies ?? []).flatMap((reply) => (reply.kind === 'message' ? [spoken(reply.text)] : [])).join('\n')
}

/** The labels that can be tapped, in Indonesian. */
export function buttons(turn: Turn | undefined): string[] {
  return choicesOf(turn).map(({ label }) => spoken(label))
}

function spoken(text: Text): string {
  if (typeof text === 'string') return text
  if ('lines' in text) return text.lines.map(spoken).join('\n')
  if (bundle.hasMessage(text.key)) return inWords(bundle, text)
  const inner = Object.values(text.args ?? {}).flatMap((arg) => (isText(arg) ? [spoken(arg)] : []))
  return [text.key, ...inner].join(' ')
}

function isText(arg: TextArg): arg is Text {
  return typeof arg === 'string' || (typeof arg === 'object' && !('link' in arg))
}
