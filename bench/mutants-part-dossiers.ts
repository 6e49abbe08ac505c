/** Changes to the law of a dossier, to its clock and to the queues. As in `mutants-part-list.ts`. */
import { changesOf, type Mutant } from './mutants-part-list.ts'

const DOSSIERS = 'server/modules/services/dossiers'
const LAW = `${DOSSIERS}/dossier.test.ts`
const CLOCK = 'server/modules/services/procedures/legal-clock.ts'
const QUEUES = 'server/modules/cases/casework/queue-store.ts'

export const MUTANTS_OF_DOSSIERS: readonly Mutant[] = [
  ...changesOf(
    `${DOSSIERS}/dossier.ts`,
    [LAW],
    [
      ["if (found.state !== 'waiting' || one.state !== 'awaiting-consents') {", 'if (false) {'],
      ['return openConsents === 0 ? begins(answered, at, of) : answered', 'return begins(answered, at, of)'],
      ['  if (one.facts.hasAsked) {', '  if (false) {'],
      ['    if (!of.refusals.some(({ id }) => id === proposal.refusal)) {', '    if (false) {'],
      ['  if (of.checklist.some(({ id }) => !one.facts.ticked.includes(id))) {', '  if (false) {'],
      [
        "  if (one.facts.fee === 'due') {\n    throw problem('services.fee-unpaid')",
        "  if (false) {\n    throw problem('services.fee-unpaid')",
      ],
      ["    return to(with_, 'put-forward')\n", "    return to(with_, 'rejected')\n"],
      ["withdrawable.includes(state) && facts.fee !== 'paid'", 'withdrawable.includes(state)'],
      ["return to(still(one, why, at), 'paused')", "return to(one, 'paused')"],
      ['return promised > due ? promised : due', 'return promised'],
      ['    ticked: [],\n    clock: anew,', '    clock: anew,'],
    ],
  ),
  ...changesOf(
    CLOCK,
    ['server/modules/services/procedures/legal-clock.test.ts'],
    [
      ['return midnight(addDays(day, 1))', 'return midnight(day)'],
      ['closingOf(day) : span[1] + left', 'closingOf(day) : span[1]'],
      ['cutOff === null ? {} : { cutOff }', '{}'],
      [
        'for (const span of outside([Math.max(from, start), until], pauses)) {',
        'for (const span of [[Math.max(from, start), until]] as const) {',
      ],
      [
        'pause.to === null ? { ...pause, to: at.toISOString() } : pause',
        '({ ...pause, to: at.toISOString() })',
      ],
    ],
  ),
  ...changesOf(
    QUEUES,
    ['server/modules/cases/casework/queue-page.test.ts'],
    [
      ["  where: '(sort_at, id) > ($4::timestamptz, $5::uuid)',\n", ''],
      ['order by ${order} limit ${most}) as q`', 'order by ${order}) as q`'],
      [
        '    await count(work, { officeId, kind, stage }, id, -1)',
        '    await count(work, { officeId, kind, stage }, id, 1)',
      ],
    ],
  ),
]
