/**
 * Changes to important lines, as data: each drops a condition, moves a window by one, allows a forbidden
 * state, or forgets a line, a digest or a limit. `find` stands exactly once in its file; `tests` should
 * notice.
 */
export interface Mutant {
  readonly file: string
  readonly find: string
  readonly replace: string
  readonly tests: readonly string[]
}

type Change = readonly [find: string, replace: string]

export const changesOf = (file: string, tests: readonly string[], changes: readonly Change[]): Mutant[] =>
  changes.map(([find, replace]) => ({ file, find, replace, tests }))

const CASES = 'server/modules/cases'
const ACCESS = 'server/modules/access/authentication'
const LEVEL_2 = `${CASES}/enrolment/level-2`
const OFFICER_ACTS = `${LEVEL_2}/officer-acts.test.ts`
const CARD_ACTS = `${CASES}/cards/card-acts.test.ts`

export const MUTANTS: readonly Mutant[] = [
  ...changesOf(
    'server/kernel/permit.ts',
    ['server/kernel/permit.test.ts'],
    [
      ['    actor.tasks.includes(task) &&\n', ''],
      ['(found === undefined || found.officeId === actor.officeId)', 'found !== null'],
    ],
  ),
  ...changesOf(
    'server/modules/registry/organisations/second-eyes.ts',
    ['server/modules/registry/organisations/second-eyes.test.ts', OFFICER_ACTS],
    [
      ["personKey !== null && aboutKey !== '' && personKey", "aboutKey !== '' && personKey"],
      ["personKey !== null && aboutKey !== '' && personKey", 'personKey !== null && personKey'],
      ["aboutKey !== '' && personKey !== aboutKey", "aboutKey !== ''"],
      ['personKey !== null && before.length > 0 && before', 'before.length > 0 && before'],
      ['before.length > 0 && before.every', 'before.every'],
      ['key !== null && key !== personKey', 'key !== personKey'],
      ['key !== null && key !== personKey', 'key !== null'],
      ['=> mayDo(tasks, actor, found) && isAboutOthers(actor, found),', '=> mayDo(tasks, actor, found),'],
    ],
  ),
  ...changesOf(
    'server/kernel/perform.ts',
    ['server/kernel/perform.test.ts', 'server/kernel/perform-lines.test.ts'],
    [
      ["if (actor.kind === 'citizen' || actor.kind === 'officer') {", "if (actor.kind === 'citizen') {"],
      ["if (actor.kind === 'citizen' || actor.kind === 'officer') {", "if (actor.kind === 'officer') {"],
      ['    this.leaveLine(work, settled)\n', ''],
      ['    if (!isPrepared || !useCase.permit.allows(call.actor, found)) {', '    if (!isPrepared) {'],
      ['useCase.prepare && isWorthPreparing(useCase.permit, call.actor)', 'useCase.prepare'],
      ['  await spendBudgets(context, useCase, { ...call, input }, (work) => walk.whomItNames(work))\n', ''],
    ],
  ),
  ...changesOf(
    'server/kernel/parse-input.ts',
    ['server/kernel/parse-input.test.ts'],
    [
      ["value.includes('\\0') || !value.isWellFormed()", '!value.isWellFormed()'],
      ["value.includes('\\0') || !value.isWellFormed()", "value.includes('\\0')"],
    ],
  ),
  ...changesOf(
    'server/modules/registry/organisations/control-deeds.ts',
    [`${ACCESS}/voucher/voucher-portrait.test.ts`],
    [["inForce(controlDeeds, at)[deed] === 'two'", "inForce(controlDeeds, at)[deed] === 'two-in-doubt'"]],
  ),
  ...changesOf(
    `${CASES}/cards/card-decision.ts`,
    [`${CASES}/cards/hand-over-card.test.ts`],
    [["content.contact?.isProven && standing.phone === 'needs-two'", 'false']],
  ),
  ...changesOf(
    `${CASES}/cards/account-with-card.ts`,
    [`${CASES}/cards/hand-over-card.test.ts`],
    [['content.isPhoneSeenByTwo ?? false', 'false']],
  ),
  ...changesOf(
    'server/modules/people/accounts/bind-phone.ts',
    [`${CASES}/enrolment/phone-moves.test.ts`],
    [
      ["holder.state === 'active' && hasOtherWay ?", 'hasOtherWay ?'],
      ["holder.state === 'active' && hasOtherWay ?", "holder.state === 'active' ?"],
      ['provenAt !== null && provenAt > at', 'false'],
      ["holder.state === 'issued' && holder.activateBy < now()", 'false'],
      ["standing === 'needs-two' && proof.isSeenByTwo", "standing === 'needs-two'"],
      ["  await contacts.forgetContact(work, before, 'phone')\n", ''],
    ],
  ),
  ...changesOf(
    `${CASES}/representation/representation.ts`,
    [`${CASES}/representation/representation.test.ts`],
    [
      ['ageAt(person, at) >= inForce(ownAccountAge, at)', 'ageAt(person, at) > inForce(ownAccountAge, at)'],
      ['tie.untilDay < dayInVietnam(at)', 'tie.untilDay <= dayInVietnam(at)'],
      ["  if (tie.kind === 'parent' && isOfAge(ward, at)) {", '  if (isOfAge(ward, at)) {'],
      ["  if (ward.lifeStatus === 'dead') {", "  if (ward.lifeStatus === 'missing') {"],
      ['!representative.isAlive || !representative.hasAccount', '!representative.hasAccount'],
      ['!representative.isAlive || !representative.hasAccount', '!representative.isAlive'],
      ["  if (tie.state === 'ended' || !ward) {", '  if (!ward) {'],
      ['card.expiresOn >= dayInVietnam(at))', 'card.expiresOn > dayInVietnam(at))'],
    ],
  ),
  ...changesOf(
    `${LEVEL_2}/level-2.ts`,
    [`${LEVEL_2}/level-2-rules.test.ts`, OFFICER_ACTS],
    [
      ['dayInVietnam(at)) < inForce(ownAccountAge, at)', 'dayInVietnam(at)) <= inForce(ownAccountAge, at)'],
      ['  if (!register.isAlive) {', '  if (!register) {'],
      ["  if (standing.consent === 'declined') {", "  if (standing.consent === 'none' && content.isAsked) {"],
      ["consent === 'none' && isOffline && content", "consent === 'none' && content"],
      ["['consent', consent === 'none' || consent === 'asked']", "['consent', consent === 'none']"],
      ['content.contact !== null && !content.contact.isProven', 'content.contact === null && !content.chip'],
      ["  if (level2.state !== 'waiting-second') {", "  if (level2.state === 'refused') {"],
      ['  if (standing.account?.isPhoneOther) {', '  if (standing.account?.isPhoneOther === null) {'],
      [
        "exceptionsOf(level2, standing).length > 0 ? 'waiting-second'",
        "exceptionsOf(level2, standing).length > 9 ? 'waiting-second'",
      ],
      ["account.state !== 'issued' && account.state !== 'active'", "account.state === 'closed'"],
    ],
  ),
  ...changesOf(
    `${CASES}/cards/card-application.ts`,
    [`${CASES}/cards/card-states.test.ts`, CARD_ACTS],
    [
      ["  if (state !== 'printed') {", "  if (state === 'open') {"],
      ["  if (state !== 'ready') {", "  if (state === 'open') {"],
    ],
  ),
  ...changesOf(
    `${CASES}/cards/card-decision.ts`,
    [`${CASES}/cards/card-states.test.ts`, CARD_ACTS],
    [
      ["  if (application.state !== 'waiting-second') {", "  if (application.state === 'open') {"],
      ["  if (application.state !== 'accepted') {", "  if (application.state === 'open') {"],
      ['  if (!standing.areChangesSettled) {', '  if (!standing.register) {'],
      [
        '  if (!register?.isAlive || refusalByCard(application, register.card)) {',
        '  if (refusalByCard(application, register?.card ?? null)) {',
      ],
      [
        "['consent', standing.consent === 'none' || standing.consent === 'asked']",
        "['consent', standing.consent === 'none']",
      ],
      [
        '  if (readySteps(application, standing).length > 0) {',
        '  if (readySteps(application, standing).length > 9) {',
      ],
      ["  if (standing.consent === 'declined') {", '  if (standing.register === null) {'],
    ],
  ),
  ...changesOf(
    `${ACCESS}/recovery/recovery.ts`,
    [`${ACCESS}/recovery/recovery-edges.test.ts`, `${ACCESS}/recovery/recovery-sequences.test.ts`],
    [
      ['recovery.end !== null || recovery.endsAt <= at', 'recovery.endsAt <= at'],
      ['recovery.end !== null || recovery.endsAt <= at', 'recovery.end !== null'],
      ['recovery.endsAt <= at', 'recovery.endsAt < at'],
      ['recovery.waitUntil > at ?', 'recovery.waitUntil >= at ?'],
      [
        "isBarred ? 'recovery.barred' : isCurrent ? null : 'recovery.gone'",
        "isBarred ? 'recovery.barred' : null",
      ],
      [
        "isBarred ? 'recovery.barred' : isCurrent ? null : 'recovery.gone'",
        "isCurrent ? null : 'recovery.gone'",
      ],
      ['  if (stepOf(recovery, around.at) !== proof) {', "  if (stepOf(recovery, around.at) === 'ended') {"],
      [
        "  if (step === 'wait') {\n    throw problem('recovery.waiting')\n  }\n  if (step !== 'secrets') {",
        "  if (step === 'ended') {",
      ],
      ['  recovery.end === null ? { ...recovery, end } : recovery', '  ({ ...recovery, end })'],
    ],
  ),
  ...changesOf(
    'server/modules/people/locks/lock.ts',
    ['server/modules/people/locks/lock-grounds.test.ts', 'server/modules/people/locks/lock.test.ts'],
    [
      ['setBy.includes(by) && (ground', 'setBy.length > 0 && (ground'],
      ["(ground === 'body-request') === (bodyKey !== '')", 'bodyKey !== null'],
      ['liftedBy.includes(by) &&', 'liftedBy.length > 0 &&'],
      ["standing.bodyKey === (by === 'body' ? bodyKey : '')", 'standing.bodyKey !== null'],
      ['card.expiresOn < day)', 'card.expiresOn <= day)'],
      ["  if (lifeStatus === 'dead') {", "  if (lifeStatus === 'missing') {"],
    ],
  ),
  ...changesOf(
    'server/modules/evidence/biometrics/fingers/judge-prints.ts',
    [
      'server/modules/evidence/biometrics/fingers/print-quality.test.ts',
      'server/modules/evidence/biometrics/fingers/judge-prints.test.ts',
    ],
    [
      [
        '  if (quality < inForce(leastPrintQuality, at)) {',
        '  if (quality <= inForce(leastPrintQuality, at)) {',
      ],
      ['.slice(0, most)', '.slice(0, most + 1)'],
      ['  if (matched >= needed) {', '  if (matched >= needed - 1) {'],
      ["  if (perFinger.some(({ outcome }) => outcome === 'no-match')) {", '  if (perFinger.length > 99) {'],
    ],
  ),
  ...changesOf(
    'web/apps/verify/judge-code.ts',
    ['web/apps/verify/judge-code.test.ts'],
    [
      ['now_s - signedAt_s > codeLife_s', 'now_s - signedAt_s >= codeLife_s'],
      ['(one) => one.issuer === issuer', '() => true'],
      ['(one) => one.vct === vct', '() => true'],
      ["({ kid }) => kid === header['kid']", '() => true'],
      ["if (standing && standing.is !== 'valid') {", "if (standing && standing.is === 'revoked') {"],
    ],
  ),
  ...changesOf(
    'formats/presentation-code/presentation-code.ts',
    ['formats/presentation-code/presentation-code.test.ts'],
    [
      ['!check.every((byte, index) => byte === bytes[index])', 'check.length === 0'],
      ['packed.length !== packed_bytes || !unpacked.ok', '!unpacked.ok'],
      ['digits.charAt(NAME.length) !== VERSION', 'false'],
    ],
  ),
  ...changesOf(
    'formats/presentation-code/shorten-json.ts',
    ['formats/presentation-code/presentation-code.test.ts'],
    [
      [
        "refuseIf(at !== raw.length, 'presentation-code.form')",
        "refuseIf(at > raw.length, 'presentation-code.form')",
      ],
      ['refuseIf(size > limit_characters,', 'refuseIf(false,'],
    ],
  ),
  ...changesOf(
    'formats/working-days.ts',
    ['formats/working-days.test.ts'],
    [
      ['weekDay !== 0 && weekDay !== 6', 'weekDay !== 0'],
      ['&& !calendar.closedDates.has(day)', ''],
      ['timeOfDay_ms > cutOffTime(cutOff)', 'timeOfDay_ms >= cutOffTime(cutOff)'],
    ],
  ),
  ...changesOf(
    'formats/partial-date.ts',
    ['formats/partial-date.test.ts'],
    [
      ['year % 100 !== 0) || year % 400 === 0', 'year % 100 !== 0)'],
      ['onDay.slice(5) < born.slice(5)', 'onDay.slice(5) <= born.slice(5)'],
      ['day > daysInMonth(year, month)', 'day > 31'],
    ],
  ),
  ...changesOf(
    'formats/transparency-log/merkle-proof.ts',
    ['formats/transparency-log/transparency-log.test.ts', 'formats/transparency-log/refused-notes.test.ts'],
    [
      ['top = to <= leafNo ?', 'top = to < leafNo ?'],
      ['return isSame(top, root) ?', 'return top.length === root.length ?'],
      ['isSame(one, firstRoot) && isSame(two, secondRoot)', 'isSame(two, secondRoot)'],
      ['isSame(one, firstRoot) && isSame(two, secondRoot)', 'isSame(one, firstRoot)'],
    ],
  ),
  ...changesOf(
    'server/modules/platform/audit/told-line.ts',
    ['server/modules/platform/audit/line-proof.test.ts'],
    [
      ['return asking.includes(by.id)', 'return by.id !== undefined'],
      ['  !hasTypedReference(line)', '  true'],
      ['Object.keys(line.detail).every(', 'Object.keys(line.detail).some('],
    ],
  ),
  ...changesOf(
    'server/modules/platform/audit/merkle-tree.ts',
    ['server/modules/platform/audit/merkle-tree.test.ts'],
    [
      ['return last === 0 && top.equals(root)', 'return top.equals(root)'],
      ['return last === 0 && top.equals(root)', 'return last === 0'],
      ['one.equals(firstRoot) && two.equals(secondRoot)', 'two.equals(secondRoot)'],
      ['one.equals(firstRoot) && two.equals(secondRoot)', 'one.equals(firstRoot)'],
    ],
  ),
]
