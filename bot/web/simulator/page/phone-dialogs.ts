import type { PhoneRole, SimulatorPhone } from '../../../../storage/simulator-records.ts'
import { html, useState } from './vendor/htm-preact.js'
import { Modal } from './modal.ts'
import { addPhone, Refused, removePhone, renamePhone } from './requests.ts'

/** What the open dialog is about. */
export type PhoneTask =
  | { readonly kind: 'add'; readonly role: PhoneRole }
  | { readonly kind: 'rename'; readonly phone: SimulatorPhone }
  | { readonly kind: 'remove'; readonly phone: SimulatorPhone }

const ROLES: Record<PhoneRole, string> = { citizen: 'warga', officer: 'petugas' }

/** Asks for the name of a phone, or whether to remove it, and does it. */
export function PhoneDialog({ task, onClose }: { task: PhoneTask; onClose: () => void }) {
  const [name, setName] = useState(task.kind === 'add' ? '' : task.phone.name)
  const [error, setError] = useState('')
  const title =
    task.kind === 'add'
      ? `Tambah ponsel ${ROLES[task.role]}`
      : task.kind === 'rename'
        ? 'Ubah nama ponsel'
        : `Hapus ponsel ${name}?`
  const act = () => {
    if (task.kind === 'add') return addPhone(name, task.role)
    return task.kind === 'rename' ? renamePhone(task.phone.id, name) : removePhone(task.phone.id)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    act().then(onClose, (reason: unknown) => setError(reason instanceof Refused ? reason.message : 'Belum berhasil. Coba lagi.'))
  }
  return html`<${Modal} title=${title} name="small" onClose=${onClose}>
    <form onSubmit=${submit}>
      <h2>${title}</h2>
      ${
        task.kind === 'remove'
          ? html`<p>Semua percakapan di ponsel ini ikut terhapus dari simulator.</p>`
          : html`<label
              >Nama<input
                type="text"
                required
                maxlength="60"
                placeholder="Contoh: Dewi (warga)"
                value=${name}
                onInput=${(event: InputEvent) => setName((event.target as HTMLInputElement).value)}
            /></label>`
      }
      <p class="error" role="alert">${error}</p>
      <div class="actions">
        <button type="button" onClick=${onClose}>Batal</button>
        <button type="submit" class=${task.kind === 'remove' ? 'danger' : 'primary'}>
          ${task.kind === 'remove' ? 'Hapus' : 'Simpan'}
        </button>
      </div>
    </form>
  <//>`
}
