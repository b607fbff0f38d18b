import type { JsonObject } from '../../flows/engine/json.ts'
import type { Decision } from '../../flows/ports.ts'

/** What deciding means for one kind of case; everything else is the same for all. */
export interface CaseDecision {
  /** whether this decision may be taken, as the case stands now */
  allows(decision: Decision['decision']): Promise<boolean>
  /** ids of the questions whose documents must be there before it is approved and are not; absent where none must be */
  missing?(): Promise<readonly string[]>
  /**
   * Keeps the decision with the case, does what follows from it and tells the applicant. `actor` is `officer:<id>`,
   * `detail` what is written down about the decision: ids and codes.
   */
  settle(decided: Decision, actor: string, detail: JsonObject): Promise<void>
}
