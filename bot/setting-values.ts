import { z } from 'zod'

/** The variables of one topic: how each is read, and an example for whoever set it wrongly; a secret one is never said back. */
export type Variables = Readonly<Record<string, { readonly value: z.ZodType; readonly example: string; readonly secret?: true }>>

/** What the variables of a topic hold once they have been read. */
export type Values<V extends Variables> = z.output<z.ZodObject<{ readonly [K in keyof V]: V[K]['value'] }>>

/** Notes that a variable does not go with the others. */
export type Refuse<V extends Variables> = (name: keyof V & string, problem: string) => void

/** One of these words. */
export const oneOf = <const T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values, { error: `must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}` })

/** An address by http or https: scheme, host and port, nothing behind them. */
export const origin = z.string().refine((value) => URL.canParse(value) && isOrigin(new URL(value)), {
  error: 'must be an address with scheme and host, and no path',
})

/** Whether an address has nothing in it that only a browser or a program would want: question, fragment, user, password. */
export function isBare({ search, hash, username, password }: URL): boolean {
  return search === '' && hash === '' && username === '' && password === ''
}

function isOrigin(url: URL): boolean {
  return isBare(url) && url.pathname === '/' && (url.protocol === 'http:' || url.protocol === 'https:')
}
