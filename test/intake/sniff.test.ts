import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sniff } from '../../bot/intake/sniff.ts'
import { SVG, ZIP_TAIL, heicHead, image, jpeg } from './photos.ts'

const text = (value: string, encoding: BufferEncoding = 'utf8') => Buffer.from(value, encoding)

describe('sniffing', () => {
  it('knows photos', async () => {
    expect(await sniff(await jpeg())).toBe('jpeg')
    expect(await sniff(await image().png().toBuffer())).toBe('png')
    expect(await sniff(await image().webp().toBuffer())).toBe('webp')
    expect(await sniff(await image(64, 64).avif({ effort: 0 }).toBuffer())).toBe('avif')
    expect(await sniff(heicHead())).toBe('heic')
  })

  it('knows an SVG with and without prologue, in every usual encoding', async () => {
    const prologue = '<?xml version="1.0"?>\n<!-- kartu -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n'
    const utf16 = text(`\ufeff${prologue}${SVG}`, 'utf16le')
    const forms = [text(SVG), text(`\ufeff \n${SVG}`), text(prologue + SVG), utf16, Buffer.from(utf16).swap16()]
    const prefixed = text('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>')
    for (const svg of [...forms, prefixed, text(SVG.toUpperCase())]) expect(await sniff(svg)).toBe('svg')
  })

  it('knows a PDF, also one whose header comes late', async () => {
    expect(await sniff(text('%PDF-1.7\n1 0 obj'))).toBe('pdf')
    expect(await sniff(text(`${'\n'.repeat(900)}%PDF-1.4`))).toBe('pdf')
  })

  it('takes everything else for no photo', async () => {
    const gif = await image(8, 8).gif().toBuffer()
    const tiff = await image(8, 8).tiff().toBuffer()
    const others = [gif, tiff, text('NIK saya 3326160608070197'), text('<!doctype html><html><body>hai</body></html>')]
    const hostile = [text("'; DROP TABLE File; --"), text('\u202egnp.ptk'), text('#!/bin/sh\nrm -rf /'), text('👍')]
    for (const bytes of [...others, ...hostile, text('a'.repeat(10_000)), Buffer.alloc(0), Buffer.alloc(100_000)])
      expect(await sniff(bytes)).toBe('other')
  })

  it('knows what can be installed or unpacked', async () => {
    const elf = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(60)])
    for (const app of [elf, ZIP_TAIL, text('MZ\x90\0'), Buffer.from('377abcaf271c', 'hex')]) expect(await sniff(app)).toBe('app')
  })

  it('answers for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect(['jpeg', 'png', 'webp', 'avif', 'heic', 'svg', 'pdf', 'app', 'other']).toContain(await sniff(bytes))
      }),
    )
  })
})
