import type { Scenes } from 'telegraf'
import { measure } from '../generator.ts'
import type { Run } from '../measurement.ts'
import { openKeyValue } from './key-value.ts'
import { openWizard } from './telegraf-wizard.ts'

/** Telegraf's WizardScene with sessions in SQLite, by the store interface that its guide documents. */
export const run: Run = (load) => {
  const rows = openKeyValue(load.directory)
  const store = {
    get: (key: string) => {
      const json = rows.get(key)
      return json === undefined ? undefined : (JSON.parse(json) as Scenes.WizardSession)
    },
    set: (key: string, value: Scenes.WizardSession) => rows.set(key, JSON.stringify(value)),
    delete: (key: string) => rows.delete(key),
  }
  return measure((given) => openWizard(given, store, () => rows.close()), load)
}
