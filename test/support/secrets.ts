// Whatever a test makes that must never be in a log is named here, where it is made: after the run every line that was
// written is searched for it (test/log-check/).
const named = new Set<string>()

/** Shorter ones would be found in places where nobody meant them. */
const SHORTEST = 4

/** Notes a value that must never be in a log (a token, a key, somebody's name or number), and gives it back. */
export function secret<T extends string>(value: T): T {
  if (value.length >= SHORTEST) named.add(value)
  return value
}

/** The same for a key's bytes, in every way in which they could be written. */
export function secretBytes<T extends Uint8Array>(bytes: T): T {
  const buffer = Buffer.from(bytes)
  for (const encoding of ['hex', 'base64', 'base64url'] as const) secret(buffer.toString(encoding))
  // as Node writes a Buffer to the console, and JSON a list of bytes
  secret(buffer.toString('hex').replace(/(..)(?=.)/g, '$1 '))
  secret([...buffer].join(','))
  return bytes
}

/** All that were named in this process. */
export function namedSecrets(): readonly string[] {
  return [...named]
}
