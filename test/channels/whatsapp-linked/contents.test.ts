import { proto } from '@whiskeysockets/baileys'
import { describe, expect, it } from 'vitest'
import { contentOf } from '../../../bot/channels/whatsapp-linked/contents.ts'

const { AssociationType } = proto.MessageAssociation
const bytes = Buffer.alloc(32, 7)
const held = { mediaKey: bytes, fileSha256: bytes, fileEncSha256: bytes, fileLength: 10, directPath: '/v/t62/file' }
const KEY = { id: '3A01', remoteJid: '770011223344556@lid' }

/** A photo that belongs to another message. */
const photo = (associationType: proto.MessageAssociation.AssociationType): proto.IMessage => ({
  imageMessage: held,
  messageContextInfo: { messageAssociation: { associationType, parentMessageKey: { id: 'PARENT' } } },
})

/** Through its wire form, as it comes. */
const read = (message: proto.IMessage) => contentOf(proto.Message.decode(proto.Message.encode(message).finish()), KEY)

describe('a photo that was sent', () => {
  it.each([
    ['in an album', photo(AssociationType.MEDIA_ALBUM)],
    ['in an album, wrapped', { associatedChildMessage: { message: photo(AssociationType.MEDIA_ALBUM) } }],
  ])('%s is one of several', (_, message) => {
    expect(read(message)).toMatchObject({ is: 'input', input: { kind: 'file', file: { as: 'photo', album: 'PARENT' } } })
  })

  it.each(['HD_IMAGE_DUAL_UPLOAD', 'HD_VIDEO_DUAL_UPLOAD', 'HEVC_VIDEO_DUAL_UPLOAD', 'MOTION_PHOTO'] as const)(
    'a second time as %s beside the first is no second photo',
    (type) => {
      const again = photo(AssociationType[type])
      expect(read(again)).toEqual({ is: 'nothing' })
      expect(read({ associatedChildMessage: { message: again } })).toEqual({ is: 'nothing' })
      const video = { videoMessage: { mimetype: 'video/mp4' } }
      expect(read({ ...again, imageMessage: null, associatedChildMessage: { message: video } })).toEqual({ is: 'nothing' })
    },
  )
})

describe('a message', () => {
  const { MESSAGE_EDIT, EVENT_EDIT } = proto.Message.SecretEncryptedMessage.SecretEncType
  const edit = { type: proto.Message.ProtocolMessage.Type.MESSAGE_EDIT, key: { id: 'X' }, editedMessage: { conversation: 'b' } }

  it.each<readonly [string, proto.IMessage]>([
    ['plainly', { protocolMessage: edit }],
    ['wrapped', { editedMessage: { message: { protocolMessage: edit } } }],
    ['encrypted once more', { secretEncryptedMessage: { secretEncType: MESSAGE_EDIT, encPayload: bytes, encIv: bytes } }],
  ])('that was changed, as is said %s, is told as a change', (_, message) => {
    expect(read(message)).toEqual({ is: 'input', input: { kind: 'other', what: 'edit' } })
  })

  it.each<readonly [string, proto.IMessage]>([
    ['nothing', {}],
    ['a change of an event', { secretEncryptedMessage: { secretEncType: EVENT_EDIT } }],
    ['a mention in a status', { statusMentionMessage: { message: { protocolMessage: { type: 25 } } } }],
    ['an answer to an event', { encEventResponseMessage: { encPayload: bytes } }],
    ['a reaction to nothing', { reactionMessage: { text: '👍' } }],
    ['a reaction that was encrypted', { encReactionMessage: { encPayload: bytes } }],
  ])('of the platform itself (%s) asks for no answer', (_, message) => {
    expect(read(message)).toEqual({ is: 'nothing' })
  })
})
