// What a tapped link or URL button does: a deep link asks who follows it, any other address is
// opened in a new tab after showing it.

import { choosePerson, openAddress } from './choosers.js'

/** {bot, payload} of a t.me or tg:// link to a bot's start, else null. */
export function deepLink(address) {
  let url
  try { url = new URL(address) } catch { return null }
  if (url.protocol === 'tg:' && url.hostname === 'resolve') {
    const bot = url.searchParams.get('domain')
    return bot ? { bot, payload: url.searchParams.get('start') ?? '' } : null
  }
  if (!['t.me', 'telegram.me', 'telegram.dog'].includes(url.hostname)) return null
  const [, bot, ...rest] = url.pathname.split('/')
  if (bot === 'share') return deepLink(url.searchParams.get('url') ?? '')
  if (!bot || rest.some(Boolean)) return null
  return { bot, payload: url.searchParams.get('start') ?? '' }
}

/** Follows a link tapped on `phone`; a deep link's start is pressed by whoever is chosen. */
export async function follow(address, phone, desk) {
  const deep = deepLink(address)
  if (deep?.bot.toLowerCase() !== desk.bot.username.toLowerCase()) {
    openAddress(address)
    return
  }
  const chosen = await choosePerson(desk.people, {
    title: 'open_as.title', hint: 'open_as.hint', first: phone.id, address,
  })
  if (chosen !== null) await desk.open(chosen).start(deep.payload)
}
