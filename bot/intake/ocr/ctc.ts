/**
 * What recognition says of a line: for each of `steps` places from left to right, how likely each class stands there
 * (row by row, each row sums to 1). Class 0 is the blank of CTC (Graves et al., 2006).
 */
export interface Probabilities {
  readonly steps: number
  readonly classes: number
  readonly data: Float32Array | Float64Array
}

/** A character that was read: its class, the step where it is surest, and how sure it is there. */
export interface Glyph {
  readonly class: number
  readonly step: number
  readonly probability: number
}

/** The most likely class of each step, with repetitions and blanks taken out. */
export function greedy({ steps, classes, data }: Probabilities): Glyph[] {
  const glyphs: Glyph[] = []
  let before = 0
  for (let step = 0; step < steps; step++) {
    let best = 0
    let probability = -1
    for (let index = 0; index < classes; index++) {
      const value = data[step * classes + index] ?? 0
      if (value > probability) [best, probability] = [index, value]
    }
    const last = glyphs.at(-1)
    if (best !== 0 && best !== before) glyphs.push({ class: best, step, probability })
    else if (best !== 0 && last !== undefined && probability > last.probability) {
      glyphs[glyphs.length - 1] = { class: best, step, probability }
    }
    before = best
  }
  return glyphs
}

/** The natural logarithm of how likely the line reads exactly so, over all ways to stretch it: the CTC forward algorithm. */
export function logLikelihood({ steps, classes, data }: Probabilities, reading: readonly number[]): number {
  const width = 2 * reading.length + 1
  const label = (at: number): number => (at % 2 === 0 ? 0 : (reading[(at - 1) / 2] ?? 0))
  let alpha = new Float64Array(width)
  alpha[0] = 1
  let log = 0
  for (let step = 0; step < steps; step++) {
    const next = new Float64Array(width)
    let sum = 0
    for (let at = 0; at < width; at++) {
      let before = alpha[at] ?? 0
      // before the first step everything waits at place 0, from where both the first blank and the first label are reached
      if (at > 0) before += alpha[at - 1] ?? 0
      if (at > 1 && step > 0 && at % 2 === 1 && label(at) !== label(at - 2)) before += alpha[at - 2] ?? 0
      const value = before * (data[step * classes + label(at)] ?? 0)
      next[at] = value
      sum += value
    }
    if (sum === 0) return -Infinity
    // kept near 1, or long lines would fall below the smallest number
    for (let at = 0; at < width; at++) next[at] = (next[at] ?? 0) / sum
    log += Math.log(sum)
    alpha = next
  }
  return log + Math.log((alpha[width - 1] ?? 0) + (width > 1 ? (alpha[width - 2] ?? 0) : 0))
}

interface Prefix {
  readonly reading: readonly number[]
  readonly blank: number
  readonly label: number
}

/**
 * The likeliest readings of exactly `length` characters, best first, by prefix beam search. `beam` = prefixes followed.
 * Empty where no reading of that length was among those followed.
 */
export function likeliest({ steps, classes, data }: Probabilities, length: number, beam: number): number[][] {
  let prefixes: Prefix[] = [{ reading: [], blank: 1, label: 0 }]
  for (let step = 0; step < steps; step++) {
    const next = new Map<string, { reading: readonly number[]; blank: number; label: number }>()
    const at = (reading: readonly number[]) => {
      const key = reading.join()
      const known = next.get(key) ?? { reading, blank: 0, label: 0 }
      next.set(key, known)
      return known
    }
    for (const { reading, blank, label } of prefixes) {
      const same = at(reading)
      same.blank += (blank + label) * (data[step * classes] ?? 0)
      const last = reading.at(-1)
      if (last !== undefined) same.label += label * (data[step * classes + last] ?? 0)
      if (reading.length === length) continue
      for (let index = 1; index < classes; index++) {
        const probability = data[step * classes + index] ?? 0
        if (probability < 1e-6) continue
        at([...reading, index]).label += (index === last ? blank : blank + label) * probability
      }
    }
    const ordered = [...next.values()].sort((a, b) => b.blank + b.label - (a.blank + a.label)).slice(0, beam)
    const sum = ordered.reduce((total, { blank, label }) => total + blank + label, 0)
    if (sum === 0) return []
    prefixes = ordered.map(({ reading, blank, label }) => ({ reading, blank: blank / sum, label: label / sum }))
  }
  return prefixes.filter(({ reading }) => reading.length === length).map(({ reading }) => [...reading])
}
