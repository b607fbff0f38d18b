import type { SimulatorMail } from '../../../../storage/simulator-records.ts'
import { closeIcon, downloadIcon, fileIcon, mailIcon } from './icons.ts'
import { html } from './vendor/htm-preact.js'
import type { Simulator } from './simulator.ts'
import { dayOf, sizeOf, timeOf, words } from './words.ts'

/** The e-mails that Loket sent, newest first. */
export function Mailbox({ simulator, current, onClose }: { simulator: Simulator; current: boolean; onClose: () => void }) {
  const { mails, mailElsewhere } = simulator.model
  const note = mailElsewhere
    ? 'Loket sekarang mengirim e-mail lewat server e-mail (SMTP_URL). Di sini hanya ada surat lama.'
    : 'Semua e-mail dari Loket masuk ke sini, untuk siapa pun alamatnya.'
  return html`<aside class=${current ? 'mailbox current' : 'mailbox'} id="mailbox" aria-label="Kotak surat">
    <header>
      <h2>${mailIcon()} Kotak surat</h2>
      <button type="button" class="close" aria-label="Tutup kotak surat" onClick=${onClose}>${closeIcon()}</button>
    </header>
    <p class="note">${note}</p>
    <div class="mails" aria-live="polite">
      ${mails.length === 0 && html`<p class="empty">${mailIcon()}Belum ada e-mail.</p>`}
      ${mails.map((mail) => html`<${Mail} key=${mail.id} mail=${mail} read=${() => mail.read || simulator.readMail(mail.id)} />`)}
    </div>
  </aside>`
}

function Mail({ mail, read }: { mail: SimulatorMail; read: () => void }) {
  const opened = (event: Event) => (event.target as HTMLDetailsElement).open && read()
  return html`<details class=${mail.read ? 'mail' : 'mail unread'} onToggle=${opened}>
    <summary>
      <span class="subject"><bdi>${mail.subject === '' ? '(tanpa judul)' : mail.subject}</bdi></span>
      <time title=${dayOf(mail.at)}>${timeOf(mail.at)}</time>
      <span class="to">kepada <bdi>${mail.to}</bdi></span>
    </summary>
    <p class="text" dir="auto">${words(mail.text)}</p>
    ${
      mail.file &&
      html`<a class="attachment" href=${`/simulator/media/${mail.file.id}`} download=${mail.file.name}
        ><span class="kind">${fileIcon()}</span
        ><span class="about"><bdi>${mail.file.name}</bdi><small>${sizeOf(mail.file.size)}</small></span
        ><span class="get">${downloadIcon()}</span></a
      >`
    }
  </details>`
}
