import { z } from 'zod'
import type { Env, Field, Opening } from '../engine/field.ts'
import type { Json } from '../engine/json.ts'
import { t } from '../engine/text.ts'
import { parseNumber } from './number-words.ts'
import { refusals, textOf } from './refusals.ts'

const problems = ['field-captcha-wrong', 'field-captcha-no-number'] as const
const refuse = refusals(problems)
const sums = {
  plus: ['field-sum-plus-1', 'field-sum-plus-2', 'field-sum-plus-3'],
  minus: ['field-sum-minus-1', 'field-sum-minus-2', 'field-sum-minus-3'],
  times: ['field-sum-times-1', 'field-sum-times-2', 'field-sum-times-3'],
} as const

function between(env: Env, low: number, high: number): number {
  return low + Math.floor(env.random() * (high - low + 1))
}

function pick<T>(env: Env, from: readonly [T, ...T[]]): T {
  return from[Math.floor(env.random() * from.length)] ?? from[0]
}

/** A sum in words, with its result in the scratch; the prompt has it as `$sum`. Numbers 1 to 20, no result below 0. */
export function openSum(env: Env): Opening {
  const operation = pick<keyof typeof sums>(env, ['plus', 'minus', 'times'])
  const highest = operation === 'times' ? 10 : 20
  const [one, other] = [between(env, 1, highest), between(env, 1, highest)]
  const [a, b] = operation === 'minus' && other > one ? [other, one] : [one, other]
  const expected = operation === 'plus' ? a + b : operation === 'minus' ? a - b : a * b
  const asked = pick(env, sums[operation])
  return { scratch: { expected, asked, a, b }, args: { sum: t(asked, { a, b }) } }
}

const noted = z.object({
  expected: z.number(),
  asked: z.enum([...sums.plus, ...sums.minus, ...sums.times]),
  a: z.number(),
  b: z.number(),
})

/** The sum that `scratch` tells of once more (the question is only shown again), else a new one. */
export function reopenSum(env: Env, scratch: Json | undefined): Opening {
  const found = noted.safeParse(scratch)
  if (!found.success) return openSum(env)
  const { asked, a, b } = found.data
  return { scratch: found.data, args: { sum: t(asked, { a, b }) } }
}

/** A sum in words that a person solves at a glance; a wrong answer brings a new one. The answer kept is `true`. */
export function captcha(): Field<true> {
  return {
    type: 'captcha',
    accepts: ['text'],
    open: ({ env }, scratch) => reopenSum(env, scratch),
    read: (input, { env }, scratch) => {
      const text = textOf(input)
      const expected = typeof scratch === 'object' && scratch !== null && 'expected' in scratch ? scratch.expected : undefined
      const answer = parseNumber(text)
      if (answer !== undefined && answer === expected) return { is: 'value', value: true }
      const opening = openSum(env)
      const key = answer === undefined ? 'field-captcha-no-number' : 'field-captcha-wrong'
      return { ...refuse<true>(key, opening.args), opening }
    },
    show: () => '✓',
    texts: [...problems, ...sums.plus, ...sums.minus, ...sums.times],
  }
}
