// A small history router: paths below a base, plain `<a href>` links, the top of the page and (by
// attention.tsx)
// the focus on the heading after each step (WCAG 2.4.3), back and forward left to the browser.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { nameSite, pageLeft } from './attention.tsx'
import { createStore } from './store.ts'

export type Params = Record<string, string>
export type Place = { readonly path: string; readonly query: URLSearchParams }
export type PageProps = { params: Params; query: URLSearchParams }
export type RouteTable = readonly (readonly [pattern: string, page: ComponentType<PageProps>])[]

let base = ''

const here = (): Place => {
  if (typeof location === 'undefined') {
    return { path: '/', query: new URLSearchParams() }
  }
  const path = location.pathname.slice(base.length).replace(/\/+$/, '')
  return { path: path || '/', query: new URLSearchParams(location.search) }
}
const place = createStore<Place>(here())

/** Full address of a path of this app: `hrefTo('/cards/1')` → `/app/cards/1`. */
export const hrefTo = (path: string): string => base + (path === '/' ? '/' : path)

/** Goes to a path of this app. `replace` leaves no trace in the history. */
export const navigate = (path: string, options: { replace?: boolean } = {}) => {
  history[options.replace ? 'replaceState' : 'pushState'](null, '', hrefTo(path))
  pageLeft()
  place.set(here())
  window.scrollTo(0, 0)
}

const followLink = (event: MouseEvent) => {
  if (
    event.defaultPrevented ||
    event.button ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target || link.hasAttribute('download')) {
    return
  }
  const url = new URL(link.href)
  if (url.origin !== location.origin || !`${url.pathname}/`.startsWith(`${base}/`)) {
    return
  }
  if (url.pathname === location.pathname && url.search === location.search && url.hash) {
    return
  }
  event.preventDefault()
  navigate((url.pathname.slice(base.length) || '/') + url.search + url.hash)
}

/**
 * Call once, before the first render. `base` without a slash at the end, e.g. `/app`; `siteName` ends every
 * document title.
 */
export const startRouter = (options: { base: string; siteName: string }) => {
  base = options.base
  nameSite(options.siteName)
  place.set(here())
  addEventListener('popstate', () => {
    pageLeft()
    place.set(here())
  })
  document.addEventListener('click', followLink)
}

export const usePlace = place.use

/** What each named part of an address looks like; one that is not listed may be anything. */
export type Shapes = Readonly<Record<string, RegExp>>

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/**
 * `matchPath('/cards/:id', '/cards/7')` → `{ id: '7' }`, or null. A last part `*` takes the rest.
 * `cut-short`: it is this page's, and names what cannot be.
 */
const matchPath = (pattern: string, path: string, shapes: Shapes): Params | 'cut-short' | null => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  const params: Params = {}
  let isWhole = true
  for (const [i, part] of wanted.entries()) {
    if (part === '*') {
      return { ...params, rest: given.slice(i).join('/') }
    }
    const value = given[i]
    if (value === undefined || (part.startsWith(':') ? value === '' : part !== value)) {
      return null
    }
    if (part.startsWith(':')) {
      const name = part.slice(1)
      const said = decoded(value)
      isWhole &&= said !== null && (shapes[name]?.test(said) ?? true)
      params[name] = said ?? ''
    }
  }
  return given.length !== wanted.length ? null : isWhole ? params : 'cut-short'
}

/**
 * Draws the first page whose pattern fits. What an address names in a shape that nothing of that name has
 * (`shapes`) is not there: `missing` says so, since nothing on the page could mend it.
 */
export const Routes = ({
  table,
  notFound: NotFound,
  missing: Missing = NotFound,
  shapes = {},
}: {
  table: RouteTable
  notFound: ComponentType<PageProps>
  missing?: ComponentType<PageProps>
  shapes?: Shapes
}) => {
  const { path, query } = usePlace()
  for (const [pattern, Page] of table) {
    const params = matchPath(pattern, path, shapes)
    if (params === 'cut-short') {
      return <Missing key={path} params={{}} query={query} />
    }
    if (params) {
      return <Page key={path} params={params} query={query} />
    }
  }
  return <NotFound params={{}} query={query} />
}

/**
 * A page whose code is fetched when first opened; shows `waiting` meanwhile. The module's page is its
 * `default`.
 */
export const lazyPage = (
  load: () => Promise<{ default: ComponentType<PageProps> }>,
  Waiting?: ComponentType,
): ComponentType<PageProps> => {
  let Page: ComponentType<PageProps> | null = null
  return (props) => {
    const [, redraw] = useState(0)
    const [problem, setProblem] = useState<unknown>(null)
    useEffect(() => {
      if (!Page) {
        load().then((module) => {
          Page = module.default
          redraw((n) => n + 1)
        }, setProblem)
      }
    }, [])
    if (problem) {
      throw problem
    }
    return Page ? <Page {...props} /> : Waiting ? <Waiting /> : null
  }
}
