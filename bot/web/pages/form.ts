import type { OpenedLink } from '../../../storage/links.ts'
import type { PageVoice } from './document.ts'
import { chatText, html, strong, type Html } from './html.ts'

/** One labelled input. */
export interface Input {
  /** its name and id */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type: 'text' | 'password' | 'email' | 'tel'
  readonly autocomplete: string
  readonly inputmode?: 'numeric'
  /** shown again after a mistake; never a secret */
  readonly value?: string
  readonly problem?: string
}

/** A form with its inputs, as a page shows it. */
export interface Form {
  readonly title: string
  readonly intro?: string
  readonly inputs: readonly Input[]
  readonly button: string
  /** goes back with the form: the nonce, the sealed sum */
  readonly hidden: Readonly<Record<string, string>>
  /** what is wrong as a whole, when no single input is to blame */
  readonly problem?: string
  readonly link: OpenedLink
  readonly now: number
}

/** The form as markup: an error summary with links to the inputs first, where there are mistakes. */
export function formMarkup(voice: PageVoice, form: Form): Html {
  return html`${summary(voice, form)}
    <h1>${form.title}</h1>
    ${form.intro !== undefined && chatText(form.intro)}
    <form method="post" novalidate>
      ${Object.entries(form.hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${form.inputs.map(inputMarkup)}
      <button type="submit">${form.button}</button>
    </form>
    <p class="small">${strong(timeLeft(voice, form.link.expiresAt - form.now))}</p>`
}

/** Whether the form has something to complain of. */
export function hasProblems(form: Form): boolean {
  return form.problem !== undefined || form.inputs.some(({ problem }) => problem !== undefined)
}

function summary({ agency, language }: PageVoice, form: Form): Html | undefined {
  if (!hasProblems(form)) return undefined
  const wrong = form.inputs.filter(({ problem }) => problem !== undefined)
  const named = wrong.map(({ name, problem = '' }) => html`<li><a href="#${name}">${strong(problem)}</a></li>`)
  // nobody is told which of them was wrong: each is offered to be looked at again
  const all = form.inputs.map(({ name, label }) => html`<li><a href="#${name}">${strong(label)}</a></li>`)
  return html`<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary-title">
    <h2 id="summary-title">${agency.texts.format(language, { key: 'page-summary-title' })}</h2>
    ${form.problem !== undefined && chatText(form.problem)}
    <ul>
      ${form.problem === undefined ? named : all}
    </ul>
  </div>`
}

function inputMarkup(input: Input): Html {
  const { name, hint, problem, inputmode } = input
  const described = [hint !== undefined && `${name}-hint`, problem !== undefined && `${name}-problem`].filter(Boolean).join(' ')
  return html`<div class="field${problem !== undefined && ' wrong'}">
    <label for="${name}">${strong(input.label)}</label>
    ${hint !== undefined && html`<div class="hint" id="${name}-hint">${chatText(hint)}</div>`}
    ${problem !== undefined && html`<div class="problem" id="${name}-problem">${chatText(problem)}</div>`}
    <input
      id="${name}"
      name="${name}"
      type="${input.type}"
      autocomplete="${input.autocomplete}"
      autocapitalize="${input.autocomplete === 'off' && input.type === 'text' ? 'words' : 'none'}"
      spellcheck="false"
      ${inputmode !== undefined && html`inputmode="${inputmode}"`}
      ${described !== '' && html`aria-describedby="${described}"`}
      ${problem !== undefined && html`aria-invalid="true"`}
      ${input.value !== undefined && html`value="${input.value}"`}
      required
    />
  </div>`
}

function timeLeft({ agency, language }: PageVoice, ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000))
  const [key, count] =
    minutes < 120
      ? (['page-minutes-left', minutes] as const)
      : minutes < 48 * 60
        ? (['page-hours-left', Math.floor(minutes / 60)] as const)
        : (['page-days-left', Math.floor(minutes / 1440)] as const)
  return agency.texts.format(language, { key, args: { count } })
}
