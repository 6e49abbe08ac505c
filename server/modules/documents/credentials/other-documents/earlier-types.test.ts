// A kind of document that an operator added before kinds were issued to phones may use names that have
// another meaning there: people keep their documents of it, nothing of it is issued, no other kind suffers.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  openDocumentsFixture,
  LICENCE,
  type DocumentsFixture,
} from '../../../../../testing/other-documents.ts'
import { now } from '../../../../kernel/clock.ts'
import { builtInTypes } from '../../integration/document-types.ts'
import { viewDocumentTypes } from '../../integration/view-documents.ts'
import { viewCredentials } from '../issuing/view-credentials.ts'
import { credentialTypes } from '../types.ts'

let fixture: DocumentsFixture
before(async () => {
  fixture = await openDocumentsFixture()
})
after(() => fixture.stop())

test('a kind with a name that credentials have taken stays a document, and is not issued', async () => {
  const {
    derived: _,
    mdoc: __,
    ...of
  } = builtInTypes().find(({ id }) => id === 'health-insurance') ?? assert.fail()
  const claims = of.claims.map((claim, nth) => (nth === 0 ? { ...claim, name: 'status' } : claim))
  const rename = (name: string): string => (name === of.claims[0]?.name ? 'status' : name)
  const taken = { ...of, id: 'club-card', version: 1, claims, front: of.front.map(rename) }
  await fixture.pool.query(
    'insert into document_type (id, version, definition, added_at) values ($1, 1, $2, now())',
    [taken.id, taken],
  )
  const { types } = await fixture.holder.visitor.do(viewDocumentTypes)
  assert.ok(types.some(({ id }) => id === 'club-card'))
  const issued = (await credentialTypes(fixture.context.tools.read, now())).map(({ id }) => id)
  assert.deepEqual(
    [issued.includes('club-card'), issued.includes('health-insurance'), issued.includes('driving-licence')],
    [false, true, true],
  )
  await fixture.licence()
  const { due } = await fixture.holder.visitor.do(viewCredentials)
  assert.ok(due.some(({ type }) => LICENCE.startsWith(type)))
})
