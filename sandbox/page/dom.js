// Building elements. Words are given as keys of texts/*.json and follow the chosen language;
// what people wrote is given as children and never becomes markup.

import { speak, text } from './texts.js'

const SPOKEN = {
  text: (element, words) => { element.textContent = words },
  label: (element, words) => element.setAttribute('aria-label', words),
  title: (element, words) => element.setAttribute('title', words),
  placeholder: (element, words) => element.setAttribute('placeholder', words),
}

/** h('button', {class: 'send', label: 'composer.send', onclick: send}, icon('send')) */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  const phrases = []
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (name in SPOKEN) phrases.push([SPOKEN[name], ...[value].flat()])
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name === 'data') Object.assign(element.dataset, value)
    else element.setAttribute(name, value === true ? '' : value)
  }
  if (phrases.length) {
    speak(element, () => {
      for (const [apply, key, values] of phrases) apply(element, text(key, values))
    })
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return element
}

const SVG = 'http://www.w3.org/2000/svg'
const SPRITE = new URL('icons.svg', import.meta.url).pathname

export function icon(name) {
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('class', 'icon')
  picture.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(SVG, 'use')
  use.setAttribute('href', `${SPRITE}#${name}`)
  picture.append(use)
  return picture
}

/** A round button with a picture and a spoken label. */
export function iconButton(name, label, onclick, properties = {}) {
  return h('button', { type: 'button', class: 'round', label, title: label, onclick, ...properties },
    icon(name))
}

/** The coloured circle with a person's initials. */
export function avatar(name, id) {
  const initials = name.split(/\s+/).filter(Boolean).slice(0, 2)
    .map((word) => [...word][0].toUpperCase()).join('')
  return h('span', { class: 'avatar', 'aria-hidden': 'true', data: { hue: Math.abs(id) % 7 } },
    initials || '?')
}
