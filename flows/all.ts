import { activation } from './citizen/activation.ts'
import { applicant, home } from './citizen/home.ts'
import {
  applications,
  forms,
  guide,
  human,
  information,
  inLanguage,
  language,
  official,
  overview,
  privacy,
  requirements,
} from './citizen/information.ts'
import { forgotPassword, login, logout } from './citizen/login.ts'
import { citizenNotices, mailNotices } from './citizen/notices.ts'
import { registration } from './citizen/registration.ts'
import { repair } from './citizen/repair.ts'
import { status } from './citizen/status.ts'
import type { Counter } from './counter.ts'
import type { Flow } from './engine/flow.ts'
import type { Ports } from './ports.ts'
import { approve, reject, sendBack } from './staff/decisions.ts'
import { enrol } from './staff/enrol.ts'
import { registerCitizen } from './staff/register-citizen.ts'
import { newTask, queue, staffNotices, task } from './staff/tasks.ts'

/** Which flow greets, and which leads to a human. */
export const FRONT = { home: 'home', human: 'human' } as const

/** Every conversation of a counter. */
export function allFlows(counter: Counter): Flow<Ports>[] {
  return [
    home(counter),
    applicant(),
    registration(counter),
    repair(),
    status(counter),
    activation(counter),
    login(counter),
    logout(),
    forgotPassword(counter),
    overview(counter),
    requirements(counter),
    forms(counter),
    information(counter),
    guide(counter),
    applications(counter),
    human(counter),
    official(counter),
    privacy(counter),
    language(),
    inLanguage('id'),
    inLanguage('en'),
    ...citizenNotices(counter.agency),
    ...mailNotices(counter.agency),
    enrol(),
    queue(counter),
    task(counter),
    newTask(counter),
    approve(),
    reject(counter),
    sendBack(counter),
    registerCitizen(counter),
    ...staffNotices(counter),
  ]
}
