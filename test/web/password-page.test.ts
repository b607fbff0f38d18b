import { afterEach, describe, expect, it } from 'vitest'
import { openCounter, solve, type Counter, type CounterOptions } from './pages-counter.ts'
import { WEAK_PASSWORDS } from '../support/weak-passwords.ts'

const GOOD = 'kucing menyapu halaman sore'

let counter: Counter
afterEach(() => counter.close())

/** A counter whose account is active and has no password, and the link to the page for it. */
async function bare(options?: CounterOptions) {
  counter = await openCounter(options)
  counter.state.account = 'active'
  counter.state.bare = true
  return { ...counter, address: await counter.link('password', { subject: 'ACC00000001', minutes: 30 }) }
}

describe('the page of a first password', () => {
  it('is where the activation of an account without one leads on to', async () => {
    counter = await openCounter()
    const { state, activationLink, visit, fill } = counter
    state.bare = true
    const link = await activationLink()
    const { body } = await visit(link)
    const activated = await fill(link, body, { mother: 'Sri Lestari', sum: String(solve(body)) })
    expect(activated.statusCode).toBe(200)
    expect(activated.body).toContain('Akun aktif, tinggal satu langkah')
    const next = /<a class="button" href="([^"]*)">Buat kata kunci<\/a>/.exec(activated.body)?.[1] ?? ''
    const page = await visit(next)
    expect(page.body).toContain('<h1>Kata kunci akun SINTREN</h1>')
    expect(page.body).toContain('berlaku 30 menit lagi')
    await fill(next, page.body, { answer: GOOD, again: GOOD })
    expect(state.passwords).toEqual([{ account: 'ACC00000001', text: GOOD }])
  })

  it('asks for it twice, keeps it once, and leads to login', async () => {
    const { address, visit, fill, state } = await bare()
    const { body } = await visit(address)
    expect(body.match(/type="password"\s+autocomplete="new-password"/g)).toHaveLength(2)
    const differs = await fill(address, body, { answer: GOOD, again: 'lain sekali' })
    expect(differs.statusCode).toBe(422)
    expect(differs.body).toContain('Kedua isian tidak sama')
    expect(state.passwords).toEqual([])
    const [one, other] = await Promise.all([1, 2].map(() => fill(address, body, { answer: GOOD, again: GOOD })))
    expect(one?.body).toMatch(/Kata kunci tersimpan.*<strong>login<\/strong>/s)
    expect(other?.statusCode).toBe(410)
    expect(state.passwords).toHaveLength(1)
    expect((await visit(address)).statusCode).toBe(410)
  })

  it('says why a password is not taken, keeps the link, and never shows it again', async () => {
    const { address, visit, fill, state } = await bare()
    const { body } = await visit(address)
    for (const [weak, why] of WEAK_PASSWORDS) {
      const page = await fill(address, body, { answer: weak, again: weak })
      expect(page.statusCode).toBe(422)
      expect(page.body).toContain(why)
      expect(page.body).not.toContain(weak === '' ? 'value=""' : weak)
      expect(page.body).not.toContain('<script')
    }
    expect(state.passwords).toEqual([])
    expect((await fill(address, body, { answer: GOOD, again: GOOD })).statusCode).toBe(200)
  })

  it('is over when the password was made in the chat, before or after it was opened', async () => {
    const { address, visit, fill, state } = await bare()
    const { body } = await visit(address)
    state.bare = false
    expect((await fill(address, body, { answer: GOOD, again: GOOD })).statusCode).toBe(410)
    expect((await visit(address)).body).toContain('Pertanyaan ini sudah lewat')
    expect(state.passwords).toEqual([])
  })

  it('lasts half an hour, takes no form of another site, and is not opened by preview', async () => {
    const { address, visit, fill, state, clock } = await bare()
    const { body } = await visit(address)
    const foreign = await fill(address, body, { answer: GOOD, again: GOOD }, { 'sec-fetch-site': 'cross-site' })
    expect(foreign.statusCode).toBe(403)
    expect((await fill(address, body, { answer: GOOD, again: GOOD, nonce: 'x' })).statusCode).toBe(403)
    clock.time += 30 * 60_000
    expect((await fill(address, body, { answer: GOOD, again: GOOD })).statusCode).toBe(410)
    expect(state.passwords).toEqual([])
  })

  it('speaks English when the conversation does', async () => {
    const { address, visit } = await bare({ language: 'en' })
    expect((await visit(address)).body).toContain('<h1>Password of your SINTREN account</h1>')
  })
})
