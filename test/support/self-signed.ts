import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { oid, sequence, set, tlv } from './der.ts'

/** A private key and its own certificate, in PEM. */
export interface SelfSigned {
  readonly key: string
  readonly cert: string
}

const OID = {
  commonName: [0x55, 0x04, 0x03],
  basicConstraints: [0x55, 0x1d, 0x13],
  subjectAltName: [0x55, 0x1d, 0x11],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
}

/** Makes a certificate (RFC 5280, X.509 v3, P-256) that nobody but itself vouches for, for host names and IPv4 addresses. */
export function selfSigned(...hosts: readonly string[]): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(oid(OID.ecdsaWithSha256))
  const name = sequence(set(sequence(oid(OID.commonName), tlv(0x0c, Buffer.from('a test')))))
  const validity = sequence(tlv(0x17, Buffer.from('200101000000Z')), tlv(0x17, Buffer.from('491231235959Z')))
  const names = hosts.map((host) =>
    isIPv4(host) ? tlv(0x87, Buffer.from(host.split('.').map(Number))) : tlv(0x82, Buffer.from(host)),
  )
  const extensions = sequence(
    sequence(oid(OID.basicConstraints), tlv(0x01, Buffer.of(0xff)), tlv(0x04, sequence(tlv(0x01, Buffer.of(0xff))))),
    sequence(oid(OID.subjectAltName), tlv(0x04, sequence(...names))),
  )
  const serial = Buffer.concat([Buffer.of(0x01), randomBytes(8)])
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const version = tlv(0xa0, tlv(0x02, Buffer.of(2)))
  const body = sequence(version, tlv(0x02, serial), algorithm, name, validity, name, key, tlv(0xa3, extensions))
  const signature = tlv(0x03, Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)]))
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(sequence(body, algorithm, signature)) }
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
