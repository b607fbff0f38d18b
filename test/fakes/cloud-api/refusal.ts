/** What the Graph API answers a call that it does not do. */
export class Refusal extends Error {
  readonly status: number
  readonly graphCode: number
  readonly subcode: number | undefined

  constructor(status: number, graphCode: number, title: string, subcode?: number) {
    super(title)
    this.subcode = subcode
    this.status = status
    this.graphCode = graphCode
  }

  /** The answer's body: like the real one, it repeats what the call was about. */
  get body(): object {
    const { graphCode: code, message: title, subcode } = this
    return {
      error: {
        message: `(#${code}) ${title}`,
        type: 'OAuthException',
        code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        error_data: { messaging_product: 'whatsapp', details: title },
        fbtrace_id: 'AbCdEfGh',
      },
    }
  }
}
