/** Changes to what a criminal record certificate rests on. As in `mutants-part-list.ts`. */
import { changesOf, type Mutant } from './mutants-part-list.ts'

const RECORD = 'server/modules/services/dossiers/record'
const LAW = `${RECORD}/judgments.test.ts`
const WALK = `${RECORD}/certificate.test.ts`
const SILENT = `${RECORD}/silent-register.test.ts`

export const MUTANTS_OF_JUDGMENTS: readonly Mutant[] = [
  ...changesOf(
    `${RECORD}/judgments.ts`,
    [LAW],
    [
      ["return isLike ? 'hers' : 'other-name'", "return 'hers'"],
      ['  if (!isLike) {\n    return null', '  if (false) {\n    return null'],
      ["!isOldNumber ? 'no-number' : 'other-number'", "!isOldNumber ? 'hers' : 'other-number'"],
      ["match === 'hers' || settled?.isHers === true", "match === 'hers' || settled !== null"],
      ['expungedOn === null || expungedOn > day', 'expungedOn === null || expungedOn >= day'],
      ['isHers(one) && (certificate === 2 ||', 'isHers(one) && (true ||'],
      ['!!said && entriesOf(said).length > 0', '!!said && entriesOf(said).some(isHers)'],
      ["one.reference === reference && one.match !== 'hers'", 'one.reference === reference'],
      ['  if (openEntries(said) > 0) {', '  if (false) {'],
      ['  if (seen !== sealOf(said)) {', '  if (seen === undefined) {'],
      ['judgments: said.judgments.filter(isHers),', 'judgments: said.judgments,'],
      ['  bans: withBans\n', '  bans: true\n'],
      ['return same ? { ...now, settled: same.settled } : now', 'return now'],
      ['maskPersonalNumber(whole as PersonalNumber)', 'whole'],
    ],
  ),
  ...changesOf(
    `${RECORD}/view-judgments.ts`,
    [WALK],
    [
      [
        "officerAbout(['dossier.work', 'dossier.decide']",
        "officerAbout(['dossier.receive', 'dossier.decide']",
      ],
      ['    if (!worked.has(doing.found.row.state)) {', '    if (false) {'],
    ],
  ),
  ...changesOf(
    `${RECORD}/record-paper.ts`,
    [WALK],
    [
      ["bans: bans ?? 'not-asked' })", 'bans: bans ?? [] })'],
      ['listed: null, says: [] } }', "listed: null, says: [{ what: 'name', value: person.fullName }] } }"],
    ],
  ),
  ...changesOf(
    `${RECORD}/ask-register.ts`,
    [SILENT],
    [
      ["    : { is: 'silent', why: 'unreachable' }", "    : { is: 'full' }"],
      ["  if (row.facts.register === 'asking') {\n    const", '  if (true) {\n    const'],
      ["  'put-forward',\n", ''],
      ["if (row.facts.register === 'asking') {\n    await", 'if (false) {\n    await'],
    ],
  ),
]
