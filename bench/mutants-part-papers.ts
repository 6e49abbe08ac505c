/**
 * Changes to papers that others check and to notices of stay by hosts and guests. As in
 * `mutants-part-list.ts`.
 */
import { changesOf, type Mutant } from './mutants-part-list.ts'

const DOSSIERS = 'server/modules/services/dossiers'
const STAYS = 'server/modules/services/stays'
const CHECK = `${DOSSIERS}/check-paper.test.ts`
const HOMES = `${STAYS}/homes.test.ts`
const SELF = `${STAYS}/self-stays.test.ts`

export const MUTANTS_OF_PAPERS: readonly Mutant[] = [
  ...changesOf(
    `${DOSSIERS}/check-paper.ts`,
    [CHECK],
    [
      ['paper.ended_at !== null ||', 'false ||'],
      ['(shown && (await listsOthers(read, tools, shown, now)))', 'false'],
      ['paper.valid_until < dayInVietnam(now)', 'paper.valid_until <= dayInVietnam(now)'],
      ["says: state === 'holds' ? [...(shown?.says ?? [])] : [],", 'says: [...(shown?.says ?? [])],'],
      [
        "fields: (result?.state === 'holds' ? shownBy[paper.kind] : undefined) ?? ['dossier'],",
        "fields: ['dossier'],",
      ],
      ['isForHerselfOnly: paper.kind === FOR_HERSELF,', 'isForHerselfOnly: false,'],
      ['const CHECKS_PER_HOUR = 120', 'const CHECKS_PER_HOUR = 1200'],
    ],
  ),
  ...changesOf(
    `${DOSSIERS}/dossier-store.ts`,
    [CHECK],
    [
      ['and kind = $2 and ended_at is null and issued_at < $3`', 'and kind = $2 and issued_at < $3`'],
      ['update issued_paper set ended_at = coalesce(ended_at, $4)', 'update issued_paper set ended_at = $4'],
      ['where subject_id = $1 and case_id = $2 and kind = $3`', 'where subject_id = $1 and case_id = $2`'],
    ],
  ),
  ...changesOf(
    `${DOSSIERS}/timeline.ts`,
    [`${DOSSIERS}/timeline.test.ts`],
    [
      ['(end.length === 0 || lastOf(seen.history, doneBy[step.stage]) !== null)', 'true'],
      ["by: state === 'paused' ? office : words.you,", 'by: words.you,'],
      ['  hasObjected\n    ? ', '  false\n    ? '],
      ["state === 'put-forward' && !has", "state === 'put-forward'"],
    ],
  ),
  ...changesOf(
    `${STAYS}/homes.ts`,
    [HOMES],
    [
      ['    if (host.level < 2) {\n', '    if (false) {\n'],
      ["  kind === 'household' && address !== residence\n", '  false\n'],
      ['.length >= most) {', '.length > most) {'],
      [
        'const id = idOfHome(tools, actor.subjectId, `${kind} ${address}`)',
        "const id = idOfHome(tools, '', `${kind} ${address}`)",
      ],
    ],
  ),
  ...changesOf(
    `${STAYS}/home-stays.ts`,
    [HOMES],
    [
      ['    if (await hasLeft(work, tools, actor.subjectId, found.place)) {\n', '    if (false) {\n'],
      ['          ...found.told.map((subjectId) => lineFor(subjectId, saidOf(found.place))),\n', ''],
      ['lineFor(subjectId, saidOf(found.place))', 'lineFor(subjectId, found.place.name)'],
    ],
  ),
  ...changesOf(
    `${STAYS}/own-stays.ts`,
    [HOMES],
    [
      ['place: isNamed ? place.name : null,', 'place: place.name,'],
      ['address: isNamed ? place.address : null,', 'address: place.address,'],
    ],
  ),
  ...changesOf(
    `${STAYS}/self-stays.ts`,
    [SELF],
    [
      ['if (row?.subject_id !== actor.subjectId || row.way', 'if (row?.way'],
      ["|| row.way !== 'self') {", ') {'],
      ["way: 'self' }, now)", "way: 'typed' }, now)"],
      ['    result?.isNew\n', '    result\n'],
    ],
  ),
]
