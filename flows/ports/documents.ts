/** A stored document that its own person has handed in before. */
export type EarlierFile = {
  /** id of the stored picture */
  readonly file: string
  /** id of a small picture of it */
  readonly thumbnail: string
  /** what its sender's phone called it, where it is known */
  readonly name: string | null
  /** when it was handed in, ms since 1970 */
  readonly at: number
  /** the date on it, yyyy-mm-dd, where it was said */
  readonly date: string | null
  /** which sheet of its document it is, from 1 */
  readonly sheet: number
}

/** Documents that are kept. */
export interface DocumentPorts {
  /**
   * What the person here has handed in before for this place, newest first: of whoever is logged in; or, while the
   * registration `replaces` is put right, of the own registrations of its person. What an officer has sent back is left
   * out. Empty for anybody else.
   */
  earlier(slot: string, replaces: string | null): Promise<readonly EarlierFile[]>
}
