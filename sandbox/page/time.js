// Dates as people of each language write them. Month names are our own: browsers without Kazakh
// data would show them in another language.

import { text } from './texts.js'

const two = (number) => String(number).padStart(2, '0')

export const clockTime = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`

export const dayKey = (date) => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`

/** "5 наурыз", with the year where it is not `now`'s. */
export function dayName(date, now) {
  const values = {
    day: date.getDate(), month: text('months')[date.getMonth()], year: date.getFullYear(),
  }
  return text(date.getFullYear() === now.getFullYear() ? 'day' : 'day.year', values)
}

/** "дс, 5 наурыз 2026, 14:05": what the clock bar shows. */
export function fullTime(date) {
  const values = {
    day: date.getDate(), month: text('months')[date.getMonth()], year: date.getFullYear(),
    weekday: text('weekdays')[date.getDay()],
  }
  return `${text('day.full', values)}, ${clockTime(date)}`
}

/** The value of <input type="datetime-local"> for a date. */
export const inputValue = (date) =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${clockTime(date)}`

export const duration = (seconds) =>
  Number.isFinite(seconds) ? `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))}` : '0:00'
