// What a link or a code of a party says: the parameters of OpenID4VP 1.0 §5.7 and §5.10, or the place at
// which a printed code stands.
import type { ToOpen } from './opening.tsx'

/** The code at the desk of a place of stay (web/apps/stays/desk-code.tsx). */
const STAYS = /^\/app\/stays\/at\/([a-z][a-z0-9-]{2,40})$/
const PRINTED = /^\/app\/share\/at\/([a-z][a-z0-9-]{2,40})\/([A-Za-z0-9_-]{1,64})$/

/** Null where it asks for nothing. */
export const linkIn = (query: URLSearchParams): ToOpen | null => {
  const clientId = query.get('client_id')
  const requestUri = query.get('request_uri')
  return clientId !== null && requestUri !== null && URL.canParse(requestUri)
    ? {
        from: 'link',
        clientId,
        requestUri,
        method: query.get('request_uri_method')?.toLowerCase() === 'post' ? 'post' : 'get',
      }
    : null
}

/** A link that lost something on its way: she is told so, and not left with her list. */
export const isHalfLink = (query: URLSearchParams): boolean =>
  linkIn(query) === null && (query.has('client_id') || query.has('request_uri'))

/** The path of this app that a scanned text opens; null for a text of another kind. */
export const wayOfCode = (text: string, origin: string): string | null => {
  const url = URL.parse(text.trim())
  if (!url) {
    return null
  }
  if (url.protocol === 'openid4vp:' || url.protocol === 'haip-vp:') {
    return linkIn(url.searchParams) ? `/share?${url.searchParams}` : null
  }
  if (url.origin !== origin) {
    return null
  }
  const [, stay] = STAYS.exec(url.pathname) ?? []
  if (stay !== undefined) {
    return `/stays/at/${stay}`
  }
  const [, party, place] = PRINTED.exec(url.pathname) ?? []
  if (party !== undefined && place !== undefined) {
    return `/share/at/${party}/${place}`
  }
  return url.pathname === '/app/share' && linkIn(url.searchParams) ? `/share?${url.searchParams}` : null
}
