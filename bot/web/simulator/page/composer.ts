import { cardIcon, clipIcon, closeIcon, fileIcon, photoIcon, sendIcon } from './icons.ts'
import { summary, type Shown } from './bubble.ts'
import { html, useEffect, useLayoutEffect, useRef, useState } from './vendor/htm-preact.js'
import { sampleKtp } from './requests.ts'
import { sizeOf } from './words.ts'

/** A file that waits for its caption. */
export interface Chosen {
  readonly file: File
  readonly as: 'photo' | 'document'
}

interface Props {
  readonly owner: string
  readonly quoted: Shown | undefined
  readonly chosen: readonly Chosen[]
  readonly choose: (chosen: readonly Chosen[]) => void
  readonly unquote: () => void
  readonly send: (text: string) => void
  /** Arrow up in an empty field: to the messages */
  readonly up: () => void
}

/** Files as they were dropped or pasted: pictures become photos, everything else documents. */
export const asDropped = (files: Iterable<File>): Chosen[] =>
  [...files].map((file) => ({ file, as: file.type.startsWith('image/') ? 'photo' : 'document' }))

/** Where one writes: text field, attachments, quoted message. */
export function Composer({ owner, quoted, chosen, choose, unquote, send, up }: Props) {
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 132)}px`
  }, [text])
  useLayoutEffect(() => {
    if (quoted || chosen.length > 0) field.current?.focus()
  }, [quoted, chosen.length])
  const empty = text.trim() === '' && chosen.length === 0
  const submit = () => {
    if (empty) return
    send(text.trim() === '' ? '' : text)
    setText('')
    field.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      submit()
    } else if (event.key === 'Escape') {
      unquote()
      choose([])
    } else if (event.key === 'ArrowUp' && text === '') {
      event.preventDefault()
      up()
    }
  }
  const paste = (event: ClipboardEvent) => {
    const files = asDropped(event.clipboardData?.files ?? [])
    if (files.length === 0) return
    event.preventDefault()
    choose([...chosen, ...files])
  }
  return html`<form class="composer" onSubmit=${(event: SubmitEvent) => (event.preventDefault(), submit())}>
    ${
      quoted &&
      html`<div class="tray quoted">
        <div class="quote">
          <b>${quoted.mine ? 'Anda' : 'Loket'}</b><span dir="auto">${summary(quoted.body).slice(0, 160)}</span>
        </div>
        <button type="button" aria-label="Batal mengutip" onClick=${unquote}>${closeIcon()}</button>
      </div>`
    }
    ${
      chosen.length > 0 &&
      html`<ul class="tray files" aria-label="Berkas yang akan dikirim">
        ${chosen.map((one) => html`<li key=${one.file}><${Preview} chosen=${one} remove=${() => choose(chosen.filter((other) => other !== one))} /></li>`)}
      </ul>`
    }
    <div class="line">
      <${Attach} choose=${(more: readonly Chosen[]) => choose([...chosen, ...more])} />
      <textarea
        ref=${field}
        rows="1"
        dir="auto"
        aria-label=${`Tulis pesan dari ponsel ${owner}`}
        placeholder=${chosen.length > 0 ? 'Tambah keterangan' : 'Ketik pesan'}
        value=${text}
        onInput=${(event: InputEvent) => setText((event.target as HTMLTextAreaElement).value)}
        onKeyDown=${keys}
        onPaste=${paste}
      ></textarea>
      <button type="submit" class="send" aria-label="Kirim" disabled=${empty}>${sendIcon()}</button>
    </div>
  </form>`
}

function Preview({ chosen, remove }: { chosen: Chosen; remove: () => void }) {
  const { file, as } = chosen
  const [src, setSrc] = useState<string | undefined>(undefined)
  useEffect(() => {
    if (as !== 'photo') return
    const url = URL.createObjectURL(file)
    setSrc(url)
    return () => URL.revokeObjectURL(url)
  }, [file, as])
  return html`<div class="preview">
    ${src === undefined ? html`<span class="kind">${fileIcon()}</span>` : html`<img src=${src} alt="" />`}
    <span class="about"><bdi>${file.name}</bdi><small>${as === 'photo' ? 'Foto' : 'Dokumen'} · ${sizeOf(file.size)}</small></span>
    <button type="button" aria-label=${`Batal mengirim ${file.name}`} onClick=${remove}>${closeIcon()}</button>
  </div>`
}

function Attach({ choose }: { choose: (chosen: readonly Chosen[]) => void }) {
  const [open, setOpen] = useState(false)
  const [error, setError] = useState('')
  const all = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const photos = useRef<HTMLInputElement>(null)
  const documents = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (!open) return
    all.current?.querySelector<HTMLElement>('.menu button')?.focus()
    const outside = (event: PointerEvent) => all.current?.contains(event.target as Node) || setOpen(false)
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const took = (as: Chosen['as']) => (event: Event) => {
    const input = event.target as HTMLInputElement
    choose([...(input.files ?? [])].map((file) => ({ file, as })))
    input.value = ''
    close()
  }
  const sample = () => {
    setError('')
    sampleKtp().then(
      (file) => (choose([{ file, as: 'photo' }]), close()),
      (reason: unknown) => setError(reason instanceof Error ? reason.message : ''),
    )
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const items = [...(all.current?.querySelectorAll<HTMLElement>('.menu button') ?? [])]
    const now = items.findIndex((item) => item === document.activeElement)
    items.at((now + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus()
  }
  return html`<div class="attach" ref=${all}>
    <button
      ref=${opener}
      type="button"
      class=${open ? 'round open' : 'round'}
      aria-label="Lampirkan"
      aria-haspopup="true"
      aria-expanded=${open ? 'true' : 'false'}
      onClick=${() => setOpen(!open)}
    >
      ${clipIcon()}
    </button>
    <input
      ref=${photos}
      class="hidden"
      type="file"
      accept="image/*"
      multiple
      tabindex="-1"
      aria-hidden="true"
      data-kind="photo"
      onChange=${took('photo')}
    />
    <input
      ref=${documents}
      class="hidden"
      type="file"
      multiple
      tabindex="-1"
      aria-hidden="true"
      data-kind="document"
      onChange=${took('document')}
    />
    ${
      open &&
      html`<div class="menu up" role="menu" aria-label="Lampirkan" onKeyDown=${keys}>
        <button type="button" role="menuitem" onClick=${() => photos.current?.click()}>
          <i class="violet">${photoIcon()}</i>Foto
        </button>
        <button type="button" role="menuitem" onClick=${() => documents.current?.click()}>
          <i class="blue">${fileIcon()}</i>Dokumen
        </button>
        <button type="button" role="menuitem" onClick=${sample}><i class="green">${cardIcon()}</i>Kirim contoh KTP</button>
        ${error !== '' && html`<p class="error" role="alert">${error}</p>`}
      </div>`
    }
  </div>`
}
