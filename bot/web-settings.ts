import { isIP } from 'node:net'
import { z } from 'zod'
import { isLoopback } from './loopback.ts'
import { oneOf, origin, type Refuse, type Values } from './setting-values.ts'

/** Where the web server listens, and for whom. */
export interface WebConfig {
  readonly host: string
  readonly port: number
  /** where a browser reaches Loket, e.g. `https://loket.example.go.id`: scheme, host and port, no slash at the end */
  readonly publicUrl: string
  readonly simulator: boolean
  /** who may read `/metrics`: everybody (this machine only), whoever shows the token, or nobody */
  readonly metricsAccess: 'anyone' | 'nobody' | { readonly token: string }
  /** addresses (IP or CIDR) of reverse proxies whose `X-Forwarded-For` is believed */
  readonly trustedProxies: readonly string[]
}

const address = z.string().refine((value) => isIP(value) > 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value), {
  error: 'must be an IP address or a host name, without a port',
})

const proxies = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine((list) => list.every(isNetwork), { error: 'must be IP addresses or networks, separated by commas' })

/** What the environment says of the web server. */
export const webVariables = {
  LOKET_PORT: {
    value: z
      .string()
      .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
        error: 'must be a whole number from 1 to 65535',
      })
      .transform(Number)
      .default(8420),
    example: '8420',
  },
  LOKET_HOST: { value: address.default('127.0.0.1'), example: '127.0.0.1' },
  LOKET_PUBLIC_URL: { value: origin.optional(), example: 'https://loket.example.go.id' },
  LOKET_SIMULATOR: { value: oneOf(['on', 'off']).optional(), example: 'off' },
  LOKET_METRICS_TOKEN: {
    value: z
      .string()
      .regex(/^[\w.~+/=-]{16,256}$/, { error: 'must be 16 to 256 letters, digits or any of - . _ ~ + / =' })
      .optional(),
    example: 'what `openssl rand -hex 32` prints',
    secret: true,
  },
  LOKET_TRUSTED_PROXIES: { value: proxies.default([]), example: '10.0.0.5,10.1.0.0/16' },
} as const

/** The web server as the settings have it. In production nobody but who has its token sees figures, and nobody plays a phone. */
export function webOf(set: Values<typeof webVariables>, production: boolean, refuse: Refuse<typeof webVariables>): WebConfig {
  const publicUrl = new URL(set.LOKET_PUBLIC_URL ?? `http://localhost:${set.LOKET_PORT}`)
  const near = isLoopback(set.LOKET_HOST)
  if (publicUrl.protocol !== 'https:' && !isLoopback(publicUrl.hostname))
    refuse('LOKET_PUBLIC_URL', 'must begin with https:// unless it is this machine')
  if (set.LOKET_SIMULATOR === 'on' && production) refuse('LOKET_SIMULATOR', 'must be off in production')
  if (set.LOKET_SIMULATOR === 'on' && !near)
    refuse('LOKET_SIMULATOR', 'must be off while LOKET_HOST is not a loopback address such as 127.0.0.1')
  const token = set.LOKET_METRICS_TOKEN
  return {
    host: set.LOKET_HOST,
    port: set.LOKET_PORT,
    publicUrl: publicUrl.origin,
    simulator: set.LOKET_SIMULATOR === undefined ? near && !production : set.LOKET_SIMULATOR === 'on',
    // behind a proxy on this machine everybody comes from loopback: only the public address tells
    metricsAccess: token !== undefined ? { token } : near && isLoopback(publicUrl.hostname) && !production ? 'anyone' : 'nobody',
    trustedProxies: set.LOKET_TRUSTED_PROXIES,
  }
}

function isNetwork(value: string): boolean {
  const [ip = '', bits, ...rest] = value.split('/')
  const widest = isIP(ip) === 6 ? 128 : 32
  return isIP(ip) > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest))
}
