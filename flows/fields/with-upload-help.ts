import type { Field, Opening, Reading } from '../engine/field.ts'
import type { Json } from '../engine/json.ts'
import type { Choice } from '../engine/reply.ts'
import type { Text, TextArg } from '../engine/text.ts'
import { refusalTexts } from './document-file.ts'

/** A document question that, below the reason why a file is refused, alone or among others, points to the help about it. */
export function withUploadHelp<T extends Json>(
  field: Field<T>,
  help: { readonly text: Text; readonly choice: Choice },
): Field<T> {
  const { settle } = field
  const offering = ({ choices = [], ...opening }: Opening): Opening => ({ ...opening, choices: [...choices, help.choice] })
  const pointed = (reading: Reading<T>): Reading<T> => {
    if (reading.is === 'problem' && isRefusal(reading.problem))
      return { ...reading, problem: below(reading.problem, help.text), opening: offering(reading.opening ?? {}) }
    // Of files that came together it is said which were refused, before more of them are asked for.
    if (reading.is === 'more' && isRefusal(reading.text))
      return { ...reading, text: below(reading.text, help.text), opening: offering(reading.opening) }
    return reading
  }
  return {
    ...field,
    read: (input, context, scratch) => pointed(field.read(input, context, scratch)),
    ...(settle !== undefined && { settle: (outcome, context, scratch) => pointed(settle(outcome, context, scratch)) }),
  }
}

// What is said first is why; a question may follow.
function below(text: Text, help: Text): Text {
  if (typeof text === 'string' || 'key' in text) return { lines: [text, help] }
  const [why = '', ...question] = text.lines
  return { lines: [why, help, ...question] }
}

function isRefusal(text: Text): boolean {
  if (typeof text === 'string') return false
  if ('lines' in text) return text.lines.some(isRefusal)
  return (
    refusalTexts.some((key) => key === text.key) || Object.values(text.args ?? {}).some((arg) => isText(arg) && isRefusal(arg))
  )
}

function isText(arg: TextArg): arg is Text {
  return typeof arg === 'object' && !('link' in arg)
}
