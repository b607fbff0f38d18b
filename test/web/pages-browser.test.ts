import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Language } from '../../flows/engine/text.ts'
import { openCounter, solve, type Counter } from './pages-counter.ts'

let browser: Browser
let counter: Counter
let page: Page
let base: string
let complaints: string[]

beforeAll(async () => {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
})
afterAll(() => browser.close())

beforeEach(() => start())
afterEach(async () => {
  await page.context().close()
  await counter.close()
})

async function start(language: Language = 'id', width = 390): Promise<void> {
  counter = await openCounter({ language })
  await counter.app.listen({ host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${(counter.app.server.address() as AddressInfo).port}`
  const context = await browser.newContext({ viewport: { width, height: 844 } })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (said) => void (/Content Security|Refused/.test(said.text()) && complaints.push(said.text())))
}

const focused = () =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.tagName)
const mother = () => page.getByLabel('Nama ibu kandung')
const sum = () => page.getByLabel(/^(Berapa|Jika)/)
/** Waits for a page that says only this. */
const expectHeading = async (name: string) => {
  await page.getByRole('heading', { name }).waitFor()
  expect(await page.getByRole('heading').count()).toBe(1)
  expect(await page.getByRole('textbox').count()).toBe(0)
}
const solution = async () => String(solve(await page.content()))

async function send(name: string, answer?: string): Promise<void> {
  await mother().fill(name)
  await sum().fill(answer ?? (await solution()))
  await page.getByRole('button', { name: 'Proses Aktivasi' }).click()
}

describe('a link opened on a phone', () => {
  it('SIN-57 SIN-59 SIN-60 leads to an active account with the keyboard alone', async () => {
    await page.goto(base + (await counter.activationLink()))
    const answer = await solution()
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('mother')
    await page.keyboard.type('Sri Lestari')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('sum')
    await page.keyboard.type(answer)
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('BUTTON')
    expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe('solid')
    await page.keyboard.press('Enter')
    await expectHeading('Akun aktif')
    expect(await page.getByRole('status').innerText()).toContain('ketik login')
    expect(counter.state.account).toBe('active')
    expect(complaints).toEqual([])
  })

  it('shows first what is to be put right, and leads to it', async () => {
    await page.goto(base + (await counter.activationLink()))
    await page.getByRole('button', { name: 'Proses Aktivasi' }).click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await focused()).toBe('summary')
    expect(await page.title()).toBe('Perlu diperiksa: Aktivasi Akun SINTREN – SINTREN')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('mother')
    expect(await mother().getAttribute('aria-invalid')).toBe('true')
    const described = (await mother().getAttribute('aria-describedby'))?.split(' ') ?? []
    const told = await Promise.all(described.map((id) => page.locator(`#${id}`).innerText()))
    expect(told.join(' ')).toMatch(/Tulis seperti di Kartu Keluarga.*belum diisi/s)
    expect(complaints).toEqual([])
  })

  it('may be answered wrong and then right', async () => {
    const address = base + (await counter.activationLink())
    await page.goto(address)
    await send('Siti Aminah')
    await page.getByRole('alert').getByText('Data belum cocok').waitFor()
    expect(await mother().inputValue()).toBe('Siti Aminah')
    expect(await sum().inputValue()).toBe('')
    await send('Sri Lestari')
    await expectHeading('Akun aktif')
    await page.goto(address)
    await expectHeading('Tautan sudah dipakai')
  })

  it('is locked after three wrong tries', async () => {
    await page.goto(base + (await counter.activationLink()))
    for (let i = 0; i < 3; i++) await send('Siti Aminah', '0')
    await expectHeading('Terlalu banyak percobaan')
  })

  it('says so when it has expired or was guessed', async () => {
    const address = await counter.activationLink(5)
    await page.goto(base + address)
    counter.clock.time += 5 * 60_000
    await send('Sri Lestari')
    await expectHeading('Tautan sudah tidak berlaku')
    await page.goto(`${base}/l/${'A'.repeat(43)}`)
    await expectHeading('Tautan tidak dikenal')
  })

  it('shows HTML that was typed as the letters it is', async () => {
    await page.goto(base + (await counter.activationLink()))
    const typed = `"><img src=x onerror="document.title='owned'"><h1>Tautan</h1>`
    await send(typed)
    await page.getByRole('alert').waitFor()
    expect(await mother().inputValue()).toBe(typed)
    expect(await page.locator('img').count()).toBe(1)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.title()).not.toContain('owned')
  })

  it('says kindly that an answer is too long to be taken', async () => {
    await page.goto(base + (await counter.activationLink()))
    await send('a'.repeat(200_000))
    await expectHeading('Isian terlalu panjang')
  })

  it('takes a new password that is written twice', async () => {
    await page.goto(base + (await counter.answerLink()))
    await page.getByLabel('Kata kunci', { exact: true }).fill('kucing menyapu halaman sore')
    await page.getByLabel('Ulangi: Kata kunci').fill('kucing menyapu halaman sora')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Kedua isian tidak sama').waitFor()
    for (const input of await page.locator('input[type=password]').all()) expect(await input.inputValue()).toBe('')
    await page.getByLabel('Kata kunci', { exact: true }).fill('kucing menyapu halaman sore')
    await page.getByLabel('Ulangi: Kata kunci').fill('kucing menyapu halaman sore')
    await page.keyboard.press('Enter')
    await expectHeading('Terima kasih')
    expect(complaints).toEqual([])
  })

  it('SIN-98 SIN-99 SIN-100 replaces a forgotten password, after the right family card number', async () => {
    await page.goto(base + (await counter.link('reset', { subject: 'ACC00000001', minutes: 30 })))
    const fill = async (kk: string) => {
      await page.getByLabel('Nomor Kartu Keluarga (KK)').fill(kk)
      await page.getByLabel('Kata kunci baru', { exact: true }).fill('kucing menyapu halaman sore')
      await page.getByLabel('Ulangi: Kata kunci baru').fill('kucing menyapu halaman sore')
      await page.getByRole('button', { name: 'Ganti Password' }).click()
    }
    await fill('3326010112150003')
    await page.getByRole('alert').getByText('Nomor KK belum cocok').waitFor()
    for (const input of await page.locator('input[type=password]').all()) expect(await input.inputValue()).toBe('')
    await fill('3326 0101 1215 0002')
    await expectHeading('Kata kunci sudah diganti')
    expect(await page.getByRole('status').innerText()).toContain('ketik login')
    expect(complaints).toEqual([])
  })
})

/** Contrast by WCAG 2.2 of every piece of text with what is behind it, as the browser paints them. */
const contrasts = () =>
  page.evaluate(() => {
    const rgb = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
    const light = (color: string) => {
      const [r = 0, g = 0, b = 0] = rgb(color).map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const behind = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)'
      const color = getComputedStyle(element).backgroundColor
      return (rgb(color)[3] ?? 1) === 0 ? behind(element.parentElement) : color
    }
    const elements = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.matches('input:not([type=hidden])') ||
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    return elements.map((element) => {
      const [one = 0, other = 0] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a)
      return { text: element.textContent?.slice(0, 40), ratio: (one + 0.05) / (other + 0.05) }
    })
  })

describe('every page', () => {
  it('can be read: contrast of 4.5 and more, nothing wider than a phone of 360 pixels, targets large enough', async () => {
    await page.context().close()
    await counter.close()
    await start('id', 360)
    const address = await counter.activationLink()
    const seen = [
      async () => page.goto(base + address),
      async () => page.getByRole('button').click(),
      async () => send('x'.repeat(120)),
      async () => page.goto(base + (await counter.answerLink())),
      async () => page.getByRole('button').click(),
      async () => page.goto(`${base}/l/unknown`),
      async () => send('Sri Lestari'),
    ]
    for (const [i, go] of seen.entries()) {
      if (i === seen.length - 1) await page.goto(base + address)
      await go()
      const list = await contrasts()
      expect(list.length).toBeGreaterThan(5)
      expect(list.filter(({ ratio }) => ratio < 4.5)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      for (const target of await page.locator('button, input:not([type=hidden]), .summary a').all())
        expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24)
    }
    expect(complaints).toEqual([])
  })

  it('weighs less than 50 KB with all that it loads, runs no script, and loads nothing from elsewhere', async () => {
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).origin))
    for (const address of [await counter.activationLink(), await counter.answerLink(), '/l/unknown']) {
      await page.goto(base + address, { waitUntil: 'networkidle' })
      const weight = await page.evaluate(() =>
        performance
          .getEntries()
          .reduce((sum, entry) => sum + ('decodedBodySize' in entry ? Number(entry.decodedBodySize) : 0), 0),
      )
      expect(weight).toBeGreaterThan(2_000)
      expect(weight).toBeLessThan(50_000)
      expect(await page.locator('script').count()).toBe(0)
    }
    expect([...hosts]).toEqual([base])
  })

  it('lets no script run, even if one were in it', async () => {
    await page.goto(base + (await counter.activationLink()))
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "owned"'
      document.body.append(script)
    })
    expect(await page.title()).not.toBe('owned')
    expect(complaints.join()).toContain('Content Security Policy')
  })

  it('is in English for a conversation in English', async () => {
    await page.context().close()
    await counter.close()
    await start('en')
    await page.goto(base + (await counter.activationLink()))
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: 'Activate account' }).click()
    await page.getByRole('alert').getByText('still empty').waitFor()
  })
})
