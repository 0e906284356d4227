// One person's phone: whose it is, the chat with the bot, and what is written into it.

import * as api from './api.js'
import { Chat } from './chat.js'
import { showAlert } from './choosers.js'
import { Composer } from './composer.js'
import { avatar, h, icon, iconButton } from './dom.js'
import { follow } from './links.js'
import { summary } from './message.js'
import { popMenu } from './menu.js'
import { complain, copied, notice } from './notices.js'
import { fullName } from './people.js'
import { currentLanguage, speak, text } from './texts.js'
import { Thread } from './thread.js'

const TYPING_MS = 5000
const RETRY_MS = 2000
const TOUCH = matchMedia('(hover: none)')

export class Phone {
  #desk
  #chat
  #visible = false
  #typingEnds = 0
  #pinnedAt = 0
  #pins = ''
  #bot = { first_name: '', username: '' }

  constructor(person, desk) {
    this.id = person.id
    this.#desk = desk
    this.#chat = new Chat(person.id)
    this.thread = new Thread(this.#chat, this)
    this.composer = new Composer(this)
    this.toasts = h('div', { class: 'toasts', role: 'status' })
    this.element = h('section', { class: 'phone', tabindex: -1,
      label: ['phone.of', { name: fullName(person) }], data: { person: person.id } },
    this.#ownerBar(person), this.#botBar(), this.#offlineLine(), this.#pinnedLine(),
    this.#about(),
    this.thread.element, this.composer.element, this.toasts)
    this.#acceptDrops()
    this.#acceptTaps()
    this.#chat.addEventListener('change', (event) => this.#show(event.detail))
    this.#watch = new IntersectionObserver(([entry]) => {
      this.#visible = entry.intersectionRatio > 0.4
      this.#markRead()
    }, { threshold: [0, 0.4, 0.6] })
    this.#watch.observe(this.element)
    this.loadBot()
    this.refresh()
  }

  #watch

  /** Brings the chat up to date, again and again where the sandbox is not reached. */
  refresh() {
    return this.#chat.refresh().catch(() => {
      if (this.element.isConnected) setTimeout(() => this.refresh(), RETRY_MS)
    })
  }

  close() {
    this.#watch.disconnect()
    this.element.remove()
  }

  focus() {
    this.element.scrollIntoView({ block: 'nearest', inline: 'center' })
    // On a touch screen a focused field would bring up the keyboard over the chat.
    if (TOUCH.matches) this.element.focus({ preventScroll: true })
    else this.composer.focus()
  }

  now() { return this.#desk.now() }

  nameOf(message) {
    if (message.from_bot) return message.sender || this.#bot.first_name
    return fullName(this.#desk.people.get(this.id) ?? { first_name: '' })
  }

  quoted(messageId) { return this.#chat.messages.get(messageId) }

  reveal(messageId) { this.thread.reveal(messageId) }

  reply(message) { this.composer.reply(message) }

  edit(message) { this.composer.edit(message) }

  sawEnd() { this.#markRead() }

  /** What the person's own action brought is shown at once, at the end of the chat. */
  sent() {
    this.thread.toEnd()
    return this.refresh()
  }

  say(words) { return this.#do(() => api.send(this.id, { text: words })) }

  start(payload) { return this.#do(() => api.start(this.id, payload)) }

  block(blocked) { return this.#do(() => api.block(this.id, blocked)) }

  goOnline(online) { return this.#do(() => api.goOnline(this.id, online)) }

  async press(button, element) {
    if (button.request_contact) return this.#busy(element, () => api.shareContact(this.id))
    return this.#busy(element, () => api.press(this.id, button.text))
  }

  async tap(message, button, element) {
    if (button.url) return follow(button.url, this, this.#desk)
    if (button.copy) {
      const done = await copied(button.copy)
      return this.#toast(done ? text('copy.copied', { what: button.copy }) : button.copy)
    }
    if (button.data === undefined) return this.#toast(text('tap.unsupported'))
    if (this.#chat.now.online === false) return this.#toast(text('tap.offline'))
    const said = await this.#busy(element, () => api.tap(this.id, message.message_id, button.data))
    if (!said) return undefined
    if (said.answer === null) return this.#toast(text('tap.no_answer'))
    if (!said.answer.text) return undefined
    if (said.answer.show_alert) return showAlert(this.#bot.first_name, said.answer.text)
    return this.#toast(said.answer.text)
  }

  vote(message, options, element) {
    if (this.#chat.now.online === false) return this.#toast(text('tap.offline'))
    return this.#busy(element, () => api.vote(this.id, message.message_id, options))
  }

  /** The bot's name and description, in the person's language. */
  async loadBot() {
    const person = this.#desk.people.get(this.id)
    this.#bot = await api.bot(person?.language_code ?? currentLanguage()).catch(() => this.#bot)
    this.botName.textContent = this.#bot.first_name || this.#bot.username
    this.botAvatar.replaceChildren(avatar(this.botName.textContent, this.#bot.id ?? 0))
    speak(this.description, () => {
      this.description.textContent = this.#bot.description || text('phone.empty')
    })
    this.#showAbout()
  }

  async #do(action) {
    try {
      const done = await action()
      await this.sent()
      return done
    } catch (refusal) {
      complain(refusal)
      return null
    }
  }

  async #busy(element, action) {
    if (element.getAttribute('aria-busy') === 'true') return null
    element.setAttribute('aria-busy', 'true')
    const done = await this.#do(action)
    element.removeAttribute('aria-busy')
    return done
  }

  #show(detail) {
    const { now } = this.#chat
    this.composer.update(now)
    this.thread.update(detail)
    this.element.classList.toggle('offline', !now.online)
    this.onlineSwitch.setAttribute('aria-checked', String(now.online))
    this.offline.hidden = now.online
    if (now.typing) {
      this.#typingEnds = Date.now() + TYPING_MS
      setTimeout(() => this.#sayState(), TYPING_MS + 50)
    } else this.#typingEnds = 0
    if (String(now.pinned) !== this.#pins) this.#pinnedAt = 0
    this.#pins = String(now.pinned)
    this.#showPinned()
    this.#sayState()
    this.#showAbout()
    this.#markRead()
  }

  #showAbout() {
    const empty = this.#chat.loaded && this.#chat.messages.size === 0
    this.about.hidden = !empty
    this.question.hidden = !this.#bot.description
    this.thread.element.hidden = empty && !this.#chat.now.held.length
  }

  #sayState() {
    const { typing, blocked } = this.#chat.now ?? {}
    const key = blocked ? 'phone.blocked'
      : typing && Date.now() < this.#typingEnds ? `typing.${typing}` : 'phone.bot'
    this.state.textContent = text(key)
    this.state.classList.toggle('active', key.startsWith('typing.'))
  }

  #markRead() {
    if (!this.#visible || document.hidden || !this.thread.atEnd || !this.#chat.now?.unread) return
    this.#chat.now.unread = 0
    api.read(this.id).then(() => this.#desk.people.unread(this.id, 0), () => {})
  }

  #toast(words) { notice(words, this.toasts) }

  #ownerBar(person) {
    const name = fullName(person)
    this.onlineSwitch = h('button', { type: 'button', class: 'switch', role: 'switch',
      'aria-checked': 'true', label: 'phone.internet', title: 'phone.internet',
      onclick: () => this.goOnline(this.onlineSwitch.getAttribute('aria-checked') !== 'true') },
    icon('signal'), h('span', { class: 'knob', 'aria-hidden': 'true' }))
    return h('div', { class: 'owner' },
      h('button', { type: 'button', class: 'owner-name', title: 'phone.change',
        onclick: () => this.#desk.change(this) },
      avatar(name, person.id), h('span', { class: 'owner-words' }, name), icon('down')),
      this.onlineSwitch,
      iconButton('close', ['phone.close', { name }], () => this.#desk.close(this.id)))
  }

  #botBar() {
    this.botAvatar = h('span')
    this.botName = h('span', { class: 'bot-name' })
    this.state = h('span', { class: 'bot-state' })
    speak(this.state, () => this.#sayState())
    this.more = iconButton('more', 'phone.more', () => this.#moreMenu(),
      { 'aria-haspopup': 'menu' })
    return h('header', { class: 'bot-bar' }, this.botAvatar,
      h('span', { class: 'bot-words' }, this.botName, this.state), this.more)
  }

  #offlineLine() {
    this.offline = h('p', { class: 'offline-line', hidden: true, text: 'phone.offline' })
    return this.offline
  }

  #pinnedLine() {
    this.pinnedWords = h('span', { class: 'pinned-words', dir: 'auto' })
    speak(this.pinnedWords, () => this.#showPinned())
    this.pinned = h('button', { type: 'button', class: 'pinned', hidden: true,
      title: 'chat.pinned', onclick: () => this.#revealPinned() }, icon('pin'), this.pinnedWords)
    return this.pinned
  }

  /** Each press goes to the pinned message before, and from the oldest to the newest again. */
  #revealPinned() {
    const all = this.#chat.now.pinned
    this.reveal(all[this.#pinnedAt])
    this.#pinnedAt = (this.#pinnedAt + 1) % all.length
    this.#showPinned()
  }

  #showPinned() {
    const all = this.#chat?.now?.pinned ?? []
    if (this.#pinnedAt >= all.length) this.#pinnedAt = 0
    const message = this.quoted(all[this.#pinnedAt])
    if (this.pinned) this.pinned.hidden = !message
    this.pinnedWords.textContent = message ? summary(message) : ''
  }

  #about() {
    this.description = h('p', { class: 'about-words' })
    this.question = h('h3', { text: 'phone.what_can' })
    this.about = h('div', { class: 'about', hidden: true }, this.question, this.description)
    return this.about
  }

  #moreMenu() {
    const { blocked, online, started } = this.#chat.now
    popMenu(this.more, [
      started && !blocked
        ? { title: text('phone.again'), picture: 'send', choose: () => this.start() } : null,
      { title: text(online ? 'phone.go_offline' : 'phone.go_online'), picture: 'signal',
        choose: () => this.goOnline(!online) },
      { title: text(blocked ? 'composer.unblock' : 'phone.block'), picture: 'block',
        choose: () => this.block(!blocked) },
    ].filter(Boolean))
  }

  #acceptDrops() {
    const files = (event) => [...event.dataTransfer.types].includes('Files')
    this.element.addEventListener('dragover', (event) => {
      if (!files(event)) return
      event.preventDefault()
      this.element.classList.add('dropping')
    })
    this.element.addEventListener('dragleave', (event) => {
      if (!this.element.contains(event.relatedTarget)) this.element.classList.remove('dropping')
    })
    this.element.addEventListener('drop', (event) => {
      this.element.classList.remove('dropping')
      if (!files(event)) return
      event.preventDefault()
      this.composer.offer([...event.dataTransfer.files])
    })
  }

  #acceptTaps() {
    this.thread.element.addEventListener('click', (event) => {
      const linked = event.target.closest('[data-link]')
      const command = event.target.closest('[data-command]')
      if (linked) {
        event.preventDefault()
        follow(linked.dataset.link, this, this.#desk)
      } else if (command) this.say(command.dataset.command)
    })
  }
}
