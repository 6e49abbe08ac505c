// A deed that brings a picture, prints or a chip from a desk takes the device's seal beside it: without the
// field in its contract the boundary drops what the device signed, and each capture counts as unsigned.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { captureSeal } from '../contract/devices.ts'
import { stepTaken } from '../formats/capture-seal.ts'
import { useCasesOf } from '../server/kernel/module.ts'
import { allModules } from '../server/modules/all.ts'

const isUnsealable = (input: z.ZodType): boolean =>
  input instanceof z.ZodObject && stepTaken(input.shape) !== null && !('seal' in input.shape)

/** The new card proves itself by the server's own challenge; nobody is shown to be somebody by it. */
const ofTheCardAlone: readonly string[] = ['card.read-chip', 'card.receive']

const atCounter = allModules.flatMap(useCasesOf).filter(({ permit }) => permit.session === 'counter')

test('every capture of a counter may carry its seal', () => {
  const taking = atCounter.filter(
    ({ contract: { input } }) => input instanceof z.ZodObject && stepTaken(input.shape),
  )
  assert.ok(taking.length > 5, `${taking.length} deeds take something from a device`)
  const unsealable = atCounter.filter(({ contract }) => isUnsealable(contract.input))
  assert.deepEqual(unsealable.map(({ contract }) => contract.name).toSorted(), ofTheCardAlone)
})

test('a planted capture without a seal is found, and one with it is not', () => {
  const picture = z.object({ caseId: z.uuid(), picture: z.string() })
  assert.equal(isUnsealable(picture), true)
  assert.equal(isUnsealable(picture.extend({ seal: captureSeal.optional() })), false)
  assert.equal(isUnsealable(z.object({ caseId: z.uuid(), note: z.string() })), false)
})
