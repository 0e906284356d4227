// A modal dialog with a title; the browser keeps the focus inside and closes it with Escape.

import { h, iconButton } from './dom.js'

/**
 * Opens a dialog. → {result, close(value), box}: `result` becomes what `onsubmit` returns, what
 * `close` was given, or null when it was dismissed.
 */
export function dialog(title, content, { onsubmit = () => null, focus, titleValues } = {}) {
  let finish
  let answer = null
  const result = new Promise((done) => { finish = done })
  const close = (value) => { answer = value; box.close() }
  const form = h('form', { class: 'dialog-body', novalidate: true,
    onsubmit: async (event) => {
      event.preventDefault()
      const value = await onsubmit(form)
      if (value !== undefined) close(value)
    } },
  h('header', { class: 'dialog-head' }, h('h2', { text: [title, titleValues] }),
    iconButton('close', 'close', () => close(null))),
  ...content)
  const box = h('dialog', { class: 'dialog', label: [title, titleValues],
    onclose: () => { box.remove(); finish(answer) },
    onclick: (event) => { if (event.target === box) close(null) } }, form)
  document.body.append(box)
  box.showModal()
  focus?.focus()
  return { result, close, box }
}
