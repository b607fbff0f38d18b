import { createHash, sign, X509Certificate } from 'node:crypto'
import { elements, oid, sequence, set, tlv } from '../../support/der.ts'
import { selfSigned } from '../../support/self-signed.ts'
import { page, pdf } from './pdfs.ts'

const OID = {
  data: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01],
  signedData: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02],
  messageDigest: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04],
  contentType: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03],
  sha256: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
}
/** Digits of a number in ByteRange, and hexadecimal digits of the signature: room that is kept before they are known. */
const NUMBER = 10
const ROOM = 4000

/** A PDF of one page, signed as a whole by somebody whom nobody knows (ISO 32000-1, 12.8; adbe.pkcs7.detached). */
export function signedPdf(): Buffer {
  const range = `/ByteRange [0 ${Array.from({ length: 3 }, () => '*'.repeat(NUMBER)).join(' ')}]`
  const file = pdf({
    1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>',
    3: page({ more: '/Annots [6 0 R]' }),
    6: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Tanda tangan) /Rect [0 0 0 0] /P 3 0 R /V 7 0 R >>',
    7: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached ${range} /Contents <${'0'.repeat(ROOM)}> >>`,
  })
  const start = file.indexOf('/Contents <00') + '/Contents '.length
  const end = start + ROOM + 2
  const numbers = [start, end, file.length - end].map((number) => String(number).padEnd(NUMBER))
  file.write(range.replace(/\[.*\]/, `[0 ${numbers.join(' ')}]`), file.indexOf('/ByteRange'))
  const signed = Buffer.concat([file.subarray(0, start), file.subarray(end)])
  file.write(cms(signed).toString('hex'), start + 1)
  return file
}

/** A detached signature (CMS, RFC 5652, 5). */
function cms(content: Buffer): Buffer {
  const { key, cert } = selfSigned('localhost')
  const certificate = Buffer.from(new X509Certificate(cert).raw)
  const [, serial, , issuer] = elements(elements(certificate)[0] ?? certificate)
  if (serial === undefined || issuer === undefined) throw new Error('no serial number in the certificate')
  const digest = createHash('sha256').update(content).digest()
  const attributes = [
    sequence(oid(OID.contentType), set(oid(OID.data))),
    sequence(oid(OID.messageDigest), set(tlv(0x04, digest))),
  ]
  const one = tlv(0x02, Buffer.of(1))
  const sha256 = sequence(oid(OID.sha256))
  const signer = sequence(
    one,
    sequence(issuer, serial),
    sha256,
    tlv(0xa0, Buffer.concat(attributes)),
    sequence(oid(OID.ecdsaWithSha256)),
    tlv(0x04, sign('sha256', set(...attributes), key)),
  )
  const signedData = sequence(one, set(sha256), sequence(oid(OID.data)), tlv(0xa0, certificate), set(signer))
  return sequence(oid(OID.signedData), tlv(0xa0, signedData))
}
