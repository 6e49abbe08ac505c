// Somebody who has used much of it: a child, a shared card, a lock code. Each stands in her file and on
// paper, and of the child its name alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registerChild, settleParent } from '../../../../testing/family-steps.ts'
import { PASSCODE } from '../../../../testing/settle-citizen.ts'
import { takeOwnData } from '../../../../testing/own-data.ts'
import { openSharingFixture, shareWith, type SharingFixture } from '../../../../testing/sharing-fixture.ts'
import { findSubject } from '../../people/accounts/open-account.ts'
import { askErasure } from '../../documents/sharing/receipts.ts'
import { makeLockCode } from '../../people/locks/lock-oneself.ts'
import { printOwnData } from './paper/print-own-data.ts'

let fixture: SharingFixture
before(async () => {
  fixture = await openSharingFixture()
})
after(() => fixture.stop())

interface Filled {
  readonly representation: { readonly actsFor: readonly { readonly name: string; readonly kind: string }[] }
  readonly shares: {
    readonly items: readonly {
      readonly state: string
      readonly erasure: { readonly askedAt: string } | null
    }[]
    readonly areAll: boolean
  }
  readonly locks: { readonly lockCodeMadeAt: string | null }
  readonly register: { readonly sensitive: object | null }
}

test('a tie, a receipt, a wish, a lock code and what is sensitive stand in the file of level 2', async () => {
  const mother = await settleParent(fixture)
  const { read } = fixture.context.tools
  const subjectId = (await findSubject(read, fixture.context.tools, mother.person.personalNumber)) ?? ''
  const her = { ...mother, subjectId }
  const { child } = await registerChild(fixture, mother)
  const id = await shareWith(fixture, her)
  await her.visitor.do(askErasure, { id })
  await her.visitor.do(makeLockCode, {})
  const { file } = await her.visitor.do(takeOwnData, { passcode: PASSCODE })
  const { parts } = (JSON.parse(file) as { data: { parts: Filled } }).data
  assert.deepEqual(
    parts.representation.actsFor.map(({ name, kind }) => [name, kind]),
    [[child.fullName, 'parent']],
  )
  assert.ok(!file.includes(child.personalNumber), 'the child keeps its number')
  assert.deepEqual([parts.shares.items.length, parts.shares.areAll], [1, true])
  assert.ok(parts.shares.items[0]?.erasure?.askedAt && parts.shares.items[0].state === 'delivered')
  assert.ok(parts.locks.lockCodeMadeAt)
  assert.ok(parts.register.sensitive !== null, 'an officer has seen her')
  const { pdf } = await her.visitor.do(printOwnData, { file })
  assert.ok(Buffer.from(pdf, 'base64').subarray(0, 8).toString() === '%PDF-1.7')
})
