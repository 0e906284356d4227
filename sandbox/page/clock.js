// The sandbox's time: shown, and moved forward.

import * as api from './api.js'
import { h, icon } from './dom.js'
import { complain } from './notices.js'
import { speak } from './texts.js'
import { clockTime, dayName, fullTime, inputValue } from './time.js'

const HOUR = 3600
const STEPS = { 'clock.hour': HOUR, 'clock.day': 24 * HOUR, 'clock.week': 7 * 24 * HOUR }

export class Clock {
  #ahead = 0

  constructor() {
    this.long = h('span', { class: 'clock-long' })
    this.short = h('span', { class: 'clock-short', 'aria-hidden': 'true' })
    this.time = h('time', { class: 'clock-time' }, this.long, this.short)
    speak(this.time, () => this.#tick())
    this.toggle = h('button', { type: 'button', class: 'clock-toggle', title: 'clock.title',
      'aria-expanded': 'false', 'aria-controls': 'clock-controls',
      onclick: () => this.#open(this.controls.dataset.open === undefined) },
    icon('clock'), this.time)
    this.input = h('input', { type: 'datetime-local', class: 'input', label: 'clock.when',
      required: true })
    this.controls = h('form', { class: 'clock-controls', id: 'clock-controls',
      onsubmit: (event) => { event.preventDefault(); this.#set() } },
    ...Object.entries(STEPS).map(([label, seconds]) => h('button', { type: 'button',
      class: 'chip', text: label, onclick: () => this.#move({ advance: seconds }) })),
    this.input, h('button', { type: 'submit', class: 'chip', text: 'clock.set' }))
    this.element = h('div', { class: 'clock', role: 'group', label: 'clock.title' },
      this.toggle, this.controls)
    this.controls.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') { this.#open(false); this.toggle.focus() }
    })
    setInterval(() => this.#tick(), 1000)
  }

  now() { return new Date(Date.now() + this.#ahead) }

  refresh() { return api.clock().then(({ now }) => this.take(now), () => {}) }

  /** The server's time is `now`. */
  take(now) {
    this.#ahead = new Date(now).getTime() - Date.now()
    this.#tick()
    if (document.activeElement !== this.input) this.input.value = inputValue(this.now())
  }

  #tick() {
    const now = this.now()
    this.long.textContent = fullTime(now)
    this.short.textContent = `${dayName(now, now)}, ${clockTime(now)}`
  }

  #open(shown) {
    if (shown) this.controls.dataset.open = ''
    else delete this.controls.dataset.open
    this.toggle.setAttribute('aria-expanded', String(shown))
  }

  #set() {
    if (this.input.value) this.#move({ now: new Date(this.input.value).toISOString() })
  }

  async #move(change) {
    const buttons = this.controls.querySelectorAll('button')
    buttons.forEach((button) => { button.disabled = true })
    this.element.setAttribute('aria-busy', 'true')
    await api.moveClock(change).then(({ now }) => this.take(now)).catch(complain)
    this.element.removeAttribute('aria-busy')
    buttons.forEach((button) => { button.disabled = false })
  }
}
