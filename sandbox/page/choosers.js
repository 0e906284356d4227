// Questions to the person at the page: who, a new person, open this address.

import { dialog } from './dialog.js'
import { avatar, h, icon } from './dom.js'
import { complain, copied, notice } from './notices.js'
import { fullName } from './people.js'
import { currentLanguage, LANGUAGES, text } from './texts.js'

const SEARCH_FROM = 8

/**
 * Asks for one of the people, or a new one. → id or null. `first` stands at the top of the list,
 * `taken` are marked as already open, `address` is offered for copying.
 */
export async function choosePerson(people, { title, hint, first, taken = new Set(), address }) {
  await people.refresh().catch(complain)
  const list = h('ul', { class: 'people' })
  const everybody = [...people.all].sort((a, b) => (b.id === first) - (a.id === first))
  const search = h('input', { type: 'search', class: 'input', label: 'people.search',
    placeholder: 'people.search', autocomplete: 'off', oninput: () => show(),
    hidden: everybody.length < SEARCH_FROM })
  const show = () => {
    const wanted = search.value.trim().toLowerCase()
    const found = everybody.filter((person) =>
      `${fullName(person)} ${person.username ?? ''}`.toLowerCase().includes(wanted))
    list.replaceChildren(...found.map((person) =>
      personRow(person, taken.has(person.id), () => box.close(person.id))))
    if (!found.length) list.append(h('li', { class: 'empty', text: 'people.nobody' }))
  }
  const add = h('button', { type: 'button', class: 'secondary', text: 'people.new',
    onclick: async () => {
      const id = await newPerson(people)
      if (id !== null) box.close(id)
    } })
  const copy = address ? h('button', { type: 'button', class: 'secondary', text: 'link.copy',
    onclick: () => copyLink(address) }) : null
  const box = dialog(title, [hint ? h('p', { class: 'hint', text: hint }) : null, search, list,
    h('div', { class: 'dialog-actions' }, copy, add)].filter(Boolean), {
    onsubmit: () => { list.querySelector('button')?.click() },
  })
  show()
  const focus = search.hidden ? list.querySelector('button') ?? add : search
  focus.focus()
  return box.result
}

function personRow(person, taken, choose) {
  const about = [person.username ? `@${person.username}` : null, person.language_code]
    .filter(Boolean).join(' · ')
  return h('li', {}, h('button', { type: 'button', class: 'person', onclick: choose },
    avatar(fullName(person), person.id),
    h('span', { class: 'person-about' },
      h('span', { class: 'person-name' }, fullName(person)),
      h('span', { class: 'person-line' }, person.preview || about)),
    taken ? h('span', { class: 'person-open', text: 'people.open' }) : null,
    person.unread ? h('span', { class: 'badge', label: ['chat.unread', { n: person.unread }] },
      String(person.unread)) : null))
}

async function copyLink(address) {
  notice(await copied(address) ? text('link.copied') : address)
}

/** The form for somebody new → their id or null. */
export function newPerson(people) {
  const field = (name, properties) => {
    const input = h('input', { class: 'input', name, autocomplete: 'off', ...properties })
    return [h('label', { class: 'labelled' }, h('span', { text: `person.${name}` }), input), input]
  }
  const [firstRow, first] = field('first_name', { required: true, maxlength: 64 })
  const [lastRow] = field('last_name', { maxlength: 64 })
  const [usernameRow] = field('username', { maxlength: 32, spellcheck: 'false' })
  const [phoneRow] = field('phone', { type: 'tel', maxlength: 20, inputmode: 'tel' })
  const language = h('select', { class: 'input', name: 'language_code' }, ...LANGUAGES.map((code) =>
    h('option', { value: code, selected: code === currentLanguage(), text: `language.${code}` })))
  const problem = h('p', { class: 'warning', role: 'alert' })
  return dialog('person.title', [firstRow, lastRow, usernameRow, phoneRow,
    h('label', { class: 'labelled' }, h('span', { text: 'person.language_code' }), language),
    problem,
    h('div', { class: 'dialog-actions' },
      h('button', { type: 'submit', class: 'primary', text: 'person.create' }))], {
    focus: first,
    onsubmit: async (form) => {
      const asked = Object.fromEntries([...new FormData(form)]
        .map(([name, value]) => [name, value.trim()]).filter(([, value]) => value))
      if (asked.username) asked.username = asked.username.replace(/^@/, '')
      if (!asked.first_name) {
        problem.textContent = text('person.need_name')
        first.focus()
        return undefined
      }
      try {
        return await people.add(asked)
      } catch (refusal) {
        problem.textContent = text('error.refused', { why: refusal.message })
        return undefined
      }
    },
  }).result
}

/** Shows an address before it is opened in a new tab. */
export function openAddress(address) {
  const go = h('a', { class: 'primary', href: address, target: '_blank',
    rel: 'noopener noreferrer', onclick: () => box.close(null) },
  h('span', { text: 'link.open' }), icon('outward'))
  const box = dialog('link.title', [h('p', { class: 'address' }, address),
    h('div', { class: 'dialog-actions' },
      h('button', { type: 'button', class: 'secondary', text: 'link.copy',
        onclick: () => copyLink(address) }), go)], { focus: go })
}

/** A callback answer that wants to be read: words and one button. */
export function showAlert(name, words) {
  const done = h('button', { type: 'submit', class: 'primary', text: 'ok' })
  return dialog('alert.title', [h('p', { class: 'alert-words' }, words),
    h('div', { class: 'dialog-actions' }, done)], { focus: done, titleValues: { name } }).result
}
