import type { IncomingFile } from '../engine/input.ts'
import { t, type Text } from '../engine/text.ts'
import { refusalReasons, type FileType, type RefusalReason, type SlotRules } from './document-outcome.ts'

/** No file larger than this is fetched, bytes; a photo up to here is made smaller instead of being refused. */
const MOST_BYTES = 30 * 1024 * 1024

/** What a place for a file takes. */
export type FileRules = Pick<SlotRules, 'types' | 'maxBytes' | 'maxPages' | 'shrink'>

/** Message keys of all refusals. */
export const refusalTexts = refusalReasons.map((reason) => `field-document-${reason}` as const)

/** Why nothing was kept of a file, and what to do about it, with the limits of its place. */
export function refusalText(reason: RefusalReason, { types, maxBytes, maxPages }: Omit<FileRules, 'shrink'>): Text {
  const max = Math.round(maxBytes / 104_857.6) / 10
  return t(`field-document-${reason}`, { max, pages: maxPages, types: namedTypes(types) })
}

/** A reason as a job told it; one that is not known is as good as none. */
export function refusalOf(problem: string): RefusalReason {
  return refusalReasons.find((reason) => reason === problem) ?? 'undecided'
}

/** The endings that people know, in the order of the service guide (SIN-140). */
const NAMES: readonly (readonly [name: string, type: FileType])[] = [
  ['JPG', 'jpeg'],
  ['JPEG', 'jpeg'],
  ['PNG', 'png'],
  ['JFIF', 'jpeg'],
  ['WEBP', 'webp'],
  ['HEIC', 'heic'],
  ['PDF', 'pdf'],
]

/** File types as people know them: "JPG, JPEG, PNG, JFIF". */
export function namedTypes(types: readonly FileType[]): string {
  return NAMES.flatMap(([name, type]) => (types.includes(type) ? [name] : [])).join(', ')
}

const TYPE_OF: ReadonlyMap<string, FileType> = new Map([
  ...NAMES.map(([name, type]) => [name.toLowerCase(), type] as const),
  ['heif', 'heic'],
])
const APPS: ReadonlySet<string> = new Set(
  'apk,aab,exe,msi,bat,cmd,com,scr,js,vbs,ps1,sh,jar,html,htm,zip,rar,7z,gz,tar,iso,dmg'.split(','),
)
/** Kinds of file that people send by mistake. */
const OTHERS: ReadonlySet<string> = new Set(
  'gif,bmp,tif,tiff,doc,docx,xls,xlsx,ppt,pptx,txt,rtf,csv,mp3,mp4,mov,avi,3gp,mkv,opus,ogg,psd,cdr'.split(','),
)
const APK = 'application/vnd.android.package-archive'
/** What a channel says that does not know: the intake looks into the file itself. */
const UNKNOWN: ReadonlySet<string> = new Set(['', 'application/octet-stream'])

/** What can be said of a file before it is fetched, from what the channel tells of it; undefined = fetch it and see. */
export function announcedRefusal(file: IncomingFile, rules: FileRules): RefusalReason | undefined {
  const { types, maxBytes, shrink } = rules
  if (file.size === 0) return 'empty'
  const mime = (file.mime ?? '').toLowerCase()
  const ending = /\.([a-z0-9]{1,8})$/u.exec((file.name ?? '').slice(-20).trim().toLowerCase())?.[1] ?? ''
  if (mime.includes('svg') || ending === 'svg') return 'svg'
  if (mime === APK || APPS.has(ending)) return 'app'
  const announced = mime === 'application/pdf' ? 'pdf' : TYPE_OF.get(/^image\/([a-z]+)/u.exec(mime)?.[1] ?? '')
  const type = announced ?? TYPE_OF.get(ending)
  const takesPhotos = types.some((one) => one !== 'pdf')
  if (type !== undefined && !types.includes(type)) return type === 'pdf' ? 'pdf' : takesPhotos ? 'type' : 'pdf-only'
  if (type === undefined && (OTHERS.has(ending) || !(UNKNOWN.has(mime) || mime.startsWith('image/'))))
    return takesPhotos ? 'type' : 'pdf-only'
  const most = shrink && type !== 'pdf' && takesPhotos ? Math.max(maxBytes, MOST_BYTES) : maxBytes
  return file.size !== undefined && file.size > most ? 'too-large' : undefined
}

/** What the intake is told of a file that came. */
export function toldOf({ ref, as, name, mime, size }: IncomingFile) {
  return {
    ref,
    as,
    ...(name !== undefined && { name: name.slice(0, 120) }),
    ...(mime !== undefined && { mime: mime.slice(0, 120) }),
    ...(size !== undefined && { size }),
  }
}
