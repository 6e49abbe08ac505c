/** The same for documents on phones: who is issued what, and when it counts no more. */
import { changesOf, type Mutant } from './mutants-part-list.ts'

const CREDENTIALS = 'server/modules/documents/credentials'
const VCI = `${CREDENTIALS}/openid4vci`
const REFUSALS = [`${VCI}/refusals.test.ts`]
const FACTS = [`${CREDENTIALS}/issuing/follow-facts.test.ts`]

const WARDS = [`${VCI}/for-a-ward.test.ts`]
const DOCUMENTS = [`${CREDENTIALS}/other-documents/other-documents.test.ts`]

export const MUTANTS_OF_DOCUMENTS: readonly Mutant[] = [
  ...changesOf(`${VCI}/issue-credentials.ts`, REFUSALS, [
    ['    await spendNonce(work, prepared.nonce)\n', ''],
    [' || !offer.configurations.includes(configuration.id)', ''],
  ]),
  ...changesOf(`${VCI}/must-stand.ts`, REFUSALS, [
    ['  if (account.level < leastLevel) {', '  if (account.level < 1) {'],
  ]),
  ...changesOf(`${VCI}/read-proofs.ts`, REFUSALS, [
    ['  if (aud !== issuer) {', '  if (aud === undefined) {'],
    [' || iat < now_s - proofAge_s', ''],
    ['iat > now_s + proofSkew_s || ', ''],
    ['  if (proofs.length > most) {', '  if (proofs.length > most + 1) {'],
    ['nonces.size !== 1 || ', ''],
  ]),
  ...changesOf(`${CREDENTIALS}/issuing/issue-batch.ts`, REFUSALS, [
    ['  if (fresh !== keys.length) {', '  if (fresh === 0) {'],
  ]),
  ...changesOf(
    `${VCI}/give-token.ts`,
    [`${VCI}/codes.test.ts`],
    [
      ['      await store.takeTokenBack(work, digest)\n', ''],
      [' &&\n      isForAsker(offer, actor)\n', '\n'],
      ['      offer.expires_at > at &&\n', ''],
      ['      await store.countTxFailure(work, digest)\n', ''],
    ],
  ),
  ...changesOf(`${CREDENTIALS}/issuing/follow-facts.ts`, FACTS, [
    [
      '  await followDevices(work, subjectId)\n  await followRepresentatives',
      '  await followRepresentatives',
    ],
    ['  await followSource(work, tools, subjectId)\n', ''],
    ['  await holdIssued(work, subjectId)\n', ''],
    ['id !== null && !bound.has(id)', 'id !== null && bound.size > 0 && !bound.has(id)'],
  ]),
  ...changesOf(`${CREDENTIALS}/issuing/follow-facts.ts`, WARDS, [
    ['(await standingTie(work, tools, { wardId, tieId, representativeId })) !== null', 'true'],
    ['.some((device) => device.id === deviceId)', '.length >= 0'],
    ['  await followRepresentatives(work, tools, subjectId)\n', ''],
  ]),
  ...changesOf(`${VCI}/must-stand.ts`, WARDS, [
    ["    await mustHaveConsent(work, actor, 'documents', at)\n", ''],
  ]),
  ...changesOf('server/modules/cases/representation/tie.ts', WARDS, [
    ['  await store.tiesForUpdate(work, of.wardId)\n  return standingTie', '  return standingTie'],
  ]),
  ...changesOf(`${VCI}/offer-credentials.ts`, WARDS, [
    ["    await mustHaveConsent(work, actor, 'documents', at)\n", ''],
    ['    if (by && isOther) {', '    if (by && !by) {'],
  ]),
  ...changesOf(`${CREDENTIALS}/issuing/follow-facts.ts`, DOCUMENTS, [
    ["account.state === 'active'", 'true'],
    ["standsAs(batch) === 'ended' || ", ''],
    [" && standsAs(batch) === 'valid'", ''],
  ]),
  ...changesOf(`${VCI}/issue-credentials.ts`, DOCUMENTS, [
    ['    await mustStillSay(work, tools, { subjectId, prepared, at })\n', ''],
    ['  if (others.length > 0) {', '  if (others.length > 99) {'],
  ]),
  ...changesOf(`${CREDENTIALS}/other-documents/document-credential-type.ts`, DOCUMENTS, [
    [' || !isFresh(kept, type, at)', ''],
    ["held?.standing !== 'valid' || ", '!held || '],
    ['kept?.type === type.id ? kept : null', 'kept'],
  ]),
  ...changesOf(
    `${CREDENTIALS}/status/draw-places.ts`,
    [`${CREDENTIALS}/status/draw-places.test.ts`],
    [
      ['drawn.filter((place) => taken.delete(nameOf(place)))', 'drawn'],
      ['idx: newNumber(entries)', 'idx: newNumber(1000)'],
      ['lists[newNumber(lists.length)]', 'lists[0]'],
    ],
  ),
]
