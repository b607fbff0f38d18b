import type * as Argon2 from '@node-rs/argon2'

/** The library as it is; each hash that a password is tried against is added to `tried`. For `vi.mock`. */
export function watchedArgon2(real: typeof Argon2, tried: string[]): typeof Argon2 {
  const verify: typeof real.verify = (hashed, ...rest) => {
    tried.push(String(hashed))
    return real.verify(hashed, ...rest)
  }
  return { ...real, verify }
}
