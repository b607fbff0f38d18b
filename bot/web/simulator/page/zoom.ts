import { closeIcon, downloadIcon } from './icons.ts'
import { html, useState } from './vendor/htm-preact.js'
import { Modal } from './modal.ts'

/** A picture to be looked at closely. */
export interface Picture {
  readonly src: string
  readonly name: string
  readonly protect: boolean
}

const STEPS = [1, 1.5, 2, 3, 4, 6]

/** Shows a picture as large as the window; larger by tap, wheel, buttons or the + and - keys. */
export function Zoom({ picture, onClose }: { picture: Picture; onClose: () => void }) {
  const [step, setStep] = useState(0)
  const go = (by: number) => setStep((now) => Math.min(STEPS.length - 1, Math.max(0, now + by)))
  const keys = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') go(1)
    if (event.key === '-') go(-1)
  }
  const scale = STEPS[step] ?? 1
  const wheel = (event: WheelEvent) => {
    event.preventDefault()
    go(event.deltaY < 0 ? 1 : -1)
  }
  return html`<${Modal} title=${`Foto ${picture.name}`} name="zoom" onClose=${onClose}>
    <div class="zoom-all" onKeyDown=${keys}>
      <header>
        <bdi class="zoom-name">${picture.name}</bdi>
        <button type="button" aria-label="Perkecil" disabled=${step === 0} onClick=${() => go(-1)}>−</button>
        <output aria-live="polite">${Math.round(scale * 100)}%</output>
        <button type="button" aria-label="Perbesar" disabled=${step === STEPS.length - 1} onClick=${() => go(1)}>+</button>
        ${picture.protect ? null : html`<a class="button" href=${picture.src} download=${picture.name} aria-label="Unduh foto">${downloadIcon()}</a>`}
        <button type="button" aria-label="Tutup" onClick=${onClose}>${closeIcon()}</button>
      </header>
      <div class="zoom-pane" tabindex="0" role="group" aria-label="Foto; geser untuk melihat bagian lain" onWheel=${wheel}>
        <img
          src=${picture.src}
          alt=${picture.name}
          style=${{ width: `${scale * 100}%`, height: `${scale * 100}%` }}
          onClick=${() => setStep(step === 0 ? 2 : 0)}
        />
      </div>
    </div>
  <//>`
}
