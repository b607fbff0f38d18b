// Which part of the house may import which other part. The lint rule `house/rooms` reads this
// table; docs and reviews should too.

/** A room: what lies in `at` may import its own room, `may`, and of `mayType` the types. */
interface Room {
  /** Matches paths from the top of the repository; paths with the same matched text share a room. */
  at: RegExp
  may: RegExp[]
  mayType?: RegExp[]
}

const ENGINE = /^flows\/engine\//
const FIELDS = /^flows\/fields\//
const TEXT = /^flows\/text\//
const PORTS = /^flows\/ports(?:\.ts$|\/)/
const AGENCY_LOADER = /^flows\/agency(?=[^/]*\.ts$)/
const CALENDAR = /^flows\/calendar\//
const COUNTER = /^flows\/(?:counter|form-fields)\.ts$/
const CHANNEL = /^bot\/channels\/(?=[^/]+\.ts$)/
const SIMULATOR = /^bot\/channels\/simulator\//
const RUNTIME = /^bot\/runtime\//
const DOMAIN = /^storage\/domain\//
const STORAGE = /^storage\//
const VAULT = /^storage\/vault\//
const UNIT_OF_WORK = /^storage\/unit-of-work\.ts$/
const LIBVIPS = /^bot\/intake\/libvips\.ts$/
const ANYTHING = /^/

/** The first room that matches is the one. */
const ROOMS: Room[] = [
  { at: ENGINE, may: [] },
  { at: FIELDS, may: [ENGINE] },
  { at: TEXT, may: [], mayType: [ENGINE] },
  { at: /^flows\/agencies\//, may: [] },
  { at: PORTS, may: [], mayType: [ENGINE, FIELDS, PORTS] },
  { at: AGENCY_LOADER, may: [ENGINE, FIELDS, PORTS, TEXT, CALENDAR] },
  { at: CALENDAR, may: [ENGINE, PORTS] },
  { at: /^flows\/(citizen|staff)\//, may: [ENGINE, FIELDS, PORTS, TEXT, AGENCY_LOADER, CALENDAR, COUNTER] },
  { at: /^flows\/(?=[^/]+\.ts$)/, may: [/^flows\//] },
  { at: DOMAIN, may: [STORAGE, PORTS, ENGINE, FIELDS, AGENCY_LOADER, CALENDAR] },
  { at: STORAGE, may: [PORTS, ENGINE] },
  { at: CHANNEL, may: [ENGINE, PORTS], mayType: [RUNTIME] },
  { at: SIMULATOR, may: [CHANNEL, PORTS, ENGINE, STORAGE], mayType: [RUNTIME] },
  { at: /^bot\/channels\/[^/]+\//, may: [CHANNEL, PORTS, ENGINE], mayType: [RUNTIME] },
  { at: RUNTIME, may: [ENGINE, PORTS, CHANNEL, TEXT], mayType: [STORAGE] },
  { at: /^bot\/jobs\//, may: [ENGINE, FIELDS, PORTS, AGENCY_LOADER, CALENDAR, STORAGE], mayType: [RUNTIME] },
  { at: /^bot\/web\//, may: [RUNTIME, PORTS, SIMULATOR, STORAGE, ENGINE, FIELDS, TEXT] },
  { at: /^bot\/intake\//, may: [PORTS, VAULT, CHANNEL, FIELDS], mayType: [UNIT_OF_WORK] },
  { at: /^bot\/pictures\//, may: [LIBVIPS] },
  { at: /^bot\/[^/]+$/, may: [ANYTHING] },
  { at: /^(test|bench|prisma)\//, may: [ANYTHING] },
  { at: /^[^/]+$/, may: [ANYTHING] },
]

/**
 * Says what is wrong with `from` importing `to`, both as paths from the top of the repository
 * with forward slashes; undefined when it may. `typeOnly`: the import leaves nothing at run time.
 */
export function wrongImport(from: string, to: string, typeOnly: boolean): string | undefined {
  const room = ROOMS.find(({ at }) => at.test(from))
  if (!room) return `${from} lies in no room: give its folder a line in test/quality/rooms.ts`
  const home = room.at.exec(from)?.[0]
  if (home !== undefined && room.at.exec(to)?.[0] === home) return undefined
  if (room.may.some((allowed) => allowed.test(to))) return undefined
  if (room.mayType?.some((allowed) => allowed.test(to))) {
    return typeOnly ? undefined : `${folder(from)} may import types only from ${folder(to)}`
  }
  return `${folder(from)} may not import ${folder(to)}`
}

function folder(path: string): string {
  const cut = path.lastIndexOf('/')
  return cut > 0 && path.slice(0, cut).includes('/') ? path.slice(0, cut) : path
}
