// News from the server, over one connection for the whole page. After every interruption
// everything is asked for anew by revision, so nothing that happened meanwhile is missed.

const RETRY_MS = 1500

/** Calls `news(event)` for each event, `renew()` on every connection, `state(connected)`. */
export function listen({ news, renew, state }) {
  let source
  let retry
  const connect = () => {
    clearTimeout(retry)
    source = new EventSource('/events')
    source.onopen = () => { state(true); renew() }
    source.onmessage = (event) => news(JSON.parse(event.data))
    source.onerror = () => {
      state(false)
      source.close()
      clearTimeout(retry)
      retry = setTimeout(connect, RETRY_MS)
    }
  }
  connect()
  window.addEventListener('online', connect)
  document.addEventListener('visibilitychange', () => { if (!document.hidden) renew() })
}
