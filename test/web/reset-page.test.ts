import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { openCounter, type Counter, type CounterOptions } from './pages-counter.ts'

const GOOD = 'kucing menyapu halaman sore'
const KK = '3326 0101 1215 0002'

let counter: Counter
afterEach(() => counter.close())

/** A counter, and a link to the page that replaces a forgotten password. */
async function forgotten(options?: CounterOptions) {
  counter = await openCounter(options)
  counter.state.account = 'active'
  return { ...counter, address: await counter.link('reset', { subject: 'ACC00000001', minutes: 30 }) }
}

describe('the page of a forgotten password', () => {
  it('SIN-98, SIN-99 asks the family card number and the new password twice', async () => {
    const { address, visit } = await forgotten()
    const page = await visit(address)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<h1>Kata kunci baru akun SINTREN</h1>')
    expect(page.body).toMatch(/for="kk"[^>]*>.*Nomor Kartu Keluarga/s)
    expect(page.body.match(/type="password"\s+autocomplete="new-password"/g)).toHaveLength(2)
    expect(page.body).toContain('berlaku 30 menit lagi')
    expect(page.body).toContain('>Ganti Password</button>')
  })

  it('carries the same protection as every page', async () => {
    const { address, visit } = await forgotten()
    const { headers } = await visit(address)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  it('SIN-100 stores the password once, and leads to login', async () => {
    const { address, visit, fill, state } = await forgotten()
    const { body } = await visit(address)
    const sent = { kk: KK, answer: GOOD, again: GOOD }
    const [one, other] = await Promise.all([1, 2].map(() => fill(address, body, sent)))
    expect(one?.statusCode).toBe(200)
    expect(one?.body).toMatch(/Kata kunci sudah diganti.*<strong>login<\/strong>/s)
    expect(other?.statusCode).toBe(410)
    expect(state.passwords).toEqual([{ account: 'ACC00000001', text: GOOD }])
    const again = await visit(address)
    expect(again.statusCode).toBe(410)
    expect(again.body).toMatch(/Tautan kata kunci sudah dipakai.*<strong>lupa password<\/strong>/s)
  })

  it('SIN-101 refuses a wrong family card number, a few times, then the link is locked', async () => {
    const { address, visit, fill, state } = await forgotten()
    const { body } = await visit(address)
    const wrong = { kk: '3326010112150003', answer: GOOD, again: GOOD }
    for (const left of [2, 1]) {
      const page = await fill(address, body, wrong)
      expect(page.statusCode).toBe(422)
      expect(page.body).toContain(`Sisa percobaan: ${left}`)
      expect(page.body).not.toContain(GOOD)
    }
    const locked = await fill(address, body, wrong)
    expect(locked.statusCode).toBe(410)
    expect(locked.body).toMatch(/Tautan kata kunci dikunci.*<strong>lupa password<\/strong>/s)
    expect((await fill(address, body, { ...wrong, kk: KK })).statusCode).toBe(410)
    expect((await visit(address)).body).toContain('Tautan kata kunci dikunci')
    expect(state.passwords).toEqual([])
  })

  it('tells nothing about the password before the number is right, and counts no try for what cannot be one', async () => {
    const { address, visit, fill } = await forgotten()
    const { body } = await visit(address)
    const weak = await fill(address, body, { kk: '3326010112150003', answer: 'password123', again: 'password123' })
    expect(weak.body).toContain('Sisa percobaan: 2')
    expect(weak.body).not.toContain('paling sering ditebak')
    for (const kk of ['', '123', "' OR 1=1 --", '<b>', '😀'])
      expect((await fill(address, body, { kk, answer: GOOD, again: GOOD })).statusCode, kk).toBe(422)
    expect((await fill(address, body, { kk: KK, answer: GOOD, again: 'lain sekali' })).body).toContain('Kedua isian tidak sama')
    const right = await fill(address, body, { kk: KK, answer: 'password123', again: 'password123' })
    expect(right.statusCode).toBe(422)
    expect(right.body).toContain('paling sering ditebak')
    expect((await fill(address, body, { kk: KK, answer: GOOD, again: GOOD })).statusCode).toBe(200)
  })

  it('takes whatever is typed without failing, and shows no password and no markup of it', async () => {
    const { visit, fill, link } = await forgotten()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }), async (kk, secret) => {
        const address = await link('reset', { subject: 'ACC00000001' })
        const { body } = await visit(address)
        const answer = `<i>${secret}`
        const page = await fill(address, body, { kk, answer, again: answer })
        expect([200, 410, 422]).toContain(page.statusCode)
        expect(page.body).not.toContain('<i>')
      }),
      { numRuns: 20 },
    )
    const address = await link('reset', { subject: 'ACC00000001' })
    const { body } = await visit(address)
    const huge = 'x'.repeat(10_000)
    expect((await fill(address, body, { kk: huge, answer: huge, again: huge })).statusCode).toBe(422)
  })

  it('says kindly that its time is over, and how to get a new one', async () => {
    const { address, visit, fill, clock, state } = await forgotten()
    const { body } = await visit(address)
    clock.time += 30 * 60_000
    for (const page of [await visit(address), await fill(address, body, { kk: KK, answer: GOOD, again: GOOD })]) {
      expect(page.statusCode).toBe(410)
      expect(page.body).toMatch(/sudah habis waktunya.*Kata kunci lama Anda tidak berubah.*<strong>lupa password<\/strong>/s)
    }
    expect(state.passwords).toEqual([])
  })

  it('a guessed link is known to nobody, and the page says how to get a real one', async () => {
    const { visit } = await forgotten()
    const page = await visit(`/l/${'A'.repeat(43)}`)
    expect(page.statusCode).toBe(404)
    expect(page.body).toMatch(/Tautan tidak dikenal.*<strong>lupa password<\/strong>/s)
  })

  it('takes no form of another site, and a preview uses nothing up', async () => {
    const { address, visit, fill, state } = await forgotten()
    const { body } = await visit(address)
    const sent = { kk: KK, answer: GOOD, again: GOOD }
    expect((await fill(address, body, sent, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await fill(address, body, { ...sent, nonce: 'x' })).statusCode).toBe(403)
    for (let i = 0; i < 3; i++) expect((await visit(address)).statusCode).toBe(200)
    expect(state.passwords).toEqual([])
    expect((await fill(address, body, sent)).statusCode).toBe(200)
  })

  it('speaks English when the conversation does', async () => {
    const { address, visit } = await forgotten({ language: 'en' })
    expect((await visit(address)).body).toContain('<h1>New password of your SINTREN account</h1>')
  })
})
