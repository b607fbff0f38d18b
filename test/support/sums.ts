/** What a sum in words comes to; undefined where there is none. */
export function solveSum(text: string): number | undefined {
  for (const [pattern, solve] of SUMS) {
    const found = pattern.exec(text)
    if (found !== null) return solve(Number(found[1]), Number(found[2]))
  }
  return undefined
}

const SUMS: readonly (readonly [RegExp, (a: number, b: number) => number])[] = [
  [/(\d+) (?:ditambah|plus) (\d+)/, (a, b) => a + b],
  [/(?:jumlah|sum of) (\d+) (?:dan|and) (\d+)/, (a, b) => a + b],
  [/(\d+) (?:dikurangi|minus|diambil) (\d+)/, (a, b) => a - b],
  [/take (\d+) away from (\d+)/, (a, b) => b - a],
  [/(\d+) (?:dikali|kali|times|multiplied by) (\d+)/, (a, b) => a * b],
]
