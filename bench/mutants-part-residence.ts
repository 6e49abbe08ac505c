/** Changes to the rules of residence and households in the register. As in `mutants-part-list.ts`. */
import { changesOf, type Mutant } from './mutants-part-list.ts'

const RESIDENCE = 'server/modules/registry/population/residence'
const PERMANENT = `${RESIDENCE}/permanent.test.ts`
const HOUSEHOLD = `${RESIDENCE}/household.test.ts`
const TEMPORARY = `${RESIDENCE}/temporary.test.ts`
const AT_ONCE = `${RESIDENCE}/at-once.test.ts`
const MOVES = 'server/modules/documents/credentials/issuing/residence-moves.test.ts'

export const MUTANTS_OF_RESIDENCE: readonly Mutant[] = [
  ...changesOf(
    `${RESIDENCE}/household.ts`,
    [PERMANENT, HOUSEHOLD],
    [
      ['if (!head || heads.length > 1) {', 'if (!head) {'],
      ['if (!isCapable(head) && members.some(isCapable)) {', 'if (false) {'],
      ["if (!isHeaded && rest.some(({ lifeStatus }) => lifeStatus === 'alive')) {", 'if (false) {'],
      ['if (isHeaded) {', 'if (false) {'],
      ['  mustNameAll(named, rest)\n', ''],
    ],
  ),
  ...changesOf(
    `${RESIDENCE}/carry-out.ts`,
    [PERMANENT, AT_ONCE],
    [
      ['if (resident.version !== version) {', 'if (false) {'],
      ['if (!digest.equals(done.content_digest)) {', 'if (false) {'],
      ['    await store.keepBefore(work, changed, source, at)\n', ''],
      ['if (around.every((number) => held.includes(number))) {', 'if (rows.length > 0) {'],
    ],
  ),
  ...changesOf(
    `${RESIDENCE}/residence.ts`,
    [PERMANENT, TEMPORARY],
    [
      ['until !== null && until < day', 'until !== null && until <= day'],
      ["  lifeStatus === 'alive' &&\n  !hasRepresentative &&\n", "  lifeStatus === 'alive' &&\n"],
      ['until < addDays(from, days - 1)', 'until < addDays(from, days)'],
      ['return isDay(same) ? same : `${year}-02-28`', 'return isDay(same) ? same : `${year}-03-01`'],
      ['if (day > dayInVietnam(at)) {', 'if (false) {'],
    ],
  ),
  ...changesOf(
    `${RESIDENCE}/register-permanent.ts`,
    [PERMANENT],
    [
      ['...(isTemporaryHere ? noTemporary : {}),', ''],
      ['        ...noAbsence,\n', ''],
      ["  if (movers.some(({ relation }) => relation === 'head')) {", '  if (false) {'],
    ],
  ),
  ...changesOf(
    `${RESIDENCE}/register-temporary.ts`,
    [TEMPORARY],
    [
      ['if (isSameCommune(entry.permanent_unit, to.unit)) {', 'if (false) {'],
      ['if (until > yearsLater(from, years)) {', 'if (until >= yearsLater(from, years)) {'],
      ['if (askedOn < opens) {', 'if (askedOn <= opens) {'],
      ['if (askedOn > end) {', 'if (false) {'],
      ['return ended ? { ...entry, ...ended } : entry', 'return entry'],
      ['temporary_from: addDays(end, 1)', 'temporary_from: end'],
    ],
  ),
  ...changesOf(
    `${RESIDENCE}/remove-permanent.ts`,
    [HOUSEHOLD],
    [
      ["if (reason === 'died' && lifeStatus === 'alive') {", 'if (false) {'],
      ['(hasTemporary(entry, today) || hasAbsence(entry, today))', 'hasTemporary(entry, today)'],
      ['...(endsTemporaryToo.includes(reason) ? noTemporary : {}),', ''],
    ],
  ),
  ...changesOf(
    `${RESIDENCE}/end-terms.ts`,
    [TEMPORARY],
    [['row.temporary_until >= today', 'row.temporary_until > today']],
  ),
  ...changesOf(
    'server/modules/people/accounts/residence-reactions.ts',
    [MOVES],
    [
      ['work.publish(HolderResidenceChanged, subjectId, { what, reference, at })', ''],
      ["fields: ['residence', 'household']", "fields: ['residence']"],
    ],
  ),
  ...changesOf(
    'server/modules/documents/credentials/issuing/credential-reactions.ts',
    [MOVES],
    [
      [
        '  on(HolderResidenceChanged, CHANGED, (work, { subjectId }, tools) => followSource(work, tools, subjectId)),\n',
        '',
      ],
    ],
  ),
]
