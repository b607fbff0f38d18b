import { afterEach, describe, expect, it } from 'vitest'
import { openCounter, type Counter } from './pages-counter.ts'

const PDF = Buffer.from('%PDF-1.4 surat kuasa')

let counter: Counter
afterEach(() => counter.close())

/** A counter with a stored PDF, and the link to it that an officer got. */
async function opened(name = 'REG-2611-AB12CD-surat-1.pdf') {
  counter = await openCounter()
  counter.state.files.set('F00000000PDF', PDF)
  const address = await counter.link('original', { subject: 'F00000000PDF', minutes: 10, data: { task: 'T1', name } })
  return { ...counter, address }
}

describe('the page of an original file', () => {
  it('hands it over once, by the button only, and notes it', async () => {
    const { address, visit, fill, state } = await opened()
    const { body, statusCode } = await visit(address)
    expect(statusCode).toBe(200)
    expect(body).toContain('Unduh sekarang')
    expect(body).not.toContain('%PDF')
    await visit(address)
    expect(state.handedOver).toEqual([])

    const file = await fill(address, body, {})
    expect(file.statusCode).toBe(200)
    expect(file.rawPayload).toEqual(PDF)
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="REG-2611-AB12CD-surat-1.pdf"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(file.headers['content-security-policy']).toContain('sandbox')
    expect(state.handedOver).toEqual(['F00000000PDF'])

    expect((await fill(address, body, {})).statusCode).toBe(410)
    expect((await visit(address)).statusCode).toBe(410)
    expect(state.handedOver).toHaveLength(1)
  })

  it('hands it to one of two who press at once', async () => {
    const { address, visit, fill, state } = await opened()
    const { body } = await visit(address)
    const codes = (await Promise.all([fill(address, body, {}), fill(address, body, {})])).map(({ statusCode }) => statusCode)
    expect(codes.sort((one, other) => one - other)).toEqual([200, 410])
    expect(state.handedOver).toHaveLength(1)
  })

  it('says so when the file was erased meanwhile', async () => {
    const { address, visit, fill, state } = await opened()
    const { body } = await visit(address)
    state.files.clear()
    const gone = await fill(address, body, {})
    expect(gone.statusCode).toBe(410)
    expect(gone.body).toContain('Berkas tidak ada lagi')
  })

  it.each(['../../etc/passwd', 'a"; filename="b', 'x\r\nset-cookie: a=b', 'ß'.repeat(300), ''])(
    'saves it under a harmless name: %j',
    async (name) => {
      const { address, visit, fill } = await opened(name)
      const { body } = await visit(address)
      const { headers } = await fill(address, body, {})
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]*"$/)
      expect(headers['set-cookie']).toBeUndefined()
    },
  )
})
