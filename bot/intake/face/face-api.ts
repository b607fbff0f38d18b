import { createRequire, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'

/** A face in a picture. */
export interface Face {
  /** in pixels */
  readonly width: number
  readonly height: number
  /** 128 numbers: the nearer those of two faces, the more alike the faces. Never to be kept, and never to leave the process. */
  readonly descriptor: Float32Array
}

/** As much of TensorFlow.js as is used here. */
interface TensorFlow {
  readonly Tensor: { readonly prototype: object }
  setBackend(name: string): Promise<boolean>
  reshape(tensor: Tensor, shape: readonly number[]): Tensor
  tensor3d(values: Uint8Array, shape: readonly [height: number, width: number, channels: number], type: 'int32'): Tensor
}
interface Tensor {
  readonly size: number
  dispose(): void
}
type Operation = (first: Tensor, ...others: readonly unknown[]) => Tensor

/** As much of face-api as is used here. */
interface FaceApi {
  readonly nets: Readonly<
    Record<'ssdMobilenetv1' | 'faceLandmark68Net' | 'faceRecognitionNet', { loadFromDisk(folder: string): Promise<void> }>
  >
  readonly SsdMobilenetv1Options: new (options: { readonly minConfidence: number; readonly maxResults: number }) => object
  detectAllFaces(
    picture: Tensor,
    options: object,
  ): { withFaceLandmarks(): { withFaceDescriptors(): Promise<readonly Described[]> } }
}
interface Described {
  readonly descriptor: Float32Array
  readonly detection: { readonly box: { readonly width: number; readonly height: number } }
}

const FACE_API = '@vladmandic/face-api'
const CORE = '@tensorflow/tfjs-core'
const WASM = '@tensorflow/tfjs-backend-wasm'
/** What it takes to be called a face; far more faces than can be told apart are not looked for. */
const DETECTION = { minConfidence: 0.4, maxResults: 10 }

/** Finds faces in pixels (RGB, interleaved), whichever way the library orders them. */
export type FindFaces = (data: Uint8Array, width: number, height: number) => Promise<Face[]>

/**
 * Loads the networks (about 0.6 s, 170 MB; 480 MB once they have worked) with their weights from the package itself: nothing
 * is fetched. The packages are optional; fails where they are not installed.
 */
export async function loadFaceApi(): Promise<FindFaces> {
  const require = createRequire(import.meta.url)
  const tf = require(CORE) as TensorFlow
  const { setWasmPaths } = require(WASM) as { setWasmPaths(folder: string): void }
  setWasmPaths(join(dirname(require.resolve(WASM)), '/'))
  addChainedOperations(tf)
  const { nets, SsdMobilenetv1Options, detectAllFaces } = withoutWholeTensorFlow(
    () => require(`${FACE_API}/dist/face-api.node-wasm.js`) as FaceApi,
  )
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js has no WebAssembly here')
  const weights = join(dirname(require.resolve(`${FACE_API}/package.json`)), 'model')
  for (const net of [nets.ssdMobilenetv1, nets.faceLandmark68Net, nets.faceRecognitionNet]) await net.loadFromDisk(weights)
  return async (data, width, height) => {
    const picture = tf.tensor3d(data, [height, width, 3], 'int32')
    try {
      const found = await detectAllFaces(picture, new SsdMobilenetv1Options(DETECTION)).withFaceLandmarks().withFaceDescriptors()
      return found.map(({ descriptor, detection: { box } }) => ({ width: box.width, height: box.height, descriptor }))
    } finally {
      picture.dispose()
    }
  }
}

// It asks for all of TensorFlow.js (150 MB, with training, WebGL and data loaders), and uses nothing but its core.
function withoutWholeTensorFlow<T>(load: () => T): T {
  const hooks = registerHooks({
    resolve: (name, context, next) => next(name === '@tensorflow/tfjs' ? CORE : name, context),
  })
  try {
    return load()
  } finally {
    hooks.deregister()
  }
}

/** What face-api calls as methods of tensors, which the core alone knows as functions only. */
const CHAINED = ['div', 'mul', 'sub', 'mean'] as const

function addChainedOperations(tf: TensorFlow): void {
  const functions = tf as unknown as Readonly<Record<(typeof CHAINED)[number], Operation>>
  const reshaped = function (this: Tensor, ...shape: readonly number[]): Tensor {
    return tf.reshape(this, shape)
  }
  Object.assign(tf.Tensor.prototype, {
    ...Object.fromEntries(
      CHAINED.map((name) => [
        name,
        function (this: Tensor, ...others: readonly unknown[]): Tensor {
          return functions[name](this, ...others)
        },
      ]),
    ),
    as1D(this: Tensor): Tensor {
      return tf.reshape(this, [this.size])
    },
    as2D: reshaped,
    as3D: reshaped,
    as4D: reshaped,
  })
}
