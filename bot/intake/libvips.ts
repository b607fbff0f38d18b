import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import sharp from 'sharp'

/** Passed on to every thread that is started after it was set. */
const CLOSED = 'loket: libvips has only the decoders for photos'

// libvips would render an SVG or a PDF whatever its name, and carries decoders that chat photos never need:
// all of them are closed but those of the formats that are taken in. (AVIF is read by the Heif loader.)
// libvips is one for the whole process: a thread that did this again would close every decoder for an instant, and a photo that
// another thread looks at in that instant would be called damaged.
if (getEnvironmentData(CLOSED) !== true) {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
  })
  // The pool's threads are the parallelism; a photo is seen once, so that a cache would only hold memory.
  sharp.concurrency(1)
  sharp.cache(false)
  setEnvironmentData(CLOSED, true)
}

/** libvips, with every decoder closed that is not meant for photos. Import it from here only. */
export { sharp }
