import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'
import { solveSum } from '../support/sums.ts'

const PATIENCE = { timeout: 20_000, interval: 50 }

/** A phone on the page, used as a person does. */
export class PagePhone {
  readonly #phone: Locator
  readonly #page: Page
  /** messages up to here have been looked at */
  #read = 0
  #solved = 0

  constructor(page: Page, owner: string) {
    this.#page = page
    this.#phone = page.getByRole('article', { name: owner })
  }

  get counter(): Locator {
    return this.#phone.locator('.chat-head')
  }

  get face(): Locator {
    return this.counter.locator('svg').first()
  }

  get #messages(): Locator {
    return this.#phone.getByRole('log').locator('.row')
  }

  text(): Promise<string> {
    return this.#phone.getByRole('log').innerText()
  }

  async #news(): Promise<string> {
    return (await this.#messages.allInnerTexts()).slice(this.#read).join('\n')
  }

  async says(text: string): Promise<void> {
    this.#read = await this.#messages.count()
    await this.#phone.getByRole('textbox').fill(text)
    await this.#phone.getByRole('textbox').press('Enter')
  }

  async taps(label: string): Promise<void> {
    const button = this.#phone.getByRole('button', { name: label }).last()
    await button.waitFor()
    this.#read = await this.#messages.count()
    await button.click()
  }

  /** Waits until something new says `what`. */
  async hears(what: string): Promise<void> {
    await vi.waitFor(async () => {
      const news = await this.#news()
      if (!news.includes(what)) throw new Error(`nobody said "${what}", but: ${news}`)
    }, PATIENCE)
  }

  async answers(question: string, answer: string): Promise<void> {
    await this.hears(question)
    await this.says(answer)
  }

  async newestLink(): Promise<string> {
    return (await this.#phone.getByRole('log').locator('a[href*="/l/"]').last().getAttribute('href')) ?? ''
  }

  async sendsSampleCard(): Promise<void> {
    await this.#phone.getByRole('button', { name: /lampir/i }).click()
    await this.#page
      .getByText(/contoh KTP/i)
      .first()
      .click()
    const send = this.#phone.getByRole('button', { name: /kirim/i }).last()
    await send.waitFor()
    await send.click()
  }

  /** Answers the next sum that has not been answered yet. */
  async solves(): Promise<void> {
    const asked = await vi.waitFor(async () => {
      const sums = (await this.#messages.allInnerTexts()).filter((text) => solveSum(text) !== undefined)
      if (sums.length !== this.#solved + 1) throw new Error('no new sum was asked')
      return sums.at(-1) ?? ''
    }, PATIENCE)
    this.#solved++
    await this.says(String(solveSum(asked)))
  }
}
