import { activation } from './citizen/activation.ts'
import { addDocument } from './citizen/add-document.ts'
import { applications } from './citizen/applications.ts'
import { changePhone, claimPhone, linkChat } from './citizen/change-phone.ts'
import { changePassword } from './citizen/change-password.ts'
import { correction } from './citizen/correction.ts'
import { consentWithdrawal } from './citizen/consent-withdrawal.ts'
import { eraseAccount, keepAccount } from './citizen/erase-account.ts'
import { forgotPassword } from './citizen/forgot-password.ts'
import { applicant, home } from './citizen/home.ts'
import {
  forms,
  guide,
  information,
  inLanguage,
  language,
  official,
  overview,
  privacy,
  requirements,
} from './citizen/information.ts'
import { login, logout } from './citizen/login.ts'
import { lostPhone, stopReplacement } from './citizen/lost-phone.ts'
import { chatNotices } from './citizen/chat-notices.ts'
import { linkCode, linkHere } from './citizen/link-chat.ts'
import { mode } from './citizen/mode.ts'
import { myData } from './citizen/my-data.ts'
import { citizenNotices, mailNotices } from './citizen/notices.ts'
import { mailboxNotices } from './citizen/mail-notices.ts'
import { myChats } from './citizen/my-chats.ts'
import { notMe } from './citizen/not-me.ts'
import { phoneNotices } from './citizen/phone-notices.ts'
import { passwordNotices } from './citizen/password-notices.ts'
import { proveRegistration } from './citizen/own-data.ts'
import { prepare, preparedDocument } from './citizen/prepare.ts'
import { privacyNotices } from './citizen/privacy-notices.ts'
import { registration } from './citizen/registration.ts'
import { resume } from './citizen/resume.ts'
import { repair } from './citizen/repair.ts'
import { requestNotices } from './citizen/request-notices.ts'
import { reset } from './citizen/reset.ts'
import { returned } from './citizen/returned.ts'
import { SMALL_TALK } from './citizen/small-talk.ts'
import { status, statusOther } from './citizen/status.ts'
import { citizenTalkNotices, human, talkEnd } from './citizen/talk.ts'
import { uploadHelp } from './citizen/upload-help.ts'
import type { Counter } from './counter.ts'
import type { Flow } from './engine/flow.ts'
import type { Ports } from './ports.ts'
import { channelTrouble } from './staff/channel-trouble.ts'
import { approve, reject, sendBack } from './staff/decisions.ts'
import { enrol } from './staff/enrol.ts'
import { mandate, mandateNotices, revokeMandate } from './staff/mandate.ts'
import { registerCitizen } from './staff/register-citizen.ts'
import { seatNotices } from './staff/seat-notices.ts'
import { staffTalks } from './staff/talk.ts'
import { originals } from './staff/originals.ts'
import { newTask, queue, staffNotices, task } from './staff/tasks.ts'

/** Which flow greets, which leads to a human, and what is answered to words beside the point. */
export const FRONT = { home: 'home', human: 'human', smallTalk: SMALL_TALK } as const

/** Every conversation of a counter. */
export function allFlows(counter: Counter): Flow<Ports>[] {
  return [
    home(counter),
    applicant(),
    registration(counter),
    resume(counter),
    repair(),
    correction(counter),
    lostPhone(counter),
    stopReplacement(),
    status(counter),
    statusOther(counter),
    activation(counter),
    login(counter),
    logout(),
    forgotPassword(counter),
    reset(counter),
    changePassword(counter),
    changePhone(),
    claimPhone(),
    linkChat(),
    linkCode(),
    linkHere(),
    myChats(counter),
    notMe(),
    returned(),
    overview(counter),
    requirements(counter),
    forms(counter),
    information(counter),
    guide(counter),
    applications(counter),
    prepare(counter),
    preparedDocument(counter),
    addDocument(counter),
    uploadHelp(),
    mode(counter),
    human(counter),
    talkEnd(),
    ...citizenTalkNotices(counter),
    official(counter),
    privacy(counter),
    myData(counter),
    eraseAccount(counter),
    keepAccount(),
    consentWithdrawal(counter),
    proveRegistration(),
    ...privacyNotices(counter.agency),
    language(),
    inLanguage('id'),
    inLanguage('en'),
    ...citizenNotices(counter.agency),
    ...mailNotices(counter.agency),
    ...mailboxNotices(counter.agency),
    ...requestNotices(counter.agency),
    ...mandateNotices(counter.agency),
    ...passwordNotices(counter.agency),
    ...phoneNotices(counter.agency),
    ...chatNotices(counter.agency),
    enrol(),
    queue(counter),
    task(counter),
    newTask(counter),
    originals(counter),
    approve(counter),
    reject(counter),
    sendBack(counter),
    registerCitizen(counter),
    mandate(counter),
    revokeMandate(counter),
    ...staffNotices(counter),
    channelTrouble(),
    ...seatNotices(),
    ...staffTalks(counter),
  ]
}
