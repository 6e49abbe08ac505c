/**
 * Changes to rules about phones, pictures, recoveries and ends of guardianships, which reviews found without
 * a test. As in `mutants-part-list.ts`.
 */
import { changesOf, type Mutant } from './mutants-part-list.ts'

const CAPTURE = 'server/modules/evidence/capture'
const SHOWN = `${CAPTURE}/shown-portrait.test.ts`
const ACCESS = 'server/modules/access/authentication'
const ENDS = 'server/modules/cases/representation/requests'
const END = `${ENDS}/end-representation.test.ts`
const UNSIGNED = `${CAPTURE}/unsigned.test.ts`
const DISPUTES = `${ACCESS}/recovery/dispute-sequences.test.ts`
const CONTESTED = `${ACCESS}/recovery/contested-papers.test.ts`
const PHONES = 'server/modules/cases/enrolment/phone-moves.test.ts'
const PRESENCE = 'server/modules/access/presence/presence.test.ts'

export const MUTANTS_OF_REVIEWS: readonly Mutant[] = [
  ...changesOf(
    `${CAPTURE}/portrait.ts`,
    [SHOWN],
    [
      [
        'isTakenByMe && hasMatched(content) && !hasMatchedAfterShown',
        'isTakenByMe && hasMatched(content) && hasMatched',
      ],
      [
        'isTakenByMe && hasMatched(content) && !hasMatchedAfterShown',
        'hasMatched(content) && !hasMatchedAfterShown',
      ],
    ],
  ),
  ...changesOf(
    `${CAPTURE}/shown-portrait.ts`,
    [SHOWN],
    [
      ['if (small && !to.hasTakenLive) {', 'if (small) {'],
      ['actor.personKey ?? actorReference(actor)', 'actorReference(actor)'],
    ],
  ),
  ...changesOf(
    'server/modules/cases/cards/hand-over-card.ts',
    [SHOWN],
    [["prepared.by === 'portrait' &&\n      (await wasShown", '(await wasShown']],
  ),
  ...changesOf('server/modules/cases/cards/card-view.ts', [SHOWN], [['return isPrintedByMe', 'return true']]),
  ...changesOf(
    'server/modules/cases/casework/seen-by-second.ts',
    [PHONES],
    [['stands.some((one) => !known.has(keyOf(one)))', 'stands.length === 0']],
  ),
  ...changesOf(
    `${ACCESS}/closing/close-due.ts`,
    [`${ACCESS}/closing/closing.test.ts`],
    [
      [
        'at <= later(row.remind_at, LATE_S) ? row.due_at : later(at, rule.remindBefore_days * DAY_S)',
        'row.due_at',
      ],
    ],
  ),
  ...changesOf(
    `${ACCESS}/recovery/objection.ts`,
    [DISPUTES, `${ACCESS}/recovery/recovery-objections.test.ts`],
    [
      [" && (current.rung !== 'voucher' || isByHerself)", ''],
      [
        "(isSeen || current.rung !== 'voucher') && current.begun_at < before",
        "isSeen || current.rung !== 'voucher'",
      ],
      ['grounds.some(({ setAt }) => setAt <= disputedAt)', 'grounds.length > 0'],
      [
        "(rung !== 'voucher' && isOnlyForCounter(disputedAt, grounds))",
        'isOnlyForCounter(disputedAt, grounds)',
      ],
      [
        "rung === 'voucher' ? [isSeenBy(setBy) ? setAt : null, askedSeenAt] : [setAt, askedAt]",
        '[setAt, askedAt]',
      ],
      [
        "isLockedAfter(locks, { rung: 'voucher', begunAt: since })",
        'false && locks.length > 0 && since !== null',
      ],
      [" && !(standing?.rung === 'voucher' && goesOn(standing, at))", ''],
    ],
  ),
  ...changesOf(
    'server/modules/people/locks/lock.ts',
    [DISPUTES],
    [[' || (askedAt !== null && askedAt > since)', '']],
  ),
  ...changesOf(
    `${ACCESS}/recovery/recovery-bar.ts`,
    [CONTESTED],
    [
      ['isPaperContested(await holderLocksSince(read, subjectId, since), since)', 'false'],
      ["  if (rung === 'voucher') {\n    await askAsSeen(work, subjectId)\n  }\n", ''],
      [
        'isLockedAfter(await holderLocksSince(read, subjectId, begunAt), { rung, begunAt })',
        'isLockedAfter((await lockStateOf(read, subjectId)).grounds, { rung, begunAt })',
      ],
    ],
  ),
  ...changesOf(
    `${ACCESS}/recovery/begin-recovery.ts`,
    [CONTESTED],
    [[' || (await isContestedSince(work, subjectId, used.issued_at))', '']],
  ),
  ...changesOf(
    'server/modules/cases/lock-requests/decide-lock-request.ts',
    ['server/modules/cases/lock-requests/lock-requests.test.ts'],
    [['      if (since) {', '      if (since && row.subject_id === null) {']],
  ),
  ...changesOf(
    'server/modules/people/locks/rules.ts',
    [`${ACCESS}/recovery/recovery-objections.test.ts`],
    [["by === 'officer' || by === 'hotline'", "by === 'officer'"]],
  ),
  ...changesOf(
    `${ACCESS}/recovery/recovery-code.ts`,
    [`${ACCESS}/crowds.test.ts`],
    [['isHerNetwork: wasHere && isHers,', 'isHerNetwork: wasHere,']],
  ),
  ...changesOf(
    'server/modules/people/accounts/contacts.ts',
    ['server/modules/people/accounts/account-of-pair.test.ts'],
    [['email !== null && (phone ?? email)', 'email !== null && email']],
  ),
  ...changesOf(
    'server/modules/registry/organisations/notice-store.ts',
    ['server/modules/platform/counter/search-person.test.ts'],
    [[' or person_digest = (select person_digest from officer where id = $1)', '']],
  ),
  ...changesOf(
    `${ACCESS}/phone-release/phone-release.ts`,
    [`${ACCESS}/phone-release/phone-release.test.ts`, `${ACCESS}/phone-release/phone-kept.test.ts`],
    [
      ['later(at, -restAfterStay_days * DAY_S)', 'later(at, DAY_S)'],
      ["  leaveStep(work, 'phone-release-opened', row)\n", ''],
      ["    work.publish(PhoneReleaseEnded, subjectId, { how: 'kept' })\n", ''],
      ['row && !(await isPhoneOf(work, subjectId, row.phone_digest))', 'false && row'],
      ['shownAt: row.opened_at }', 'shownAt: at }'],
    ],
  ),
  ...changesOf(
    'server/jobs/erase-without-account.ts',
    ['server/jobs/erase-without-account.test.ts'],
    [
      ['isAny && since === null', 'false && isAny && since === null'],
      ['until && until > at ? until : null', 'null'],
    ],
  ),
  ...changesOf(
    'server/modules/people/accounts/erasure-without-account.ts',
    ['server/jobs/erase-without-account.test.ts'],
    [
      ['  await holdNumber(work, row.number_digest)\n', ''],
      ['(await store.withAccount(work, [subjectId])).length > 0', 'false'],
    ],
  ),
  ...changesOf(
    'server/modules/cases/casework/lapse-open.ts',
    ['server/modules/cases/casework/lapse-open.test.ts'],
    [
      ['|| end > at', '|| end >= at'],
      ['state === kind.initial ?', 'true ?'],
      ['for (const about of everybody)', 'for (const about of everybody.slice(1))'],
    ],
  ),
  ...changesOf(
    `${ENDS}/end-case.ts`,
    [END],
    [
      ['tie.id === tieId', 'true'],
      ['  lapsesAt(opened_at) <= at', '  false'],
    ],
  ),
  ...changesOf(
    `${ENDS}/decide-end.ts`,
    [END],
    [
      ['viewer.allows(actor, found) && isTakenBy(found.row, actor)', 'viewer.allows(actor, found)'],
      ['(hasLapsed(row, now)', '(false'],
    ],
  ),
  ...changesOf(
    'server/modules/access/presence/presence.ts',
    [PRESENCE],
    [
      ['parameters.data.purpose !== purpose', 'false'],
      ['endsAt <= at || !isPaid', 'endsAt <= at'],
      ['endsAt <= at || !isPaid', '!isPaid'],
      ['newSecret(6).readUIntBE(0, 6) % tries', '0'],
    ],
  ),
  ...changesOf('server/kernel/presence.ts', [PRESENCE], [['isTaken && !(await isAnswered())', 'false']]),
  ...changesOf('server/kernel/perform.ts', [PRESENCE], [['    await this.presence?.spend(work)\n', '']]),
  ...changesOf(
    'server/modules/cases/cards/card-decision.ts',
    [UNSIGNED],
    [['for (const step of unsignedOf(content)) {', 'for (const step of unsignedOf({})) {']],
  ),
  ...changesOf(
    `${ENDS}/request.ts`,
    [`${ENDS}/request.test.ts`],
    [
      ["['portrait-unsigned', unsigned.includes('portrait')]", "['portrait-unsigned', false]"],
      ["['chip-unsigned', unsigned.includes('chip')]", "['chip-unsigned', false]"],
    ],
  ),
  ...changesOf(
    `${ACCESS}/voucher/issue-voucher.ts`,
    [UNSIGNED],
    [['mustHaveSeen(doubtsOf(voucher.content, circumstances), seen)', 'mustHaveSeen([], seen)']],
  ),
  ...changesOf(
    'server/kernel/page-by-page.ts',
    ['server/kernel/page-by-page.test.ts'],
    [
      ['page.length < most ? undefined', 'page.length < most - 1 ? undefined'],
      ['page.length < most ? undefined', 'page.length === 0 ? undefined'],
      ['page.at(-1)', 'page.at(-2)'],
    ],
  ),
  ...changesOf(
    'server/kernel/es256.ts',
    ['server/kernel/es256.test.ts'],
    [
      ['return verify(', 'return bytes.length === 64 || verify('],
      ["dsaEncoding: 'ieee-p1363'", "dsaEncoding: 'der'"],
    ],
  ),
  ...changesOf(
    'contract/presence.ts',
    [PRESENCE],
    [["presence === 'always' ||", "presence === 'when-typed' || presence === 'always' ||"]],
  ),
  ...changesOf(
    'server/modules/people/accounts/sms-ceilings.ts',
    ['server/modules/access/presence/price.test.ts'],
    [["{ ceiling: 'nation', key: 'owners' satisfies SmsCrowd },", '']],
  ),
  ...changesOf(
    'server/modules/cases/casework/paper-commands.ts',
    [`${ENDS}/paper-pages.test.ts`],
    [
      ['pagesOf(before.slice(papers.length))', 'pagesOf([])'],
      ['return pages ? { ...paper, pages } : paper', 'return paper'],
      ['=== null ? null : readPage(page)', '=== null ? readPage(page) : readPage(page)'],
      ["(await isSealedHere(work, 'paper', input, execution))", 'true'],
    ],
  ),
  ...changesOf(
    `${ENDS}/decide-request.ts`,
    [`${ENDS}/paper-pages.test.ts`],
    [
      ['content.papers.map(wordsOf)', 'content.papers'],
      ['mustHaveSeen(pageIds(request.content.papers), seenPages ?? [])', ''],
    ],
  ),
  ...changesOf(
    `${ENDS}/decide-end.ts`,
    [`${ENDS}/paper-pages.test.ts`, END],
    [
      ['wordsOf(content.paper)', 'content.paper'],
      ["verdict === 'confirm' && !hasLapsed(row, now)", "verdict === 'confirm'"],
      ["verdict === 'confirm' && !hasLapsed(row, now)", 'false'],
    ],
  ),
  ...changesOf(
    `${CAPTURE}/paper-page.ts`,
    [`${CAPTURE}/paper-page.test.ts`],
    [[".flatten({ background: '#ffffff' })", '']],
  ),
  ...changesOf(
    'server/kernel/officer-budgets.ts',
    ['server/modules/registry/organisations/persons-met.test.ts'],
    [['(await countUse(work, tools.digests, told)) > told.most', 'false']],
  ),
  ...changesOf(
    'server/modules/people/accounts/phone-elsewhere.ts',
    ['server/modules/access/assistance/phone-by-hotline.test.ts'],
    [["(actor.kind === 'officer' && actor.personKey) || actorReference(actor)", 'actorReference(actor)']],
  ),
  ...changesOf(
    'server/modules/access/assistance/phone-by-hotline.ts',
    ['server/modules/access/assistance/phone-by-hotline.test.ts'],
    [['  isNeverReplayed: true,\n', '']],
  ),
  ...changesOf(
    'server/modules/registry/organisations/devices/device-store.ts',
    ['server/modules/registry/organisations/devices/take-seat.test.ts'],
    [['and ($5 or exists (', 'and ($5 or true or exists (']],
  ),
]
