import { FluentBundle, FluentResource } from '@fluent/bundle'
import { readFileSync } from 'node:fs'
import type { Language, Text, TextArg } from '../../flows/engine/text.ts'

/** The texts of the fields in one language; files that do not parse are an error. */
export function fieldBundle(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false })
  const source = (name: string) => readFileSync(new URL(`../../flows/text/${language}/${name}.ftl`, import.meta.url), 'utf8')
  const errors = ['fields', 'documents', 'file-details'].flatMap((name) => bundle.addResource(new FluentResource(source(name))))
  if (errors[0] !== undefined) throw new Error(errors[0].message)
  return bundle
}

/** Puts a text into words; a missing key or placeholder is an error. */
export function inWords(bundle: FluentBundle, text: Text): string {
  if (typeof text === 'string') return text
  if ('lines' in text) return text.lines.map((line) => inWords(bundle, line)).join('\n')
  const pattern = bundle.getMessage(text.key)?.value
  if (pattern === undefined || pattern === null) throw new Error(`no text ${text.key}`)
  const plain = (arg: TextArg): string | number => {
    if (typeof arg === 'object' && 'link' in arg) throw new Error('a field asks for no link')
    return typeof arg === 'number' ? arg : inWords(bundle, arg)
  }
  const errors: Error[] = []
  const args = Object.fromEntries(Object.entries(text.args ?? {}).map(([name, arg]) => [name, plain(arg)]))
  const words = bundle.formatPattern(pattern, args, errors)
  if (errors[0] !== undefined) throw errors[0]
  return words
}
