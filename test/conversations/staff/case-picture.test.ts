import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../storage/audit.ts'
import { photoOf, type Paper } from '../../support/scripted-intake.ts'
import { fillUntil, SITI } from '../registering.ts'
import { cardOf, openCounter, SITIS_NUMBER, taskOf } from './counter.ts'

/** Siti has registered with photos of these papers, the last of which was taken, and Bu Ratna has been asked. */
async function registeredWith(
  papers: readonly Paper[],
  { picture, tap }: { readonly picture?: Uint8Array; readonly tap?: string } = {},
) {
  const counter = await openCounter()
  const ratna = await counter.officer('Bu Ratna')
  const siti = counter.office.phone('siti', SITIS_NUMBER)
  await fillUntil(siti, SITI, 'ktp')
  for (const paper of papers) await siti.sends(photoOf(paper, picture))
  if (tap !== undefined) await siti.taps(tap)
  await siti.hears(/kata kunci/i)
  await siti.says(SITI.password)
  await siti.says(SITI.password)
  await siti.taps('Ya, sudah benar')
  await siti.says(siti.solve())
  await ratna.hears(/Pendaftaran REG/)
  const at = ratna.inbox.indexOf(cardOf(ratna).card)
  const files = ratna.inbox.slice(0, at).flatMap(({ file }) => file ?? [])
  return { ...counter, ratna, siti, files }
}

describe('what an officer sees of a case', () => {
  it('is one picture first, then the photo as it was sent', async () => {
    const { files } = await registeredWith([{ printed: { nik: SITI.nik, name: 'SITI AMINAH' } }])
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^REG-\d{4}-\w{6}\.jpg$/),
      expect.stringMatching(/^REG-\d{4}-\w{6}-ktp-1\.jpg$/),
    ])
    const { width, height, format } = await sharp(files[0]?.bytes).metadata()
    expect(format).toBe('jpeg')
    expect(width).toBe(1080)
    expect(height).toBeGreaterThan(600)
  })

  it('does not stay behind: the picture is drawn anew, and nothing of it is stored', async () => {
    const { transact } = await registeredWith([{ printed: { nik: SITI.nik } }])
    const kept = await transact((tx) => tx.file.findMany({ select: { variant: true } }))
    expect(kept.map(({ variant }) => variant).sort()).toEqual(['photo', 'thumbnail'])
  })

  it('is in the language of the officer', async () => {
    const { ratna } = await registeredWith([{ printed: { nik: SITI.nik } }])
    const before = ratna.inbox.findLast(({ file }) => file?.name.endsWith('-ktp-1.jpg') === false)?.file
    await ratna.says('english')
    await ratna.says('queue')
    await ratna.tapsId(`/task:${taskOf(ratna)}`)
    await ratna.hears(/Registration REG/)
    const after = ratna.inbox.findLast(({ file }) => file !== undefined && /\w{6}\.jpg$/.test(file.name))?.file
    expect(Buffer.compare(after?.bytes ?? Buffer.alloc(0), before?.bytes ?? Buffer.alloc(0))).not.toBe(0)
  })
})

/** Siti has registered with a PDF; Bu Ratna has asked for the original, and got a link. */
async function withPdf() {
  const counter = await registeredWith([{ printed: { nik: SITI.nik }, pages: 1 }])
  const { ratna, office, transact } = counter
  expect(cardOf(ratna).card.buttons.map(({ label }) => label)).toContain('Berkas asli')
  const said = await ratna.taps('Berkas asli')
  expect(said).toMatch(/KTP.*\/l\//s)
  const [address = ''] = /\/l\/[\w-]{43}/.exec(said) ?? []
  const { app } = office.open
  const visit = (method: 'GET' | 'HEAD' = 'GET', headers = {}) => app.inject({ method, url: address, headers })
  const press = async () => {
    const [, nonce = ''] = /name="nonce" value="([^"]+)"/.exec((await visit()).body) ?? []
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return app.inject({ method: 'POST', url: address, headers, payload: new URLSearchParams({ nonce }).toString() })
  }
  const opened = () => transact((tx) => tx.audit.findMany({ where: { action: 'file.original-opened' } }))
  const { id: ratnaId } = await transact((tx) => tx.officer.findFirstOrThrow({ where: { name: 'Bu Ratna' } }))
  return { ...counter, address, visit, press, opened, ratnaId }
}

describe('the original of a document', () => {
  it('is asked for in vain where there is only a photo; asking is noted', async () => {
    const { ratna, transact } = await registeredWith([{ printed: { nik: SITI.nik } }])
    expect(cardOf(ratna).card.buttons.map(({ label }) => label)).not.toContain('Berkas asli')
    const said = await ratna.tapsId(`/originals:${taskOf(ratna)}`)
    expect(said).toMatch(/tidak punya berkas PDF/)
    const noted = await transact((tx) => tx.audit.findMany({ where: { action: 'task.originals-asked' } }))
    expect(noted.map(({ subject }) => subject)).toEqual([taskOf(ratna)])
  })

  it('of a PDF is behind a link for each, which is handed over once and noted', async () => {
    const { ratna, ratnaId, visit, press, address, opened, transact } = await withPdf()
    expect((await visit()).body).toContain('Unduh sekarang')
    expect((await press()).headers['content-type']).toContain('application/pdf')
    expect((await visit()).statusCode).toBe(410)
    expect(address).toMatch(/^\/l\//)
    expect((await opened()).map(({ actor, detail }) => [actor, JSON.parse(detail)])).toEqual([
      [`officer:${ratnaId}`, { task: taskOf(ratna) }],
    ])
    expect(await transact((tx) => verifyAudit(tx))).toMatchObject({ holds: true })
  })

  it('is not used up, nor noted, by what chat apps open to show a preview', async () => {
    const { visit, press, opened } = await withPdf()
    for (const method of ['HEAD', 'GET', 'HEAD'] as const)
      for (const agent of ['WhatsApp/2.23.20.0', 'TelegramBot (like TwitterBot)', 'facebookexternalhit/1.1']) {
        const seen = await visit(method, { 'user-agent': agent })
        expect(seen.statusCode).toBe(200)
        expect(seen.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        expect(seen.body).not.toMatch(/%PDF|og:/)
      }
    expect(await opened()).toEqual([])
    expect((await press()).headers['content-type']).toContain('application/pdf')
  })

  it('is not handed over any more when the officer’s seat has ended meanwhile', async () => {
    const { press, opened, remove } = await withPdf()
    await remove('Bu Ratna')
    const answer = await press()
    expect(answer.statusCode).toBe(410)
    expect(answer.body).not.toContain('%PDF')
    expect(await opened()).toEqual([])
  })

  it('is nobody’s who is no officer', async () => {
    const { siti, ratna } = await registeredWith([{ printed: { nik: SITI.nik }, pages: 1 }])
    const said = await siti.tapsId(`/originals:${taskOf(ratna)}`)
    expect(said).not.toMatch(/\/l\//)
    expect(said).toMatch(/Tidak ada tugas itu untuk Anda/)
  })
})

describe('a dark photo', () => {
  it('comes with how it looks in more light', async () => {
    const night = await sharp({ create: { width: 400, height: 260, channels: 3, background: '#0a0a0a' } })
      .composite([{ input: { create: { width: 300, height: 160, channels: 3, background: '#1c1c1c' } } }])
      .jpeg()
      .toBuffer()
    const { files } = await registeredWith([{ fault: 'dark' }, { fault: 'dark' }], {
      picture: night,
      tap: 'Kirim saja, biar petugas yang menilai',
    })
    expect(files.map(({ name }) => name.replace(/^REG-\d{4}-\w{6}/, ''))).toEqual(['.jpg', '-ktp-1.jpg', '-ktp-2.jpg'])
    const [, dark = 0, bright = 0] = await Promise.all(files.map(({ bytes }) => lightOf(bytes)))
    expect(dark).toBeLessThan(30)
    expect(bright).toBeGreaterThan(60)
  })
})

async function lightOf(picture: Uint8Array): Promise<number> {
  return (await sharp(picture).greyscale().stats()).channels[0]?.mean ?? 0
}
