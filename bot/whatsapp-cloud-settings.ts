import { z } from 'zod'
import { GRAPH_VERSION, type GraphSettings } from './channels/whatsapp-cloud/graph.ts'
import type { Refuse, Values } from './setting-values.ts'

/** A phone number on Meta's WhatsApp Business Platform. */
export interface WhatsappCloudConfig extends GraphSettings {
  /** Meta signs with it what it sends */
  readonly appSecret: string
  /** what Meta shows when it asks for the first time whether the webhook is ours */
  readonly verifyToken: string
}

/** An address, and the version of the Graph API behind it where another is wanted: `https://graph.facebook.com/v25.0`. */
const API_ROOT = /^https?:\/\/[^/?#@\s]+(?:\/|\/(v\d{1,3}\.\d))?$/

/** What the environment says of the official WhatsApp number. */
export const whatsappCloudVariables = {
  WHATSAPP_CLOUD_TOKEN: {
    value: z
      .string()
      .regex(/^[\w.-]{20,1024}$/, { error: 'must be an access token as Meta gives it' })
      .optional(),
    example: 'EAAG…',
    secret: true,
  },
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: {
    value: z
      .string()
      .regex(/^\d{5,17}$/, { error: 'must be the phone number’s id, 5 to 17 digits (not the number itself)' })
      .optional(),
    example: '106540352242922',
  },
  WHATSAPP_CLOUD_APP_SECRET: {
    value: z
      .string()
      .regex(/^[0-9a-f]{32}$/, { error: 'must be the app’s secret: 32 letters and digits' })
      .optional(),
    example: 'what “App settings, Basic, App secret” shows',
    secret: true,
  },
  WHATSAPP_CLOUD_VERIFY_TOKEN: {
    value: z
      .string()
      .regex(/^[\w.~-]{16,256}$/, { error: 'must be 16 to 256 letters, digits or any of - . _ ~' })
      .optional(),
    example: 'what `openssl rand -hex 32` prints',
    secret: true,
  },
  WHATSAPP_CLOUD_API_ROOT: {
    value: z
      .string()
      .refine((value) => API_ROOT.test(value) && URL.canParse(value), {
        error: 'must be an address with scheme and host, with nothing behind it but a version: https://graph.facebook.com/v25.0',
      })
      .default(`https://graph.facebook.com/${GRAPH_VERSION}`),
    example: `https://graph.facebook.com/${GRAPH_VERSION}`,
  },
} as const

/** The number that the settings name; undefined when they name none. A half-told one would be silent without anybody knowing why. */
export function whatsappCloudOf(
  set: Values<typeof whatsappCloudVariables>,
  refuse: Refuse<typeof whatsappCloudVariables>,
): WhatsappCloudConfig | undefined {
  const {
    WHATSAPP_CLOUD_TOKEN: token,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: phoneNumberId,
    WHATSAPP_CLOUD_APP_SECRET: appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken,
  } = set
  const needed = {
    WHATSAPP_CLOUD_TOKEN: token,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: phoneNumberId,
    WHATSAPP_CLOUD_APP_SECRET: appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken,
  }
  const names = Object.keys(needed) as (keyof typeof needed)[]
  const [, version = GRAPH_VERSION] = API_ROOT.exec(set.WHATSAPP_CLOUD_API_ROOT) ?? []
  const apiRoot = new URL(set.WHATSAPP_CLOUD_API_ROOT).origin
  if (token !== undefined && phoneNumberId !== undefined && appSecret !== undefined && verifyToken !== undefined)
    return { token, phoneNumberId, appSecret, verifyToken, apiRoot, version }
  if (names.some((name) => needed[name] !== undefined))
    for (const name of names)
      if (needed[name] === undefined) refuse(name, 'must be set too: the official WhatsApp number needs all four')
  return undefined
}
