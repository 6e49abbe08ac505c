// Her whole log as one file, for whoever is to believe it without asking us: tools/verify-audit.py --own
// (docs/guides/own-log.md).
import type { ExportOwnLog } from '../../../contract/transparency-log.ts'
import type { InputOf, OutputOf } from '../../../contract/operation.ts'
import { readCheckpoint } from '../../../formats/transparency-log/checkpoint.ts'
import type { PublicLog } from './public-log.ts'
import type { GrowthReader } from './seen-log.ts'

type Page = OutputOf<typeof ExportOwnLog>

export type OwnLogFile = {
  readonly form: 'sen-own-log-1'
  readonly key: string
  readonly witnesses: readonly string[]
  /** The checkpoint under which every line is proven; null before there is one. */
  readonly note: string | null
  /** What the witnesses have cosigned, and the proof that `note` goes on from it. */
  readonly cosigned: { readonly note: string; readonly hashes: readonly string[] } | null
  readonly lines: Page['lines']
}

const sizeOf = (note: string | null): number | null => {
  const read = note === null ? null : readCheckpoint(note)
  return read?.ok ? read.value.size : null
}

/** All pages under the checkpoint of the first one. Throws Problem. */
export const ownLogFile = async (
  readPage: (input: InputOf<typeof ExportOwnLog>) => Promise<Page>,
  { key, witnesses, cosigned }: PublicLog,
  readGrowth: GrowthReader,
): Promise<OwnLogFile> => {
  const first = await readPage({})
  const lines = [...first.lines]
  const size = first.size === null ? {} : { size: first.size }
  for (let next = first.next; next !== null;) {
    const page = await readPage({ cursor: next, ...size })
    lines.push(...page.lines)
    next = page.next
  }
  const [from, to] = [sizeOf(cosigned), sizeOf(first.note)]
  const isBefore = from !== null && to !== null && from <= to
  const hashes = isBefore ? await readGrowth(from, to) : null
  return {
    form: 'sen-own-log-1',
    key,
    witnesses,
    note: first.note,
    cosigned: cosigned !== null && hashes !== null ? { note: cosigned, hashes } : null,
    lines,
  }
}
