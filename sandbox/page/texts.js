// The page's own words, in three languages: texts/<language>.json.

export const LANGUAGES = ['kk', 'ru', 'en']
const REMEMBERED = 'sandbox.language'

let words = {}
let language = 'kk'
const speakers = new WeakMap()

export const currentLanguage = () => language

/** The language of the address, else the remembered one, else Kazakh. */
export function firstLanguage() {
  const asked = new URLSearchParams(location.search).get('lang')
  const known = (code) => LANGUAGES.includes(code) && code
  return known(asked) || known(localStorage.getItem(REMEMBERED)) || 'kk'
}

/** Loads the words and says everything on the page anew. */
export async function chooseLanguage(code) {
  const answer = await fetch(new URL(`texts/${code}.json`, import.meta.url))
  words = await answer.json()
  language = code
  localStorage.setItem(REMEMBERED, code)
  document.documentElement.lang = code
  document.title = text('title')
  for (const element of document.querySelectorAll('[data-spoken]')) speakers.get(element)?.()
}

/** The words for a key; {name} is filled in, plural forms are chosen by `n`. */
export function text(key, values = {}) {
  let phrase = words[key] ?? key
  if (typeof phrase === 'object' && !Array.isArray(phrase)) {
    phrase = phrase[new Intl.PluralRules(language).select(values.n)] ?? phrase.other
  }
  if (typeof phrase !== 'string') return phrase
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}

/** Runs `say` now, and again for as long as the element is on the page and the language changes. */
export function speak(element, say) {
  speakers.set(element, say)
  element.dataset.spoken = ''
  say()
}
