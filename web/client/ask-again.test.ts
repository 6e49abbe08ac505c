// A spent challenge is asked for once more, and no other refusal is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAgainIfSpent } from './ask-again.ts'
import { Problem } from './problem.ts'

const refusing = (...codes: string[]) => {
  let asked = 0
  const act = async () => {
    const code = codes[asked++]
    if (code) {
      throw new Problem({ code, detail: '', status: 409 })
    }
    return 'open'
  }
  return { act, asked: () => asked }
}

test('a challenge that ended on the way is drawn again, and the passcode is not typed twice', async () => {
  const { act, asked } = refusing('device.proof-spent')
  assert.equal(await askAgainIfSpent(act), 'open')
  assert.equal(asked(), 2)
})

test('twice is enough, and what says something of the device or the passcode is told at once', async () => {
  const spent = refusing('device.proof-spent', 'device.proof-spent')
  await assert.rejects(askAgainIfSpent(spent.act), { code: 'device.proof-spent' })
  assert.equal(spent.asked(), 2)
  for (const code of ['device.unknown', 'passcode.wrong']) {
    const once = refusing(code)
    await assert.rejects(askAgainIfSpent(once.act), { code })
    assert.equal(once.asked(), 1)
  }
})
