/**
 * Whether a paper that somebody holds in hand is genuine and still holds, by the code that is printed on
 * it or by its file; and what it says, so that a genuine code on an altered paper helps nobody. Whoever asks
 * has the paper, which says more. The person reads of it in her log.
 */
import { createHash } from 'node:crypto'
import type { OutputOf } from '../../../../contract/operation.ts'
import { CheckPaper, CheckPaperFile, paperLine, type DossierState } from '../../../../contract/dossiers.ts'
import { z } from 'zod'
import type { LineOf } from '../../../kernel/audit-line.ts'
import { mustBeInside } from '../../../kernel/limit.ts'
import { anyone } from '../../../kernel/permit.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type Limit, type RequestContext } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { findCase } from '../../cases/casework/case-access.ts'
import { attachmentOf } from '../../cases/casework/case-file.ts'
import type { CaseRow } from '../../cases/casework/case-row.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { membersOfHousehold } from '../../registry/population/residence/find-residence.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { dossierKind } from './dossier-case.ts'
import type { DossierFacts } from './dossier-facts.ts'
import * as store from './dossier-store.ts'
import { checksOfPaperPerDay } from './rules.ts'

export const digestOfCode = (code: string): Buffer => createHash('sha256').update(code).digest()
export const digestOfFile = (pdf: Uint8Array): Buffer => createHash('sha256').update(pdf).digest()

/** Sealed beside the paper when it is handed out. `listed`: whom it names as living there; null: nobody. */
const shownOfPaper = z.object({
  says: z.array(z.object({ what: paperLine, value: z.string() })),
  personalNumber: z.string(),
  listed: z.array(z.string()).nullable(),
})
export type ShownOfPaper = z.infer<typeof shownOfPaper>
/** Certificate no. 2: nobody may ask her for it, so that a check tells no more than that it is genuine. */
const FOR_HERSELF = 'criminal-record-2'
export const shownName = (kind: string): string => `shown.${kind}`

/** Tries of one network in an hour; a code of 95 bits is not found by trying. */
const CHECKS_PER_HOUR = 120
const HOUR_S = 3600
const DAY_S = 24 * HOUR_S
const limitsOf = (_: unknown, { network }: RequestContext): readonly Limit[] => [
  { scope: 'dossiers.check', key: network, most: CHECKS_PER_HOUR, per_s: HOUR_S },
]

interface Found {
  readonly paper: store.IssuedPaper
  readonly row: CaseRow<DossierState, DossierFacts>
  readonly shown: ShownOfPaper | null
}

const found = async (read: Reading, tools: Tools, paper: store.IssuedPaper | undefined): Promise<Found> => {
  const row =
    paper && (await findCase<DossierState, DossierFacts>(read, dossierKind, paper.subject_id, paper.case_id))
  if (!paper || !row) {
    throw problem('services.paper-unknown')
  }
  const bytes = await attachmentOf(read, tools, row, shownName(paper.kind))
  return { paper, row, shown: bytes && shownOfPaper.parse(JSON.parse(bytes.toString('utf8'))) }
}

/** Somebody came to the household or left it: the paper would list others by now. */
const listsOthers = async (read: Reading, tools: Tools, shown: ShownOfPaper, at: Date): Promise<boolean> => {
  const { listed, personalNumber } = shown
  if (listed === null) {
    return false
  }
  const person = await findPerson(read, tools, personalNumber)
  const number = person?.householdNumber ?? null
  const { members } = number === null ? { members: [] } : await membersOfHousehold(read, number, at)
  return (
    members
      .map((one) => one.personalNumber)
      .toSorted()
      .join() !== listed.toSorted().join()
  )
}

type Checked = OutputOf<typeof CheckPaper>
const stateOf = async (
  read: Reading,
  tools: Tools,
  { paper, shown }: Found,
  now: Date,
): Promise<Checked['state']> =>
  paper.ended_at !== null || (shown && (await listsOthers(read, tools, shown, now)))
    ? 'ended'
    : paper.valid_until !== null && paper.valid_until < dayInVietnam(now)
      ? 'run-out'
      : 'holds'

/**
 * Whoever has kept a code could ask every hour whether its person has moved or who has come to her household.
 * Counted after the paper was found: its code is the proof.
 */
const mustBeFewChecks = (work: Work, tools: Tools, { paper }: Found, now: Date): Promise<void> =>
  mustBeInside(work, tools.digests, {
    scope: 'dossiers.paper-checks',
    key: paper.digest.toString('hex'),
    most: inForce(checksOfPaperPerDay, now),
    per_s: DAY_S,
  })

const answer = async (work: Work, tools: Tools, one: Found, now: Date): Promise<Checked> => {
  await mustBeFewChecks(work, tools, one, now)
  const { paper, row, shown } = one
  const { result } = await procedureOf(work, row.facts.procedure, row.facts.version)
  const state = await stateOf(work, tools, one, now)
  return {
    title: result.words,
    reference: row.reference,
    office: await officeName(work, row.office_id),
    issuedAt: paper.issued_at.toISOString(),
    validUntil: paper.valid_until,
    state,
    isForHerselfOnly: paper.kind === FOR_HERSELF,
    endedAt: paper.ended_at?.toISOString() ?? null,
    says: state === 'holds' ? [...(shown?.says ?? [])] : [],
  }
}

type Line = LineOf<'dossier-paper-checked'>
/** What whoever checks a paper is shown of her, by the kind of the paper. */
const shownBy: Readonly<Record<string, Line['fields']>> = {
  ct07: ['dossier', 'fullName', 'birthDate', 'personalNumber', 'residence', 'household'],
  'criminal-record-1': ['dossier', 'fullName', 'birthDate', 'personalNumber', 'judgments'],
}
const lineOf = ({ paper, row }: Found, result: Checked | null): Line => ({
  about: paper.subject_id,
  purpose: 'dossier-paper-checked',
  fields: (result?.state === 'holds' ? shownBy[paper.kind] : undefined) ?? ['dossier'],
  detail: { reference: row.reference },
})

export const checkPaper = useCase({
  contract: CheckPaper,
  limits: limitsOf,
  find: async (work, { paperCode }, _, tools) =>
    found(work, tools, await store.paperOf(work, digestOfCode(paperCode))),
  permit: anyone, // whoever is shown a paper has no account here; its code is the proof
  isNeverReplayed: true,
  act: (work, _, { found: one, tools, now }) => answer(work, tools, one, now),
  audit: ({ found: one, result }) => lineOf(one, result),
})

export const checkPaperFile = useCase({
  contract: CheckPaperFile,
  limits: limitsOf,
  find: async (work, { sha256 }, _, tools) =>
    found(work, tools, await store.paperOfFile(work, Buffer.from(sha256, 'hex'))),
  permit: anyone, // whoever has the file has all that it says
  isNeverReplayed: true,
  act: (work, _, { found: one, tools, now }) => answer(work, tools, one, now),
  audit: ({ found: one, result }) => lineOf(one, result),
})
