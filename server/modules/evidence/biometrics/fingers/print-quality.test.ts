// The least quality of a print: one of just that quality is compared, one below is taken anew.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerPrintsOf } from '../../../../../testing/prints.ts'
import { singleView } from '../../../../../formats/minutiae/minutiae-record.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { leastPrintQuality } from '../rules.ts'
import { referenceFingerMatcher } from './finger-matcher.ts'
import { comparePrint } from './judge-prints.ts'

const at = new Date('2026-11-20T03:00:00Z')

test('a print of just the least quality is compared, and one below it is poor', () => {
  const [template = new Uint8Array()] = registerPrintsOf({ personalNumber: '940191000123', hands: 'clean' })
  const finger = singleView(template)?.view.finger
  assert.ok(finger)
  const least = inForce(leastPrintQuality, at)
  const outcomeAt = (quality: number) =>
    comparePrint({ ...referenceFingerMatcher, quality: () => quality }, [{ finger, template }], template, at)
      ?.outcome
  assert.equal(outcomeAt(least), 'match')
  assert.equal(outcomeAt(least - 1), 'poor')
})
