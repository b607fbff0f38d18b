import { FluentParser, type Pattern, type Placeable, type TextElement } from '@fluent/syntax'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../flows/engine/text.ts'

const FLOWS = join(import.meta.dirname, '../../flows')

/** One message as its file has it. */
export interface WrittenMessage {
  readonly key: string
  /** its file, from `flows/` */
  readonly file: string
  /** its words; each placeholder is `‹name›`, of variants all stand below each other */
  readonly text: string
}

/** Every message of a language: the common ones and those of the agencies. */
export function messagesIn(language: Language): WrittenMessage[] {
  const parser = new FluentParser({ withSpans: false })
  return filesOf(language).flatMap((file) =>
    parser
      .parse(readFileSync(join(FLOWS, file), 'utf8'))
      .body.flatMap((entry) =>
        entry.type === 'Message' && entry.value !== null ? [{ key: entry.id.name, file, text: textOf(entry.value) }] : [],
      ),
  )
}

function filesOf(language: Language): string[] {
  return readdirSync(FLOWS, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.startsWith(`text/${language}/`) || file.endsWith(`/texts/${language}.ftl`))
    .filter((file) => file.endsWith('.ftl'))
    .sort()
}

function textOf(pattern: Pattern): string {
  return pattern.elements.map(partOf).join('')
}

function partOf(part: TextElement | Placeable): string {
  if (part.type === 'TextElement') return part.value
  const { expression } = part
  if (expression.type === 'SelectExpression') return `\n${expression.variants.map(({ value }) => textOf(value)).join('\n')}\n`
  if (expression.type === 'StringLiteral') return expression.value
  if (expression.type === 'VariableReference') return `‹${expression.id.name}›`
  return '‹›'
}
