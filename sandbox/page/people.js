// Everybody who has a Telegram in this sandbox, and their unread counts.

import * as api from './api.js'

export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(' ')

/** Fires "change" whenever the list is new. */
export class People extends EventTarget {
  #byId = new Map()
  #asking = null
  #again = false

  get all() { return [...this.#byId.values()] }

  get(id) { return this.#byId.get(id) }

  /** Asks the server; calls that come while one is under way become one more. */
  refresh() {
    if (this.#asking) { this.#again = true; return this.#asking }
    this.#asking = this.#ask().finally(() => { this.#asking = null })
    return this.#asking
  }

  async #ask() {
    do {
      this.#again = false
      const list = await api.people()
      this.#byId = new Map(list.map((person) => [person.id, person]))
      this.dispatchEvent(new Event('change'))
    } while (this.#again)
  }

  /** The server says that a person has `count` unread messages now. */
  unread(id, count) {
    const person = this.#byId.get(id)
    if (!person) { this.refresh().catch(() => {}); return }
    if (person.unread === count) return
    person.unread = count
    this.dispatchEvent(new Event('change'))
  }

  async add(person) {
    const { id } = await api.newPerson(person)
    await this.refresh()
    return id
  }
}
