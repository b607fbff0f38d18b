// `npm ci` refuses a lock file that lacks a package, even one for another platform, and says so only on a fresh clone.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Locked {
  version?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>
}

/** Whether Node would find `name` from `place`, going up through the `node_modules` of the lock file. */
function isLocked(place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]?.version !== undefined) return true
    if (at === '') return false
  }
}

it('the lock file holds every package that another one in it names', () => {
  const missing = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(place, name))
      .map((name) => `${name}, needed by ${place}`),
  )
  expect(missing).toEqual([])
})

it('the lock file was written for the package.json there is', () => {
  const wanted = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Record<string, unknown>
  expect(packages['']).toMatchObject({ dependencies: wanted['dependencies'], devDependencies: wanted['devDependencies'] })
})
