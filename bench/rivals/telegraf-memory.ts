import { measure } from '../generator.ts'
import type { Run } from '../measurement.ts'
import { openWizard } from './telegraf-wizard.ts'

/** Telegraf's WizardScene with its default session store: nothing survives a restart. */
export const run: Run = (load) => measure((given) => openWizard(given, undefined, () => undefined), load)
