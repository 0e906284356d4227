// What the bot does by the clock: a drawer of its jobs, the soonest first. The clock can go to the
// time of one, so that all that is owed until then happens too; or one is run now, alone.

import * as api from './api.js'
import { h, iconButton } from './dom.js'
import { complain, notice } from './notices.js'
import { currentLanguage, speak, text } from './texts.js'
import { clockTime, dayName } from './time.js'

const EVERY_MS = 5000

export class Jobs {
  #clock
  #timer = null
  #shown = ''

  constructor(clock) {
    this.#clock = clock
    this.list = h('ul', { class: 'jobs-list' })
    this.element = h('aside', { class: 'drawer', id: 'jobs', hidden: true, label: 'jobs.title',
      onkeydown: (event) => { if (event.key === 'Escape') this.toggle(false) } },
    h('header', { class: 'drawer-head' }, h('h2', { text: 'jobs.title' }),
      iconButton('close', 'close', () => this.toggle(false))), this.list)
    this.button = iconButton('alarm', 'jobs.title', () => this.toggle(this.element.hidden),
      { 'aria-expanded': 'false', 'aria-controls': 'jobs', hidden: true })
    // Titles come from the bot, in the page's language.
    speak(this.list, () => this.refresh())
  }

  toggle(shown) {
    this.element.hidden = !shown
    this.button.setAttribute('aria-expanded', String(shown))
    clearInterval(this.#timer)
    if (shown) {
      this.onopen?.()
      this.refresh()
      this.#timer = setInterval(() => this.refresh(), EVERY_MS)
    } else this.button.focus()
  }

  /** Asks for the jobs anew; without any there is no button either. */
  async refresh() {
    const jobs = await api.jobs(currentLanguage()).catch(() => null)
    if (!jobs) return
    this.button.hidden = jobs.length === 0
    const year = this.#clock.now().getFullYear()
    const shown = JSON.stringify([currentLanguage(), year, jobs])
    if (shown === this.#shown) return
    this.#shown = shown
    const focused = document.activeElement?.dataset.job
    this.list.replaceChildren(...jobs.map((job) => this.#row(job)))
    if (!jobs.length) this.list.append(h('li', { class: 'empty', text: 'jobs.none' }))
    if (focused) this.list.querySelector(`[data-job="${CSS.escape(focused)}"]`)?.focus()
  }

  #row({ id, title, next }) {
    const moment = new Date(next)
    const button = (label, spoken, verb, onclick) => h('button', { type: 'button', class: 'chip',
      text: label, label: [spoken, { title }], data: { job: `${verb} ${id}` }, onclick })
    return h('li', { class: 'job' },
      h('time', { class: 'job-when', datetime: next },
        `${dayName(moment, this.#clock.now())}, ${clockTime(moment)}`),
      h('p', { class: 'job-title' }, title),
      h('div', { class: 'job-actions' },
        button('jobs.go', 'jobs.go_to', 'go', () => this.#while(() => this.#go(next))),
        button('jobs.run', 'jobs.run_now', 'run', () => this.#while(() => this.#run(id)))))
  }

  /** One thing at a time: the buttons wait until it is done. */
  async #while(work) {
    if (this.element.getAttribute('aria-busy')) return
    this.element.setAttribute('aria-busy', 'true')
    await work().catch(complain)
    this.element.removeAttribute('aria-busy')
    this.refresh()
  }

  async #go(next) {
    this.#clock.take((await api.moveClock({ now: next })).now)
  }

  async #run(id) {
    const { count, problem } = await api.runJob(id)
    if (problem) notice(text('jobs.failed', { why: problem }))
    else notice(count ? text('jobs.done', { n: count }) : text('jobs.nothing'))
  }
}
