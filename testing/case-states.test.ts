// What happens to a case is told in words, whatever its kind: a state without words would be a code.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { voucherKind } from '../server/modules/access/authentication/voucher/voucher-case.ts'
import { cardKind } from '../server/modules/cases/cards/card-case.ts'
import { wordsOfStep } from '../server/modules/cases/casework/case-history.ts'
import type { CaseRules } from '../server/modules/cases/casework/case-kind.ts'
import { discrepancyKind } from '../server/modules/cases/discrepancies/discrepancy-case.ts'
import { level1Kind } from '../server/modules/cases/enrolment/level-1/level-1-case.ts'
import { level2Kind } from '../server/modules/cases/enrolment/level-2/level-2-case.ts'
import { lockRequestKind } from '../server/modules/cases/lock-requests/lock-request-case.ts'
import { endKind } from '../server/modules/cases/representation/requests/end-case.ts'
import { requestKind } from '../server/modules/cases/representation/requests/request-case.ts'

const kinds: readonly CaseRules[] = [
  level1Kind,
  level2Kind,
  cardKind,
  discrepancyKind,
  requestKind,
  endKind,
  lockRequestKind,
  voucherKind,
]

test('each state of each kind has words in both languages', () => {
  const wordless = kinds.flatMap(({ kind, states }) =>
    Object.keys(states)
      .filter((state) => !wordsOfStep(state)?.vi || !wordsOfStep(state)?.en)
      .map((state) => `${kind} ${state}`),
  )
  assert.deepEqual(wordless, [])
})
