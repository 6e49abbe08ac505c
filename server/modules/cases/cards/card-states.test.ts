// In which state of an application each step is open, and in no other.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardApplicationState } from '../../../../contract/card.ts'
import { Problem } from '../../../kernel/problem.ts'
import {
  emptyContent,
  mustBePrinted,
  mustBeReady,
  type CardApplication,
  type Standing,
} from './card-application.ts'
import { decideSecond, mustBePrintable } from './card-decision.ts'

type State = CardApplication['state']
const standing: Standing = {
  register: { birthDate: '1991-04-12', isAlive: true, card: null, fingers: [] },
  account: null,
  phone: 'free',
  consent: 'agreed',
  receipt: 'none',
  areChangesSettled: true,
  at: new Date('2026-11-27T09:00:00+07:00'),
}
const applicationIn = (state: State): CardApplication => ({
  state,
  kind: 'first-issue',
  reason: 'never-issued',
  withAccount: false,
  content: emptyContent({ personalNumber: '940191000123', name: null, language: 'vi', lost: null }),
})

const steps: readonly (readonly [string, State, string, (application: CardApplication) => unknown])[] = [
  ['received', 'printed', 'card.not-printed', mustBePrinted],
  ['handed over', 'ready', 'card.not-ready', mustBeReady],
  ['printed', 'accepted', 'card.not-to-print', (one) => mustBePrintable(one, standing)],
  ['confirmed', 'waiting-second', 'card.not-waiting', (one) => decideSecond(one, standing, 'confirm')],
]
for (const [what, open, refusal, step] of steps) {
  test(`a card is ${what} in the state ${open} only`, () => {
    for (const state of cardApplicationState.options) {
      if (state === open) {
        assert.doesNotThrow(() => step(applicationIn(state)))
      } else {
        assert.throws(
          () => step(applicationIn(state)),
          (error) => error instanceof Problem && error.code === refusal,
          state,
        )
      }
    }
  })
}
