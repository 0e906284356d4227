// Where a person writes: text, files, voice, the reply line, the reply keyboard and the commands.

import * as api from './api.js'
import { attachmentsSheet, pickFiles } from './attachments.js'
import { h, icon, iconButton } from './dom.js'
import { summary } from './message.js'
import { popMenu } from './menu.js'
import { complain, notice } from './notices.js'
import { text } from './texts.js'
import { canRecord, recorder } from './voice.js'

const TALLEST = 160
const ALMATY = [43.2389, 76.8897]

export class Composer {
  #phone
  #replyTo = null
  #mending = null
  #keyboardShown = true
  #keyboardRows = ''
  #keyboardOnce = false

  constructor(phone) {
    this.#phone = phone
    this.field = h('textarea', { rows: 1, class: 'field', placeholder: 'composer.placeholder',
      label: 'composer.placeholder', maxlength: 16000, dir: 'auto', enterkeyhint: 'send',
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event),
      onpaste: (event) => this.#pasted(event) })
    this.attach = iconButton('attach', 'composer.attach', () => this.#attachMenu())
    this.commands = iconButton('menu', 'composer.commands', () => this.#commandMenu(''),
      { 'aria-haspopup': 'menu' })
    this.toggle = iconButton('keyboard', 'composer.keyboard', () => this.#toggleKeyboard(),
      { hidden: true, 'aria-expanded': 'true' })
    this.sendButton = iconButton('send', 'composer.send', () => this.#send(),
      { class: 'round accent' })
    this.voice = iconButton('microphone', 'composer.voice', () => this.#record(),
      { class: 'round accent' })
    this.replyLine = h('div', { class: 'reply-line', hidden: true })
    this.line = h('div', { class: 'composer-line' },
      this.commands, this.attach, this.field, this.toggle, this.sendButton, this.voice)
    this.keyboard = h('div', { class: 'keyboard', role: 'group', label: 'composer.keyboard',
      hidden: true })
    this.start = h('button', { type: 'button', class: 'wide-action', text: 'composer.start',
      hidden: true, onclick: () => phone.start() })
    this.unblock = h('button', { type: 'button', class: 'wide-action', text: 'composer.unblock',
      hidden: true, onclick: () => phone.block(false) })
    this.element = h('div', { class: 'composer' },
      this.replyLine, this.line, this.start, this.unblock, this.keyboard)
    this.#typed()
  }

  focus() {
    const target = [this.start, this.unblock].find((button) => !button.hidden) ?? this.field
    target.focus({ preventScroll: true })
  }

  /** Shows what the chat's state allows. */
  update({ keyboard, started, blocked }) {
    const here = this.element.contains(document.activeElement) ? document.activeElement : null
    this.unblock.hidden = !blocked
    this.start.hidden = started || blocked
    this.line.hidden = blocked || !started
    const rows = JSON.stringify(keyboard?.rows ?? null)
    if (rows !== this.#keyboardRows) {
      this.#keyboardRows = rows
      this.#keyboardShown = true
      this.keyboard.replaceChildren(...(keyboard?.rows ?? []).map((row) => this.#keyboardRow(row)))
    }
    this.#keyboardOnce = keyboard?.one_time ?? false
    this.#showKeyboard(Boolean(keyboard) && started && !blocked)
    if (keyboard?.placeholder) this.field.placeholder = keyboard.placeholder
    else this.field.placeholder = text('composer.placeholder')
    if (here && !here.checkVisibility()) this.focus()
  }

  /** Makes the next message an answer to this one. */
  reply(message) {
    this.#endReply()
    this.#replyTo = message.message_id
    this.#showReplyLine('reply', this.#phone.nameOf(message), message)
  }

  /** Puts an own message into the field to be mended. */
  edit(message) {
    this.#endReply()
    this.#mending = message.message_id
    this.field.value = message.text
    this.#showReplyLine('edit', text('composer.mending'), message)
    this.#typed()
  }

  #showReplyLine(picture, title, message) {
    this.replyLine.hidden = false
    this.replyLine.replaceChildren(icon(picture),
      h('span', { class: 'reply-words' },
        h('strong', {}, title), h('span', {}, summary(message))),
      iconButton('close', 'composer.no_reply', () => this.#cancel(), { class: 'round small' }))
    this.field.focus()
  }

  #cancel() {
    if (this.#mending) this.field.value = ''
    this.#endReply()
    this.#typed()
    this.field.focus()
  }

  /** Opens the preview for files chosen, dropped or pasted. */
  async offer(files, asFiles = false) {
    this.#mending = null
    const filled = await attachmentsSheet(files, this.field.value.trim(), asFiles)
    if (!filled) return
    if (this.#replyTo) filled.append('reply_to', this.#replyTo)
    if (await this.#deliver(filled)) { this.field.value = ''; this.#typed() }
    this.field.focus({ preventScroll: true })
  }

  async #send() {
    const words = this.field.value.trim()
    if (!words) return
    this.field.value = ''
    this.#typed()
    const message = { text: words, ...(this.#replyTo && { reply_to: this.#replyTo }) }
    if (await this.#deliver(message)) return
    this.field.value = [words, this.field.value].filter(Boolean).join('\n')
    this.#typed()
  }

  async #deliver(message) {
    try {
      if (this.#mending) await api.edit(this.#phone.id, this.#mending, message.text)
      else await api.send(this.#phone.id, message)
      this.#endReply()
      this.#foldOnce()
      this.#phone.sent()
      return true
    } catch (refusal) {
      complain(refusal)
      return false
    }
  }

  #endReply() {
    this.#replyTo = null
    this.#mending = null
    this.replyLine.hidden = true
  }

  #typed() {
    const empty = !this.field.value.trim()
    this.sendButton.hidden = empty && canRecord()
    this.voice.hidden = !empty || !canRecord()
    this.sendButton.disabled = empty
    this.field.style.height = 'auto'
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST)}px`
    if (/^\/\w*$/.test(this.field.value)) this.#commandMenu(this.field.value.slice(1), true)
    else this.menu?.close()
  }

  #key(event) {
    if (event.isComposing) return
    if (this.menu?.isOpen && this.menu.key(event)) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      this.#send()
    } else if (event.key === 'Escape' && !this.replyLine.hidden) this.#cancel()
  }

  #pasted(event) {
    const files = [...event.clipboardData.files]
    if (!files.length) return
    event.preventDefault()
    this.offer(files)
  }

  #attachMenu() {
    const files = (title, picture, accept, asFiles) => ({ title: text(title), picture,
      choose: async () => {
        const chosen = await pickFiles(accept)
        if (chosen.length) this.offer(chosen, asFiles)
      } })
    popMenu(this.attach, [
      files('attach.photo', 'photo', 'image/*,video/*', false),
      files('attach.document', 'file', '', true),
      files('attach.voice', 'microphone', 'audio/*', false),
      { title: text('attach.live_photo'), picture: 'live', choose: () => this.#livePhoto() },
      { title: text('attach.location'), picture: 'place',
        choose: () => this.#deliver({ location: ALMATY }) },
      { title: text('attach.sticker'), picture: 'sticker',
        choose: () => this.#deliver({ sticker: '👍' }) },
    ])
  }

  /** A live photo is a picture and the film around it: the person chooses both. */
  async #livePhoto() {
    const chosen = await pickFiles('image/*,video/*')
    if (!chosen.length) return
    const of = (kind) => chosen.filter((file) => file.type.startsWith(kind))
    const [[still], [film]] = [of('image/'), of('video/')]
    if (chosen.length !== 2 || !still || !film) { notice(text('attach.live_both')); return }
    const message = new FormData()
    message.append('live_photo', film, film.name)
    message.append('still', still, still.name)
    const caption = this.field.value.trim()
    if (caption) message.append('text', caption)
    if (this.#replyTo) message.append('reply_to', this.#replyTo)
    if (await this.#deliver(message)) { this.field.value = ''; this.#typed() }
  }

  async #commandMenu(beginning, typing = false) {
    const wanted = this.field.value
    const list = await api.commands(this.#phone.id).catch(() => [])
    if (typing && wanted !== this.field.value) return
    const entries = list.filter(({ command }) => command.startsWith(beginning.toLowerCase()))
    this.menu?.close()
    if (typing && !entries.length) return
    this.menu = popMenu(typing ? this.field : this.commands, entries.map((entry) => ({
      title: `/${entry.command}`, hint: entry.description,
      choose: () => { this.field.value = ''; this.#typed(); this.#phone.say(`/${entry.command}`) },
    })), { keepFocus: typing, empty: text('composer.no_commands') })
  }

  #keyboardRow(row) {
    return h('div', { class: 'keyboard-row' }, ...row.map((button) => {
      // Signs without a width at the end are for the bot; here they would only break the line.
      const words = button.text.replace(/[\u00ad\u200b-\u200d\u2060-\u2064\u{1d173}-\u{1d17a}]+$/u, '')
      const element = h('button', { type: 'button', class: 'key',
        onclick: () => {
          this.#foldOnce()
          this.#phone.press(button, element)
        } },
      h('span', { class: 'button-words' }, words))
      return element
    }))
  }

  #toggleKeyboard() {
    this.#keyboardShown = !this.#keyboardShown
    this.#showKeyboard(true)
  }

  /** A keyboard for one use folds away when it has been used; its button brings it back. */
  #foldOnce() {
    if (!this.#keyboardOnce) return
    const used = this.keyboard.contains(document.activeElement)
    this.#keyboardShown = false
    this.#showKeyboard(true)
    if (used) this.focus()
  }

  #showKeyboard(there) {
    this.toggle.hidden = !there
    this.toggle.setAttribute('aria-expanded', String(this.#keyboardShown))
    this.keyboard.hidden = !there || !this.#keyboardShown
  }

  async #record() {
    const voice = await recorder(this.line).catch(complain)
    if (!voice) return
    const message = new FormData()
    message.append('voice', voice.blob, `voice.${voice.blob.type.match(/^audio\/(\w+)/)?.[1]}`)
    message.append('duration', Math.max(1, Math.round(voice.seconds)))
    if (this.#replyTo) message.append('reply_to', this.#replyTo)
    this.#deliver(message)
  }
}
