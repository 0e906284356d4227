// The scrolling list of a chat. Only items that changed are built anew; the list stays at its end
// while the person is there, and says how many new messages wait below when they are not.

import { h, icon } from './dom.js'
import { dateOf, dayLine, heldElement, itemKey, messageElement } from './message.js'
import { dayKey } from './time.js'
import { speak, text } from './texts.js'

const NEAR_END = 60
const CALM = matchMedia('(prefers-reduced-motion: reduce)')

export class Thread {
  #items = new Map()
  #chat
  #phone
  #below = 0
  #atEnd = true
  #height = ''
  #held = h('div', { class: 'held-messages' })

  constructor(chat, phone) {
    this.#chat = chat
    this.#phone = phone
    this.list = h('div', { class: 'list', role: 'log', 'aria-live': 'off', label: 'chat.messages' })
    this.count = h('span', { class: 'pill-count' })
    this.pill = h('button', { type: 'button', class: 'pill', hidden: true,
      onclick: () => this.toEnd(true) }, icon('down'), this.count)
    this.scroller = h('div', { class: 'scroller', tabindex: 0, label: 'chat.messages',
      onscroll: () => this.#scrolled() }, this.list, this.#held)
    this.element = h('div', { class: 'thread' }, this.scroller, this.pill)
    speak(this.pill, () => this.#sayBelow())
    const sizes = new ResizeObserver(() => { if (this.#atEnd) this.toEnd() })
    sizes.observe(this.list)
    sizes.observe(this.scroller)
  }

  get atEnd() { return this.#atEnd }

  /** Shows what changed in the chat. */
  update({ changed, removed, first }) {
    const keys = new Set(changed.map(itemKey))
    for (const id of removed) keys.add(this.#keyOf(id))
    const known = this.#items.size
    for (const [key, messages] of this.#grouped(keys)) this.#place(key, messages)
    for (const key of keys) this.#dropIfEmpty(key)
    this.#held.replaceChildren(...this.#chat.now.held.map(heldElement))
    const added = changed.some((message) => message.from_bot) ? this.#items.size - known : 0
    const sent = changed.some((message) => !message.from_bot) && this.#items.size > known
    // What was there before is not read aloud, what comes is.
    if (first) setTimeout(() => this.list.setAttribute('aria-live', 'polite'))
    if (first || this.#atEnd || sent) this.toEnd()
    else if (added > 0) { this.#below += added; this.#sayBelow() }
  }

  toEnd(gently = false) {
    this.#atEnd = true
    this.#below = 0
    this.#sayBelow()
    const behavior = gently && !CALM.matches ? 'smooth' : 'auto'
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior })
    this.#height = this.#heights()
  }

  /** Scrolls to a message and lights it up for a moment. */
  reveal(messageId) {
    const element = this.#items.get(this.#keyOf(messageId))?.element
    if (!element) return
    element.scrollIntoView({ block: 'center' })
    element.classList.add('revealed')
    setTimeout(() => element.classList.remove('revealed'), 1500)
  }

  #keyOf(messageId) {
    for (const [key, item] of this.#items) if (item.ids.includes(messageId)) return key
    return `message-${messageId}`
  }

  #grouped(keys) {
    const groups = new Map()
    for (const message of this.#chat.messages.values()) {
      const key = itemKey(message)
      if (!keys.has(key)) continue
      groups.set(key, [...(groups.get(key) ?? []), message])
    }
    for (const messages of groups.values()) messages.sort((a, b) => a.message_id - b.message_id)
    return [...groups].sort(([, [a]], [, [b]]) => a.message_id - b.message_id)
  }

  #place(key, messages) {
    const element = messageElement(messages, this.#phone)
    const ids = messages.map((message) => message.message_id)
    const old = this.#items.get(key)
    this.#items.set(key, { element, ids })
    if (old) {
      const focused = old.element.contains(document.activeElement)
        ? [...old.element.querySelectorAll('button')].indexOf(document.activeElement) : -1
      old.element.replaceWith(element)
      if (focused >= 0) this.#refocus(element, focused)
      return
    }
    const before = this.#before(ids[0])
    this.list.insertBefore(element, before)
    this.#dayAbove(element, dateOf(messages[0]))
  }

  #refocus(element, index) {
    const buttons = element.querySelectorAll('button')
    const target = buttons[index] ?? buttons[0] ?? this.scroller
    target.focus({ preventScroll: true })
  }

  #before(messageId) {
    let next = null
    let node = this.list.lastElementChild
    while (node && (!node.dataset.id || Number(node.dataset.id) > messageId)) {
      if (node.dataset.id) next = node
      node = node.previousElementSibling
    }
    const line = next?.previousElementSibling
    return line?.classList.contains('day') ? line : next
  }

  #dayAbove(element, date) {
    let line = element.previousElementSibling
    while (line && !line.classList.contains('day')) line = line.previousElementSibling
    if (line?.dataset.day === dayKey(date)) return
    element.before(dayLine(date, this.#phone.now()))
  }

  #dropIfEmpty(key) {
    const item = this.#items.get(key)
    if (!item || item.ids.some((id) => this.#chat.messages.has(id))) return
    const line = item.element.previousElementSibling
    const next = item.element.nextElementSibling
    if (line?.classList.contains('day') && !next?.dataset.id) line.remove()
    item.element.remove()
    this.#items.delete(key)
  }

  #scrolled() {
    if (this.#atEnd && this.#heights() !== this.#height) {
      // Something grew or shrank: nobody scrolled away.
      this.toEnd()
      return
    }
    const { scrollTop, scrollHeight, clientHeight } = this.scroller
    this.#height = this.#heights()
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END
    if (this.#atEnd && this.#below) { this.#below = 0; this.#phone.sawEnd() }
    this.#sayBelow()
  }

  #heights() { return `${this.scroller.clientHeight}/${this.scroller.scrollHeight}` }

  #sayBelow() {
    this.pill.hidden = this.#atEnd
    this.count.textContent = this.#below || ''
    this.pill.setAttribute('aria-label',
      this.#below ? text('chat.new', { n: this.#below }) : text('chat.to_end'))
  }
}
