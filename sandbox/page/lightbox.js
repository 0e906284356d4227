// A picture or video over the whole page; arrows go through its album.

import { h, icon, iconButton } from './dom.js'

export function openLightbox(media, at) {
  let index = at
  const stage = h('div', { class: 'stage' })
  const save = h('a', { class: 'round', label: 'media.save', title: 'media.save', download: '' },
    icon('download'))
  const step = (by) => { index = (index + by + media.length) % media.length; show() }
  const many = media.length > 1
  const box = h('dialog', { class: 'lightbox', label: 'media.viewer',
    onclose: () => box.remove(),
    onkeydown: (event) => {
      if (many && event.key === 'ArrowLeft') step(-1)
      if (many && event.key === 'ArrowRight') step(1)
    },
    onclick: (event) => { if (event.target === box || event.target === stage) box.close() } },
  stage,
  many ? iconButton('back', 'media.previous', () => step(-1), { class: 'round previous' }) : null,
  many ? iconButton('next', 'media.next', () => step(1), { class: 'round next' }) : null,
  h('div', { class: 'lightbox-actions' }, save,
    iconButton('close', 'close', () => box.close())))

  function show() {
    const one = media[index]
    save.href = one.url
    stage.replaceChildren(one.kind === 'photo'
      ? h('img', { src: one.url, label: 'media.photo' })
      : h('video', { src: one.url, poster: one.still, controls: true, autoplay: true }))
  }
  show()
  document.body.append(box)
  box.showModal()
}
