import type { Field, Reading } from '../engine/field.ts'
import type { Json } from '../engine/json.ts'
import type { Choice } from '../engine/reply.ts'
import type { Text } from '../engine/text.ts'
import { refusalTexts } from './document-file.ts'

/** A document question that, below the reason why a file is refused, points to the help about it. */
export function withUploadHelp<T extends Json>(
  field: Field<T>,
  help: { readonly text: Text; readonly choice: Choice },
): Field<T> {
  const { settle } = field
  const pointed = (reading: Reading<T>): Reading<T> => {
    if (reading.is !== 'problem' || !isRefusal(reading.problem)) return reading
    const { choices = [], ...opening } = reading.opening ?? {}
    return {
      ...reading,
      problem: { lines: [reading.problem, help.text] },
      opening: { ...opening, choices: [...choices, help.choice] },
    }
  }
  return {
    ...field,
    read: (input, context, scratch) => pointed(field.read(input, context, scratch)),
    ...(settle !== undefined && { settle: (outcome, context, scratch) => pointed(settle(outcome, context, scratch)) }),
  }
}

function isRefusal(problem: Text): boolean {
  return typeof problem === 'object' && 'key' in problem && refusalTexts.some((key) => key === problem.key)
}
