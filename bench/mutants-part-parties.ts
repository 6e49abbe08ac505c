/** The same for registered parties: who is asked, what is blocked, what is kept and what goes out. */
import { changesOf, type Mutant } from './mutants-part-list.ts'

const SHARING = 'server/modules/documents/sharing'
const REFUSED = [`${SHARING}/refused-requests.test.ts`]
const ANSWERED = [`${SHARING}/sharing.test.ts`]
const SENT = [`${SHARING}/delivery.test.ts`]
const MISUSED = [`${SHARING}/misuse.test.ts`]
const PUSHED = [`${SHARING}/other-ways.test.ts`]

export const MUTANTS_OF_PARTIES: readonly Mutant[] = [
  ...changesOf(`${SHARING}/judge-request.ts`, REFUSED, [
    [' && isOwnOrigin(party.file, target.responseUri)', ''],
    [' && more.length === 0', ''],
    [' && entry.credentialIds === null', ''],
    ['return isClosed && isForParty && isBound', 'return isClosed && isForParty'],
  ]),
  ...changesOf(`${SHARING}/judge-request.ts`, MISUSED, [
    [' || (asked.personalNumber ?? null) !== personalNumber', ''],
  ]),
  ...changesOf(`${SHARING}/receipts.ts`, MISUSED, [['from: clearAt', 'from: at']]),
  ...changesOf(`${SHARING}/deliver-posts.ts`, MISUSED, [[' || !isGiven', '']]),
  ...changesOf(`${SHARING}/fetch-request.ts`, REFUSED, [
    ['named.find(({ file }) => isOwnOrigin(file, requestUri))', 'named[0]'],
    [' || asked.answer.type !== REQUEST_MEDIA', ''],
  ]),
  ...changesOf(`${SHARING}/answer-sharing.ts`, ANSWERED, [
    ['!isAnswer || !isClosedFor(answer.response, judged.keyId)', '!isAnswer'],
    ['account.level < inForce(leastLevelToShare, at)', 'false'],
    ["    await answerOnce(work, tools, request, 'agreed')\n", ''],
  ]),
  ...changesOf(`${SHARING}/scope.ts`, ANSWERED, [
    ['    wasAsked &&\n', ''],
    ['    areDistinct &&\n', ''],
  ]),
  ...changesOf(`${SHARING}/deliver-posts.ts`, SENT, [
    [' || (!isWish && !mayAskNow(party, at))', ''],
    ['post.until_at <= at || ', ''],
  ]),
  ...changesOf(`${SHARING}/push-sharing.ts`, PUSHED, [
    [' && account.level >= least', ''],
    ['!verdict.ok && !verdict.overAsking', 'false'],
  ]),
]
