import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { getBinaryNodeChild, proto, type BinaryNode } from '@whiskeysockets/baileys'

/** A file that the phone has put up again. */
export interface UploadedAgain {
  readonly directPath: string
  readonly mediaKey: Uint8Array
}

/** The answer to a request (`server-error` receipt) for a file that the server has lost; without a file: the phone has not got it. */
export function mediaRetry(request: BinaryNode, again: UploadedAgain | undefined): BinaryNode {
  const id = request.attrs.id ?? ''
  const rmr = getBinaryNodeChild(request, 'rmr')
  const attrs = { from: request.attrs.to ?? '', id, type: 'mediaretry', t: '1700000000' }
  const place: BinaryNode = { tag: 'rmr', attrs: rmr?.attrs ?? {} }
  if (again === undefined) return { tag: 'notification', attrs, content: [{ tag: 'error', attrs: { code: '2' } }, place] }
  const { SUCCESS: result } = proto.MediaRetryNotification.ResultType
  const plain = proto.MediaRetryNotification.encode({ stanzaId: id, directPath: again.directPath, result }).finish()
  const key = Buffer.from(hkdfSync('sha256', again.mediaKey, '', 'WhatsApp Media Retry Notification', 32))
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: 16 }).setAAD(Buffer.from(id))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  const part = (tag: string, content: Uint8Array): BinaryNode => ({ tag, attrs: {}, content })
  return {
    tag: 'notification',
    attrs,
    content: [{ tag: 'encrypt', attrs: {}, content: [part('enc_p', sealed), part('enc_iv', iv)] }, place],
  }
}
