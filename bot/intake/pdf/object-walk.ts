import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFParser,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import type { PdfProblem } from './problem.ts'

/** Keys that only active content has (ISO 32000-1: 7.11.4, 12.6.4.16, 12.7.8, 13.2 to 13.6). */
const ACTIVE_KEYS = new Set(['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA', 'RichMediaContent', 'RichMediaSettings'])
/** Actions (12.6.4) that run, send, fetch or play something. A link (`URI`) that somebody must click is none of them. */
const ACTIVE_ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Movie',
  'Sound',
  'Rendition',
  'RichMediaExecute',
])
const ACTIVE_SUBTYPES = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D'])
/** Where a link that somebody must click may lead; anything else opens a file, a share of another machine, or a program. */
const WEB = /^\s*(?:https?|mailto|tel):/i
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+-]*:|\\\\|\/\/)/i
/** What may happen by itself when the file is opened: it shows another place of the same document. */
const HARMLESS_BY_ITSELF = new Set(['GoTo', 'Named'])
/** Steps along a chain of actions, or down a tree of pages. */
const MAX_STEPS = 100_000

/**
 * Looks at every object of a PDF, also at those that nothing refers to: finds what is active, in whichever way it is
 * spelled, packed or referred to, and counts the pages. What does not parse is refused as damaged. Runs only where time
 * and memory are limited (confined/run.ts).
 */
export async function walkObjects(bytes: Uint8Array, maxPages: number): Promise<PdfProblem | undefined> {
  const context = await parse(bytes)
  if (context === undefined) return 'pdf-damaged'
  if (context.trailerInfo.Encrypt !== undefined) return 'pdf-encrypted'
  for (const [, object] of context.enumerateIndirectObjects()) {
    const problem = problemIn(object)
    if (problem !== undefined) return problem
  }
  const pages = countPages(context, maxPages)
  if (pages === 0) return 'pdf-damaged'
  return pages > maxPages ? 'pages' : undefined
}

async function parse(bytes: Uint8Array): Promise<PDFContext | undefined> {
  try {
    return await PDFParser.forBytesWithOptions(bytes, Infinity, true).parseDocument()
  } catch {
    return undefined
  }
}

function problemIn(top: PDFObject): PdfProblem | undefined {
  // A stack of our own: nested as deep as it likes, it does not overflow ours.
  const open: PDFObject[] = [top]
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (object instanceof PDFInvalidObject) return 'pdf-damaged'
    if (object instanceof PDFArray) open.push(...object.asArray())
    if (object instanceof PDFStream) {
      // The data of the stream would be fetched from another file (7.3.8.2).
      if (object.dict.has(PDFName.of('F'))) return 'pdf-active'
      open.push(object.dict)
    }
    if (object instanceof PDFDict) {
      if (isActive(object)) return 'pdf-active'
      open.push(...object.values())
    }
  }
  return undefined
}

function isActive(dict: PDFDict): boolean {
  if (dict.keys().some((key) => ACTIVE_KEYS.has(key.decodeText()))) return true
  if (ACTIVE_ACTIONS.has(nameOf(dict, 'S')) || ACTIVE_SUBTYPES.has(nameOf(dict, 'Subtype'))) return true
  if (nameOf(dict, 'Type') === 'EmbeddedFile' || leadsToFile(dict)) return true
  const triggers = dict.lookup(PDFName.of('AA'))
  const byItself = [dict.lookup(PDFName.of('OpenAction')), ...(triggers instanceof PDFDict ? lookedUp(triggers) : [])]
  return byItself.some((action) => action instanceof PDFDict && !isHarmless(action))
}

// By a link or the address that all links begin with (12.6.4.7), an article's thread (12.6.4.6), a page that is shown (8.10.4).
function leadsToFile(dict: PDFDict): boolean {
  if ([textOf(dict, 'URI'), textOf(dict, 'Base')].some((to) => ELSEWHERE.test(to) && !WEB.test(to))) return true
  if (nameOf(dict, 'S') === 'Thread' && dict.has(PDFName.of('F'))) return true
  const shown = dict.lookup(PDFName.of('Ref'))
  return shown instanceof PDFDict && shown.has(PDFName.of('F'))
}

// An action may have others after it (12.6.2), which may be many, or lead back to the first.
function isHarmless(action: PDFDict): boolean {
  const seen = new Set<PDFDict>()
  const open = [action]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (seen.size > MAX_STEPS || !HARMLESS_BY_ITSELF.has(nameOf(next, 'S'))) return false
    const after = next.lookup(PDFName.of('Next'))
    if (after instanceof PDFDict) open.push(after)
    if (after instanceof PDFArray) open.push(...lookedUp(after).filter((one) => one instanceof PDFDict))
  }
  return true
}

function lookedUp(of: PDFDict | PDFArray): (PDFObject | undefined)[] {
  if (of instanceof PDFDict) return of.keys().map((key) => of.lookup(key))
  return Array.from({ length: of.size() }, (_, at) => of.lookup(at))
}

function nameOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : ''
}

function textOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

// Counted by hand: `Count` may say anything. Stops where there are too many.
function countPages(context: PDFContext, maxPages: number): number {
  const catalog = context.lookup(context.trailerInfo.Root)
  if (!(catalog instanceof PDFDict)) return 0
  const open: (PDFObject | undefined)[] = [catalog.get(PDFName.of('Pages'))]
  const seen = new Set<PDFRef>()
  let pages = 0
  for (let steps = 0; open.length > 0 && pages <= maxPages && steps < MAX_STEPS; steps++) {
    const one = open.pop()
    if (one instanceof PDFRef) {
      if (seen.has(one)) continue
      seen.add(one)
    }
    const node = context.lookup(one)
    if (!(node instanceof PDFDict)) continue
    const kids = node.lookup(PDFName.of('Kids'))
    if (kids instanceof PDFArray) open.push(...kids.asArray())
    else pages++
  }
  return pages
}
