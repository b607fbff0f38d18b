/** What goes wrong with one call. */
export type Fault =
  /** it is not done, and this is the answer; `retryAfter` in seconds */
  | { readonly is: 'refused'; readonly status: number; readonly description: string; readonly retryAfter?: number }
  /** the connection ends before anything is done */
  | { readonly is: 'cut' }
  /** it is done, and the connection ends in the middle of the answer */
  | { readonly is: 'half-answered' }
  /** the answer takes so long, real ms */
  | { readonly is: 'slow'; readonly ms: number }
  /** the answer is no JSON */
  | { readonly is: 'gibberish' }

/** The faults that a test has ordered: the next calls of a method, and shares of all calls. */
export class Faults {
  readonly #next = new Map<string, Fault[]>()
  /** share of the messages sent that are answered with 429, 0 to 1 */
  throttled = 0
  /** a number in [0, 1) */
  random: () => number = () => 1

  /** The next call of `method` (a file's download is `file`) goes wrong so; `times` of them. */
  next(method: string, fault: Fault, times = 1): void {
    const list = this.#next.get(method) ?? []
    for (let n = 0; n < times; n++) list.push(fault)
    this.#next.set(method, list)
  }

  /** Takes the fault of a call that is there now. */
  take(method: string): Fault | undefined {
    const ordered = this.#next.get(method)?.shift()
    if (ordered !== undefined) return ordered
    if (this.throttled > 0 && /^send(?!ChatAction)/.test(method) && this.random() < this.throttled)
      return { is: 'refused', status: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 }
    return undefined
  }
}
