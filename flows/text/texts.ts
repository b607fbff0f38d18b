import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { Language, LinkRequest, Text, TextArg } from '../engine/text.ts'
import type { TextResource } from './resource.ts'

/** Gives the address of a link that was issued for a request. */
export type ResolveLink = (request: LinkRequest) => string

/** A message that cannot be put into words: a mistake in code or texts, never in what a person sent. */
export class TextError extends Error {
  override readonly name = 'TextError'
}

/** The messages of one agency, common ones included, in every language. */
export interface Texts {
  /**
   * Puts a text into words. Plain strings pass through, as text itself and as placeholders: nothing in them is
   * understood as Fluent syntax. Only invisible control and direction marks are taken out of them, so that what
   * a person typed cannot reorder or hide the words around it.
   * @throws TextError that names the key: no such message, a placeholder not given, a link without `resolveLink`
   */
  format(language: Language, text: Text, resolveLink?: ResolveLink): string
  has(language: Language, key: string): boolean
  keys(language: Language): readonly string[]
  /** keys that one language has and another lacks */
  missing(): readonly { readonly language: Language; readonly key: string }[]
}

const languages: readonly Language[] = ['id', 'en']

const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

// C0 and C1 controls but tab and line feed, zero-width and direction marks (Unicode bidirectional controls, UAX 9), BOM.
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const allInvisible = new RegExp(invisible, 'g')

const clean = (value: string): string => (invisible.test(value) ? value.replace(allInvisible, '') : value)

/** Whether a placeholder's value asks for a link. */
function isLink(arg: TextArg): arg is LinkRequest {
  return typeof arg === 'object' && 'link' in arg
}

/** The links that a text asks for, nested texts included, each request once. */
export function linksOf(text: Text): LinkRequest[] {
  const found = new Set<LinkRequest>()
  const collect = (arg: TextArg): void => {
    if (typeof arg !== 'object') return
    if (isLink(arg)) found.add(arg)
    else if ('lines' in arg) arg.lines.forEach(collect)
    else Object.values(arg.args ?? {}).forEach(collect)
  }
  collect(text)
  return [...found]
}

/**
 * Makes the messages of one agency from resources in order: common ones first, the agency's own (`overlay`) last.
 * Says nothing about mistakes in them; `lintTexts` does.
 */
export function createTexts(resources: readonly TextResource[]): Texts {
  const bundles = Object.fromEntries(
    languages.map((language) => [language, new FluentBundle(locales[language], { useIsolating: false })]),
  ) as Record<Language, FluentBundle>
  const keys: Record<Language, Set<string>> = { id: new Set(), en: new Set() }
  for (const { language, content } of resources) {
    const resource = new FluentResource(content)
    bundles[language].addResource(resource, { allowOverrides: true })
    for (const { id, value } of resource.body) if (!id.startsWith('-') && value !== null) keys[language].add(id)
  }

  const format = (language: Language, text: Text, resolveLink?: ResolveLink): string => {
    if (typeof text === 'string') return clean(text)
    if ('lines' in text) return text.lines.map((line) => format(language, line, resolveLink)).join('\n')
    const bundle = bundles[language]
    const pattern = bundle.getMessage(text.key)?.value
    if (pattern === undefined || pattern === null) throw new TextError(`no message "${text.key}" in "${language}"`)
    if (typeof pattern === 'string') return pattern
    const values: Record<string, string | number> = {}
    for (const name in text.args) {
      const arg = text.args[name] as TextArg
      if (typeof arg === 'string') values[name] = clean(arg)
      else if (typeof arg === 'number') values[name] = arg
      else if (!isLink(arg)) values[name] = format(language, arg, resolveLink)
      else if (resolveLink === undefined) throw new TextError(`message "${text.key}" asks for a link, and none can be made here`)
      else values[name] = resolveLink(arg)
    }
    try {
      return bundle.formatPattern(pattern, values)
    } catch (cause) {
      throw new TextError(`message "${text.key}" in "${language}": ${cause instanceof Error ? cause.message : 'failed'}`)
    }
  }

  return {
    format,
    has: (language, key) => keys[language].has(key),
    keys: (language) => [...keys[language]],
    missing: () => {
      const all = new Set(languages.flatMap((language) => [...keys[language]]))
      return [...all].flatMap((key) =>
        languages.filter((language) => !keys[language].has(key)).map((language) => ({ language, key })),
      )
    },
  }
}
