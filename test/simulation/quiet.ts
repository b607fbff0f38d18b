import type { ChildLoket } from './child-loket.ts'

/** Resolves when nothing waits in the inbox or outbox: officers and mailboxes are still being told when the last citizen has finished. */
export async function allQuiet({ port }: ChildLoket): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    const waiting = [...metrics.matchAll(/^loket_waiting\{queue="(?:inbox|outbox)"\} (\d+)$/gm)].map(([, count]) => Number(count))
    if (waiting.length === 2 && waiting.every((count) => count === 0)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
