import { describe, expect, it } from 'vitest'
import { drawAll, drawFlow } from '../../flows/engine/draw.ts'
import { flow } from '../../flows/engine/flow.ts'
import { form, login, parcel, smallFlows, type SmallPorts } from './small-flows.ts'

const node =
  /^(\w+)(?:\(\["(.*)"\]\)|\(\(\("(.*)"\)\)\)|\[\/"(.*)"\/\]|\("(.*)"\)|>"(.*)"\]|\[\("(.*)"\)\]|\[\["(.*)"\]\]|\["(.*)"\]|\{\{"(.*)"\}\}|\{"(.*)"\})$/u
const edge = /^(\w+) (?:-->|==>|-\.->)(?:\|(?:yes|no)\|)? (\w+)$/u

/** Reads a chart as Mermaid's grammar has it: nodes in known shapes, edges between them, boxes that are closed. */
function read(chart: string) {
  const [first, ...lines] = chart.split('\n').map((line) => line.trim())
  expect(first).toBe('flowchart TD')
  const nodes = new Map<string, string>()
  const edges: (readonly [from: string, to: string])[] = []
  let depth = 0
  for (const line of lines) {
    const box = /^subgraph (\w+)\["(.*)"\]$/u.exec(line)
    const shape = node.exec(line)
    const arrow = edge.exec(line)
    if (box !== null) {
      depth++
      nodes.set(box[1] ?? '', box[2] ?? '')
    } else if (line === 'end') depth--
    else if (shape !== null) nodes.set(shape[1] ?? '', shape.slice(2).find((label) => label !== undefined) ?? '')
    else if (arrow !== null) edges.push([arrow[1] ?? '', arrow[2] ?? ''])
    else throw new Error(`not a line of a flowchart: ${line}`)
    expect(depth).toBeGreaterThanOrEqual(0)
  }
  expect(depth).toBe(0)
  for (const pair of edges) for (const end of pair) expect(nodes.keys()).toContain(end)
  return { nodes, edges }
}

function reachable(edges: readonly (readonly [string, string])[], from: string): Set<string> {
  const seen = new Set([from])
  for (let grown = true; grown;) {
    const before = seen.size
    for (const [a, b] of edges) if (seen.has(a)) seen.add(b)
    grown = seen.size > before
  }
  return seen
}

describe('drawing flows', () => {
  it.each(smallFlows.map((one) => [one.id, one] as const))('draws %s so that every step can be reached', (_id, one) => {
    const { nodes, edges } = read(drawFlow(one))
    expect(reachable(edges, 'sstart').size).toBe(nodes.size)
    for (const [place] of one.steps.entries()) expect(nodes.keys()).toContain(`s${place}`)
  })

  it('draws what takes place only sometimes on dashed edges, past which the way goes on', () => {
    const chart = drawFlow(form)
    expect(chart).toContain('s2if -.->|yes| s2')
    expect(chart).toContain('s2if -.->|no| s3if')
    expect(chart).not.toContain('s3 -->')
  })

  it('draws the way back, jobs, calls and ends', () => {
    const { nodes, edges } = read(drawFlow(login))
    expect(edges).toContainEqual(['s5', 's0'])
    expect(nodes.get('s1')).toBe('check')
    expect(drawFlow(parcel)).toContain('s1[["address"]]')
    expect(drawFlow(login)).toContain('send((("end")))')
  })

  it('draws all flows in boxes, with the passages between them', () => {
    const { edges } = read(drawAll(smallFlows))
    const box = (id: string) => `f${smallFlows.findIndex((one) => one.id === id)}`
    expect(edges).toContainEqual([`${box('parcel')}s1`, box('address')])
    expect(edges).toContainEqual([`${box('home')}s1`, box('form')])
  })

  it('writes the words of a message so that nothing in them is syntax', () => {
    const odd = flow<SmallPorts>('odd', { version: 1, title: 'odd-title' }).say('x')
    const chart = drawFlow(odd, { label: (key) => `${key} "a" <b>\n[c] #d; ${'e'.repeat(90)}` })
    const { nodes } = read(chart)
    expect(nodes.get('s0')).toMatch(/^odd-x #34;a#34; #60;b#62; \[c\] #35;d; e+…$/u)
  })
})
