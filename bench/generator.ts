import { answer, completion, question } from './form.ts'
import { median, quantile, type Figures, type Load, type Subject } from './measurement.ts'

const warmUpSeconds = 1.5

/**
 * Opens a subject, warms it up, loads it with forms and closes it. Every form is filled in by a new
 * chat. Fails if a reply is not the next question or a finished form does not name all its answers.
 */
export async function measure(open: (load: Load) => Promise<Subject>, load: Load): Promise<Figures> {
  const subject = await open(load)
  const chats = new ChatNumbers()
  const drive = load.kind === 'stream' ? stream : lockstep
  await drive(subject, chats, { ...load, seconds: Math.min(warmUpSeconds, load.seconds), forms: Math.ceil(load.forms / 2) })
  const figures = await drive(subject, chats, load)
  await subject.close()
  return figures
}

/** Numbers for chats that were not there before. */
class ChatNumbers {
  #last = 1000
  next(): number {
    return ++this.#last
  }
}

async function stream(subject: Subject, chats: ChatNumbers, load: Load): Promise<Figures> {
  const latencies: number[] = []
  const started = performance.now()
  const cpu = process.cpuUsage()
  const deadline = started + load.seconds * 1000
  let begun = 0
  const talk = async (): Promise<void> => {
    while (begun < load.forms && performance.now() < deadline) {
      begun++
      const chat = chats.next()
      let sent = performance.now()
      expectReply(await subject.begin(chat), chat, 0, load.questions)
      latencies.push(performance.now() - sent)
      for (let number = 1; number <= load.questions; number++) {
        sent = performance.now()
        expectReply(await subject.answer(chat, answer(chat, number)), chat, number, load.questions)
        latencies.push(performance.now() - sent)
      }
    }
  }
  await Promise.all(Array.from({ length: load.chats }, talk))
  const seconds = (performance.now() - started) / 1000
  return {
    turns: latencies.length,
    turnsPerSecond: latencies.length / seconds,
    cpuMicrosPerTurn: cpuMicros(cpu) / latencies.length,
    p50Ms: quantile(latencies, 0.5),
    p95Ms: quantile(latencies, 0.95),
    residentMb: process.memoryUsage.rss() / 2 ** 20,
  }
}

/** The first question costs what answering question 1 costs; the last, what being asked the last one costs. */
async function lockstep(subject: Subject, chats: ChatNumbers, load: Load): Promise<Figures> {
  const first: number[] = []
  const last: number[] = []
  const deadline = performance.now() + load.seconds * 1000
  for (let forms = 0; forms < load.forms && performance.now() < deadline; forms += load.chats) {
    const cohort = Array.from({ length: load.chats }, () => chats.next())
    await Promise.all(cohort.map(async (chat) => expectReply(await subject.begin(chat), chat, 0, load.questions)))
    for (let number = 1; number <= load.questions; number++) {
      const cpu = process.cpuUsage()
      await Promise.all(
        cohort.map(async (chat) => expectReply(await subject.answer(chat, answer(chat, number)), chat, number, load.questions)),
      )
      if (number === 1) first.push(cpuMicros(cpu) / cohort.length)
      if (number === load.questions - 1) last.push(cpuMicros(cpu) / cohort.length)
    }
  }
  return {
    firstMicros: median(first),
    lastMicros: median(last),
    lastToFirst: median(last) / median(first),
    residentMb: process.memoryUsage.rss() / 2 ** 20,
  }
}

/** CPU time of the whole process, generator included, since `before`; microseconds. */
function cpuMicros(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function expectReply(reply: string, chat: number, answered: number, questions: number): void {
  const expected =
    answered < questions
      ? question(answered + 1)
      : completion(Array.from({ length: questions }, (_, index) => answer(chat, index + 1)))
  if (!reply.includes(expected)) throw new Error(`chat ${chat}, answer ${answered}: expected "${expected}", got "${reply}"`)
}
