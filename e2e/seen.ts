/** What a page shows, apart from what it says aloud. */
import type { Locator, Page } from 'playwright-core'

const taught = new WeakSet<object>()

/**
 * Each error is also said by the announcer (web/ui/attention.tsx): the same words once more in the document,
 * a moment later, in the open dialog if there is one. `getByText` then finds two and refuses to choose, but
 * only where the machine is slow enough. So in every story it means what the eye reads; what the ear hears
 * is asked by `[data-announcer]`.
 */
export const textMeansSeen = (page: Page): void => {
  teach(prototypeOf(page), (one: Page) => one)
  teach(prototypeOf(page.locator('html')), (one: Locator) => one.page())
}

const prototypeOf = <T extends object>(one: T): T => Object.getPrototypeOf(one) as T

const teach = <T extends Pick<Page, 'getByText'>>(prototype: T, pageOf: (one: T) => Page): void => {
  if (taught.has(prototype)) {
    return
  }
  taught.add(prototype)
  const every = Object.getOwnPropertyDescriptor(prototype, 'getByText')?.value as Page['getByText']
  prototype.getByText = function seen(this: T, ...asked) {
    return every.apply(this, asked).and(pageOf(this).locator(':not([data-announcer])'))
  }
}
