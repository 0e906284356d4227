// Recording a voice message in place of the composer's line.

import { h, iconButton } from './dom.js'
import { duration } from './time.js'

const WISHED = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4']

export const canRecord = () =>
  Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder)

/** Records over `line` until sent or dropped → {blob, seconds} or null. */
export async function recorder(line) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = WISHED.find((type) => MediaRecorder.isTypeSupported(type))
  const recording = new MediaRecorder(stream, mimeType ? { mimeType } : {})
  const pieces = []
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  return new Promise((done) => {
    let wanted = false
    const time = h('span', { class: 'recording-time', role: 'timer' }, '0:00')
    const ticking = setInterval(() => { time.textContent = duration(seconds()) }, 250)
    const stop = (keep) => { wanted = keep; recording.stop() }
    const send = iconButton('send', 'composer.send', () => stop(true), { class: 'round accent' })
    const bar = h('div', { class: 'recording' },
      iconButton('trash', 'voice.drop', () => stop(false)),
      h('span', { class: 'recording-dot', 'aria-hidden': 'true' }), time,
      h('span', { class: 'recording-words', text: 'voice.recording' }), send)
    recording.ondataavailable = (event) => pieces.push(event.data)
    recording.onstop = () => {
      clearInterval(ticking)
      stream.getTracks().forEach((track) => track.stop())
      bar.replaceWith(line)
      done(wanted ? { blob: new Blob(pieces, { type: recording.mimeType }), seconds: seconds() }
        : null)
    }
    line.replaceWith(bar)
    recording.start()
    send.focus()
  })
}
