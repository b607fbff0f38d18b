import { describe, expect, it } from 'vitest'
import { typeProblem } from '../../bot/intake/accepted-type.ts'

const photos = { types: ['jpeg', 'png', 'webp', 'heic'] } as const
const pdfOnly = { types: ['pdf'] } as const

describe('what a slot takes', () => {
  it('is what its list says', () => {
    for (const type of ['jpeg', 'png', 'webp', 'heic', 'avif'] as const) expect(typeProblem(type, photos)).toBeUndefined()
    expect(typeProblem('pdf', pdfOnly)).toBeUndefined()
    expect(typeProblem('webp', { types: ['jpeg'] })).toBe('type')
  })

  it('and for the rest the reason fits the advice', () => {
    expect(typeProblem('pdf', photos)).toBe('pdf')
    expect(typeProblem('svg', photos)).toBe('svg')
    expect(typeProblem('app', photos)).toBe('app')
    expect(typeProblem('other', photos)).toBe('not-an-image')
  })

  it('a photo where only a PDF is taken is told so, and an app is an app there too', () => {
    for (const type of ['jpeg', 'heic', 'other'] as const) expect(typeProblem(type, pdfOnly)).toBe('pdf-only')
    expect(typeProblem('app', pdfOnly)).toBe('app')
  })
})
