import type { SentBody, SimulatorFile, SimulatorMessage } from '../../../../storage/simulator-records.ts'
import { bannedIcon, clockIcon, downloadIcon, fileIcon, lockIcon, photoIcon, replyIcon, tickIcon, ticksIcon } from './icons.ts'
import { html, useState } from './vendor/htm-preact.js'
import { sizeOf, timeOf, words } from './words.ts'
import type { Picture } from './zoom.ts'

const SHOWN = /^image\/(jpeg|png|webp|gif)$/
const LONG = 1500
const SHORT = 1000

/** A message as its bubble shows it, on its way or there. */
export interface Shown {
  readonly key: string
  readonly id?: number
  readonly mine: boolean
  readonly body: SimulatorMessage['body']
  readonly status: 'waiting' | 'uploading' | 'failed' | SimulatorMessage['status']
  readonly at?: number
  readonly error?: string
  readonly again?: boolean
  readonly preview?: string
}

/** What can be done with a bubble. */
export interface BubbleActions {
  readonly reply: (shown: Shown) => void
  readonly tap: (of: number, id: string, label: string) => void
  readonly look: (picture: Picture) => void
  readonly jump: (id: number) => void
  readonly retry: (key: string) => void
  readonly drop: (key: string) => void
}

/** The words that stand for a message where it is quoted. */
export function summary(body: SimulatorMessage['body']): string {
  switch (body.kind) {
    case 'text':
      return body.text
    case 'choice':
      return body.label
    case 'file':
      return body.caption ?? (body.as === 'photo' ? 'Foto' : body.file.name)
    case 'sent':
      return body.text === '' ? (body.file?.name ?? '') : body.text
    case 'deleted':
      return 'Pesan ini telah dihapus'
  }
}

/** One bubble. `reachable`: its buttons take part in the Tab order. */
export function Bubble(props: {
  shown: Shown
  first: boolean
  quoted?: Shown | undefined
  reachable: boolean
  actions: BubbleActions
}) {
  const { shown, first, quoted, reachable, actions } = props
  const { body, mine, id } = shown
  const tabindex = reachable ? 0 : -1
  const protect = body.kind === 'sent' && body.protect === true
  const kind = `bubble ${mine ? 'mine' : 'theirs'}${first ? ' first' : ''}${protect ? ' protect' : ''}`
  return html`<div
    class=${mine ? 'row mine' : 'row theirs'}
    id=${id === undefined ? undefined : `m-${id}`}
    data-key=${shown.key}
    tabindex="-1"
    role="article"
    aria-label=${`${mine ? 'Anda' : 'Loket'}: ${summary(body).slice(0, 200)}`}
  >
    <div class=${kind}>
      ${quoted && html`<${Quote} quoted=${quoted} tabindex=${tabindex} jump=${actions.jump} />`}
      <${Content} shown=${shown} tabindex=${tabindex} look=${actions.look} />
      <${Foot} shown=${shown} protect=${protect} />
      ${id !== undefined && body.kind === 'sent' && body.buttons?.as === 'list' && html`<${Rows} buttons=${body.buttons} tabindex=${tabindex} tap=${(choice: string, label: string) => actions.tap(id, choice, label)} />`}
    </div>
    ${
      id !== undefined &&
      body.kind === 'sent' &&
      body.buttons?.as === 'buttons' &&
      html`<div class="buttons">
        ${body.buttons.rows.map((row) => html`<button type="button" tabindex=${tabindex} onClick=${() => actions.tap(id, row.id, row.label)}>${replyIcon()}<bdi>${row.label}</bdi></button>`)}
      </div>`
    }
    ${shown.error !== undefined && html`<${Failure} shown=${shown} actions=${actions} />`}
    ${id !== undefined && body.kind !== 'deleted' && html`<button type="button" class="reply" tabindex=${tabindex} aria-label="Balas pesan ini" title="Balas" onClick=${() => actions.reply(shown)}>${replyIcon()}</button>`}
  </div>`
}

function Quote({ quoted, tabindex, jump }: { quoted: Shown; tabindex: number; jump: (id: number) => void }) {
  const go = () => quoted.id !== undefined && jump(quoted.id)
  return html`<button type="button" class="quote" tabindex=${tabindex} aria-label="Lihat pesan yang dikutip" onClick=${go}>
    <b>${quoted.mine ? 'Anda' : 'Loket'}</b><span dir="auto">${summary(quoted.body).slice(0, 160)}</span>
  </button>`
}

function Content({ shown, tabindex, look }: { shown: Shown; tabindex: number; look: (picture: Picture) => void }) {
  const { body, preview } = shown
  if (body.kind === 'deleted') return html`<p class="gone">${bannedIcon()} Pesan ini telah dihapus</p>`
  const file = body.kind === 'file' || body.kind === 'sent' ? body.file : undefined
  const text = body.kind === 'file' ? (body.caption ?? '') : body.kind === 'choice' ? body.label : body.text
  const asPicture = file !== undefined && SHOWN.test(file.mime) && !(body.kind === 'file' && body.as === 'document')
  const protect = body.kind === 'sent' && body.protect === true
  return html`
    ${file && (asPicture ? html`<${Photo} file=${file} preview=${preview} sent=${shown.id !== undefined} protect=${protect} tabindex=${tabindex} look=${look} />` : html`<${Attachment} file=${file} sent=${shown.id !== undefined} tabindex=${tabindex} />`)}
    ${text !== '' && html`<${Text} text=${text} tabindex=${tabindex} />`}
  `
}

interface PhotoProps {
  readonly file: SimulatorFile
  readonly preview: string | undefined
  readonly sent: boolean
  readonly protect: boolean
  readonly tabindex: number
  readonly look: (picture: Picture) => void
}

function Photo(props: PhotoProps) {
  const { file, preview, sent, protect, tabindex, look } = props
  const [broken, setBroken] = useState(false)
  const src = preview ?? `/simulator/media/${file.id}`
  if (broken) return html`<${Attachment} file=${file} sent=${sent} tabindex=${tabindex} />`
  return html`<button
    type="button"
    class="photo"
    tabindex=${tabindex}
    aria-label=${`Perbesar foto ${file.name}`}
    onClick=${() => look({ src, name: file.name, protect })}
  >
    <img src=${src} alt=${file.name} onError=${() => setBroken(true)} />
  </button>`
}

function Attachment({ file, sent, tabindex }: { file: SimulatorFile; sent: boolean; tabindex: number }) {
  const kind = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '').slice(0, 6).toUpperCase() : 'BERKAS'
  const inside = html`<span class="kind">${SHOWN.test(file.mime) ? photoIcon() : fileIcon()}</span>
    <span class="about"><bdi>${file.name}</bdi><small>${kind} · ${sizeOf(file.size)}</small></span>`
  if (!sent) return html`<span class="attachment">${inside}</span>`
  return html`<a class="attachment" tabindex=${tabindex} href=${`/simulator/media/${file.id}`} download=${file.name}
    >${inside}<span class="get">${downloadIcon()}</span></a
  >`
}

function Text({ text, tabindex }: { text: string; tabindex: number }) {
  const [whole, setWhole] = useState(text.length <= LONG)
  return html`<p class="text" dir="auto">
    ${words(whole ? text : text.slice(0, SHORT).toWellFormed())}${!whole && html`… <button type="button" class="more" tabindex=${tabindex} onClick=${() => setWhole(true)}>Baca selengkapnya</button>`}
  </p>`
}

function Rows({
  buttons,
  tabindex,
  tap,
}: {
  buttons: NonNullable<SentBody['buttons']>
  tabindex: number
  tap: (id: string, label: string) => void
}) {
  return html`<ol class="rows">
    ${buttons.rows.map(
      (row, i) =>
        html`<li>
          <button type="button" tabindex=${tabindex} onClick=${() => tap(row.id, row.label)}>
            <span class="number">${i + 1}</span
            ><span class="about"><bdi>${row.label}</bdi>${row.hint !== undefined && html`<small>${row.hint}</small>`}</span>
          </button>
        </li>`,
    )}
  </ol>`
}

const STATES = {
  waiting: [clockIcon, 'Menunggu sambungan'],
  uploading: [clockIcon, 'Sedang diunggah'],
  failed: [bannedIcon, 'Belum terkirim'],
  pending: [tickIcon, 'Terkirim'],
  received: [ticksIcon, 'Diterima Loket'],
} as const

function Foot({ shown, protect }: { shown: Shown; protect: boolean }) {
  const state = shown.mine && shown.status !== 'sent' ? STATES[shown.status] : undefined
  return html`<span class="foot">
    ${protect && html`<span role="img" aria-label="Pesan dilindungi" title="Dilindungi: tidak untuk diteruskan">${lockIcon()}</span>`}
    ${shown.at !== undefined && html`<time>${timeOf(shown.at)}</time>`}
    ${state && html`<span class=${`tick ${shown.status}`} role="img" aria-label=${state[1]} title=${state[1]}>${state[0]()}</span>`}
  </span>`
}

function Failure({ shown, actions }: { shown: Shown; actions: BubbleActions }) {
  return html`<div class="failure" role="alert">
    <span>${shown.error}</span>
    ${shown.again && html`<button type="button" onClick=${() => actions.retry(shown.key)}>Coba lagi</button>`}
    <button type="button" onClick=${() => actions.drop(shown.key)}>Buang</button>
  </div>`
}
