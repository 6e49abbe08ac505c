// The one place that moves the focus, names the document and speaks to a screen reader, at every change of a
// page, a step and a dialog. Nothing else of the web calls `focus()` or `showModal()`, writes the document's
// title, or has a live region of its own (a law of tools/tidy).
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { phrases } from './phrases.ts'

const t = phrases({ error: { vi: 'Lỗi', en: 'Error' } })

// ── Moving the focus ─────────────────────────────────────────────────────────────────────────────

let lastOwn: Element | null = null

/**
 * A page inside a frame waits until the person herself has gone into the frame: it takes the focus from
 * nobody.
 */
const isGuest = (): boolean => window.parent !== window && !document.hasFocus()

export const focusOn = (element: Element | null | undefined): void => {
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || isGuest()) {
    return
  }
  if (/^H[1-6]$/.test(element.tagName)) {
    element.tabIndex = -1
  }
  lastOwn = element
  element.focus({ preventScroll: element.tagName === 'H1' })
}

export const focusField = (id: string): void => focusOn(document.getElementById(id))

/** The element takes the focus when it appears, and again whenever `key` changes. */
export const useFocusAt = <E extends HTMLElement>(key: unknown): RefObject<E | null> => {
  const element = useRef<E>(null)
  useEffect(() => focusOn(element.current), [key])
  return element
}

const SEEK_MS = 10_000

/** Nobody wants the focus taken from where she has just put it herself. */
const hasMovedOn = (from: Element | null): boolean => {
  const at = document.activeElement
  return at !== null && at !== document.body && at !== from && at !== lastOwn
}

/**
 * Looks for a heading now and at every change of the page: a page's code or data may come late, and a first
 * drawing may give way to another, which takes the heading that has the focus out of the page.
 */
const seek = (find: () => Element | null, from: Element | null, done: () => void): (() => void) => {
  let given: Element | null = null
  const look = () => {
    if (given?.isConnected) {
      return
    }
    if (hasMovedOn(from)) {
      stop()
      done()
      return
    }
    given = find()
    if (given) {
      focusOn(given)
    }
  }
  const watch = new MutationObserver(look)
  const limit = setTimeout(() => {
    stop()
    done()
  }, SEEK_MS)
  const stop = () => {
    watch.disconnect()
    clearTimeout(limit)
  }
  watch.observe(document.body, { childList: true, subtree: true })
  look()
  return stop
}

// ── Pages ────────────────────────────────────────────────────────────────────────────────────────

let site = 'Sen'
let title = ''
let hasShownPage = false
let leaving: { from: Element | null; isArrived: boolean } | null = null
let faults = 0

/** What ends every document title. */
export const nameSite = (name: string): void => {
  site = name
}

/** The person goes to another page: its heading takes the focus once it is there. */
export const pageLeft = (): void => {
  // A redirect before anything was shown is no step of hers.
  if (hasShownPage) {
    leaving = { from: document.activeElement, isArrived: false }
  }
}

const writeTitle = (): void => {
  const own = title ? `${title} · ${site}` : site
  document.title = faults > 0 ? `${t('error')}: ${own}` : own
}

/**
 * Names the document after the page. Without a name the page is still on its way, and its heading is not
 * meant.
 */
export const usePage = (name: string): void =>
  useEffect(() => {
    title = name
    writeTitle()
    if (!name) {
      return
    }
    hasShownPage = true
    const arriving = leaving
    if (arriving) {
      const heading = () => {
        const found = document.querySelector('h1')
        arriving.isArrived ||= found !== null
        return found
      }
      return seek(heading, arriving.from, () => {
        leaving = leaving === arriving ? null : leaving
      })
    }
  }, [name])

const openDialog = (): Element | undefined => [...document.querySelectorAll('dialog[open]')].at(-1)

/**
 * An open dialog's; else the first within what is marked `data-step`; else the first of the page's content.
 */
const stepHeading = (): Element | null =>
  openDialog()?.querySelector('h2') ??
  document.querySelector('[data-step] :is(h1, h2, h3)') ??
  document.querySelector('main :is(h1, h2), h1')

/**
 * Stands in what stays while its steps change: with another `key` the step's heading takes the focus, not
 * when
 * the page is first drawn. Null: no step yet.
 */
export const useStep = (key: string | number | null): void => {
  const before = useRef(key)
  useEffect(() => {
    const isFirst = before.current === null
    if (before.current === key) {
      return
    }
    before.current = key
    if (isFirst || key === null || document.activeElement?.matches('[autofocus]')) {
      return
    }
    return seek(stepHeading, document.activeElement, () => undefined)
  }, [key])
}

// ── Dialogs ──────────────────────────────────────────────────────────────────────────────────────

/** Back to what opened the dialog; when that is gone, to the heading. */
const giveBack = (opener: Element | null): void => {
  setTimeout(() => {
    const at = document.activeElement
    if ((at === null || at === document.body) && leaving?.isArrived !== false) {
      focusOn(opener?.isConnected && opener !== document.body ? opener : stepHeading())
    }
  }, 0)
}

/**
 * The browser's own modal dialog. What `focusAt` selects takes the focus, else a field with `autofocus`, else
 * the
 * dialog's heading.
 */
export const useModal = (
  dialog: RefObject<HTMLDialogElement | null>,
  isOpen: boolean,
  focusAt?: string,
): void =>
  useLayoutEffect(() => {
    const modal = dialog.current
    if (!modal || !isOpen) {
      return
    }
    const opener = document.activeElement
    modal.showModal()
    const wanted = focusAt === undefined ? null : modal.querySelector(focusAt)
    focusOn(wanted ?? modal.querySelector('[autofocus]') ?? modal.querySelector('h2'))
    return () => {
      modal.close()
      giveBack(opener)
    }
  }, [isOpen])

// ── Speaking ─────────────────────────────────────────────────────────────────────────────────────

type Manner = 'polite' | 'assertive'
const waiting = new Map<Manner, string[]>()
const regions = new Map<Manner, HTMLElement>()

const regionOf = (manner: Manner): HTMLElement => {
  const standing = regions.get(manner)
  if (standing) {
    return standing
  }
  const region = document.createElement('div')
  region.className = 'unseen'
  region.dataset['announcer'] = manner
  region.setAttribute('aria-live', manner)
  region.setAttribute('aria-atomic', 'true')
  regions.set(manner, region)
  return region
}

/**
 * Says it once, by the document's one region of this manner. What is said in the same moment is said
 * together.
 */
export const announce = (sentence: string, manner: Manner = 'polite'): void => {
  const others = waiting.get(manner)
  if (others) {
    others.push(sentence)
    return
  }
  waiting.set(manner, [sentence])
  const region = regionOf(manner)
  // What is outside of an open dialog is not read out.
  const place = openDialog() ?? document.body
  if (region.parentElement !== place) {
    place.append(region)
  }
  region.textContent = ''
  setTimeout(() => {
    region.textContent = (waiting.get(manner) ?? []).join(' ')
    waiting.delete(manner)
  }, 80)
}

/** Words in the page that change by themselves and are read out when they do. */
export const Status = ({
  as: Tag = 'p',
  class: name,
  children,
}: {
  as?: 'p' | 'div' | 'span' | 'section'
  class?: string
  children?: ComponentChildren
}) => (
  <Tag class={name} role="status">
    {children}
  </Tag>
)

/** While something is to be put right the document's title says so. */
export const useErrorTitle = (isShown: boolean): void =>
  useEffect(() => {
    if (!isShown) {
      return
    }
    faults++
    writeTitle()
    return () => {
      faults--
      writeTitle()
    }
  }, [isShown])

/** A field's fault is read out when it appears, unless a summary of all of them has taken the focus. */
export const useFault = (label: string | undefined, sentence: string | undefined): void => {
  useErrorTitle(sentence !== undefined)
  useEffect(() => {
    if (sentence === undefined) {
      return
    }
    const timer = setTimeout(() => {
      if (!document.activeElement?.closest('.error-summary')) {
        announce(`${t('error')}: ${[label, sentence].filter(Boolean).join('. ')}`, 'assertive')
      }
    }, 20)
    return () => clearTimeout(timer)
  }, [sentence])
}
