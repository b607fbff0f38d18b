// A stand-in for bot/intake/pipeline.ts: does as it does, but dies or hangs when the bytes say so.
import { takePicture as really } from '../../bot/intake/pipeline.ts'

export async function takePicture(task: Parameters<typeof really>[0]) {
  const order = Buffer.from(task.bytes.subarray(0, 5)).toString()
  if (order === 'crash') {
    process.nextTick(() => {
      throw new Error('the decoder died')
    })
    return new Promise(() => undefined)
  }
  if (order === 'throw') throw new Error('an error of our own')
  while (order === 'hang!');
  return really(task)
}
