// The demo world's own door (`/world/…`): who plays, what has really happened, which letters went out, what
// time it is there.
// It exists only where the server runs with `SEN_WORLD=on`.
import { setClock } from '../../web/ui/clock.ts'
import { inLanguage } from '../../web/ui/phrases.ts'

export type Words = string | { readonly vi: string; readonly en: string }
export type CastMember = {
  id: string
  name: string
  role: string
  about: Words
  personal_number: string
  phone: string | null
  email: string | null
  birth_date?: string
  portrait_url: string
  card_qr: string | null
  passcode?: string | null
}
export type TourStep = {
  id: string
  title: Words
  hint: Words
  done: boolean
  done_at: string | null
  href: string
  frame: 'phone' | 'portal' | 'counter' | 'self'
  member?: string
}
export type OutboxLetter = {
  id: string
  channel: string
  to: string
  subject?: string | null
  text: string
  code: string | null
  sent_at: string
  state: string
}
export type WorldClock = { now: string; ahead_s: number }
export type Places = { portal: string | null; app: string; counter: string; docs: string; api: string }

export const said = (words: Words): string => (typeof words === 'string' ? words : inLanguage(words))

/** `0912345217` or `+84912345217` → `0912 345 217`; anything else as it is. */
export const groupPhone = (phone: string): string =>
  phone.replace(/^\+84/, '0').replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')

const request = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
  const response = await fetch(`/world/${path}`, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  })
  if (!response.ok) {
    throw new Error(`/world/${path} answered ${response.status}`)
  }
  return response.status === 204 ? JSON.parse('{}') : response.json()
}

export const askWorld = <T>(path: string): Promise<T> => request<T>(path)
export const tellWorld = <T>(path: string, body: Record<string, unknown>): Promise<T> =>
  request<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Lets the page's clock run as far ahead as the world's. */
export const followClock = ({ now }: WorldClock) => {
  const ahead_ms = Date.parse(now) - Date.now()
  setClock(() => Date.now() + ahead_ms)
}
