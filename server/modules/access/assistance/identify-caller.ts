/** Who calls: known by what she says, of which the agent learns only enough or not enough. */
import { callerAnswers, IdentifyCaller } from '../../../../contract/assistance.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import { actorReference, type Actor } from '../../../kernel/actor.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { contactsOf } from '../../people/accounts/contacts.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { countRight, isEnough } from './caller-script.ts'
import { agent, callForUpdate, faceOf, lineOf, type FoundCall } from './hotline-call.ts'
import * as store from './hotline-store.ts'
import { callerScript, hotlineBudget } from './rules.ts'

/** The person of a number, with the same work for a number that nobody has. */
const callAboutForUpdate = async (
  work: Work,
  { callId, personalNumber }: InputOf<typeof IdentifyCaller>,
  actor: Actor,
  tools: Tools,
): Promise<FoundCall> => ({
  ...(await callForUpdate(work, { callId }, actor)),
  aboutKey: tools.digests.identifier('number', personalNumber).toString('hex'),
  subjectId: await reserveSubject(work, tools, personalNumber),
})

const SLICES = 16
export const identifyCaller = useCase({
  contract: IdentifyCaller,
  limits: ({ personalNumber }, _: RequestContext, actor) => {
    const budget = inForce(hotlineBudget, presentMoment())
    return [
      { scope: 'hotline.agent', key: actorReference(actor), most: budget.perAgentPerHour, per_s: 3600 },
      {
        scope: 'hotline.number',
        key: personalNumber,
        most: budget.perNumberPerDay,
        per_s: 86_400,
        of: 'named',
      },
      {
        scope: 'hotline.slice',
        key: String(Number(personalNumber.slice(-4)) % SLICES),
        most: budget.perSliceOfNationPerMinute,
        per_s: 60,
        of: 'named',
      },
    ]
  },
  find: callAboutForUpdate,
  permit: agent,
  async act(work, { personalNumber, answers }, { found: { row, subjectId, aboutKey }, tools, now }) {
    if (row.subject_id) {
      throw problem('hotline.known-already')
    }
    if (row.tries >= inForce(hotlineBudget, now).triesPerCall) {
      throw problem('hotline.tries-spent')
    }
    await store.saveTry(work, row)
    const person = await findPerson(work, tools, personalNumber)
    // Only where it was said: unsealing takes a time that tells that there is an account.
    const isPhoneSaid = answers.phoneEnd !== undefined && subjectId !== null
    const { phone } = isPhoneSaid ? await contactsOf(work, tools, subjectId) : { phone: null }
    const isKnown =
      isEnough(
        countRight(answers, { person, phones: [phone, person?.private.phone ?? null] }),
        inForce(callerScript, now),
      ) && subjectId !== null
    if (isKnown) {
      await store.saveKnown(work, row, subjectId, aboutKey)
    }
    return {
      isEnough: isKnown,
      call: faceOf({ ...row, tries: row.tries + 1, subject_id: isKnown ? subjectId : null }),
    }
  },
  audit: ({ found, actor, input, result, refusal }) =>
    lineOf(
      found.subjectId,
      'hotline-identify',
      [
        'personalNumber',
        ...callerAnswers.keyof().options.filter((answer) => input.answers[answer] !== undefined),
      ],
      found.row,
      actor,
      refusal ?? (result?.isEnough ? 'enough' : 'not-enough'),
    ),
})
