import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { isSigned, signatureState, stateOf } from '../../../bot/intake/pdf/signature.ts'
import { pdf } from './pdfs.ts'
import { signedPdf } from './signed-pdf.ts'

const report = (...signatures: readonly (readonly string[])[]) =>
  [
    'Digital Signature Info of: /dev/fd/3',
    ...signatures.flatMap((lines, at) => [`Signature #${at + 1}:`, ...lines.map((line) => `  - ${line}`)]),
    '',
  ].join('\n')
const VALID = 'Signature Validation: Signature is Valid.'
const TOTAL = 'Total document signed'
const PARTLY = 'Not total document signed'

describe('the signature of a PDF', () => {
  it('is there or not, whatever tool is installed', async () => {
    expect(isSigned(signedPdf())).toBe(true)
    expect(isSigned(pdf())).toBe(false)
    // a form with an empty field for a signature, and a page that only talks of one
    expect(
      isSigned(pdf({ 6: '<< /FT /Sig /T (ByteRange) >>', 4: { entries: '', data: Buffer.from('(/ByteRange kosong) Tj') } })),
    ).toBe(false)
    expect(await signatureState(pdf(), 'no-such-tool')).toBe('none')
    expect(await signatureState(signedPdf(), 'no-such-tool')).toBe('unknown')
  })

  it('is valid as it was made, and not any more when one letter was changed', async () => {
    const file = signedPdf()
    expect(await signatureState(file)).toBe('valid')
    file.write('421', file.indexOf('420 595'))
    expect(await signatureState(file)).toBe('invalid')
  })

  it('is valid for a part when something was added later', async () => {
    const added = Buffer.from('\n8 0 obj\n<< >>\nendobj\n%%EOF\n')
    expect(await signatureState(Buffer.concat([signedPdf(), added]))).toBe('valid-but-appended')
  })

  it('leaves nothing of the PDF on the disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loket-signature-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    vi.stubEnv('TMPDIR', folder)
    await Promise.all([signatureState(signedPdf()), signatureState(signedPdf(), 'no-such-tool')])
    expect(tmpdir()).toBe(folder)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['valid', report([TOTAL, VALID])],
    ['valid', report([PARTLY, VALID], [TOTAL, VALID])],
    ['valid-but-appended', report([PARTLY, VALID])],
    ['valid-but-appended', report([PARTLY, VALID], [TOTAL, 'Signature Validation: Unknown Validation Failure.'])],
    ['invalid', report([TOTAL, 'Signature Validation: Digest Mismatch.'])],
    ['invalid', report([TOTAL, VALID], [PARTLY, 'Signature Validation: Signature is Invalid.'])],
    ['unknown', report([TOTAL, 'Signature Validation: Unknown Validation Failure.'])],
    ['unknown', report([VALID])],
    ['unknown', report(['Signer Certificate Common Name: Signature Validation: Signature is Valid.', TOTAL])],
    ['unknown', 'Signature #1:\n  - Signature Field Name: Sig1\n  The signature form field is not signed.\n'],
    ['unknown', ''],
  ])('is %s by a report', (state, text) => {
    expect(stateOf(text)).toBe(state)
  })
})
