import type { RequestPorts } from '../../flows/ports/requests.ts'
import { readCodes } from './columns.ts'
import { correct, correctable } from './correction.ts'
import { contest, CONTESTED, mayReport, reportLost, reportsHere } from './lost-phone.ts'
import { ownRequests } from './requests.ts'
import type { Desk } from './scope.ts'

/** What RequestPorts promises. */
export function requestPorts(desk: Desk): RequestPorts {
  return {
    mine: () => ownRequests(desk),
    correctable: () => correctable(desk),
    correct: (change) => correct(desk, change),
    mayReport: () => mayReport(desk),
    reportLost: (lost) => reportLost(desk, lost),
    isReported: async () => (await reportsHere(desk)).some(({ flags }) => !readCodes(flags).includes(CONTESTED)),
    contest: () => contest(desk),
  }
}
