// Puts the page together: the bar, the desk with its phones, and the news from the server.

import * as api from './api.js'
import { Calls } from './calls.js'
import { Clock } from './clock.js'
import { Desk } from './desk.js'
import { h } from './dom.js'
import { Jobs } from './jobs.js'
import { listen } from './live.js'
import { People } from './people.js'
import { chooseLanguage, currentLanguage, firstLanguage, LANGUAGES } from './texts.js'

await chooseLanguage(firstLanguage())

const clock = new Clock()
const calls = new Calls()
const jobs = new Jobs(clock)
// They take the same place.
jobs.onopen = () => { if (!calls.element.hidden) calls.toggle(false) }
calls.onopen = () => { if (!jobs.element.hidden) jobs.toggle(false) }
const people = new People()
const broken = h('p', { class: 'broken', role: 'alert', hidden: true, text: 'error.reconnecting' })

const switchLanguage = h('div', { class: 'languages', role: 'group', label: 'language.title' },
  ...LANGUAGES.map((code) => h('button', { type: 'button', class: 'language', lang: code,
    'aria-pressed': String(code === currentLanguage()), title: `language.${code}`,
    onclick: () => language(code) }, code.toUpperCase())))

async function language(code) {
  await chooseLanguage(code)
  switchLanguage.querySelectorAll('button').forEach((button) =>
    button.setAttribute('aria-pressed', String(button.lang === code)))
  const address = new URL(location)
  address.searchParams.set('lang', code)
  history.replaceState(null, '', address)
}

document.getElementById('bar').append(
  h('span', { class: 'brand', text: 'title', title: 'title.hint' }),
  clock.element, h('span', { class: 'bar-end' }, switchLanguage, jobs.button, calls.button))
document.body.append(broken, jobs.element, calls.element)

const [bot] = await Promise.all([
  api.bot(currentLanguage()).catch(() => ({ username: '' })),
  people.refresh().catch(() => {}), clock.refresh(),
])
const desk = new Desk(people, bot, clock)
desk.restore()

listen({
  state: (connected) => { broken.hidden = connected },
  renew: () => {
    people.refresh().catch(() => {})
    clock.refresh()
    jobs.refresh()
    desk.phones.forEach((phone) => phone.refresh())
  },
  news: (event) => {
    if (event.clock) {
      clock.take(event.clock)
      jobs.refresh()
    }
    if (event.people) {
      people.refresh().catch(() => {})
      desk.phones.forEach((phone) => phone.loadBot())
    }
    if (event.person_id === null) return
    people.unread(event.person_id, event.unread)
    desk.get(event.person_id)?.refresh()
  },
})
document.documentElement.dataset.ready = ''
