import { t, type Text } from '../engine/text.ts'
import type { ChannelName } from '../ports/linked-chats.ts'

const KEYS: Readonly<Record<ChannelName, string>> = {
  whatsapp: 'chat-channel-whatsapp',
  telegram: 'chat-channel-telegram',
  simulator: 'chat-channel-simulator',
  other: 'chat-channel-other',
}

/** What a platform is called. */
export function channelName(channel: ChannelName): Text {
  return t(KEYS[channel])
}
