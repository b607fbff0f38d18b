import { html, useEffect, useRef } from './vendor/htm-preact.js'

/** A dialog over the page; Escape and a tap beside it close it. Focus returns to where it was. */
export function Modal({
  title,
  name,
  onClose,
  children,
}: {
  title: string
  name: string
  onClose: () => void
  children?: unknown
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const outside = (event: MouseEvent) => event.target === dialog.current && onClose()
  return html`<dialog ref=${dialog} class=${name} aria-label=${title} onClose=${onClose} onClick=${outside}>${children}</dialog>`
}
