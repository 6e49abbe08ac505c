/**
 * Rows that are too many to be read at once, in the order of their keys. Each page begins after the last row
 * of the one before, whatever became of that row: nobody who is looked at in vain hides another.
 */

/** Before every identifier. */
export const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000'

/**
 * `pageAfter`: at most `most` rows after this key, in its order; fewer are the last. A row holds its own key
 * under the names that the first one has.
 */
export async function* pageByPage<Key, Row extends Key>(
  first: Key,
  pageAfter: (after: Key, most: number) => Promise<readonly Row[]>,
  most = 100,
): AsyncGenerator<Row> {
  for (let after: Key | undefined = first; after !== undefined;) {
    const page: readonly Row[] = await pageAfter(after, most)
    yield* page
    after = page.length < most ? undefined : page.at(-1)
  }
}
