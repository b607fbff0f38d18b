import { html, render } from './vendor/htm-preact.js'
import { Page } from './page.ts'
import { Simulator } from './simulator.ts'

const root = document.getElementById('app')
if (root) {
  const simulator = new Simulator(`ws://${location.host}/simulator/ws`, localStorage)
  let asked = false
  const draw = () => {
    asked = false
    render(html`<${Page} simulator=${simulator} />`, root)
  }
  // Many changes may come at once (a snapshot, a burst of messages): draw once for all of them.
  simulator.start(() => {
    if (!asked) queueMicrotask(draw)
    asked = true
  })
  draw()
}
