import { z } from 'zod'
import type { S3Settings } from '../storage/vault/s3-store.ts'
import { isLoopback } from './loopback.ts'
import { origin, type Refuse, type Values } from './setting-values.ts'

/** What the environment says of the bucket. */
export const s3Variables = {
  LOKET_S3_ENDPOINT: {
    value: origin
      .refine((value) => !URL.canParse(value) || isSafe(new URL(value)), {
        error: 'must begin with https:// unless it is this machine',
      })
      .optional(),
    example: 'https://s3.example.go.id',
  },
  LOKET_S3_BUCKET: {
    value: z
      .string()
      // Amazon S3 User Guide, "General purpose bucket naming rules".
      .regex(/^(?!.*\.\.)[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, { error: 'must be 3 to 63 small letters, digits, dots and hyphens' })
      .optional(),
    example: 'loket-files',
  },
  LOKET_S3_REGION: {
    value: z
      .string()
      .regex(/^[a-z\d-]{1,64}$/i, { error: 'must be letters, digits and hyphens' })
      .default('us-east-1'),
    example: 'ap-southeast-3',
  },
  LOKET_S3_ACCESS_KEY_ID: {
    value: z
      .string()
      .regex(/^[\x21-\x7e]{3,128}$/, { error: 'must be a key’s id as the store gives it' })
      .optional(),
    example: 'AKIA…',
    secret: true,
  },
  LOKET_S3_SECRET_ACCESS_KEY: {
    value: z
      .string()
      .regex(/^[\x21-\x7e]{6,256}$/, { error: 'must be a key’s secret as the store gives it' })
      .optional(),
    example: 'what the store shows once, when the key is made',
    secret: true,
  },
} as const

/** The bucket that the settings name; undefined when they name none: then files lie in the data folder. */
export function s3Of(set: Values<typeof s3Variables>, refuse: Refuse<typeof s3Variables>): S3Settings | undefined {
  const {
    LOKET_S3_ENDPOINT: endpoint,
    LOKET_S3_BUCKET: bucket,
    LOKET_S3_ACCESS_KEY_ID: accessKeyId,
    LOKET_S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = set
  const needed = {
    LOKET_S3_ENDPOINT: endpoint,
    LOKET_S3_BUCKET: bucket,
    LOKET_S3_ACCESS_KEY_ID: accessKeyId,
    LOKET_S3_SECRET_ACCESS_KEY: secretAccessKey,
  }
  if (endpoint !== undefined && bucket !== undefined && accessKeyId !== undefined && secretAccessKey !== undefined)
    return { endpoint: new URL(endpoint).origin, bucket, region: set.LOKET_S3_REGION, accessKeyId, secretAccessKey }
  const names = Object.keys(needed) as (keyof typeof needed)[]
  if (names.some((name) => needed[name] !== undefined))
    for (const name of names)
      if (needed[name] === undefined) refuse(name, 'must be set too: files are kept in a bucket only when all four are there')
  return undefined
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol !== 'http:' || isLoopback(hostname)
}
