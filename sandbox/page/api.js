// The sandbox's own API (see ../README.md), one function for each thing a person can do.

/** The server's refusal: `message` is its own description. */
export class Refused extends Error {}

async function call(method, path, body) {
  const options = { method }
  if (body instanceof FormData) options.body = body
  else if (body !== undefined) {
    options.body = JSON.stringify(body)
    options.headers = { 'Content-Type': 'application/json' }
  }
  const answer = await fetch(path, options)
  const said = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Refused(said.error ?? `${answer.status}`)
  return said
}

const get = (path) => call('GET', path)
const post = (path, body = {}) => call('POST', path, body)

export const bot = (language) => get(`/bot?language_code=${language}`)
export const people = () => get('/people')
export const newPerson = (person) => post('/people', person)
export const messages = (id, after) => get(`/people/${id}/messages?after=${after}`)
export const commands = (id) => get(`/people/${id}/commands`)
export const send = (id, message) => post(`/people/${id}/messages`, message)
export const edit = (id, messageId, text) =>
  post(`/people/${id}/edits`, { message_id: messageId, text })
export const tap = (id, messageId, data) =>
  post(`/people/${id}/taps`, { message_id: messageId, data })
export const vote = (id, messageId, options) =>
  post(`/people/${id}/votes`, { message_id: messageId, options })
export const press = (id, text) => post(`/people/${id}/taps`, { text })
export const shareContact = (id) => post(`/people/${id}/contact`)
export const start = (id, payload) => post(`/people/${id}/start`, payload ? { payload } : {})
export const block = (id, blocked) => post(`/people/${id}/blocked`, { blocked })
export const goOnline = (id, online) => post(`/people/${id}/online`, { online })
export const read = (id) => post(`/people/${id}/read`)
export const clock = () => get('/clock')
export const moveClock = (change) => post('/clock', change)
export const calls = (after) => get(`/calls?after=${after}`)
export const jobs = (language) => get(`/jobs?language=${language}`)
export const runJob = (id) => post(`/jobs/${encodeURIComponent(id)}/run`)
