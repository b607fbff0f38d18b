import type { NewJob } from '../store.ts'
import { chatsOf } from './contacts.ts'
import { tell } from './notices.ts'
import { officersWhoMay } from './officers.ts'
import { reminderTimes } from './reminders.ts'
import type { Desk } from './scope.ts'

/** What a task is about, as its row names it. */
export type TaskAbout = { readonly registrationId: string } | { readonly requestId: string }

/**
 * Puts a case that was handed in here before the officers: a task with its reminders, and a prompt to everybody who may
 * decide and is not concerned themselves. `promisedAt` is in ms since 1970.
 */
export async function promptOfficers(desk: Desk, about: TaskAbout, person: string, promisedAt: number): Promise<void> {
  const { tx, ids, store, agency, calendar, conversation, now } = desk
  const task = ids.text()
  // What would fall before the prompt itself is no reminder.
  const reminders = reminderTimes(agency, calendar, promisedAt)
    .map((dueAt, n) => ({ dueAt, n }))
    .filter(({ dueAt }) => dueAt > now)
  const [first] = reminders
  await tx.task.create({
    data: {
      id: task,
      agency: agency.id,
      ...about,
      role: agency.roles.find(({ can }) => can.includes('decide'))?.id ?? '',
      status: 'open',
      createdAt: BigInt(now),
      promisedAt: BigInt(promisedAt),
      remindAt: first === undefined ? null : BigInt(first.dueAt),
    },
  })
  const jobs = reminders.map(({ dueAt, n }): NewJob => ({
    kind: 'remind-task',
    key: `remind:${task}:${n}`,
    payload: { task, n },
    dueAt,
  }))
  await store.enqueue(tx, jobs, now)
  const chats = await chatsOf(desk, person)
  const officers = await officersWhoMay(desk, 'decide')
  await tell(
    desk,
    officers
      // nobody decides about himself
      .filter((officer) => officer.conversation !== conversation && !chats.includes(officer.conversation))
      .map((officer) => ({ conversation: officer.conversation, notice: 'task-new', key: task, data: { task } })),
  )
}
