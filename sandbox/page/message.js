// One message, or one album of several, as an element. It is built anew only when it changes.

import { h, icon, iconButton } from './dom.js'
import { mediaOf } from './media.js'
import { pollElement, pollSummary } from './poll.js'
import { rich } from './rich.js'
import { speak, text } from './texts.js'
import { clockTime, dayKey, dayName } from './time.js'

export const dateOf = (message) => new Date(message.date)

/** What belongs into one bubble: an album's messages share a key. */
export const itemKey = (message) =>
  (message.media_group_id ? `album-${message.media_group_id}` : `message-${message.message_id}`)

/**
 * The element for the messages of one item. `phone` answers what is tapped:
 * tap(message, button, element), vote(message, options, element), reply(message), edit(message),
 * quoted(id), reveal(id).
 */
export function messageElement(messages, phone) {
  const first = messages[0]
  if (first.special?.kind === 'pinned_message') return pinLine(first, phone)
  const worded = messages.find((message) => message.html || message.text)
  const words = worded ? h('div', { class: 'words', dir: 'auto' }, rich(worded.html ?? '')) : null
  const media = mediaOf(messages.flatMap((message) => message.media ?? []))
  const bubble = h('div', { class: 'bubble' }, origin(first), quote(first, phone), ...media,
    special(first.special, first, phone), words, meta(messages))
  if (media.length && !words) bubble.classList.add('bare')
  const buttons = messages.flatMap((message) =>
    (message.buttons ?? []).map((row) => buttonRow(row, message, phone)))
  const body = h('div', { class: 'body' }, bubble,
    buttons.length ? h('div', { class: 'buttons' }, ...buttons) : null)
  return h('article', {
    class: `message ${first.from_bot ? 'theirs' : 'mine'}${edited(messages) ? ' edited' : ''}`,
    data: { key: itemKey(first), id: first.message_id, side: first.from_bot ? 'bot' : 'me' },
  }, body, h('div', { class: 'actions' },
    iconButton('reply', 'message.reply', () => phone.reply(first), { class: 'round small' }),
    worded && !first.from_bot ? iconButton('edit', 'message.edit', () => phone.edit(worded),
      { class: 'round small' }) : null))
}

/** The line that says which message was pinned. */
function pinLine(message, phone) {
  const id = message.special.message_id
  const words = h('span')
  speak(words, () => {
    const pinned = phone.quoted(id)
    words.textContent = text('message.pinned', { what: pinned ? summary(pinned) : '…' })
  })
  return h('article', { class: 'message service',
    data: { key: itemKey(message), id: message.message_id, side: 'none' } },
  h('button', { type: 'button', class: 'service-words', onclick: () => phone.reveal(id) },
    icon('pin'), words))
}

/** A line with the day, above the first item of that day. */
export function dayLine(date, now) {
  const line = h('div', { class: 'day', data: { day: dayKey(date) } })
  const words = h('span')
  speak(words, () => { words.textContent = dayName(date, now) })
  line.append(words)
  return line
}

/** The line of a message that is held until the phone is online again. */
export function heldElement(held) {
  const files = held.files.map((name) => h('div', { class: 'held-file' }, icon('file'), `${name}`))
  return h('article', { class: 'message mine held' },
    h('div', { class: 'body' }, h('div', { class: 'bubble' }, ...files,
      h('div', { class: 'words', dir: 'auto' }, held.text ?? ''),
      h('span', { class: 'meta' }, state('wait', 'message.waiting')))))
}

const edited = (messages) => messages.some((message) => message.edited)

function meta(messages) {
  const first = messages[0]
  return h('span', { class: 'meta' },
    edited(messages) ? h('span', { text: 'message.edited' }) : null,
    h('time', { datetime: dateOf(first).toISOString() }, clockTime(dateOf(first))),
    first.from_bot ? null : state('sent', 'message.sent'))
}

const state = (picture, label) =>
  h('span', { class: 'state', label, role: 'img' }, icon(picture))

const origin = (message) => (message.forwarded_from
  ? h('div', { class: 'origin', text: ['message.forwarded', { name: message.forwarded_from }] })
  : null)

function quote(message, phone) {
  const id = message.reply_to
  if (!id) return null
  const quoted = phone.quoted(id)
  const line = h('span', { class: 'quote-words' })
  speak(line, () => { line.textContent = quoted ? summary(quoted) : text('message.gone') })
  return h('button', { type: 'button', class: 'quote', onclick: () => phone.reveal(id) },
    h('span', { class: 'quote-who' }, quoted ? phone.nameOf(quoted) : '…'), line)
}

/** A message in a few words, for quotes and the reply line. */
export function summary(message) {
  if (message.text) return message.text.slice(0, 120)
  if (message.special?.kind === 'poll') return pollSummary(message.special)
  const kind = message.media?.[0]?.kind ?? message.special?.kind
  return kind ? text(`kind.${kind}`) : ''
}

function special(thing, message, phone) {
  switch (thing?.kind) {
    case 'contact':
      return card('person', [thing.first_name, thing.last_name].filter(Boolean).join(' '),
        thing.phone_number)
    case 'location':
      return card('place', { text: 'kind.location' }, `${thing.latitude}, ${thing.longitude}`)
    case 'venue':
      return card('place', thing.title, thing.address)
    case 'poll':
      return pollElement(thing, message, phone)
    case 'dice':
      return h('div', { class: 'dice' }, thing.emoji, h('small', {}, ` ${thing.value}`))
    default:
      return null
  }
}

/** `title` is somebody's words, or {text: key} of the page's own. */
const card = (picture, title, line) => h('div', { class: 'card' },
  h('span', { class: 'file-icon', 'aria-hidden': 'true' }, icon(picture)),
  h('span', { class: 'file-about' },
    typeof title === 'string' ? h('span', { class: 'file-name' }, title)
      : h('span', { class: 'file-name', ...title }),
    h('span', { class: 'file-size' }, line)))

function buttonRow(row, message, phone) {
  return h('div', { class: 'button-row' }, ...row.map((button) => {
    const element = h('button', { type: 'button', class: 'inline-button',
      onclick: () => phone.tap(message, button, element) },
    h('span', { class: 'button-words' }, button.text),
    button.url ? icon('outward') : button.copy ? icon('copy') : null)
    return element
  }))
}
