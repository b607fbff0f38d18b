import { normalizeMessageContent, proto } from '@whiskeysockets/baileys'
import type { IncomingFile, Input } from '../../../flows/engine/input.ts'
import { fileRef, type MediaKind } from './file-ref.ts'

/** What the content of a message comes to. */
export type Content =
  | { readonly is: 'input'; readonly input: Input; readonly quoted?: Quoted }
  | { readonly is: 'reaction'; readonly emoji: string; readonly to: string }
  /** a line of service, a key, a message taken back: nobody waits for an answer */
  | { readonly is: 'nothing' }

/** The message that is replied to. */
export interface Quoted {
  /** its id */
  readonly id: string
  readonly text: string
}

/** Kinds of messages that no question asks for, by WhatsApp's name, and ours. */
const OTHERS = {
  audioMessage: 'voice',
  videoMessage: 'video',
  ptvMessage: 'video',
  stickerMessage: 'sticker',
  lottieStickerMessage: 'sticker',
  stickerPackMessage: 'sticker',
  locationMessage: 'location',
  liveLocationMessage: 'location',
  pollCreationMessage: 'poll',
  pollCreationMessageV2: 'poll',
  pollCreationMessageV3: 'poll',
  contactsArrayMessage: 'contact',
  call: 'call',
} as const satisfies Partial<Record<keyof proto.IMessage, string>>

/** What says nothing to us: parts of other messages, keys, and news of the platform itself. */
const SILENT: ReadonlySet<string> = new Set([
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'albumMessage',
  'keepInChatMessage',
  'pinInChatMessage',
  'pollUpdateMessage',
  'encReactionMessage',
  'placeholderMessage',
  'encEventResponseMessage',
  'stickerSyncRmrMessage',
  'callLogMesssage',
  'limitSharingMessage',
  'statusMentionMessage',
  'groupStatusMentionMessage',
  'statusNotificationMessage',
])

/** Wrappings of a photo that may be seen once: a linked device gets it without what is in it. */
const ONCE = ['viewOnceMessage', 'viewOnceMessageV2', 'viewOnceMessageV2Extension'] as const

const { AssociationType } = proto.MessageAssociation
/** What comes a second time beside what it belongs to: in better quality, or as a moving picture. */
const BESIDE: ReadonlySet<proto.MessageAssociation.AssociationType> = new Set([
  AssociationType.HD_IMAGE_DUAL_UPLOAD,
  AssociationType.HD_VIDEO_DUAL_UPLOAD,
  AssociationType.HEVC_VIDEO_DUAL_UPLOAD,
  AssociationType.MOTION_PHOTO,
])

/** Reads the content of a message; `key` names the message, for a file that must be asked for again. */
export function contentOf(message: proto.IMessage, key: proto.IMessageKey): Content {
  const said = normalizeMessageContent(message) ?? {}
  const { reactionMessage: reaction, protocolMessage: protocol, secretEncryptedMessage: sealed } = said
  const { associationType, parentMessageKey } = (said.messageContextInfo ?? message.messageContextInfo)?.messageAssociation ?? {}
  if (associationType && BESIDE.has(associationType)) return { is: 'nothing' }
  if (reaction) {
    const to = reaction.key?.id
    return to ? { is: 'reaction', emoji: reaction.text ?? '', to } : { is: 'nothing' }
  }
  if (protocol) {
    const isEdit = protocol.type === proto.Message.ProtocolMessage.Type.MESSAGE_EDIT
    return isEdit ? other('edit') : { is: 'nothing' }
  }
  if (sealed) {
    const isEdit = sealed.secretEncType === proto.Message.SecretEncryptedMessage.SecretEncType.MESSAGE_EDIT
    return isEdit ? other('edit') : { is: 'nothing' }
  }
  const input = textOf(said) ?? fileOf(said, key, parentMessageKey?.id) ?? contactOf(said)
  if (input !== undefined) return { is: 'input', input, ...quotedIn(said) }
  if (ONCE.some((wrapping) => message[wrapping])) return other('view-once')
  const kinds = Object.entries(said).flatMap(([kind, value]) => (value && !SILENT.has(kind) ? [kind] : []))
  const [kind] = kinds
  if (kind === undefined) return { is: 'nothing' }
  return other(kind in OTHERS ? OTHERS[kind as keyof typeof OTHERS] : 'other')
}

function other(what: string): Content {
  return { is: 'input', input: { kind: 'other', what } }
}

function textOf(said: proto.IMessage): Input | undefined {
  const text =
    said.conversation ||
    said.extendedTextMessage?.text ||
    said.buttonsResponseMessage?.selectedDisplayText ||
    said.templateButtonReplyMessage?.selectedDisplayText ||
    said.listResponseMessage?.title
  return text ? { kind: 'text', text: text.toWellFormed() } : undefined
}

function fileOf(said: proto.IMessage, key: proto.IMessageKey, album: string | null | undefined): Input | undefined {
  const { imageMessage: image, documentMessage: document } = said
  const held = image ?? document
  const as: MediaKind = image ? 'photo' : 'document'
  const ref = held ? fileRef({ ...held, as, key }) : undefined
  if (!held || ref === undefined) return undefined
  const told: Partial<IncomingFile> = {
    ...(held.mimetype && { mime: held.mimetype }),
    ...(held.fileLength !== null && held.fileLength !== undefined && { size: Number(held.fileLength) }),
    ...(held.caption && { caption: held.caption.toWellFormed() }),
    ...(document?.fileName && { name: document.fileName.toWellFormed() }),
    ...(album && { album }),
  }
  return { kind: 'file', file: { ref, as, ...told } }
}

// Anybody's card can be sent: it proves nothing.
function contactOf({ contactMessage: contact }: proto.IMessage): Input | undefined {
  const phone = /^TEL[^:]*:\s*(\+?[\d ().-]{6,24})\s*$/m.exec(contact?.vcard ?? '')?.[1]
  return phone === undefined ? undefined : { kind: 'contact', phone: phone.toWellFormed(), own: false }
}

function quotedIn(said: proto.IMessage): { quoted?: Quoted } {
  const { stanzaId: id, quotedMessage } = said.extendedTextMessage?.contextInfo ?? {}
  if (!id) return {}
  const quoted = normalizeMessageContent(quotedMessage) ?? {}
  const held = quoted.imageMessage ?? quoted.documentMessage
  const text = quoted.conversation ?? quoted.extendedTextMessage?.text ?? held?.caption ?? ''
  return { quoted: { id, text } }
}
