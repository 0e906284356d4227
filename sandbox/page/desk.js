// The phones that lie beside each other, which of them is in front on a narrow screen, and the
// switcher with everybody's unread counts.

import { choosePerson } from './choosers.js'
import { avatar, h, icon } from './dom.js'
import { fullName } from './people.js'
import { Phone } from './phone.js'

const REMEMBERED = 'sandbox.phones'

export class Desk {
  #phones = new Map()
  #front = null
  #clock

  constructor(people, bot, clock) {
    this.people = people
    this.bot = bot
    this.#clock = clock
    this.element = document.getElementById('desk')
    this.switcher = document.getElementById('switcher')
    this.empty = h('div', { class: 'desk-empty' },
      h('h1', { text: 'desk.empty' }), h('p', { text: 'desk.hint' }),
      h('button', { type: 'button', class: 'primary', text: 'phone.add',
        onclick: () => this.add() }))
    this.element.append(this.empty)
    people.addEventListener('change', () => {
      const gone = this.phones.filter((phone) => !people.get(phone.id))
      gone.forEach((phone) => this.close(phone.id))
      this.#showSwitcher()
    })
  }

  now() { return this.#clock.now() }

  get(id) { return this.#phones.get(id) }

  get phones() { return [...this.#phones.values()] }

  /** Opens the phones of the address, else the remembered ones, else the first person's. */
  restore() {
    const asked = new URLSearchParams(location.search).get('phones')
    const listed = asked ?? localStorage.getItem(REMEMBERED) ?? String(this.people.all[0]?.id ?? '')
    const ids = listed.split(',').map(Number).filter((id) => this.people.get(id))
    ids.forEach((id) => this.#place(id))
    if (ids.length) this.#bringForward(ids[0])
    this.#showSwitcher()
  }

  /** Shows a person's phone, opening it if need be. → the phone */
  open(id) {
    if (!this.#phones.has(id)) this.#place(id)
    this.#bringForward(id)
    const phone = this.#phones.get(id)
    phone.focus()
    return phone
  }

  close(id) {
    const ids = [...this.#phones.keys()]
    const beside = ids[ids.indexOf(id) + 1] ?? ids[ids.indexOf(id) - 1] ?? null
    this.#phones.get(id).close()
    this.#phones.delete(id)
    this.#remember()
    if (beside !== null && this.people.get(beside)) this.open(beside)
    else this.#showSwitcher()
  }

  /** Asks whose phone to add. */
  async add() {
    const id = await choosePerson(this.people, {
      title: 'phone.add', taken: new Set(this.#phones.keys()),
    })
    if (id !== null) this.open(id)
  }

  /** Gives this phone's place to another person. */
  async change(phone) {
    const id = await choosePerson(this.people, {
      title: 'phone.change', first: phone.id, taken: new Set(this.#phones.keys()),
    })
    if (id === null || id === phone.id) return
    if (!this.#phones.has(id)) {
      this.#place(id)
      phone.element.before(this.#phones.get(id).element)
      const ids = [...this.#phones.keys()]
      ids.splice(ids.indexOf(phone.id), 1, ids.pop())
      phone.close()
      this.#phones = new Map(ids.map((each) => [each, this.#phones.get(each)]))
    }
    this.#remember()
    this.open(id)
  }

  #place(id) {
    const phone = new Phone(this.people.get(id), this)
    phone.element.addEventListener('focusin', () => this.#bringForward(id))
    this.#phones.set(id, phone)
    this.element.append(phone.element)
    this.#remember()
  }

  #bringForward(id) {
    if (this.#front === id && this.#phones.get(id).element.classList.contains('front')) return
    this.#front = id
    for (const phone of this.phones) phone.element.classList.toggle('front', phone.id === id)
    this.#showSwitcher()
  }

  #remember() {
    const ids = [...this.#phones.keys()].join(',')
    localStorage.setItem(REMEMBERED, ids)
    const address = new URL(location)
    address.searchParams.set('phones', ids)
    history.replaceState(null, '', address)
    this.empty.hidden = this.#phones.size > 0
  }

  #showSwitcher() {
    const focused = this.switcher.contains(document.activeElement)
      ? document.activeElement.dataset.person : undefined
    const elsewhere = this.people.all.filter((person) => !this.#phones.has(person.id))
      .reduce((sum, person) => sum + person.unread, 0)
    const known = this.phones.map((phone) => phone.id).filter((id) => this.people.get(id))
    this.switcher.replaceChildren(...known.map((id) => this.#tab(id)),
      h('button', { type: 'button', class: 'tab add', label: 'phone.add', title: 'phone.add',
        data: { person: 'add' }, onclick: () => this.add() },
      icon('add'), h('span', { class: 'tab-name', text: 'phone.add' }), badge(elsewhere)))
    this.switcher.querySelector('[aria-pressed="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (focused) this.switcher.querySelector(`[data-person="${focused}"]`)?.focus()
  }

  #tab(id) {
    const person = this.people.get(id)
    const name = fullName(person)
    return h('button', { type: 'button', class: 'tab', 'aria-pressed': String(id === this.#front),
      data: { person: id }, onclick: () => this.open(id) },
    avatar(name, id), h('span', { class: 'tab-name' }, name), badge(person.unread))
  }
}

const badge = (count) => (count
  ? h('span', { class: 'badge', label: ['chat.unread', { n: count }], role: 'img' }, String(count))
  : null)
