/** What was being talked about when somebody asked for a human: message keys, no answers. */
export type Doing = {
  /** what the flow is called */
  readonly title: string
  /** the open question's label; null where it has none that is shown */
  readonly question: string | null
  /** whether a form waits to be gone on with */
  readonly form: boolean
}

/** A photo as its channel announced it; a job fetches and checks it. */
export type TalkPhoto = {
  /** the channel's own reference */
  readonly ref: string
  /** the most that is fetched, bytes */
  readonly maxBytes: number
}

/** What somebody says in a talk: words, a photo, or both. */
export type TalkMessage = { readonly text: string; readonly photo: TalkPhoto | null }

/** A conversation's own talk. */
export type OwnTalk = {
  readonly talk: string
  readonly number: string
  /** the officer who answers; null while nobody does */
  readonly by: string | null
}

/** How a citizen's message went. */
export type Said =
  | { readonly outcome: 'sent'; readonly talk: string; readonly number: string }
  /** the talk that it was for is closed: nothing was sent */
  | { readonly outcome: 'closed' }
  /** too many messages within `minutes`: nothing was sent */
  | { readonly outcome: 'too-many'; readonly minutes: number }

/** One message of a talk, as an officer sees it. */
export type TalkLine = {
  /** the officer's name; null = the citizen */
  readonly by: string | null
  readonly text: string
  /** id of the stored photo */
  readonly photo: string | null
}

/** A talk as an officer sees it. */
export type TalkView = {
  readonly talk: string
  readonly number: string
  readonly status: 'open' | 'held' | 'closed'
  /** who holds or held it */
  readonly by: string | null
  readonly mine: boolean
  /** the citizen's name; only when logged in, or when the chat is bound to a person */
  readonly name: string | null
  /** the citizen's state, as in `Me` */
  readonly state: string
  readonly doing: Doing | null
  /** since when the citizen waits for an answer, ms since 1970; null = is answered */
  readonly since: number | null
  /** the messages shown, oldest first */
  readonly lines: readonly TalkLine[]
  /** how many more there are before them */
  readonly earlier: number
}

/** A line of the list of talks. */
export type TalkEntry = {
  readonly talk: string
  readonly number: string
  readonly by: string | null
  readonly mine: boolean
  readonly since: number | null
}

/** Why an officer cannot have a talk; `by` = who holds it or closed it. */
export type TalkLost = { readonly outcome: 'not-officer' | 'unknown' | 'closed' | 'taken'; readonly by: string }

/** Talks between a citizen and an officer, each in a chat of their own. */
export interface TalkPorts {
  /** This conversation's talk that is not closed; null when there is none. */
  own(): Promise<OwnTalk | null>
  /**
   * Says something in the own talk `talk`; null opens one. Officers are told: the one who holds it, or else all;
   * outside hours at the next opening.
   */
  say(talk: string | null, message: TalkMessage, doing: Doing | null): Promise<Said>
  /** The citizen has no more to say: an answered talk is closed, one that waits for an answer goes on waiting. */
  leave(): Promise<'closed' | 'waiting' | 'none'>

  /** Talks that are not closed, at most `limit`: the longest waiting first, then the answered ones; null when this is no officer. */
  list(limit: number): Promise<{ readonly total: number; readonly entries: readonly TalkEntry[] } | null>
  /**
   * A talk with what was said from the line `from` on, or since the last answer; showing it is audited. Null when there is
   * none, it is the officer's own, or this is no officer.
   */
  view(talk: string, from?: string): Promise<TalkView | null>
  /** Whether this officer may answer now. */
  free(talk: string): Promise<{ readonly outcome: 'free'; readonly view: TalkView } | TalkLost>
  /** Answers: the first who does holds the talk. */
  answer(talk: string, message: TalkMessage): Promise<{ readonly outcome: 'answered'; readonly number: string } | TalkLost>
  /** Takes the talk, also from the officer who holds it. */
  take(talk: string): Promise<{ readonly outcome: 'mine'; readonly view: TalkView } | TalkLost>
  /** Gives the talk back to all. */
  release(talk: string): Promise<{ readonly outcome: 'released'; readonly number: string } | TalkLost>
  /** Closes the talk; the citizen is told. */
  close(talk: string): Promise<{ readonly outcome: 'done'; readonly number: string } | TalkLost>
}
