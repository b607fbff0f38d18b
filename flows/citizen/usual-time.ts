import type { Agency } from '../agency.ts'
import { t, type Text } from '../engine/text.ts'

/** How long checking usually takes: "2–5 working days". */
export function usualTime({ promise: { usualWorkingDays: usual } }: Agency): Text {
  const { from, to } = usual
  return from === to ? t('working-days', { count: to }) : t('working-days-range', { from, to })
}
