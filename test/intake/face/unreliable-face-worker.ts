// A stand-in for bot/intake/face/face-worker.ts: does what the selfie's bytes say.
import type { FaceTask } from '../../../bot/intake/face/face-worker.ts'
import type { FaceHint } from '../../../flows/fields/document-findings.ts'

export function compare({ selfie }: FaceTask): FaceHint {
  const order = Buffer.from(selfie).toString()
  if (order === 'crash') process.kill(process.pid, 'SIGKILL')
  if (order === 'no library')
    throw Object.assign(new Error("Cannot find module '@vladmandic/face-api'"), { code: 'MODULE_NOT_FOUND' })
  while (order === 'hang');
  return 'alike'
}
