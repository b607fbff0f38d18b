import { z } from 'zod'
import { isLoopback } from './loopback.ts'
import { oneOf, type Refuse, type Values } from './setting-values.ts'

/** An ordinary WhatsApp account that Loket is a linked device of. */
export interface WhatsappLinkedConfig {
  /** WhatsApp's websocket; its own when undefined */
  readonly url: string | undefined
  /** the version of the web client that Loket says it is; the library's when undefined */
  readonly version: [number, number, number] | undefined
}

const socketUrl = z.string().refine((value) => URL.canParse(value) && isSocket(new URL(value)), {
  error: 'must be a wss:// address (ws:// on this machine only)',
})

/** What the environment says of the linked account. */
export const whatsappLinkedVariables = {
  WHATSAPP_BAILEYS: { value: oneOf(['on', 'off']).default('off'), example: 'on' },
  WHATSAPP_WS_URL: { value: socketUrl.optional(), example: 'wss://web.whatsapp.com/ws/chat' },
  WHATSAPP_VERSION: {
    value: z
      .string()
      .regex(/^\d{1,4}\.\d{1,6}\.\d{1,12}$/, { error: 'must be three numbers with dots between them' })
      .optional(),
    example: '2.3000.1043857760',
  },
} as const

/** The linked account; undefined when it is off. Settings of an account that is off would do nothing without anybody knowing why. */
export function whatsappLinkedOf(
  set: Values<typeof whatsappLinkedVariables>,
  refuse: Refuse<typeof whatsappLinkedVariables>,
): WhatsappLinkedConfig | undefined {
  const { WHATSAPP_BAILEYS: state, WHATSAPP_WS_URL: url, WHATSAPP_VERSION: version } = set
  if (state === 'off') {
    if ((url ?? version) !== undefined) refuse('WHATSAPP_BAILEYS', 'must be on where there are settings for it')
    return undefined
  }
  const [primary = 0, secondary = 0, tertiary = 0] = version?.split('.').map(Number) ?? []
  return { url, version: version === undefined ? undefined : [primary, secondary, tertiary] }
}

function isSocket({ protocol, hostname, username, password }: URL): boolean {
  return (protocol === 'wss:' || (protocol === 'ws:' && isLoopback(hostname))) && username === '' && password === ''
}
