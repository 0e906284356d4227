// Pictures, albums, videos, voices and files inside a message.

import { h, icon } from './dom.js'
import { openLightbox } from './lightbox.js'
import { player } from './player.js'

const SEEN = new Set(['photo', 'live_photo', 'video', 'animation', 'video_note'])
const HEARD = new Set(['voice', 'audio'])

/** The elements for all media of one message or album, pictures as one grid. */
export function mediaOf(media) {
  const seen = media.filter((one) => SEEN.has(one.kind))
  const heard = media.filter((one) => HEARD.has(one.kind))
  const stickers = media.filter((one) => one.kind === 'sticker')
  const rest = media.filter((one) => ![...seen, ...heard, ...stickers].includes(one))
  const parts = []
  if (seen.length) parts.push(grid(seen))
  parts.push(...heard.map((one) => player(one)), ...stickers.map(sticker),
    ...rest.map(file))
  return parts
}

function grid(seen) {
  const tiles = seen.map((one, index) => {
    const isLive = one.kind === 'live_photo'
    const isVideo = one.kind !== 'photo' && !isLive
    const label = isLive ? 'media.open_live' : isVideo ? 'media.open_video' : 'media.open_photo'
    const tile = h('button', { type: 'button', class: 'tile', label,
      onclick: () => openLightbox(seen, index) }, isVideo ? moving(one) : still(one))
    if (isLive) tile.append(h('span', { class: 'live', 'aria-hidden': 'true', text: 'media.live' }))
    if (isVideo) tile.append(h('span', { class: 'play', 'aria-hidden': 'true' }, icon('play')))
    return tile
  })
  const box = h('div', { class: 'grid', data: { count: Math.min(seen.length, 10) } }, ...tiles)
  const [only] = seen
  if (seen.length === 1 && only.width && only.height) {
    box.style.setProperty('--shape', Math.min(Math.max(only.width / only.height, 0.6), 2.2))
  }
  return box
}

const still = (one) => h('img', { src: one.still ?? one.url, alt: '', decoding: 'async' })

const moving = (one) => h('video', {
  src: `${one.url}#t=0.1`, preload: 'metadata', muted: true, tabindex: -1,
})

const sticker = (one) => ((one.mime_type ?? '').startsWith('image/')
  ? h('img', { class: 'sticker', src: one.url, alt: one.emoji ?? '' })
  : h('span', { class: 'sticker' }, one.emoji ?? ''))

function file(one) {
  const name = one.file_name ?? one.kind
  const picture = (one.mime_type ?? '').startsWith('image/')
  return h('a', { class: 'file', href: one.url, download: name, target: '_blank',
    label: ['media.download', { name }] },
  h('span', { class: 'file-icon', 'aria-hidden': 'true' },
    one.thumbnail || picture ? h('img', { src: one.thumbnail ?? one.url, alt: '' }) : icon('file')),
  h('span', { class: 'file-about' },
    h('span', { class: 'file-name' }, name),
    h('span', { class: 'file-size' }, one.size ? size(one.size) : '')))
}

/** "1.4 MB" */
export function size(bytes) {
  const units = ['B', 'KB', 'MB', 'GB']
  let left = bytes
  let unit = 0
  while (left >= 1024 && unit < units.length - 1) { left /= 1024; unit += 1 }
  return `${left >= 10 || unit === 0 ? Math.round(left) : left.toFixed(1)} ${units[unit]}`
}
