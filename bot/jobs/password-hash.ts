import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet. 2 is `Algorithm.Argon2id`, a const enum. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash of 32 random bytes that nobody kept: it costs what any other costs to compare with, and nothing fits it. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$ZidFmitkso3rlUB5fazseg$hnb2bcNfWIzT0Wd8XkrRtm7CvJ6m5OzoSQl1+BeL99M'

/** Hashes a password (in its `secretForm`) with a salt of its own; gives a PHC string. Takes tens of milliseconds, off the event loop. */
export function hashPassword(secret: string): Promise<string> {
  return hash(secret, PARAMETERS)
}

/** Whether the password is the one that was hashed; without a hash the same work is done, and the answer is no. */
export async function isPassword(secret: string, hashed: string | null): Promise<boolean> {
  const fits = await verify(hashed ?? NOBODYS, secret)
  return fits && hashed !== null
}
