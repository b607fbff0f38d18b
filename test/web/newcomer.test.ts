import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ChildLoket, freePort } from '../simulation/child-loket.ts'
import { solveSum } from '../support/sums.ts'
import { PagePhone } from './page-phone.ts'

/** Counters stay on loopback and the browser asks nobody else. */
const BROWSER = {
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
}
const PASSWORD = 'tujuh ekor angsa biru'

let folder: string
let loket: ChildLoket
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-newcomer-'))
  loket = new ChildLoket(folder, await freePort())
  await loket.start()
  browser = await chromium.launch(BROWSER)
}, 60_000)

afterAll(async () => {
  await browser.close()
  await loket.stop()
  await rm(folder, { recursive: true, force: true })
})

it(
  'SIN-1 SIN-60 a newcomer registers with one phone, approves with the other, activates by the link and logs in',
  { timeout: 120_000 },
  async () => {
    const page = await browser.newPage({ viewport: { width: 1700, height: 1000 } })
    await page.goto(`http://127.0.0.1:${loket.port}/`)
    const siti = new PagePhone(page, 'Siti (warga)')
    const ratna = new PagePhone(page, 'Bu Ratna (contoh)')

    await siti.says('halo')
    await siti.hears('Selamat datang di SINTREN')
    await siti.hears('Sistem Informasi Pelayanan Online Administrasi Kependudukan')
    await siti.hears('Disdukcapil Kabupaten Pekalongan')
    expect(await siti.face.isVisible()).toBe(true)
    expect(await siti.counter.innerText()).toContain('SINTREN')

    await siti.taps('Daftar')
    await siti.taps('Saya setuju')
    await siti.answers('Berapa NIK', '9801014107901234')
    await siti.answers('nama lengkap', 'Siti Contoh')
    await siti.answers('Kartu Keluarga', '9801011203150002')
    await siti.answers('Di mana Anda lahir', 'Pekalongan')
    await siti.answers('tanggal lahir', '1 Juli 1990')
    await siti.hears('ibu kandung')
    await onSecurePage(await siti.newestLink(), ['Sri Lestari'])
    await siti.answers('provinsi mana', 'jateng')
    await siti.answers('kabupaten atau kota mana', '26')
    await siti.answers('kecamatan mana', 'karanganyar')
    await siti.answers('desa atau kelurahan mana', 'karangsari')
    await siti.answers('nomor HP', '081200000001')
    await siti.answers('alamat e-mail', 'siti@contoh.id')
    await siti.hears('Kirim foto KTP')
    await siti.sendsSampleCard()
    await siti.hears('Buat kata kunci')
    await onSecurePage(await siti.newestLink(), [PASSWORD, PASSWORD])
    await siti.hears('Periksa lagi')
    await siti.says('ya')
    await siti.solves()
    await siti.hears('Pendaftaran berhasil dikirim')

    await ratna.taps('Setujui')
    await ratna.answers('Setujui pendaftaran', 'ya')
    await ratna.hears('Pemohon sudah dikabari')

    await siti.hears('disetujui')
    await onSecurePage(await siti.newestLink(), ['sri lestari', 'sum'])
    await siti.says('login')
    await siti.answers('Berapa NIK', '9801014107901234')
    await siti.answers('Apa kata kunci', PASSWORD)
    await siti.solves()
    await siti.hears('Selamat datang, Siti Contoh')
    expect(await siti.text()).not.toContain(PASSWORD)
  },
)

/** Fills the page behind a link, on a phone's screen; `sum` stands for the answer to the sum on the page. */
async function onSecurePage(link: string, answers: readonly string[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await page.goto(link)
  const sum = solveSum(await page.locator('main').innerText())
  const inputs = await page.locator('form input:not([type=hidden])').all()
  for (const [i, input] of inputs.entries()) await input.fill(answers[i] === 'sum' ? String(sum) : (answers[i] ?? ''))
  await page.locator('form button').click()
  await page.getByRole('status').waitFor()
  await page.close()
}
