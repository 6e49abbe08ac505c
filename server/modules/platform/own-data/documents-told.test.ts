// Her documents of other registers stand in the file she takes along in the words of their kinds, with what
// was issued to her phone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PASSCODE } from '../../../../testing/settle-citizen.ts'
import { LICENCE, openDocumentsFixture, type DocumentsFixture } from '../../../../testing/other-documents.ts'
import { takeOwnData } from '../../../../testing/own-data.ts'

let fixture: DocumentsFixture
before(async () => {
  fixture = await openDocumentsFixture()
})
after(() => fixture.stop())

interface Told {
  readonly documents: readonly {
    readonly name: string
    readonly said: readonly { readonly label: string; readonly value: string | number }[]
  }[]
  readonly credentials: readonly { readonly type: string; readonly state: string }[]
}

test('a driving licence is told by its own words, and so is what was issued of it', async () => {
  await fixture.licence()
  await fixture.fetchOne(LICENCE)
  const { file } = await fixture.holder.visitor.do(takeOwnData, { passcode: PASSCODE })
  const { documents, credentials } = (JSON.parse(file) as { data: { parts: Told } }).data.parts
  assert.equal(documents[0]?.name, 'Giấy phép lái xe')
  assert.ok(documents[0].said.some(({ value }) => value === '994012345318'))
  assert.ok(
    documents[0].said.every(({ label }) => !/^[a-z_]+$/.test(label)),
    'no name of a program',
  )
  assert.ok(credentials.some(({ type, state }) => type === 'driving-licence' && state === 'valid'))
})
