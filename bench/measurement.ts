/** How a scenario is loaded. All subjects get the same loads. */
export interface Load {
  /**
   * `stream`: every chat sends its next message as soon as its last one is answered.
   * `lockstep`: all chats answer question 1, then all answer question 2, and so on, which lets the
   * CPU time of one question be measured.
   */
  readonly kind: 'stream' | 'lockstep'
  /** chats in flight */
  readonly chats: number
  /** at most this many forms are measured */
  readonly forms: number
  /** questions in the form */
  readonly questions: number
  /** no new form is begun once the measured part has lasted this long */
  readonly seconds: number
  /** an empty directory on a real disk, removed afterwards */
  readonly directory: string
}

/** What one run of a scenario found, by name; each name is a column of a table (`columns` in report.ts). */
export type Figures = Readonly<Record<string, number>>

/** What the module of a scenario exports as `run`. It is called once, in a fresh process. */
export type Run = (load: Load) => Promise<Figures>

/** A chat bot under test. A promise may be resolved only when the reply is out AND the state is durable. */
export interface Subject {
  /** Opens the form for a chat that was never seen before; resolves with the reply (question 1). */
  begin(chat: number): Promise<string>
  /** Delivers one message of the chat; resolves with the reply, several messages joined. */
  answer(chat: number, text: string): Promise<string>
  close(): Promise<void>
}

/** The middle of `values`; NaN when there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The smallest of `values` that at least the share `q` of them does not exceed; NaN when there are none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? Number.NaN
}
