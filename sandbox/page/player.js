// A voice message: play, where it is, how long it lasts. One plays at a time.

import { h, icon } from './dom.js'
import { duration } from './time.js'

let playing = null

export function player(voice) {
  const sound = new Audio()
  sound.preload = 'metadata'
  sound.src = voice.url
  const lasts = () => (Number.isFinite(sound.duration) ? sound.duration : voice.duration ?? 0)

  const seek = h('input', { type: 'range', class: 'seek', min: 0, max: 1000, value: 0,
    label: 'media.seek',
    oninput: () => { sound.currentTime = (seek.value / 1000) * lasts() } })
  const time = h('span', { class: 'sound-time' }, duration(lasts()))
  const toggle = h('button', { type: 'button', class: 'round sound-toggle', label: 'media.play',
    onclick: () => (sound.paused ? play() : sound.pause()) }, icon('play'))

  function play() {
    playing?.pause()
    playing = sound
    sound.play().catch(() => show())
  }
  function show() {
    toggle.replaceChildren(icon(sound.paused ? 'play' : 'pause'))
    time.textContent = duration(sound.currentTime || lasts())
    seek.value = lasts() ? (sound.currentTime / lasts()) * 1000 : 0
  }
  for (const event of ['play', 'pause', 'timeupdate', 'ended', 'loadedmetadata']) {
    sound.addEventListener(event, show)
  }
  return h('div', { class: 'sound' }, toggle, h('div', { class: 'sound-line' }, seek, time))
}
