// A small menu that opens beside a button: arrows move, Enter chooses, Escape closes.

import { h, icon } from './dom.js'

let open = null

/** entries: [{title, hint?, picture?, choose, checked?}]; `keepFocus` leaves the focus where it is. */
export function popMenu(anchor, entries, { keepFocus = false, empty = '' } = {}) {
  const again = open?.anchor === anchor && !keepFocus
  open?.close()
  if (again) return null
  let at = keepFocus ? 0 : -1
  const items = entries.map((entry) => h('button', {
    type: 'button', class: 'menu-item', role: 'menuitem', tabindex: -1,
    onclick: () => { menu.close(!keepFocus); entry.choose() },
  },
  entry.picture ? icon(entry.picture) : null,
  h('span', { class: 'menu-title' }, entry.title),
  entry.hint ? h('span', { class: 'menu-hint' }, entry.hint) : null))
  const box = h('div', { class: 'menu', role: 'menu' },
    ...(items.length ? items : [h('div', { class: 'menu-empty' }, empty)]))

  const mark = () => items.forEach((item, index) => {
    item.classList.toggle('marked', index === at)
    if (index === at) keepFocus ? item.scrollIntoView({ block: 'nearest' }) : item.focus()
  })
  const outside = (event) => {
    if (!box.contains(event.target) && !anchor.contains(event.target)) menu.close()
  }
  const menu = {
    anchor,
    isOpen: true,
    close(focusBack = false) {
      if (!menu.isOpen) return
      menu.isOpen = false
      if (open === menu) open = null
      box.remove()
      document.removeEventListener('pointerdown', outside)
      if (focusBack) anchor.focus({ preventScroll: true })
    },
    /** Handles a key; true when it was the menu's. */
    key(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step && items.length) at = (at + step + items.length) % items.length
      else if (event.key === 'Enter' && keepFocus && items[at]) items[at].click()
      else if (event.key === 'Escape') menu.close(!keepFocus)
      else { if (event.key === 'Tab') menu.close(); return false }
      event.preventDefault()
      event.stopPropagation()
      mark()
      return true
    },
  }
  box.addEventListener('keydown', menu.key)
  document.addEventListener('pointerdown', outside)
  open = menu
  place(box, anchor)
  if (!keepFocus) at = 0
  mark()
  return menu
}

function place(box, anchor) {
  const home = anchor.closest('.phone, dialog') ?? document.body
  home.append(box)
  const room = home === document.body ? new DOMRect(0, 0, innerWidth, innerHeight)
    : home.getBoundingClientRect()
  const at = anchor.getBoundingClientRect()
  const above = at.top - room.top > room.bottom - at.bottom
  const left = Math.min(at.left - room.left, room.width - box.offsetWidth - 8)
  box.style.left = `${Math.max(8, left)}px`
  if (above) box.style.bottom = `${room.bottom - at.top + 6}px`
  else box.style.top = `${at.bottom - room.top + 6}px`
}
