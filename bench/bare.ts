import { completion, question } from './form.ts'
import { measure } from './generator.ts'
import type { Load, Run, Subject } from './measurement.ts'
import { openKeyValue } from './rivals/key-value.ts'

/**
 * No framework at all: the answers as one JSON row in SQLite, read and committed for every turn.
 * Shows what the machine, SQLite and the load generator cost by themselves.
 */
export const run: Run = (load) => measure(open, load)

async function open(load: Load): Promise<Subject> {
  const rows = openKeyValue(load.directory)
  return {
    begin: async (chat) => {
      rows.set(String(chat), '[]')
      return question(1)
    },
    answer: async (chat, text) => {
      const answers = [...(JSON.parse(rows.get(String(chat)) ?? '[]') as string[]), text]
      rows.set(String(chat), JSON.stringify(answers))
      return answers.length < load.questions ? question(answers.length + 1) : completion(answers)
    },
    close: async () => rows.close(),
  }
}
