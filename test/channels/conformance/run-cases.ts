import { describe, it, onTestFinished } from 'vitest'
import { CASES, LOOKED_INTO, type CaseName } from './cases.ts'
import { KINDS, type Kind, type KindId } from './kinds.ts'
import type { PlatformKind } from './platform.ts'
import { World } from './world.ts'

/** Tries a channel on its platform. A case that the platform cannot have is named in `KINDS`, with the reason. */
export function runCases(id: KindId, open: PlatformKind['open']): void {
  const { name, lacks }: Kind = KINDS[id]
  describe(`the channel on ${name}`, () => {
    const names = Object.keys(CASES) as CaseName[]
    it.each(names.filter((one) => lacks[one] === undefined))('%s', (one) => checkCase({ open }, one))
  })
}

async function checkCase(kind: PlatformKind, name: CaseName): Promise<void> {
  const world = await World.open(kind, LOOKED_INTO.has(name) ? 'real' : 'scripted')
  onTestFinished(() => world.close())
  await CASES[name](world)
}
