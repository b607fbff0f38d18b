import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { guardPdf } from '../../../bot/intake/pdf/guard.ts'
import { walkObjects } from '../../../bot/intake/pdf/object-walk.ts'
import { scanRaw } from '../../../bot/intake/pdf/raw-scan.ts'
import { objectsBomb, page, pdf, pdfOfPages, pdfWithPackedObjects, type Objects } from './pdfs.ts'
import { signedPdf } from './signed-pdf.ts'

const guard = (bytes: Uint8Array, limits: { maxBytes?: number; maxPages?: number } = {}) =>
  guardPdf(bytes, { maxBytes: 5_000_000, maxPages: 10, ...limits })

const catalogue = (more: string): Objects => ({ 1: `<< /Type /Catalog /Pages 2 0 R ${more} >>` })
const annotation = (one: string): Objects => ({
  3: page({ more: '/Annots [7 0 R]' }),
  7: `<< /Type /Annot /Rect [0 0 9 9] ${one} >>`,
})

describe('a PDF that does something', () => {
  it.each<[string, Objects]>([
    ['runs a script when it is opened', catalogue('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>')],
    ['runs a script that is a stream', { ...catalogue('/OpenAction 6 0 R'), 6: '<< /S /JavaScript /JS 8 0 R >>' }],
    ['has scripts by name', catalogue('/Names << /JavaScript << /Names [(a) 6 0 R] >> >>')],
    ['runs a script when its page is turned', { 3: page({ more: '/AA << /O << /S /JavaScript /JS <61> >> >>' }) }],
    [
      'runs a script after a harmless step',
      catalogue('/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [<< /S /JavaScript /JS (1) >>] >>'),
    ],
    ['hides the name by escapes', catalogue('/OpenAction << /S /J#61vaScrip#74 /#4a#53 (1) >>')],
    ['puts a comment between', catalogue('/OpenAction << /S % harmless\n /Java#53cript /JS %\n (1) >>')],
    ['starts a program', annotation('/Subtype /Link /A << /S /Launch /F (cmd.exe) >>')],
    ['starts a program by a name elsewhere', { ...annotation('/Subtype /Link /A << /S 8 0 R /F (cmd.exe) >>'), 8: '/Launch' }],
    ['opens another file', annotation('/Subtype /Link /A << /S /GoToR /F (\\\\\\\\server\\\\a.pdf) /D [0 /Fit] >>')],
    ['opens a file inside', annotation('/Subtype /Link /A << /S /GoToE /T << /R /C /N (a.pdf) >> >>')],
    ['sends a form', annotation('/Subtype /Widget /FT /Btn /A << /S /SubmitForm /F (http://192.0.2.1/) >>')],
    ['reads data', annotation('/Subtype /Widget /FT /Btn /A << /S /ImportData /F (a.fdf) >>')],
    ['has a file inside', catalogue('/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>')],
    ['has a file on its page', annotation('/Subtype /FileAttachment /FS << /Type /Filespec /F (a.exe) /EF << /F 8 0 R >> >>')],
    ['has a file that nothing names', { 8: { entries: '/Type /EmbeddedFile', data: Buffer.from('MZ') } }],
    ['has an XFA form', catalogue('/AcroForm << /Fields [] /XFA [(template) 8 0 R] >>')],
    ['has rich media', annotation('/Subtype /RichMedia /RichMediaContent << >>')],
    ['has a film', annotation('/Subtype /Movie /Movie << /F (a.avi) >>')],
    ['plays a sound', annotation('/Subtype /Link /A << /S /Sound /Sound 8 0 R >>')],
    ['shows a film on a screen', annotation('/Subtype /Screen /A << /S /Rendition /OP 0 >>')],
    ['has a model in three dimensions', annotation('/Subtype /3D /3DD 8 0 R')],
    ['calls home when it is opened', catalogue('/OpenAction << /S /URI /URI (http://192.0.2.1/seen) >>')],
    ['calls home when it is closed', catalogue('/AA << /WC << /S /URI /URI (http://192.0.2.1/seen) >> >>')],
    ['fetches its data from elsewhere', { 4: { entries: '/F (http://192.0.2.1/page)', data: Buffer.alloc(0) } }],
  ])('SIN-182 is refused when it %s', async (_what, objects) => {
    expect(await guard(pdf(objects))).toBe('pdf-active')
  })

  const link = (uri: string) => annotation(`/Subtype /Link /A << /S /URI /URI ${uri} >>`)
  it.each<[string, Objects]>([
    ['a file by its address', link('(file://server/share/a.lnk)')],
    ['a share of another machine', link('(\\\\\\\\server\\\\share)')],
    ['a share, written in hexadecimal', link('<5C5C7365727665725C61>')],
    ['a script by its address', link('(JavaScript:app.launch\\(1\\))')],
    ['a program by its address', link('( ms-word:ofe|u|http://192.0.2.1/a.docm)')],
    ['an article in another file', annotation('/Subtype /Link /A << /S /Thread /F (a.pdf) /D 0 >>')],
    ['a page of another file', { 8: { entries: '/Subtype /Form /Ref << /F (a.pdf) /Page 0 >>', data: Buffer.alloc(0) } }],
    ['the whole of it from a file', catalogue('/URI << /Base (file:///C:/) >>')],
  ])('is refused when it opens %s', async (_what, objects) => {
    expect(await guard(pdf(objects))).toBe('pdf-active')
  })

  it.each<[string, Record<number, string>, Objects]>([
    ['a script', { 6: '<< /S /JavaScript /JS (1) >>' }, catalogue('/OpenAction 6 0 R')],
    ['an escaped name', { 6: '<< /S /J#61vaScript /J#53 (1) >>' }, catalogue('/OpenAction 6 0 R')],
    ['a call home', { 6: '<< /S /URI /URI (http://192.0.2.1/) >>' }, catalogue('/OpenAction 6 0 R')],
    ['a name that is told elsewhere', { 6: '<< /S 7 0 R /F (a.exe) >>', 7: '/Launch' }, catalogue('/OpenAction 6 0 R')],
  ])('is refused when %s is packed', async (_what, inside, objects) => {
    expect(await guard(pdfWithPackedObjects(inside, objects))).toBe('pdf-active')
  })

  it('is refused when an earlier version of an object did it: viewers differ in which one they take', async () => {
    const later = Buffer.from('\n6 0 obj\n<< /S /GoTo /D [3 0 R /Fit] >>\nendobj\n%%EOF\n')
    const inside = { 6: '<< /S /JavaScript /JS (1) >>' }
    const file = Buffer.concat([pdfWithPackedObjects(inside, catalogue('/OpenAction 6 0 R')), later])
    expect(await walkObjects(file, 10)).toBeUndefined()
    expect(await guard(file)).toBe('pdf-active')
  })

  it('is refused when only the parser can see it: packed in a way that is not looked through as bytes', async () => {
    const text = '6 0\n<< /S /JavaScript /JS (1) >>'
    const twice = deflateSync(deflateSync(text))
    const entries = '/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]'
    const file = pdf({ ...catalogue('/OpenAction 6 0 R'), 5: { entries, data: twice } })
    expect(scanRaw(file)).toBeUndefined()
    expect(await guard(file)).toBe('pdf-active')
  })
})

describe('a PDF that does nothing', () => {
  it.each<[string, Objects]>([
    ['is plain', {}],
    ['opens at a certain page', catalogue('/OpenAction [3 0 R /Fit]')],
    ['opens at a certain page by an action', catalogue('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>')],
    ['goes round in a circle', { ...catalogue('/OpenAction 6 0 R'), 6: '<< /S /GoTo /D [3 0 R /Fit] /Next [6 0 R] >>' }],
    ['has a link that somebody must click', annotation('/Subtype /Link /A << /S /URI /URI (https://example.go.id) >>')],
    ['has a link by mail', annotation('/Subtype /Link /A << /S /URI /URI (MAILTO:layanan@example.go.id) >>')],
    ['has a link to a number', annotation('/Subtype /Link /A << /S /URI /URI (tel:1500537) >>')],
    ['has a link without a scheme', annotation('/Subtype /Link /A << /S /URI /URI (www.example.go.id:8080/a?b=c:d) >>')],
    ['has a link into itself', annotation('/Subtype /Link /A << /S /Thread /D 0 >>')],
    ['has a form', catalogue('/AcroForm << /Fields [] >>')],
    ['has names that only begin like those of something active', { 8: '<< /JSX (1) /Launcher 1 /EFX << >> /Movies 1 >>' }],
    ['talks of scripts', { 8: '<< /Title (JavaScript, Launch and /EncryptMetadata) >>' }],
  ])('is taken when it %s', async (_what, objects) => {
    expect(await guard(pdf(objects))).toBeUndefined()
  })

  it('is taken when it is signed, and when its objects are packed', async () => {
    expect(await guard(signedPdf())).toBeUndefined()
    expect(await guard(pdfWithPackedObjects({ 6: '<< /Title (Surat kuasa) >>' }))).toBeUndefined()
  })

  it('is not refused for what chance puts into its packed data', async () => {
    const noise = Buffer.from('x/JS~/AA~/EF!/XFA\x01/JS\x80/JS ', 'latin1')
    expect(
      await guard(pdf({ 4: { entries: '', data: Buffer.concat(Array.from({ length: 500 }, () => noise)) } })),
    ).toBeUndefined()
  })
})

describe('a PDF that cannot be looked into', () => {
  it('is refused when it is locked, if only against printing', async () => {
    expect(await guard(pdf({ 9: '<< /Filter /Standard /V 1 /R 2 >>' }, '/Encrypt 9 0 R'))).toBe('pdf-encrypted')
    expect(await guard(pdf({}, '/Encr#79pt << /Filter /Standard >>'))).toBe('pdf-encrypted')
  })

  it.each([0, 0.1, 0.5, 0.9, 0.99])('is refused as damaged when only %d of it arrived', async (share) => {
    const whole = pdfOfPages(3)
    expect(await guard(whole.subarray(0, Math.floor(whole.length * share)))).toBe('pdf-damaged')
  })

  it.each<[string, Buffer]>([
    ['an archive stands behind it', Buffer.concat([pdf(), Buffer.from('PK\x03\x04'), Buffer.alloc(3000, 'zip')])],
    ['a web page stands before it', Buffer.concat([Buffer.from('<script>alert(1)</script>'), pdf()])],
    ['a GIF stands before it', Buffer.concat([Buffer.from('GIF89a/*'), pdf()])],
    ['it has no pages', pdf({ 2: '<< /Type /Pages /Kids [] /Count 1 >>' })],
    ['it has no catalogue', pdf({ 1: '<< >>' })],
    ['its pages go round in a circle', pdf({ 2: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' })],
    ['an object does not end', pdf({ 8: '<< /A [ (' })],
    ['its objects unpack to more than any honest file has', objectsBomb(40)],
  ])('is refused as damaged when %s', async (_what, bytes) => {
    expect(await guard(bytes)).toBe('pdf-damaged')
  })

  it('is taken with white space and a byte order mark before it, and zeros behind it', async () => {
    expect(await guard(Buffer.concat([Buffer.from('\ufeff\r\n '), pdf(), Buffer.alloc(5000)]))).toBeUndefined()
  })

  it('is refused when it is beyond the limits of its slot', async () => {
    expect(await guard(pdfOfPages(10))).toBeUndefined()
    expect(await guard(pdfOfPages(11))).toBe('pages')
    expect(await guard(pdfOfPages(500))).toBe('pages')
    const bytes = pdf()
    expect(await guard(bytes, { maxBytes: bytes.length })).toBeUndefined()
    expect(await guard(bytes, { maxBytes: bytes.length - 1 })).toBe('too-large')
  })

  it('never makes the guard fail, whatever was changed in it', async () => {
    const whole = signedPdf()
    const change = fc.tuple(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 12 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, with_] of changes) bytes.set(with_.subarray(0, bytes.length - at), at)
        expect([undefined, 'pdf-active', 'pdf-encrypted', 'pdf-damaged', 'pages']).toContain(await guard(bytes))
      }),
      { numRuns: 200 },
    )
  })
})
