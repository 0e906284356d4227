// A message's HTML, rebuilt from an allow-list of Telegram's tags. Whatever is not on the list
// becomes plain text, so that nothing a bot or a person writes can run here.

import { h } from './dom.js'

const PLAIN = {
  B: 'b', STRONG: 'b', I: 'i', EM: 'i', U: 'u', INS: 'u', S: 's', STRIKE: 's', DEL: 's',
  CODE: 'code', PRE: 'pre', BLOCKQUOTE: 'blockquote', BR: 'br',
}
const BLOCKS = new Set(['BLOCKQUOTE', 'PRE'])
const SAFE_LINK = /^(https?:|tg:|mailto:|tel:)/i
const MENTION = /^tg:(\/\/)?user\?id=\d+$/i
const FINDS = /(https?:\/\/[^\s<>"«»]+|(?:t\.me|telegram\.me)\/[^\s<>"«»]+)|((?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,32}(?![\p{L}\p{N}_/<>]))/giu

/** A fragment for a message; its links carry data-link, its commands data-command. */
export function rich(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const result = document.createDocumentFragment()
  result.append(...children(parsed.body, true))
  return result
}

function children(node, findLinks) {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) {
      // A block ends its line: the line break after it is that end, and no line of its own.
      const words = BLOCKS.has(child.previousSibling?.nodeName)
        ? child.data.replace(/^\n/, '') : child.data
      return findLinks ? withLinks(words) : [words]
    }
    return child.nodeType === Node.ELEMENT_NODE ? [rebuilt(child, findLinks)].flat() : []
  })
}

function rebuilt(node, findLinks) {
  const spoiler = node.tagName === 'TG-SPOILER'
    || (node.tagName === 'SPAN' && node.classList.contains('tg-spoiler'))
  if (spoiler) return hidden(children(node, false))
  if (node.tagName === 'TG-EMOJI') return h('span', { class: 'custom-emoji' }, ...children(node, false))
  if (node.tagName === 'A') return link(node.getAttribute('href') ?? '', children(node, false))
  const tag = PLAIN[node.tagName]
  if (!tag) return children(node, findLinks)
  const inside = children(node, findLinks && tag !== 'code' && tag !== 'pre')
  if (tag === 'pre') return code(node, inside)
  if (tag === 'blockquote' && node.hasAttribute('expandable')) return folded(inside)
  return h(tag, {}, ...inside)
}

/** A block of code with its language, which Telegram writes into the class of a `code` inside. */
function code(node, inside) {
  const [only] = node.children
  const language = only?.tagName === 'CODE' && only.className.match(/^language-(.+)$/)?.[1]
  return h('pre', language ? { data: { language } } : {}, ...inside)
}

function link(address, inside) {
  if (MENTION.test(address)) return h('span', { class: 'mention' }, ...inside)
  if (!SAFE_LINK.test(address)) return inside
  return h('a', { href: address, rel: 'noopener noreferrer', target: '_blank',
    data: { link: address } }, ...inside)
}

function hidden(inside) {
  const spoiler = h('span', {
    class: 'spoiler', role: 'button', tabindex: 0, label: 'message.spoiler',
  }, h('span', { class: 'spoiler-words' }, ...inside))
  const reveal = () => {
    spoiler.replaceWith(...spoiler.firstChild.childNodes)
  }
  spoiler.addEventListener('click', reveal, { once: true })
  spoiler.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); reveal() }
  })
  return spoiler
}

function folded(inside) {
  const quote = h('blockquote', { class: 'folded' }, ...inside)
  const more = h('button', { type: 'button', class: 'unfold', text: 'message.more',
    onclick: () => { quote.classList.remove('folded'); more.remove() } })
  return [quote, more]
}

function withLinks(words) {
  const found = []
  let end = 0
  for (const match of words.matchAll(FINDS)) {
    const [whole, address, command] = match
    found.push(words.slice(end, match.index))
    end = match.index + whole.length
    if (command) {
      found.push(h('button', { type: 'button', class: 'command', data: { command } }, command))
    } else {
      const tail = address.match(/[.,;:!?)]+$/)?.[0] ?? ''
      const clean = address.slice(0, address.length - tail.length)
      found.push(...[link(/^http/i.test(clean) ? clean : `https://${clean}`, [clean])].flat(), tail)
    }
  }
  found.push(words.slice(end))
  return found.filter((piece) => piece !== '')
}
