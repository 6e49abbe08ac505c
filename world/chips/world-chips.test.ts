// The world's reader over the wire: every citizen of the cast has a card there, the installation believes it,
// and a spoilt one is seen.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { checkChipAnswer } from '../../server/modules/evidence/chips/read-chip.ts'
import { runInShell } from '../../testing/operator-shell.ts'
import { openTestSen, type TestSen } from '../../testing/whole-sen.ts'
import { cast } from '../cast.ts'

let sen: TestSen
let folder: string
before(async () => {
  sen = await openTestSen('on')
  folder = await mkdtemp(join(tmpdir(), 'sen-cards-'))
})
after(async () => {
  await sen.stop()
  await rm(folder, { recursive: true })
})

const fetched = async (path: string): Promise<{ status: number; body: Record<string, string> }> => {
  const response = await fetch(`${sen.url}${path}`)
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}
const verified = async (
  chip: Record<string, string>,
): Promise<{ code: number; problems: string[]; fields: Record<string, unknown> }> => {
  const file = join(folder, 'chip.json')
  await writeFile(file, JSON.stringify(chip))
  const { code, out } = await runInShell(sen.env, ['chip', 'verify', file])
  return { code, ...(JSON.parse(out) as { problems: string[]; fields: Record<string, unknown> }) }
}

test('the card of everybody in the register lies on the reader, and is genuine here', async () => {
  for (const member of cast) {
    const { status, body } = await fetched(`/world/chips/${member.id}.json`)
    assert.equal(status, member.isInRegister ? 200 : 404, member.id)
    if (!member.isInRegister) {
      continue
    }
    assert.deepEqual(Object.keys(body), ['com', 'dg1', 'dg2', 'dg13', 'dg14', 'dg15', 'sod'])
    const { code, problems, fields } = await verified(body)
    assert.deepEqual(
      [code, problems, fields['personal_number'], fields['full_name'], fields['expires_on']],
      [0, [], member.personalNumber, member.name, member.expiresOn],
      member.id,
    )
  }
})

test('variants are what they say, and a card answers a challenge unless it is a copy', async () => {
  for (const [variant, expected] of [
    ['tampered', ['chip.group-hash']],
    ['revoked', ['chip.signer-revoked']],
    ['expired-signer', ['chip.signer-expired']],
    ['other-authority', ['chip.signer-unknown']],
    ['other-residence', []],
    ['copied', []],
  ] as const) {
    const { body } = await fetched(`/world/chips/hanh.json?variant=${variant}`)
    assert.deepEqual((await verified(body)).problems, expected, variant)
    const challenge = Buffer.from('0102030405060708', 'hex')
    const {
      body: { answer = '' },
    } = await fetched(
      `/world/chips/hanh/answer?variant=${variant}&challenge=${challenge.toString('base64url')}`,
    )
    assert.deepEqual(
      checkChipAnswer(body, challenge, Buffer.from(answer, 'base64')),
      variant === 'copied' ? ['chip.answer-wrong'] : [],
    )
  }
  assert.equal((await fetched('/world/chips/hanh.json?variant=better')).status, 422)
  assert.equal((await fetched('/world/chips/nobody.json')).status, 404)
})
