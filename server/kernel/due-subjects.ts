/** Whom the clock has to look at, page by page, so that nobody who is looked at in vain hides another. */

const PAGE = 100
interface Due {
  readonly subject_id: string
  readonly due: string
}
const FIRST: Due = { subject_id: '00000000-0000-0000-0000-000000000000', due: '-infinity' }

/** `pageAfter`: the next ones in the order of moment and subject, who waits longest first. */
export async function* dueSubjects(
  pageAfter: (after: Due, most: number) => Promise<readonly Due[]>,
): AsyncGenerator<Due> {
  for (let after: Due | undefined = FIRST; after;) {
    const page: readonly Due[] = await pageAfter(after, PAGE)
    yield* page
    after = page.length < PAGE ? undefined : page.at(-1)
  }
}
