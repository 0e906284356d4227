// One person's chat with the bot as the server knows it: messages by id, kept up to date by
// asking only for what changed since the last revision.

import * as api from './api.js'

/** Fires "change" with detail {changed: [message], removed: [id], first: bool}. */
export class Chat extends EventTarget {
  messages = new Map()
  /** The newest answer: keyboard, typing, started, blocked, online, unread, held. */
  now = null
  #revision = 0
  #asking = null
  #again = false

  constructor(personId) {
    super()
    this.personId = personId
  }

  get loaded() { return this.now !== null }

  refresh() {
    if (this.#asking) { this.#again = true; return this.#asking }
    this.#asking = this.#ask().finally(() => { this.#asking = null })
    return this.#asking
  }

  async #ask() {
    do {
      this.#again = false
      const news = await api.messages(this.personId, this.#revision)
      this.#take(news.revision < this.#revision ? await this.#anew() : news)
    } while (this.#again)
  }

  /** The sandbox forgot everything and its revisions began again. */
  async #anew() {
    const news = await api.messages(this.personId, 0)
    const there = new Set(news.messages.map((message) => message.message_id))
    return { ...news, deleted: [...this.messages.keys()].filter((id) => !there.has(id)) }
  }

  #take(news) {
    const first = !this.loaded
    const removed = news.deleted.filter((id) => this.messages.delete(id))
    for (const message of news.messages) this.messages.set(message.message_id, message)
    this.now = news
    this.#revision = news.revision
    this.dispatchEvent(new CustomEvent('change', {
      detail: { changed: news.messages, removed, first },
    }))
  }
}
