import sharp from 'sharp'

// libvips would render an SVG or a PDF whatever its name, and carries decoders that chat photos never need:
// all of them are closed but those of the formats that are taken in. (AVIF is read by the Heif loader.)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
})
// The pool's threads are the parallelism; a photo is seen once, so that a cache would only hold memory.
sharp.concurrency(1)
sharp.cache(false)

/** libvips, with every decoder closed that is not meant for photos. Import it from here only. */
export { sharp }
