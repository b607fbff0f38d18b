import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { loadTexts } from '../../bot/texts.ts'
import { name } from '../../flows/fields/name.ts'
import { hidden, openCounter, solve, type Counter, type CounterOptions } from './pages-counter.ts'
import { WEAK_PASSWORDS } from '../support/weak-passwords.ts'

let counter: Counter
const open = async (options?: CounterOptions): Promise<Counter> => (counter = await openCounter(options))
afterEach(() => counter.close())

/** The words of a page, as they are read. */
const words = (markup: string): string =>
  markup
    .replace(/<title>.*?<\/title>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

/** Opens the link and answers its form. */
async function activate(address: string, mother: string, sum?: string) {
  const { body } = await counter.visit(address)
  return counter.fill(address, body, { mother, sum: sum ?? String(solve(body)) })
}

describe('the activation page', () => {
  it('SIN-57 opens with the agency, the office and "Aktivasi Akun SINTREN"', async () => {
    const { visit, activationLink } = await open()
    const page = await visit(await activationLink())
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain('<html lang="id">')
    expect(words(page.body)).toContain('Aktivasi Akun SINTREN')
    expect(words(page.body)).toContain('Nama ibu kandung')
    expect(words(page.body)).toContain('berlaku 60 menit lagi')
  })

  it('SIN-59 asks a sum in words, a new one each time it is shown', async () => {
    const { visit, activationLink } = await open()
    const address = await activationLink()
    const pages = await Promise.all(Array.from({ length: 8 }, () => visit(address)))
    const sums = pages.map(({ body }) => /for="sum">([^<]*)</.exec(body)?.[1] ?? '')
    for (const sum of sums) expect(sum).toMatch(/^(Berapa|Jika) .*\d+.*\d+.*\?$/)
    expect(new Set(sums).size).toBeGreaterThan(1)
    const sealed = pages.map(({ body }) => hidden(body)['sealed'])
    expect(new Set(sealed).size).toBe(8)
  })

  it('SIN-60 "Proses Aktivasi" announces the active account and leads to login', async () => {
    const { visit, activationLink, state } = await open()
    const address = await activationLink()
    expect((await visit(address)).body).toContain('>Proses Aktivasi</button>')
    const page = await activate(address, 'Sri Lestari')
    expect(page.statusCode).toBe(200)
    expect(words(page.body)).toMatch(/Akun aktif .*kembali ke chat SINTREN, lalu ketik login/)
    expect(state.account).toBe('active')
    expect(state.activations).toEqual([{ account: 'ACC00000001', mother: 'Sri Lestari', sumIsRight: true }])
    const again = await visit(address)
    expect(again.statusCode).toBe(410)
    expect(words(again.body)).toContain('Tautan sudah dipakai')
  })

  it('says the same whichever part was wrong, and lets the person try again with a new sum', async () => {
    const { activationLink, state } = await open()
    const first = await activate(await activationLink(), 'Siti Aminah')
    const second = await activate(await activationLink(), 'Sri Lestari', '999')
    const said = [first, second].map(({ body }) => words(/class="summary".*?<ul>/s.exec(body)?.[0] ?? ''))
    expect(said[0]).toContain('Data belum cocok')
    expect(said[0]).toContain('Sisa percobaan: 2')
    expect(said[0]).toBe(said[1])
    for (const { statusCode, body } of [first, second]) {
      expect(statusCode).toBe(422)
      expect(body).not.toContain('aria-invalid')
      expect(body).toContain('<title>Perlu diperiksa:')
    }
    expect(state.account).toBe('approved')
    const address = await activationLink()
    await activate(address, 'Siti Aminah')
    expect(words((await activate(address, 'SRI LESTARI')).body)).toContain('Akun aktif')
  })

  it('locks after three wrong tries, and stays locked for the right answer', async () => {
    const { activationLink, state, visit, fill } = await open()
    const address = await activationLink()
    const { body } = await visit(address)
    for (const left of [2, 1]) expect(words((await activate(address, 'Salah')).body)).toContain(`Sisa percobaan: ${left}`)
    const third = await activate(address, 'Salah')
    expect(third.statusCode).toBe(410)
    expect(words(third.body)).toContain('Terlalu banyak percobaan')
    expect(words(third.body)).toContain('ketik petugas untuk dibantu')
    const late = await fill(address, body, { mother: 'Sri Lestari', sum: String(solve(body)) })
    expect(words(late.body)).toContain('Terlalu banyak percobaan')
    expect(state.account).toBe('approved')
    expect(state.activations).toHaveLength(3)
  })

  it('locks the link when the account itself is locked', async () => {
    const { activationLink, state, visit } = await open()
    state.account = 'locked'
    const address = await activationLink()
    expect(words((await activate(address, 'Sri Lestari')).body)).toContain('Terlalu banyak percobaan')
    expect(words((await visit(address)).body)).toContain('Terlalu banyak percobaan')
  })

  it('takes a solved sum once: after a wrong try the old form is stale, and that costs no try', async () => {
    const { activationLink, state, visit, fill } = await open()
    const address = await activationLink()
    const { body } = await visit(address)
    const sum = String(solve(body))
    await fill(address, body, { mother: 'Salah', sum })
    const replayed = await fill(address, body, { mother: 'Sri Lestari', sum })
    expect(replayed.statusCode).toBe(422)
    expect(words(replayed.body)).toContain('Hitungan tadi sudah tidak berlaku')
    expect(state.activations).toHaveLength(1)
    expect(state.account).toBe('approved')
    const answer = await fill(address, replayed.body, { mother: 'Sri Lestari', sum: String(solve(replayed.body)) })
    expect(words(answer.body)).toContain('Akun aktif')
  })

  it('takes one of many answers that arrive at once on the same sum', async () => {
    const { activationLink, state, visit, fill } = await open()
    const address = await activationLink()
    const { body } = await visit(address)
    const sum = String(solve(body))
    const names = ['Ani', 'Budi', 'Cici', 'Dedi', 'Sri Lestari']
    await Promise.all(names.map((mother) => fill(address, body, { mother, sum })))
    expect(state.activations).toHaveLength(1)
  })

  it('does not take the sum of another link, an old one, an altered one, or none', async () => {
    const { activationLink, state, visit, fill, clock } = await open()
    const [mine, other] = [await activationLink(), await activationLink()]
    const [{ body }, { body: others }] = [await visit(mine), await visit(other)]
    const { sealed = '' } = hidden(body)
    const inputs = { mother: 'Sri Lestari', sum: String(solve(body)) }
    const stale = [
      await fill(mine, body, { ...inputs, sealed: hidden(others)['sealed'] ?? '', sum: String(solve(others)) }),
      await fill(mine, body, { ...inputs, sealed: `${sealed.slice(0, -4)}AAAA` }),
      await fill(mine, body, { ...inputs, sealed: '' }),
    ]
    clock.time += 31 * 60_000
    stale.push(await fill(mine, body, inputs))
    for (const page of stale) expect(words(page.body)).toContain('Hitungan tadi sudah tidak berlaku')
    expect(state.activations).toEqual([])
  })

  it.each([
    ['nothing', '', ''],
    ['spaces', '   ', '  '],
    ['10,000 characters', 'a'.repeat(10_000), '9'.repeat(10_000)],
    ['10,000 emoji', '😀'.repeat(10_000), '😀'],
  ])('says what is missing when the inputs hold %s, and counts no try', async (_what, mother, sum) => {
    const { activationLink, state } = await open()
    const address = await activationLink()
    const page = await activate(address, mother, sum)
    expect(page.statusCode).toBe(422)
    expect(words(page.body)).toMatch(/Nama ibu kandung (belum diisi|terlalu panjang)/)
    expect(words(page.body)).toContain('Hitungan belum dijawab dengan angka')
    expect(page.body).toMatch(/<a href="#mother">/)
    expect(page.body).toMatch(/aria-describedby="mother-hint mother-problem"[^>]*aria-invalid="true"/s)
    expect(state.activations).toEqual([])
    expect(words((await activate(address, 'Sri Lestari')).body)).toContain('Akun aktif')
  })

  it('takes the sum in words and in digits of other scripts', async () => {
    const { activationLink, visit } = await open()
    const address = await activationLink()
    const { body } = await visit(address)
    const arabic = String(solve(body)).replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
    const page = await counter.fill(address, body, { mother: 'sri lestari', sum: arabic })
    expect(words(page.body)).toContain('Akun aktif')
  })

  it('shows whatever was typed as text: no markup, no marks that turn the reading direction', async () => {
    const { activationLink, visit, fill } = await open()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.constantFrom(
            `"><script>alert(1)</script>`,
            `' onfocus=alert(1) x='`,
            `'; DROP TABLE Link;--`,
            '\u202Eevil',
            '*x*<b>',
          ),
          fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        ),
        async (mother) => {
          const address = await activationLink()
          const { body } = await visit(address)
          const page = await fill(address, body, { mother, sum: '0x' })
          expect(page.statusCode).toBe(422)
          const tags = (markup: string) => (markup.match(/<[a-z/!][^>]*>/gi) ?? []).map((tag) => tag.split(/[\s>]/)[0])
          const input = /<input\s+id="mother".*?required\s*\/>/s.exec(page.body)?.[0] ?? ''
          expect(tags(input)).toEqual(['<input'])
          expect(input).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008]/)
          expect(page.body).not.toMatch(/<(script|b)\b/i)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('speaks English when the conversation does', async () => {
    const { activationLink } = await open({ language: 'en' })
    const address = await activationLink()
    const page = await counter.visit(address)
    expect(page.body).toContain('<html lang="en">')
    expect(words(page.body)).toContain('SINTREN account activation')
    expect(words((await activate(address, 'Sri Lestari')).body)).toContain('Account active')
  })

  it('says that there is nothing to activate when the account has become active in the chat', async () => {
    const { activationLink, state } = await open()
    state.account = 'active'
    expect(words((await activate(await activationLink(), 'Sri Lestari')).body)).toContain('Tidak ada yang perlu diaktifkan')
  })
})

describe('the answer page', () => {
  const good = 'kucing menyapu halaman sore'

  it('asks for a new password and to repeat it, and hands it to the open form', async () => {
    const { answerLink, visit, fill, state } = await open()
    const address = await answerLink()
    const { body } = await visit(address)
    expect(words(body)).toMatch(/Kata kunci .*Ulangi: Kata kunci/)
    expect(body.match(/type="password"\s+autocomplete="new-password"/g)).toHaveLength(2)
    const differs = await fill(address, body, { answer: good, again: 'lain sekali' })
    expect(differs.statusCode).toBe(422)
    expect(words(differs.body)).toContain('Kedua isian tidak sama')
    expect(state.answers).toEqual([])
    const page = await fill(address, differs.body, { answer: good, again: good })
    expect(words(page.body)).toMatch(/Terima kasih .*silakan kembali ke chat SINTREN/)
    expect(state.answers).toEqual([{ step: 'password', text: good }])
    expect(words((await visit(address)).body)).toContain('Tautan sudah dipakai')
  })

  it('says what the field says, keeps the link, and never shows a password again', async () => {
    const { answerLink, visit, fill } = await open()
    const address = await answerLink()
    const { body } = await visit(address)
    for (const [weak, why] of WEAK_PASSWORDS) {
      const page = await fill(address, body, { answer: weak, again: weak })
      expect(page.statusCode).toBe(422)
      expect(words(page.body)).toContain(why)
      expect(page.body).toContain('<a href="#answer">')
      expect(page.body).not.toContain(weak === '' ? 'value=""' : weak)
      expect(page.body).not.toContain('<script')
    }
    expect(words((await fill(address, body, { answer: good, again: good })).body)).toContain('Terima kasih')
  })

  it('reads two keyboards that write the same letters in two ways as the same', async () => {
    const { answerLink, visit, fill } = await open()
    const address = await answerLink()
    const { body } = await visit(address)
    const page = await fill(address, body, { answer: 'caf\u00e9 sore di kota', again: 'cafe\u0301 sore di kota' })
    expect(words(page.body)).toContain('Terima kasih')
  })

  it('asks any other field once, and shows again what was typed', async () => {
    const { answerLink, visit, fill, state } = await open({ field: name() })
    const address = await answerLink()
    const { body } = await visit(address)
    expect(body).not.toContain('name="again"')
    const wrong = await fill(address, body, { answer: 'Sri 99 <b>' })
    expect(words(wrong.body)).toContain('Nama tidak berisi angka')
    expect(wrong.body).toContain('value="Sri 99 &lt;b&gt;"')
    await fill(address, body, { answer: 'Sri Lestari' })
    expect(state.answers).toEqual([{ step: 'password', text: 'Sri Lestari' }])
  })

  it('says that the question has passed when the form went on, before and after the page was opened', async () => {
    const { answerLink, visit, fill, state } = await open()
    const address = await answerLink()
    const { body } = await visit(address)
    state.open = 'something else'
    for (const page of [await visit(address), await fill(address, body, { answer: good, again: good })]) {
      expect(page.statusCode).toBe(410)
      expect(words(page.body)).toContain('Pertanyaan ini sudah lewat')
      expect(words(page.body)).toContain('Ketik menu')
    }
    expect(state.answers).toEqual([])
  })

  it.each([[{}], [{ frame: 'x', flow: 1 }], [{ frame: 2, flow: 'registration' }]])(
    'says the same for a link whose place is %j',
    async (data) => {
      const { answerLink, visit } = await open()
      expect(words((await visit(await answerLink(data))).body)).toContain('Pertanyaan ini sudah lewat')
    },
  )
})

describe('every link', () => {
  it('is used up by no number of visits: chat apps open links to preview them', async () => {
    const { activationLink, visit, app, state } = await open()
    const address = await activationLink()
    for (let i = 0; i < 20; i++) await visit(address, { 'user-agent': 'WhatsApp/2.23', purpose: 'prefetch' })
    expect((await app.inject({ method: 'HEAD', url: address })).statusCode).toBe(200)
    expect(state.activations).toEqual([])
    expect(words((await activate(address, 'Sri Lestari')).body)).toContain('Akun aktif')
  })

  it('expires, also under an open form, and says how to get a new one', async () => {
    const { activationLink, visit, fill, clock, state } = await open()
    const address = await activationLink(10)
    const { body } = await visit(address)
    clock.time += 10 * 60_000
    for (const page of [await visit(address), await fill(address, body, { mother: 'Sri Lestari', sum: String(solve(body)) })]) {
      expect(page.statusCode).toBe(410)
      expect(words(page.body)).toContain('Tautan sudah tidak berlaku')
      expect(words(page.body)).toContain('untuk mendapat tautan baru')
    }
    expect(state.activations).toEqual([])
  })

  it.each([
    ['guessed', 'A'.repeat(43)],
    ['short', 'x'],
    ['10,000 characters long', 'x'.repeat(10_000)],
    ['SQL', encodeURIComponent(`' OR 1=1 --`)],
    ['HTML', encodeURIComponent('<script>alert(1)</script>')],
    ['a path', '..%2f..%2fetc%2fpasswd'],
    ['not UTF-8', '%ff%fe'],
    ['no escape', '%zz'],
  ])('is unknown when its token is %s', async (_what, token) => {
    const { visit } = await open()
    const page = await visit(`/l/${token}`)
    expect(page.statusCode).toBe(404)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).not.toContain('script')
    expect(words(page.body)).toMatch(/Tautan tidak dikenal|Halaman tidak ditemukan/)
    expect(words(page.body)).toContain('langsung dari chat')
  })

  it('is unknown when its agency or its purpose is', async () => {
    const { link, visit } = await open()
    for (const address of [await link('activation', { agency: 'gone' }), await link('lottery')])
      expect(words((await visit(address)).body)).toContain('Tautan tidak dikenal')
  })

  it('lasts minutes, hours or days, in words', async () => {
    const { activationLink, visit } = await open()
    for (const [minutes, said] of [
      [1, '1 menit'],
      [119, '119 menit'],
      [180, '3 jam'],
      [3 * 1440, '3 hari'],
    ] as const)
      expect(words((await visit(await activationLink(minutes))).body)).toContain(`berlaku ${said} lagi`)
  })
})

describe('a form', () => {
  it('is not taken from another site, nor without the nonce of its own page', async () => {
    const { activationLink, visit, fill, state } = await open()
    const address = await activationLink()
    const { body } = await visit(address)
    const inputs = { mother: 'Sri Lestari', sum: String(solve(body)) }
    const refused = [
      await fill(address, body, inputs, { 'sec-fetch-site': 'cross-site' }),
      await fill(address, body, inputs, { 'sec-fetch-site': 'same-site' }),
      await fill(address, body, inputs, { 'sec-fetch-site': 'none' }),
      await fill(address, body, { ...inputs, nonce: '' }),
      await fill(address, body, { ...inputs, nonce: 'a'.repeat(64) }),
    ]
    for (const page of refused) {
      expect(page.statusCode).toBe(403)
      expect(words(page.body)).toContain('Jawaban tidak kami terima')
    }
    expect(state.activations).toEqual([])
  })

  it('is told apart by Origin where the browser is too old for Sec-Fetch-Site', async () => {
    const { activationLink, visit, app, state } = await open()
    const address = await activationLink()
    const { body } = await visit(address)
    const send = (origin?: string) =>
      app.inject({
        method: 'POST',
        url: address,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...(origin !== undefined && { origin }) },
        payload: new URLSearchParams({ ...hidden(body), mother: 'Sri Lestari', sum: String(solve(body)) }).toString(),
      })
    expect((await send('https://evil.example')).statusCode).toBe(403)
    expect((await send('http://localhost:8420.evil.example')).statusCode).toBe(403)
    expect(state.activations).toEqual([])
    expect(words((await send('null')).body)).toContain('Akun aktif')
  })

  it('may hold an input twice, or none, or not be a form at all', async () => {
    const { activationLink, app, visit } = await open()
    const address = await activationLink()
    const { body } = await visit(address)
    const { nonce = '' } = hidden(body)
    const send = (type: string, payload: string) =>
      app.inject({ method: 'POST', url: address, headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' }, payload })
    const form = 'application/x-www-form-urlencoded'
    expect((await send(form, `nonce=${nonce}&mother=a&mother=b`)).statusCode).toBe(422)
    expect((await send(form, '')).statusCode).toBe(403)
    expect((await send(form, '__proto__=x&constructor=y')).statusCode).toBe(403)
    expect((await send('application/json', '{"nonce":')).statusCode).toBe(400)
    expect(words((await send('image/png', 'x')).body)).toContain('Isian tidak terbaca')
    const huge = await send(form, `nonce=${nonce}&mother=${'a'.repeat(200_000)}`)
    expect(huge.statusCode).toBe(413)
    expect(words(huge.body)).toContain('Isian terlalu panjang')
  })
})

describe('the words of the pages', () => {
  it('are all used, and their HTML is light', async () => {
    const { activationLink, visit } = await open()
    const { readdirSync, readFileSync } = await import('node:fs')
    const folder = `${import.meta.dirname}/../../bot/web/pages`
    const source = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n')
    const [resource] = loadTexts().filter(({ name: file }) => file.endsWith('id/pages.ftl'))
    const keys = [...(resource?.content ?? '').matchAll(/^([a-z][\w-]*) =/gm)].map(([, key = '']) => key)
    expect(keys.length).toBeGreaterThan(40)
    const notices = [...(/type Notice =([^]*?)\n\n/.exec(source)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, one = '']) => one)
    const used = (key: string): boolean =>
      source.includes(`'${key}'`) || notices.some((one) => key === `page-${one}-title` || key === `page-${one}-text`)
    expect(keys.filter((key) => !used(key))).toEqual([])
    const { body } = await visit(await activationLink())
    const [style] = /\/assets\/loket\.css\?v=\w+/.exec(body) ?? ['']
    const css = await visit(style)
    expect(css.statusCode).toBe(200)
    expect(Buffer.byteLength(body) + css.rawPayload.length).toBeLessThan(20_000)
  })
})
