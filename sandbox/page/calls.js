// What the bot called: a drawer for developers, newest below.

import * as api from './api.js'
import { h, iconButton } from './dom.js'
import { clockTime } from './time.js'

const EVERY_MS = 1000
const KEPT = 500
const QUIET = new Set(['getUpdates'])

export class Calls {
  #last = 0
  #timer = null

  constructor() {
    this.rows = h('tbody')
    this.polls = h('input', { type: 'checkbox', onchange: () => this.#again() })
    this.scroller = h('div', { class: 'calls-scroller', tabindex: 0, label: 'calls.title' },
      h('table', { class: 'calls-table' },
        h('thead', {}, h('tr', {}, ...['time', 'method', 'status', 'ms'].map((column) =>
          h('th', { scope: 'col', text: `calls.${column}` })))), this.rows))
    this.element = h('aside', { class: 'drawer calls', id: 'calls', hidden: true, label: 'calls.title',
      onkeydown: (event) => { if (event.key === 'Escape') this.toggle(false) } },
    h('header', { class: 'drawer-head' }, h('h2', { text: 'calls.title' }),
      h('label', { class: 'check' }, this.polls, h('span', { text: 'calls.polls' })),
      iconButton('close', 'close', () => this.toggle(false))), this.scroller)
    this.button = iconButton('code', 'calls.title', () => this.toggle(this.element.hidden),
      { 'aria-expanded': 'false', 'aria-controls': 'calls' })
  }

  toggle(shown) {
    this.element.hidden = !shown
    this.button.setAttribute('aria-expanded', String(shown))
    clearTimeout(this.#timer)
    if (shown) {
      this.onopen?.()
      this.#look()
    } else this.button.focus()
  }

  #again() {
    this.#last = 0
    this.rows.replaceChildren()
    clearTimeout(this.#timer)
    this.#look()
  }

  async #look() {
    const news = await api.calls(this.#last).catch(() => ({ last: this.#last, calls: [] }))
    if (this.element.hidden) return
    const { scrollTop, scrollHeight, clientHeight } = this.scroller
    const atEnd = scrollHeight - scrollTop - clientHeight < 40
    const shown = news.calls.filter((call) => this.polls.checked || !QUIET.has(call.method))
    this.rows.append(...shown.slice(-KEPT).flatMap(row))
    while (this.rows.childElementCount > KEPT * 2) this.rows.firstElementChild.remove()
    if (shown.length && atEnd) this.scroller.scrollTop = this.scroller.scrollHeight
    this.#last = news.last
    this.#timer = setTimeout(() => this.#look(), EVERY_MS)
  }
}

function row(call) {
  const details = h('tr', { class: 'call-details', hidden: true },
    h('td', { colspan: 4 }, h('pre', {}, JSON.stringify(call.parameters, null, 2)
      + (call.description ? `\n\n${call.description}` : ''))))
  const time = new Date(call.time)
  const seconds = String(time.getSeconds()).padStart(2, '0')
  const method = h('button', { type: 'button', class: 'call-method', 'aria-expanded': 'false',
    onclick: () => {
      details.hidden = !details.hidden
      method.setAttribute('aria-expanded', String(!details.hidden))
    } }, call.method)
  return [h('tr', { class: call.status >= 400 ? 'call failed' : 'call' },
    h('td', {}, `${clockTime(time)}:${seconds}`), h('td', {}, method),
    h('td', {}, String(call.status)), h('td', {}, String(Math.round(call.seconds * 1000)))), details]
}
