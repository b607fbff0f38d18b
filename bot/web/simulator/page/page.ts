import type { PhoneRole, SimulatorPhone } from '../../../../storage/simulator-records.ts'
import { mailIcon, plusIcon } from './icons.ts'
import { html, useEffect, useRef, useState } from './vendor/htm-preact.js'
import { Mailbox } from './mailbox.ts'
import { chatOf } from './model.ts'
import { Phone } from './phone.ts'
import { PhoneDialog, type PhoneTask } from './phone-dialogs.ts'
import type { Simulator } from './simulator.ts'
import { initials } from './words.ts'
import { Zoom, type Picture } from './zoom.ts'

const GROUPS: readonly { role: PhoneRole; title: string; add: string }[] = [
  { role: 'citizen', title: 'Warga', add: 'Tambah ponsel warga' },
  { role: 'officer', title: 'Petugas', add: 'Tambah ponsel petugas' },
]
const MAILBOX = 'mailbox'

/** The whole page: phones side by side, or one at a time where there is no room. */
export function Page({ simulator }: { simulator: Simulator }) {
  const { phones, mails, ready } = simulator.model
  const [wanted, setWanted] = useState('')
  const [mailbox, setMailbox] = useState(false)
  const [picture, setPicture] = useState<Picture | undefined>(undefined)
  const [task, setTask] = useState<PhoneTask | undefined>(undefined)
  const current = wanted === MAILBOX || phones.some(({ id }) => id === wanted) ? wanted : (phones[0]?.id ?? '')
  const unread = mails.filter(({ read }) => !read).length
  const show = (id: string) => {
    setWanted(id)
    setMailbox(id === MAILBOX)
  }
  return html`<div class=${mailbox ? 'page with-mailbox' : 'page'}>
    <header class="top">
      <img src="/simulator/page/icon.svg" alt="" width="32" height="32" />
      <h1>Loket <small>simulator ponsel</small></h1>
      <p class="ribbon">Demo – jangan pakai data asli</p>
      <p class=${simulator.connected ? 'link on' : 'link'} role="status">
        ${simulator.connected ? 'Tersambung' : 'Menyambung kembali…'}
      </p>
      <button
        type="button"
        class="mail-button"
        aria-expanded=${mailbox ? 'true' : 'false'}
        aria-controls="mailbox"
        onClick=${() => setMailbox(!mailbox)}
      >
        ${mailIcon()}<span>Kotak surat</span
        >${unread > 0 && html`<b class="badge" aria-label=${`${unread} belum dibaca`}>${unread}</b>`}
      </button>
    </header>
    <${Switcher}
      simulator=${simulator}
      current=${current}
      unreadMails=${unread}
      show=${show}
      add=${() => setTask({ kind: 'add', role: 'citizen' })}
    />
    <main aria-busy=${ready ? 'false' : 'true'}>
      ${GROUPS.map(
        ({ role, title, add }) =>
          html`<section class=${`group ${role}`} aria-label=${title}>
            <div class="group-head">
              <h2>${title}</h2>
              <button type="button" aria-label=${add} title=${add} onClick=${() => setTask({ kind: 'add', role })}>
                ${plusIcon()}
              </button>
            </div>
            <div class="phones">
              ${phones.filter((phone) => phone.role === role).map((phone) => html`<${Phone} key=${phone.id} simulator=${simulator} phone=${phone} current=${phone.id === current} look=${setPicture} ask=${setTask} />`)}
            </div>
          </section>`,
      )}
    </main>
    <${Mailbox} simulator=${simulator} current=${current === MAILBOX} onClose=${() => show('')} />
    ${picture && html`<${Zoom} picture=${picture} onClose=${() => setPicture(undefined)} />`}
    ${task && html`<${PhoneDialog} task=${task} onClose=${() => setTask(undefined)} />`}
  </div>`
}

interface SwitcherProps {
  readonly simulator: Simulator
  readonly current: string
  readonly unreadMails: number
  readonly show: (id: string) => void
  readonly add: () => void
}

/** Chooses the one phone that a small screen shows. */
function Switcher({ simulator, current, unreadMails, show, add }: SwitcherProps) {
  const { phones } = simulator.model
  const seen = useRef(new Map<string, number>())
  const newest = (phone: SimulatorPhone) =>
    chatOf(simulator.model, phone.id).messages.findLast(({ direction }) => direction === 'out')?.id ?? 0
  useEffect(() => {
    for (const phone of phones) if (phone.id === current || !seen.current.has(phone.id)) seen.current.set(phone.id, newest(phone))
  })
  const tab = (id: string, name: string, mark: unknown, unread: boolean) =>
    html`<button
      type="button"
      title=${name}
      class=${id === current ? 'tab on' : 'tab'}
      aria-current=${id === current ? 'true' : 'false'}
      onClick=${() => show(id)}
    >
      ${mark}<bdi>${name.replace(/\s*\(.*\)$/, '')}</bdi>${unread && html`<b class="dot" aria-label="ada pesan baru"></b>`}
    </button>`
  return html`<nav class="switcher" aria-label="Pilih ponsel">
    ${phones.map((phone) => {
      const mark = html`<span class=${`initials ${phone.role}`} aria-hidden="true">${initials(phone.name)}</span>`
      return tab(
        phone.id,
        phone.name,
        mark,
        phone.id !== current && newest(phone) > (seen.current.get(phone.id) ?? newest(phone)),
      )
    })}
    ${tab(MAILBOX, 'Kotak surat', html`<span class="initials" aria-hidden="true">${mailIcon()}</span>`, unreadMails > 0)}
    <button type="button" class="tab" onClick=${add}>
      <span class="initials add" aria-hidden="true">${plusIcon()}</span>Tambah
    </button>
  </nav>`
}
