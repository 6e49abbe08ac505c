/** The parties of the demo world as their customers meet them: by their pages, without a browser. */
import type { OpenSen } from './open-sen.ts'

export interface WorldPartyAt {
  readonly id: string
  /** Ends in a slash. */
  readonly url: string
  /** What stands in its printed codes, by path. */
  readonly codes: readonly { readonly href: string }[]
  has(fault: 'none' | 'hangs' | 'fault' | 'asks-too-much'): Promise<void>
}

export const partyAt = async (sen: OpenSen, id: string): Promise<WorldPartyAt> => {
  const all = (await (await fetch(`${sen.url}/world/parties`)).json()) as Omit<WorldPartyAt, 'has'>[]
  const found = all.find((one) => one.id === id)
  if (!found) {
    throw new Error(`${id} is no party of this world`)
  }
  return {
    ...found,
    async has(fault) {
      await sen.post(`/world/parties/${id}`, { is: 'fault', fault })
    },
  }
}

export interface Customer {
  /** The path of the link that opens her app. */
  readonly link: string
  /** Her page at the party, as it stands now. */
  page(): Promise<string>
}

/** She begins at the bank's page. */
export const openAccountAt = async ({ url }: WorldPartyAt): Promise<Customer> => {
  const opened = await fetch(`${url}open`, { method: 'POST', redirect: 'manual' })
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const place = new URL(opened.headers.get('location') ?? '', url)
  const page = async () => (await fetch(place, { headers: { cookie } })).text()
  const [, href = ''] = /href="([^"]*\/app\/share\?[^"]*)"/.exec(await page()) ?? []
  const link = new URL(href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'))
  return { link: link.pathname + link.search, page }
}

/** What a page of a party shows of people, by the names of the claims. */
export const shownOn = (html: string): readonly string[] =>
  [...html.matchAll(/data-claim="(\w+)"/g)].map(([, name = '']) => name)

/** Asked again until the page says so: what she agreed to goes out beside the deed. */
export const saysSoon = async (read: () => Promise<string>, text: RegExp): Promise<string> => {
  for (let tries = 0; tries < 100; tries++) {
    const html = await read()
    if (text.test(html)) {
      return html
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the party's page never said ${text}`)
}
