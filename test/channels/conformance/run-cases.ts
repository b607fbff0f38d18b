import { describe, expect, it, onTestFinished } from 'vitest'
import { CASES, type CaseName } from './cases.ts'
import type { PlatformKind } from './platform.ts'
import { World } from './world.ts'

/** Tries a channel on its platform. A case that the platform cannot have is named in its list, with the reason. */
export function runCases(kind: PlatformKind): void {
  describe(`the channel on ${kind.name}`, () => {
    const names = Object.keys(CASES) as CaseName[]
    it.each(names.filter((name) => kind.lacks[name] === undefined))('%s', (name) => checkCase(kind, name))

    it('lacks no case without a reason', () => {
      for (const [name, reason] of Object.entries(kind.lacks)) {
        expect(names).toContain(name)
        expect(reason).toMatch(/\w+ \w+ \w+/)
      }
    })
  })
}

async function checkCase(kind: PlatformKind, name: CaseName): Promise<void> {
  const world = await World.open(kind)
  onTestFinished(() => world.close())
  await CASES[name](world)
}
