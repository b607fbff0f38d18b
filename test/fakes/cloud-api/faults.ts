/** What goes wrong with one call. */
export type Fault =
  /** it is not done, and this is the answer */
  | { readonly is: 'refused'; readonly status: number; readonly code: number }
  /** it is taken, and fails afterwards: a status says so */
  | { readonly is: 'fails-later'; readonly code: number }
  /** the connection ends before anything is done */
  | { readonly is: 'cut' }
  /** it is done, and the connection ends in the middle of the answer */
  | { readonly is: 'half-answered' }
  /** it is done, and the answer takes so long, real ms */
  | { readonly is: 'slow'; readonly ms: number }
  /** the answer is no JSON */
  | { readonly is: 'gibberish' }
  /** a file's address has expired, or its bytes are other ones, or it has more of them than was said */
  | { readonly is: 'expired' | 'other-bytes' | 'longer' }
  /** a file is said to be at another address */
  | { readonly is: 'moved'; readonly to: string }
  /** nothing but its size is told of a file */
  | { readonly is: 'without-hash' }

/** Calls, by what they do. */
export type CallKind = 'send' | 'read' | 'upload' | 'locate' | 'download' | 'check'

/** The faults that a test has ordered for the next calls. */
export class Faults {
  readonly #next = new Map<CallKind, Fault[]>()

  /** The next call goes wrong so; `times` of them. */
  next(kind: CallKind, fault: Fault, times = 1): void {
    const list = this.#next.get(kind) ?? []
    for (let n = 0; n < times; n++) list.push(fault)
    this.#next.set(kind, list)
  }

  take(kind: CallKind): Fault | undefined {
    return this.#next.get(kind)?.shift()
  }
}
