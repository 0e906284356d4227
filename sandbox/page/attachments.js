// Files on their way: choosing, a look before sending, caption, quality.

import { dialog } from './dialog.js'
import { h, icon, iconButton } from './dom.js'
import { size } from './media.js'

const SHOWN_IMAGE = /^image\/(jpeg|png|webp|gif|bmp|avif)$/
const MOST = 10

/** Lets the person choose files; an empty list when they change their mind. */
export function pickFiles(accept) {
  return new Promise((done) => {
    const input = h('input', { type: 'file', accept, multiple: true, hidden: true,
      class: 'file-input' })
    const finish = () => { input.remove(); done([...input.files]) }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    document.body.append(input)
    input.click()
  })
}

function kindOf(file) {
  if (SHOWN_IMAGE.test(file.type)) return 'photo'
  if (file.type.startsWith('video/')) return 'video'
  return file.type.startsWith('audio/') ? 'voice' : 'document'
}

/** Shows the files with a caption field → FormData ready to be sent, or null. */
export function attachmentsSheet(files, caption, asFiles) {
  let chosen = [...files]
  const addresses = new Map()
  const previews = h('ul', { class: 'previews' })
  const words = h('textarea', { rows: 2, class: 'caption', maxlength: 1024, dir: 'auto',
    placeholder: 'attach.caption', label: 'attach.caption' })
  words.value = caption
  const plain = check('attach.as_file', asFiles)
  const fine = check('attach.high_quality', false)
  const send = h('button', { type: 'submit', class: 'primary', text: 'composer.send' })

  const show = () => {
    previews.replaceChildren(...chosen.map((file) => preview(file, addresses, () => {
      chosen = chosen.filter((other) => other !== file)
      if (chosen.length) show()
      else sheet.close(null)
    })))
    const pictures = chosen.some((file) => kindOf(file) === 'photo')
    fine.element.hidden = !pictures || plain.input.checked
    plain.element.hidden = chosen.every((file) => kindOf(file) === 'document')
    send.disabled = chosen.length > MOST
    tooMany.hidden = chosen.length <= MOST
  }
  const tooMany = h('p', { class: 'warning', text: ['attach.too_many', { most: MOST }] })
  plain.input.addEventListener('change', show)
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    send.click()
  })
  const more = h('button', { type: 'button', class: 'secondary', text: 'attach.more',
    onclick: async () => {
      chosen = [...chosen, ...await pickFiles('')]
      show()
    } })
  const sheet = dialog('attach.title', [previews, tooMany, words, fine.element,
    plain.element, h('div', { class: 'dialog-actions' }, more, send)], {
    onsubmit: () => packed(chosen, words.value.trim(), plain.input.checked, fine.input.checked),
    focus: words,
  })
  show()
  return sheet.result.finally(() => addresses.forEach((url) => URL.revokeObjectURL(url)))
}

function packed(files, caption, asFiles, highQuality) {
  const message = new FormData()
  if (caption) message.append('text', caption)
  for (const file of files) message.append(asFiles ? 'document' : kindOf(file), file, file.name)
  if (highQuality) message.append('high_quality', '1')
  return message
}

function preview(file, addresses, remove) {
  if (!addresses.has(file)) addresses.set(file, URL.createObjectURL(file))
  const kind = kindOf(file)
  const picture = kind === 'photo' ? h('img', { src: addresses.get(file), alt: file.name })
    : kind === 'video' ? h('video', { src: addresses.get(file), muted: true })
      : icon(kind === 'voice' ? 'microphone' : 'file')
  return h('li', { class: 'preview' }, h('span', { class: 'preview-picture' }, picture),
    h('span', { class: 'preview-name' }, file.name),
    h('span', { class: 'preview-size' }, size(file.size)),
    iconButton('close', 'attach.remove', remove, { class: 'round small' }))
}

function check(label, checked) {
  const input = h('input', { type: 'checkbox', checked })
  return { input, element: h('label', { class: 'check' }, input, h('span', { text: label })) }
}
