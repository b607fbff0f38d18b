import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openServer, type Server } from './simulator-server.ts'

let browser: Browser
let server: Server
let page: Page
let siti: Locator
let complaints: string[]

beforeAll(async () => {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
})
afterAll(() => browser.close())

beforeEach(async () => {
  server = await openServer()
  complaints = []
})
afterEach(async () => {
  await page.context().close()
  await server.close()
  await server.data.remove()
})

/** Opens the page; complaints of the browser (errors, refused scripts or styles) fail the test that asks. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, timezoneId: 'Asia/Jakarta', ...options })
  context.setDefaultTimeout(10_000)
  page = await newTab(await context.newPage())
  siti = phone('Siti (warga)')
  return page
}

async function newTab(tab: Page): Promise<Page> {
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on('console', (said) => void (/Content Security|Refused/.test(said.text()) && complaints.push(said.text())))
  await tab.goto(server.url)
  await tab.locator('.phone').nth(3).waitFor({ state: 'attached' })
  return tab
}

const phone = (name: string, tab = page) => tab.getByRole('article', { name: `Ponsel ${name}` })
const bubbles = (where: Locator) => where.locator('.row .bubble:not(.typing)')
const field = (where: Locator) => where.getByRole('textbox')
const ticks = (where: Locator) => where.locator('.tick')

async function type(where: Locator, words: string): Promise<void> {
  await field(where).fill(words)
  await field(where).press('Enter')
}

const texts = (where: Locator) => bubbles(where).locator('.text').allInnerTexts()
const picture = () =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#2a6' } })
    .jpeg()
    .toBuffer()

/** Puts files into a paste or drop on the element, as the browser itself does. */
async function give(
  where: Locator,
  how: 'paste' | 'drop',
  files: { name: string; mime: string; bytes: Buffer }[],
): Promise<void> {
  const plain = files.map(({ name, mime, bytes }) => ({ name, mime, base64: bytes.toString('base64') }))
  await where.evaluate(
    (element, { how, plain }) => {
      const transfer = new DataTransfer()
      for (const { name, mime, base64 } of plain)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type: mime }))
      if (how === 'paste')
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }))
      else element.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    },
    { how, plain },
  )
}

describe('a chat', () => {
  it('shows what is typed, its ticks, the typing indicator and the answer', async () => {
    await open()
    expect(await page.getByText('Demo – jangan pakai data asli').isVisible()).toBe(true)
    await server.channel.stop()
    await type(siti, 'halo\nbaris dua')
    await ticks(siti)
      .and(page.getByRole('img', { name: 'Terkirim' }))
      .waitFor()
    await server.echo()
    await ticks(siti)
      .and(page.getByRole('img', { name: 'Diterima Loket' }))
      .waitFor()
    await bubbles(siti).nth(1).waitFor()
    expect(await texts(siti)).toEqual(['halo\nbaris dua', 'Anda: halo\nbaris dua'])
    server.channel.typing(server.siti.id)
    await siti.getByText('sedang mengetik').waitFor()
    await server.channel.send(server.siti.id, { key: 'x', text: 'sudah' })
    await siti.getByText('sudah', { exact: true }).waitFor()
    expect(await siti.getByText('sedang mengetik').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('shows hostile text as text', async () => {
    await open()
    await server.echo()
    const hostile = [
      `<img src=x onerror="document.title='gone'">`,
      '<script>document.title="gone"</script>',
      '\u202Ekcart',
      'javascript:alert(1)',
      "'; DROP TABLE x; --",
    ]
    for (const words of hostile) await type(siti, words)
    await type(siti, 'x'.repeat(10_000))
    await bubbles(siti).nth(11).waitFor()
    expect((await texts(siti)).slice(0, 4)).toEqual(expect.arrayContaining([hostile[0], `Anda: ${hostile[0]}`]))
    expect(await siti.locator('.messages img, .messages script, .messages a').count()).toBe(0)
    expect(await page.title()).toContain('Loket')
    const long = siti.locator('.bubble.mine').last()
    await long.getByRole('button', { name: 'Baca selengkapnya' }).click()
    expect(await long.locator('.text').innerText()).toHaveLength(10_000)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(complaints).toEqual([])
  })

  it('shows bold words and safe links', async () => {
    await open()
    await server.channel.send(server.siti.id, { key: '1', text: 'Buka *sekarang*: https://contoh.id/a' })
    const link = siti.getByRole('link', { name: 'https://contoh.id/a' })
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await siti.locator('strong').innerText()).toBe('sekarang')
  })

  it('sends a tapped button, also of an old message, and a row of a list', async () => {
    await open()
    const rows = (...ids: string[]) => ids.map((id) => ({ id, label: `Pilih ${id}` }))
    await server.channel.send(server.ratna.id, { key: '1', text: 'lama', buttons: { as: 'buttons', rows: rows('a', 'b') } })
    await server.channel.send(server.ratna.id, {
      key: '2',
      text: 'baru',
      buttons: { as: 'list', rows: rows('c', 'd', 'e', 'f') },
    })
    const ratna = phone('Ibu Ratna (petugas)')
    await ratna.getByRole('button', { name: 'Pilih e' }).click()
    await ratna.getByRole('button', { name: 'Pilih b' }).click()
    await vi.waitFor(() =>
      expect(server.got.map(({ event }) => event)).toEqual([
        { kind: 'choice', id: 'e' },
        { kind: 'choice', id: 'b' },
      ]),
    )
    await ticks(ratna).nth(1).waitFor()
    expect((await texts(ratna)).slice(-2)).toEqual(['Pilih e', 'Pilih b'])
    expect(await ratna.locator('.number').allInnerTexts()).toEqual(['1', '2', '3', '4'])
  })

  it('quotes a message in the reply', async () => {
    await open()
    const [id] = await server.channel.send(server.siti.id, { key: '1', text: 'Siapa nama Anda?' })
    await bubbles(siti).first().hover()
    await siti.getByRole('button', { name: 'Balas pesan ini' }).click()
    await siti.getByRole('button', { name: 'Batal mengutip' }).waitFor()
    await page.keyboard.type('Siti')
    await page.keyboard.press('Enter')
    await vi.waitFor(() => expect(server.got).toMatchObject([{ replyTo: id, event: { text: 'Siti' } }]))
    await siti.getByRole('button', { name: 'Lihat pesan yang dikutip' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`m-${id}`)
    expect(await siti.locator('.tray').count()).toBe(0)
  })

  it('loses a secret when Loket removes it', async () => {
    await open()
    await type(siti, 'rahasia123')
    await vi.waitFor(() => expect(server.got).toHaveLength(1))
    await server.channel.send(server.siti.id, { key: '1', text: 'terima kasih', deleteInbound: server.got[0]?.id ?? '' })
    await siti.getByText('Pesan ini telah dihapus').waitFor()
    expect(await page.content()).not.toContain('rahasia123')
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('rahasia123')
  })

  it('shows older messages on request', async () => {
    for (let i = 1; i <= 130; i++) await server.channel.send(server.siti.id, { key: String(i), text: `pesan ${i}` })
    await open()
    await siti.getByText('pesan 130', { exact: true }).waitFor()
    expect(await bubbles(siti).count()).toBe(100)
    await siti.getByRole('button', { name: 'Muat pesan lama' }).click()
    await siti.getByText('pesan 1', { exact: true }).waitFor()
    expect(await texts(siti)).toEqual(Array.from({ length: 130 }, (_, i) => `pesan ${i + 1}`))
    expect(await siti.getByRole('button', { name: 'Muat pesan lama' }).count()).toBe(0)
  })
})

describe('files', () => {
  it('are chosen, captioned, sent byte for byte, and looked at closely', async () => {
    await open()
    const bytes = await picture()
    await siti.getByRole('button', { name: 'Lampirkan' }).click()
    const choosing = page.waitForEvent('filechooser')
    await siti.getByRole('menuitem', { name: 'Foto' }).click()
    await (await choosing).setFiles({ name: 'ktp.jpg', mimeType: 'image/jpeg', buffer: bytes })
    await siti.getByRole('listitem').getByText('ktp.jpg').waitFor()
    await type(siti, 'ini KTP saya')
    await vi.waitFor(() =>
      expect(server.got).toMatchObject([{ event: { file: { as: 'photo', name: 'ktp.jpg', caption: 'ini KTP saya' } } }]),
    )
    const { event } = server.got[0] as { event: { file: { ref: string } } }
    expect(await server.channel.fetch(event.file.ref, 1e6)).toEqual(bytes)

    await ticks(siti)
      .and(page.getByRole('img', { name: 'Diterima Loket' }))
      .waitFor()
    await siti.getByRole('button', { name: 'Perbesar foto ktp.jpg' }).click()
    const zoom = page.getByRole('dialog', { name: 'Foto ktp.jpg' })
    const width = async () => (await zoom.getByRole('img').boundingBox())?.width ?? 0
    const before = await width()
    await page.keyboard.press('+')
    await zoom.getByText('150%').waitFor()
    expect(await width()).toBeGreaterThan(before * 1.4)
    await zoom.getByRole('img').click()
    await zoom.getByText('100%').waitFor()
    await page.keyboard.press('Escape')
    await zoom.waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  it('are pasted and dropped, several at once, in order', async () => {
    await open()
    const photo = { name: 'a.jpg', mime: 'image/jpeg', bytes: await picture() }
    const paper = { name: 'b.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }
    const empty = { name: 'c.txt', mime: 'text/plain', bytes: Buffer.alloc(0) }
    await give(field(siti), 'paste', [photo])
    await give(siti, 'drop', [paper, empty])
    await siti.getByRole('button', { name: 'Kirim', exact: true }).click()
    await vi.waitFor(() =>
      expect(server.got.map(({ event }) => event)).toMatchObject([
        { file: { as: 'photo', name: 'a.jpg' } },
        { file: { as: 'document', name: 'b.pdf', size: 8 } },
        { file: { as: 'document', name: 'c.txt', size: 0 } },
      ]),
    )
    await siti.getByRole('link', { name: 'b.pdf' }).waitFor()
    // As a messenger does it: what is sent together is told to be so.
    const together = server.got.map(({ event }) => (event.kind === 'file' ? event.file.album : undefined))
    expect(together[0]).toEqual(expect.any(String))
    expect(new Set(together).size).toBe(1)
  })

  it('that are too large or no picture at all get a kind answer, and break nothing', async () => {
    await open()
    await siti.evaluate((element) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(31 * 2 ** 20 + 1)], 'besar.bin'))
      element.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    })
    await siti.getByRole('button', { name: 'Kirim', exact: true }).click()
    await siti.getByRole('alert').getByText('Berkas lebih besar dari 31 MB').waitFor()
    expect(await siti.getByRole('button', { name: 'Coba lagi' }).count()).toBe(0)
    await siti.getByRole('button', { name: 'Buang' }).click()
    await siti
      .locator('[data-kind=photo]')
      .setInputFiles({ name: 'palsu.png', mimeType: 'image/png', buffer: Buffer.from('bukan gambar') })
    await siti.getByRole('button', { name: 'Kirim', exact: true }).click()
    await siti.getByRole('link', { name: 'palsu.png' }).waitFor()
    expect(await bubbles(siti).count()).toBe(1)
  })

  it('can be a sample card, for whoever has none at hand', async () => {
    await open()
    await siti.getByRole('button', { name: 'Lampirkan' }).click()
    await siti.getByRole('menuitem', { name: 'Kirim contoh KTP' }).click()
    await siti.getByText('contoh-ktp.jpg').waitFor()
    await siti.getByRole('button', { name: 'Kirim', exact: true }).click()
    await vi.waitFor(() => expect(server.got).toMatchObject([{ event: { file: { as: 'photo', mime: 'image/jpeg' } } }]))
  })
})

describe('a lost connection', () => {
  it('loses nothing and repeats nothing: dropped sockets', async () => {
    await open()
    await server.echo()
    for (let i = 0; i < 10; i++) {
      await type(siti, String(i))
      for (const socket of server.sockets) socket.destroy()
    }
    const order = Array.from({ length: 10 }, (_, i) => String(i))
    await vi.waitFor(() => expect(server.got.map(({ event }) => (event as { text: string }).text)).toEqual(order), 10_000)
    await bubbles(siti).nth(19).waitFor()
    await vi.waitFor(async () => expect(await siti.locator('.tick.received').count()).toBe(10))
    expect((await texts(siti)).filter((words) => !words.startsWith('Anda')).sort()).toEqual(order)
  })

  it('loses nothing: Loket stops, one goes on typing, Loket starts again', async () => {
    await open()
    await server.echo()
    await type(siti, 'satu')
    await bubbles(siti).nth(1).waitFor()
    const { data, port } = server
    await server.close()
    await page.getByRole('status').getByText('Menyambung kembali').waitFor()
    await type(siti, 'dua')
    await type(siti, 'tiga')
    await siti.getByRole('img', { name: 'Menunggu sambungan' }).nth(1).waitFor()
    server = await openServer(data, port)
    await server.channel.send(server.siti.id, { key: 'k', text: 'dari Loket' })
    await vi.waitFor(
      () => expect(server.got.map(({ event }) => event)).toMatchObject([{ text: 'dua' }, { text: 'tiga' }]),
      10_000,
    )
    await siti.locator('.tick.received').nth(2).waitFor()
    expect((await texts(siti)).slice(0, 2)).toEqual(['satu', 'Anda: satu'])
    expect((await texts(siti)).sort()).toEqual(['Anda: satu', 'dari Loket', 'dua', 'satu', 'tiga'])
  })

  it('keeps what is unsent over a reload', async () => {
    await open()
    await page.evaluate(() =>
      localStorage.setItem(
        'loket.simulator.unsent',
        JSON.stringify([
          { phoneId: document.querySelector('.phone')?.id.slice(6), key: 'k', typed: { kind: 'text', text: 'belum' } },
        ]),
      ),
    )
    await page.reload()
    await vi.waitFor(() => expect(server.got).toMatchObject([{ event: { text: 'belum' } }]))
    await siti.locator('.tick.received').waitFor()
    expect(await page.evaluate(() => localStorage.getItem('loket.simulator.unsent'))).toBe('[]')
  })

  it('is in step with a second tab', async () => {
    await open()
    const second = await newTab(await page.context().newPage())
    await type(siti, 'dari tab satu')
    await type(phone('Siti (warga)', second), 'dari tab dua')
    for (const tab of [page, second]) {
      await phone('Siti (warga)', tab).locator('.tick.received').nth(1).waitFor()
      expect((await texts(phone('Siti (warga)', tab))).sort()).toEqual(['dari tab dua', 'dari tab satu'])
    }
    expect(server.got).toHaveLength(2)
  })
})

describe('phones and mail', () => {
  it('has as many phones as one adds, under names of one’s own', async () => {
    await open()
    await page.getByRole('button', { name: 'Tambah ponsel warga' }).click()
    await page.getByRole('textbox', { name: 'Nama' }).fill('Dewi <b>')
    await page.keyboard.press('Enter')
    await type(phone('Dewi <b>'), 'halo')
    await vi.waitFor(() => expect(server.got).toMatchObject([{ provenPhone: '+6281200000005' }]))
    await page.getByRole('button', { name: 'Atur ponsel Dewi <b>' }).click()
    await page.getByRole('menuitem', { name: 'Ubah nama' }).click()
    await page.getByRole('textbox', { name: 'Nama' }).fill('Dewi')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('button', { name: 'Atur ponsel Dewi' }).click()
    await page.getByRole('menuitem', { name: 'Hapus ponsel' }).click()
    await page.getByRole('button', { name: 'Hapus', exact: true }).click()
    await phone('Dewi').waitFor({ state: 'detached' })
    expect(await server.store.phones()).toHaveLength(4)
  })

  it('shows e-mails with links to tap, and counts the unread ones', async () => {
    await open()
    await server.mail.send('siti@contoh.id', { key: '1', subject: 'Aktivasi <i>akun</i>', text: 'Buka:\nhttps://contoh.id/a' })
    const button = page.getByRole('button', { name: 'Kotak surat' }).first()
    await button.getByText('1').waitFor()
    await button.click()
    const mailbox = page.getByRole('complementary', { name: 'Kotak surat' })
    await mailbox.getByText('Aktivasi <i>akun</i>').click()
    expect(await mailbox.getByRole('link').getAttribute('href')).toBe('https://contoh.id/a')
    expect(await mailbox.getByText('siti@contoh.id').isVisible()).toBe(true)
    await button.locator('.badge').waitFor({ state: 'detached' })
    await mailbox.getByRole('button', { name: 'Tutup kotak surat' }).click()
    expect(await mailbox.isVisible()).toBe(false)
  })
})

describe('other ways of using it', () => {
  it('works with the keyboard alone', async () => {
    await open()
    const rows = [{ id: 'a', label: 'Daftar' }]
    await server.channel.send(server.siti.id, { key: '1', text: 'Selamat pagi', buttons: { as: 'buttons', rows } })
    await siti.getByRole('button', { name: 'Daftar' }).waitFor()
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim())
    const tabTo = async (name: string) => {
      for (let i = 0; i < 40 && (await focused()) !== name; i++) await page.keyboard.press('Tab')
      expect(await focused()).toBe(name)
    }
    await tabTo('Daftar')
    await page.keyboard.press('Enter')
    await vi.waitFor(() => expect(server.got).toMatchObject([{ event: { kind: 'choice', id: 'a' } }]))
    await tabTo('Tulis pesan dari ponsel Siti (warga)')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('Anda: Daftar')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await siti.locator('.tray.quoted').waitFor()
    await page.keyboard.type('baik')
    await page.keyboard.press('Enter')
    await vi.waitFor(() => expect(server.got).toMatchObject([{}, { event: { text: 'baik' }, replyTo: expect.any(String) }]))
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('Foto')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Dokumen')
    await page.keyboard.press('Escape')
    expect(await focused()).toBe('Lampirkan')
  })

  it('shows one phone at a time on a phone’s own screen, with targets large enough for a thumb', async () => {
    await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await server.echo()
    const budi = phone('Budi (warga)')
    expect([await siti.isVisible(), await budi.isVisible()]).toEqual([true, false])
    await page.getByRole('navigation').getByRole('button', { name: 'Budi' }).tap()
    expect([await siti.isVisible(), await budi.isVisible()]).toEqual([false, true])
    await field(budi).fill('halo')
    await budi.getByRole('button', { name: 'Kirim', exact: true }).tap()
    await budi.getByText('Anda: halo').waitFor()
    await server.channel.send(server.siti.id, { key: 'x', text: 'ada kabar' })
    await page.getByLabel('ada pesan baru').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, textarea, summary')]
        .map((element) => [element.getAttribute('aria-label') ?? element.textContent, element.getBoundingClientRect()] as const)
        .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
        .map(([name]) => name),
    )
    expect(small).toEqual([])
    await page.getByRole('navigation').getByRole('button', { name: 'Kotak surat' }).tap()
    expect(await page.getByRole('complementary').isVisible()).toBe(true)
    expect(await budi.isVisible()).toBe(false)
  })
})
