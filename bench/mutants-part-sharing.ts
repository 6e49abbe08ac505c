/** The same for sharing with parties: what is asked, who asks it, and what is taken as an answer. */
import { changesOf, type Mutant } from './mutants-part-list.ts'

const DCQL = 'formats/dcql'
const VP = 'formats/openid4vp'
const QUERIES = ['answers', 'refused-showings', 'refusals', 'properties'].map(
  (name) => `${DCQL}/${name}.test.ts`,
)
const SHARING = [
  'openid4vp',
  'refused-requests',
  'refused-metadata',
  'refused-answers',
  'other-implementation',
  'device-elements',
].map((name) => `${VP}/${name}.test.ts`)

export const MUTANTS_OF_SHARING: readonly Mutant[] = [
  ...changesOf(`${DCQL}/claims-path.ts`, QUERIES, [
    ['Object.hasOwn(value, step) ? value[step] : undefined', 'value[step]'],
    ['outer.length > 0 && ', ''],
    [
      "asked === step || (asked === null && typeof step === 'number')",
      "asked === step || asked === null || typeof asked === 'number'",
    ],
  ]),
  ...changesOf(`${DCQL}/match-candidate.ts`, QUERIES, [
    ['query.isBindingRequired && !candidate.isBound', '!candidate.isBound && false'],
    ['found[index]?.length === 0', 'found.every((one) => one.length === 0)'],
    [
      'values === null ? found : found.filter(',
      'values === null || found.length > 1 ? found : found.filter(',
    ],
  ]),
  ...changesOf(`${DCQL}/answer-query.ts`, QUERIES, [
    ['!isRequired || favourite !== null', 'favourite !== null'],
    ['set.isRequired ? set.favourite : null', 'set.favourite'],
    ['chosen.length > 1 && query?.isMultiple !== true', 'chosen.length > 9'],
  ]),
  ...changesOf(`${DCQL}/judge-shown.ts`, QUERIES, [
    ['!one || !asked.has(id)', '!one'],
    ['presentations.length > 1 && !one.isMultiple', 'presentations.length > 9'],
    ['query.isBindingRequired && !shown.isBound', 'query.isBindingRequired && !shown'],
    ['revealed.every(isAsked) && ', ''],
    [' && claims.every((claim) => isNumberKept(claim, claims, revealed))', ''],
  ]),
  ...changesOf(`${DCQL}/exceeds.ts`, QUERIES, [['one.format === format && ', '']]),
  ...changesOf(`${VP}/read-request.ts`, SHARING, [
    [
      '    const fault = await judgeJws(jws, chain.key)\n',
      "    const fault = chain.key['kty'] === 'EC' ? null : await judgeJws(jws, chain.key)\n",
    ],
    ['channel.clientId !== clientId', "channel.clientId === ''"],
    [
      "(claims['wallet_nonce'] ?? null) !== channel.walletNonce",
      "channel.walletNonce !== null && claims['wallet_nonce'] !== channel.walletNonce",
    ],
    ["  refuseIf('transaction_data' in claims, 'openid4vp.transaction-data')\n", ''],
  ]),
  ...changesOf(`${VP}/client-id.ts`, SHARING, [
    ['!isDnsName(rest) || !names.includes(rest)', '!names.includes(rest)'],
    [
      'certificates.map((bytes, index) => certificateOf(bytes, `x5c ${index}`))',
      'certificates.slice(0, 1).map((bytes, index) => certificateOf(bytes, `x5c ${index}`))',
    ],
  ]),
  ...changesOf(`${VP}/request-parameters.ts`, SHARING, [
    ['host !== null && url.hostname !== host', 'host !== null && !url.hostname.endsWith(host)'],
    ['nonce.length < ENTROPY_LEAST_characters', 'nonce.length < 1'],
    ['!expected.includes(origin)', '!expected.some((one) => origin.startsWith(String(one)))'],
    [
      "(mode === 'dc_api.jwt') !== (channel.kind === 'browser')",
      "mode === 'dc_api.jwt' && channel.kind !== 'browser'",
    ],
  ]),
  ...changesOf(`${VP}/client-metadata.ts`, SHARING, [[" && (use === undefined || use === 'enc')", '']]),
  ...changesOf(`${VP}/jwe.ts`, SHARING, [
    ["wrapped !== '' || ", ''],
    ["'zip', 'crit', ", "'crit', "],
    ['    counted(partyV),\n', '    counted(partyU),\n'],
  ]),
  ...changesOf(`${VP}/verify-answer.ts`, SHARING, [
    [
      "request.target.kind === 'link' && !isItsState",
      "request.target.kind === 'link' && parameters['state'] === undefined",
    ],
    ['!document || others.length > 0', '!document'],
    ['kid === key.kid ? key : null', 'kid === null ? null : key'],
    ['elements, ...deviceElements]', 'elements]'],
  ]),
  ...changesOf(`${VP}/binding.ts`, SHARING, [
    ["target.kind === 'link' ? clientId : `origin:${target.origin}`", 'clientId || `${target.kind}`'],
    [
      'encryption && (await thumbprintOf(encryption.key))',
      "encryption && (await thumbprintOf({ x: '', y: '' }))",
    ],
  ]),
]
