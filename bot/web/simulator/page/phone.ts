import type { SimulatorPhone } from '../../../../storage/simulator-records.ts'
import { Bubble, type BubbleActions, type Shown } from './bubble.ts'
import { asDropped, Composer, type Chosen } from './composer.ts'
import { downIcon, loketAvatar, moreIcon, verifiedIcon } from './icons.ts'
import { html, useEffect, useLayoutEffect, useRef, useState } from './vendor/htm-preact.js'
import { chatOf } from './model.ts'
import type { PhoneTask } from './phone-dialogs.ts'
import { shownOf } from './shown.ts'
import type { Simulator } from './simulator.ts'
import { dayOf, initials, phoneNumber } from './words.ts'
import type { Picture } from './zoom.ts'

/** Distance from the end, in pixels, at which the chat still follows new messages. */
const NEAR = 80

interface Props {
  readonly simulator: Simulator
  readonly phone: SimulatorPhone
  readonly current: boolean
  readonly look: (picture: Picture) => void
  readonly ask: (task: PhoneTask) => void
}

/** One phone with its chat. */
export function Phone({ simulator, phone, current, look, ask }: Props) {
  const [quoted, setQuoted] = useState<Shown | undefined>(undefined)
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [over, setOver] = useState(false)
  const [away, setAway] = useState(false)
  const [focused, setFocused] = useState<string | undefined>(undefined)
  const log = useRef<HTMLDivElement>(null)
  const follow = useRef(true)
  const chat = chatOf(simulator.model, phone.id)
  const shown = shownOf(simulator, phone.id)
  const last = shown.at(-1)?.key

  const height = useRef(0)
  const toEnd = () => {
    if (!log.current) return
    height.current = log.current.scrollHeight
    log.current.scrollTop = height.current
  }
  useLayoutEffect(() => {
    if (follow.current) toEnd()
  }, [last, shown.length, chat.typing, current, quoted, chosen.length])
  useEffect(() => {
    // Pictures get their height late, and the keyboard of a real phone takes some away.
    const watcher = new ResizeObserver(() => follow.current && toEnd())
    if (log.current) watcher.observe(log.current)
    if (log.current?.firstElementChild) watcher.observe(log.current.firstElementChild)
    return () => watcher.disconnect()
  }, [])
  const scrolled = () => {
    const view = log.current
    if (!view) return
    // A picture that grew under the view scrolls it too; only a person's own scrolling stops the following.
    if (follow.current && view.scrollHeight !== height.current) return toEnd()
    follow.current = view.scrollHeight - view.scrollTop - view.clientHeight < NEAR
    setAway(!follow.current)
  }
  const send = (text: string) => {
    follow.current = true
    const quote = quoted?.id === undefined ? {} : { replyTo: quoted.id }
    const album = chosen.length > 1 ? { album: crypto.randomUUID() } : {}
    chosen.forEach(({ file, as }, i) =>
      simulator.sendFile({ phoneId: phone.id, file, as, caption: i === 0 ? text : '', ...album, ...(i === 0 ? quote : {}) }),
    )
    if (chosen.length === 0) simulator.send(phone.id, { kind: 'text', text, ...quote })
    setChosen([])
    setQuoted(undefined)
  }
  const actions: BubbleActions = {
    look,
    reply: setQuoted,
    tap: (of, id, label) => {
      follow.current = true
      simulator.send(phone.id, { kind: 'choice', id, of }, label)
    },
    jump: (id) => log.current?.querySelector<HTMLElement>(`#m-${id}`)?.focus(),
    retry: (key) => simulator.retry(key),
    drop: (key) => simulator.drop(key),
  }
  const rows = () => [...(log.current?.querySelectorAll<HTMLElement>('.row') ?? [])]
  const keys = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.row')
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const all = rows()
      const next = row ? all[all.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)] : all.at(-1)
      event.preventDefault()
      if (next) next.focus()
      else if (event.key === 'ArrowDown') log.current?.parentElement?.querySelector('textarea')?.focus()
    } else if (event.key === 'Enter' && row === event.target) {
      event.preventDefault()
      const one = shown.find(({ key }) => key === row?.dataset['key'])
      if (one?.id !== undefined && one.body.kind !== 'deleted') setQuoted(one)
    } else if (event.key === 'Escape') log.current?.parentElement?.querySelector('textarea')?.focus()
  }
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    setChosen([...chosen, ...asDropped(event.dataTransfer?.files ?? [])])
  }
  const dragged = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const left = (event: DragEvent) =>
    (event.currentTarget as Element).contains(event.relatedTarget as Node | null) || setOver(false)

  return html`<article
    class=${`phone ${phone.role}${current ? ' current' : ''}${over ? ' over' : ''}`}
    id=${`phone-${phone.id}`}
    aria-label=${`Ponsel ${phone.name}`}
    onDragOver=${dragged}
    onDragLeave=${left}
    onDrop=${dropped}
  >
    <${Owner} phone=${phone} ask=${ask} />
    <header class="chat-head">
      ${loketAvatar()}
      <div class="who">
        <h3>${simulator.model.counter} ${verifiedIcon()}</h3>
        <p aria-live="polite">
          ${chat.typing ? html`<em>sedang mengetik…</em>` : simulator.connected ? 'online' : 'menyambung…'}
        </p>
      </div>
    </header>
    <div
      class="log"
      ref=${log}
      role="log"
      aria-live="polite"
      aria-label=${`Percakapan ${phone.name} dengan ${simulator.model.counter}`}
      tabindex="0"
      onScroll=${scrolled}
      onKeyDown=${keys}
      onfocusin=${(event: FocusEvent) => setFocused((event.target as HTMLElement).closest<HTMLElement>('.row')?.dataset['key'])}
    >
      <div class="messages">
        ${chat.more && html`<button type="button" class="chip" onClick=${() => simulator.older(phone.id)}>Muat pesan lama</button>`}
        ${shown.length === 0 && html`<p class="hello">Belum ada pesan. Tulis <b>halo</b> untuk memulai.</p>`}
        ${shown.flatMap((one, i) => {
          const before = shown[i - 1]
          const day = one.at === undefined ? undefined : dayOf(one.at)
          const newDay = day !== undefined && (before?.at === undefined || dayOf(before.at) !== day)
          const replyTo = 'replyTo' in one.body ? one.body.replyTo : undefined
          const original = one.body.kind === 'choice' ? undefined : shown.find(({ id }) => id !== undefined && id === replyTo)
          const reachable = one.key === last || one.key === focused
          const first = newDay || before?.mine !== one.mine
          // One flat list of keyed parts: an unkeyed pair in between would lose its place when older messages come.
          return [
            newDay && html`<p class="chip day" key=${`day-${day}`}>${day}</p>`,
            html`<${Bubble}
              key=${one.key}
              shown=${one}
              first=${first}
              quoted=${original}
              reachable=${reachable}
              actions=${actions}
            />`,
          ]
        })}
        ${
          chat.typing &&
          html`<div class="row theirs" role="img" aria-label="Loket sedang mengetik">
            <div class="bubble theirs first typing"><i></i><i></i><i></i></div>
          </div>`
        }
      </div>
    </div>
    ${away && html`<button type="button" class="to-end" aria-label="Ke pesan terbaru" onClick=${toEnd}>${downIcon()}</button>`}
    <${Composer}
      owner=${phone.name}
      quoted=${quoted}
      chosen=${chosen}
      choose=${setChosen}
      unquote=${() => setQuoted(undefined)}
      send=${send}
      up=${() => rows().at(-1)?.focus()}
    />
    ${over && html`<div class="drop-here" aria-hidden="true">Lepaskan berkas di sini</div>`}
  </article>`
}

function Owner({ phone, ask }: { phone: SimulatorPhone; ask: (task: PhoneTask) => void }) {
  const [open, setOpen] = useState(false)
  const all = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent) => all.current?.contains(event.target as Node) || setOpen(false)
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const choose = (task: PhoneTask) => () => {
    setOpen(false)
    ask(task)
  }
  return html`<div class="owner" ref=${all} onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)}>
    <span class="initials" aria-hidden="true">${initials(phone.name)}</span>
    <div class="who">
      <h2><bdi>${phone.name}</bdi></h2>
      <p>${phoneNumber(phone.phone)}</p>
    </div>
    <button
      type="button"
      aria-label=${`Atur ponsel ${phone.name}`}
      aria-haspopup="true"
      aria-expanded=${open ? 'true' : 'false'}
      onClick=${() => setOpen(!open)}
    >
      ${moreIcon()}
    </button>
    ${
      open &&
      html`<div class="menu down" role="menu" aria-label=${`Atur ponsel ${phone.name}`}>
        <button type="button" role="menuitem" onClick=${choose({ kind: 'rename', phone })}>Ubah nama</button>
        <button type="button" role="menuitem" onClick=${choose({ kind: 'remove', phone })}>Hapus ponsel</button>
      </div>`
    }
  </div>`
}
