// A poll inside a message: options to choose from, and after that what everybody chose.

import { h, icon } from './dom.js'
import { text } from './texts.js'

/** `phone.vote(message, options, element)` sends the numbers of the options; none take it back. */
export function pollElement(poll, message, phone) {
  const voted = poll.chosen.length > 0
  const body = voted || poll.closed ? results(poll) : choices(poll, message, phone)
  const back = voted && poll.revoting && !poll.closed
    ? h('button', { type: 'button', class: 'poll-action', text: 'poll.retract',
      onclick: ({ currentTarget }) => phone.vote(message, [], currentTarget) }) : null
  return h('section', { class: 'poll', label: 'kind.poll' },
    poll.description ? h('p', { class: 'poll-about', dir: 'auto' }, poll.description) : null,
    h('h4', { class: 'poll-question', dir: 'auto' }, poll.question),
    h('p', { class: 'poll-kind', text: kind(poll) }), ...body,
    poll.explanation ? h('p', { class: 'poll-about', dir: 'auto' }, poll.explanation) : null,
    h('p', { class: 'poll-total', text: poll.total ? ['poll.votes', { n: poll.total }] : 'poll.none' }),
    back)
}

function kind(poll) {
  if (poll.closed) return 'poll.closed'
  if (poll.quiz) return 'poll.quiz'
  return poll.anonymous ? 'poll.anonymous' : 'poll.open'
}

function choices(poll, message, phone) {
  const chosen = new Set()
  const send = poll.multiple ? h('button', { type: 'button', class: 'poll-action', disabled: true,
    text: 'poll.vote', onclick: () => phone.vote(message, [...chosen], send) }) : null
  const options = poll.options.map((words, number) => {
    const option = h('button', { type: 'button', class: 'poll-option',
      role: poll.multiple ? 'checkbox' : null, 'aria-checked': poll.multiple ? 'false' : null,
      onclick: () => {
        if (!poll.multiple) { phone.vote(message, [number], option); return }
        if (!chosen.delete(number)) chosen.add(number)
        option.setAttribute('aria-checked', String(chosen.has(number)))
        send.disabled = !chosen.size
      } },
    h('span', { class: 'poll-mark', 'aria-hidden': 'true' }), h('span', { dir: 'auto' }, words))
    return option
  })
  return [...options, send]
}

function results(poll) {
  return poll.options.map((words, number) => {
    const share = poll.total ? Math.round(100 * poll.votes[number] / poll.total) : 0
    const mine = poll.chosen.includes(number)
    const right = poll.correct?.includes(number)
    const wrong = poll.quiz && mine && !right
    const mark = right ? 'poll.right' : mine ? 'poll.mine' : null
    const line = h('div', { class: `poll-result${wrong ? ' wrong' : right ? ' right' : ''}` },
      h('span', { class: 'poll-share' }, `${share}%`), h('span', { dir: 'auto' }, words),
      mark || wrong ? h('span', { class: 'poll-tick', role: 'img',
        label: wrong ? 'poll.wrong' : mark }, icon(wrong ? 'close' : 'tick')) : null,
      h('span', { class: 'poll-bar', 'aria-hidden': 'true' }))
    line.style.setProperty('--share', `${share}%`)
    return line
  })
}

/** A poll in a few words. */
export const pollSummary = (poll) => `${text('kind.poll')}: ${poll.question}`
