import { html } from './vendor/htm-preact.js'
import { stretches } from './rich-text.ts'

/** A message's words as the page shows them: bold and links, everything else as plain text. */
export function words(text: string) {
  return stretches(text).map(({ text, bold, href }) => {
    const shown = href === undefined ? text : html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`
    return bold ? html`<strong>${shown}</strong>` : shown
  })
}

const TIME = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('id-ID', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** `08.15` for milliseconds since 1970. */
export const timeOf = (at: number) => TIME.format(at)

/** `Senin, 21 Juli 2025` for milliseconds since 1970. */
export const dayOf = (at: number) => DAY.format(at)

/** `1,2 MB` for bytes. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const inKb = bytes / 1024
  if (inKb < 1024) return `${Math.round(inKb)} KB`
  return `${(inKb / 1024).toLocaleString('id-ID', { maximumFractionDigits: 1 })} MB`
}

/** `+62 812-0000-0001` for an E.164 number. */
export const phoneNumber = (phone: string) => phone.replace(/^(\+62)(\d{3})(\d{4})(\d+)$/, '$1 $2-$3-$4')

/** `Siti` and `warga` for `Siti (warga)`: at most two letters that stand for a name. */
export function initials(name: string): string {
  const letters = name.match(/\p{L}+/gu)?.filter((word) => !['Ibu', 'Pak', 'Bapak', 'warga', 'petugas'].includes(word)) ?? []
  return letters
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('')
}
