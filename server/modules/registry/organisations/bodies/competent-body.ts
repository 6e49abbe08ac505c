/**
 * The bodies whose requests and decisions officers act on: courts, investigators, people's committees. The
 * operator keeps their list. Where there is one, a name that is not on it is refused, and the one on it is
 * what is written down: no body has two names. Without a list names count as they are typed.
 */
import { ListBodies } from '../../../../../contract/counter.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { now } from '../../../../kernel/clock.ts'
import { pageByPage } from '../../../../kernel/page-by-page.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { officerAtWork } from '../officer-at-work.ts'
import { bodyNamed, bodySought } from './body-name.ts'
import * as store from './body-store.ts'

/** As the list writes it. Throws `evidence.body-unlisted`. */
export const listedBody = async (read: Reading, name: string): Promise<string> => {
  const listed = await store.bodyOf(read, bodyNamed(name))
  if (!listed && (await store.hasBodies(read))) {
    throw problem('evidence.body-unlisted')
  }
  return listed?.name ?? name
}

/** Adding a name again writes it anew, and brings back one that was ended. */
export const addBody = (work: Work, name: string): Promise<number> =>
  store.saveBody(work, { key: bodyNamed(name), name, at: now() })

/** Whether one of this name stood until now. */
export const endBody = (work: Work, name: string): Promise<boolean> =>
  store.endBody(work, bodyNamed(name), now())

const LISTED_AT_ONCE = 500
export const eachBody = async function* (read: Reading): AsyncGenerator<string> {
  const rows = pageByPage(
    { name_key: '' },
    ({ name_key: after }, most) => store.bodiesAfter(read, after, most),
    LISTED_AT_ONCE,
  )
  for await (const { name } of rows) {
    yield name
  }
}

const OFFERED_MOST = 20
export const listBodies = useCase({
  contract: ListBodies,
  permit: officerAtWork,
  act: async (work, { text }) => ({
    names: (await store.bodiesLike(work, bodySought(text), OFFERED_MOST)).map(({ name }) => name),
  }),
  audit: none('names of public bodies, about nobody'),
})
