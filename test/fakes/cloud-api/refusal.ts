/** What the Graph API answers a call that it does not do. */
export class Refusal extends Error {
  readonly status: number
  readonly graphCode: number

  constructor(status: number, graphCode: number, title: string) {
    super(title)
    this.status = status
    this.graphCode = graphCode
  }

  /** The answer's body: like the real one, it repeats what the call was about. */
  get body(): object {
    const { graphCode: code, message: title } = this
    return {
      error: {
        message: `(#${code}) ${title}`,
        type: 'OAuthException',
        code,
        error_data: { messaging_product: 'whatsapp', details: title },
        fbtrace_id: 'AbCdEfGh',
      },
    }
  }
}
