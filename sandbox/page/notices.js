// Short words that come and go: errors of the page itself.

import { Refused } from './api.js'
import { h } from './dom.js'
import { text } from './texts.js'

const SHOWN_MS = 5000

/** Shows a line for some seconds inside `place` (the whole page by default). */
export function notice(words, place = document.getElementById('notices')) {
  const line = h('div', { class: 'notice' }, words)
  for (const shown of [...place.children]) if (shown.textContent === words) shown.remove()
  place.append(line)
  setTimeout(() => line.remove(), SHOWN_MS)
}

/** Puts words on the clipboard; false where the browser does not let it. */
export const copied = (words) => navigator.clipboard?.writeText(words).then(() => true, () => false)
  ?? Promise.resolve(false)

/** Says that something did not work: the server's own reason, or that it is not reached. */
export function complain(problem) {
  if (problem instanceof Refused) notice(text('error.refused', { why: problem.message }))
  else if (problem?.name === 'NotAllowedError' || problem?.name === 'NotFoundError') {
    notice(text('error.microphone'))
  } else {
    console.error(problem)
    notice(text('error.unreachable'))
  }
}
