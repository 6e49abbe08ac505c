/**
 * Portrait and fingerprints of a case for level 2, compared with the identity database. Pictures and
 * templates are looked at before the transaction
 * opens; of a finger only what came out is kept, of a face the last picture until the decision.
 */
import { ExceptLevel2Finger, TakeLevel2Portrait, TakeLevel2Prints } from '../../../../../contract/level-2.ts'
import { actorReference, type Actor } from '../../../../kernel/actor.ts'
import { now as presentMoment } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { judgePortrait } from '../../../evidence/biometrics/face/judge-portrait.ts'
import { comparePrint } from '../../../evidence/biometrics/fingers/judge-prints.ts'
import { registerFingerprintsOf } from '../../../registry/population/register-fingerprints.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import type { TakenPrint } from './level-2.ts'
import { lineOf, caseForUpdate, openContent, taker } from './level-2-case.ts'
import { addPortrait, addPrints, exceptFinger } from './level-2-steps.ts'
import * as store from './level-2-store.ts'
import { level2Budget } from '../rules.ts'
import { digestOf, keepStep, openStep } from './take-level-2.ts'

const perOfficer = (_: unknown, __: unknown, actor: Actor) => [
  {
    scope: 'level-2.compare',
    key: actorReference(actor),
    most: inForce(level2Budget, presentMoment()).compared,
    per_s: 3600,
  },
]

/**
 * The number of a case at the asker's office, before any permit has been asked: what is compared with it is
 * told only after one was.
 */
const numberOfCase = async (tools: Tools, caseId: string, actor: Actor): Promise<string | null> => {
  const name = await store.subjectOfName(tools.read, caseId)
  const row =
    name && actor.kind === 'officer' && actor.officeId === name.office_id
      ? await store.find(tools.read, name.subject_id, caseId)
      : undefined
  return row?.state === 'open' ? (await openContent(tools, row)).personalNumber : null
}

export const takeLevel2Portrait = useCase({
  contract: TakeLevel2Portrait,
  limits: perOfficer,
  async prepare({ caseId, picture }, { actor, tools }) {
    const number = await numberOfCase(tools, caseId, actor)
    if (number === null) {
      return null
    }
    const bytes = Buffer.from(picture, 'base64')
    return {
      digest: digestOf(bytes),
      ...(await judgePortrait(tools.faces, await registerPortraitOf(tools.read, tools, number), bytes)),
    }
  },
  find: caseForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const {
      prepared,
      found: { row },
      tools,
      now,
    } = doing
    const { content } = await openStep(doing)
    if (!prepared) {
      throw problem('level-2.closed')
    }
    const { jpeg, outcome, score, hints, digest } = prepared
    if (!jpeg) {
      throw problem('portrait.not-a-picture')
    }
    const after = addPortrait(content, { outcome, score, hints, digest }, now)
    // The picture that matched is the one to keep.
    if (after !== content && !content.portraits.some((one) => one.outcome === 'match')) {
      await store.savePortrait(work, row, await tools.sealer.seal(row.subject_id, 'level_2.portrait', jpeg))
    }
    return keepStep(work, doing, after)
  },
  audit: lineOf('level-2-portrait', ['portrait']),
})

const mustBePrint = (taken: TakenPrint | null): TakenPrint => {
  if (!taken) {
    throw problem('evidence.not-a-print')
  }
  return taken
}

export const takeLevel2Prints = useCase({
  contract: TakeLevel2Prints,
  limits: perOfficer,
  async prepare({ caseId, templates }, { actor, tools, now }) {
    const number = await numberOfCase(tools, caseId, actor)
    if (number === null) {
      return null
    }
    const reference = await registerFingerprintsOf(tools.read, tools, number)
    return templates.map((template) => {
      const bytes = Buffer.from(template, 'base64')
      const taken = comparePrint(tools.fingers, reference, bytes, now)
      return taken && { ...taken, digest: digestOf(bytes) }
    })
  },
  find: caseForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const { content } = await openStep(doing)
    if (!doing.prepared) {
      throw problem('level-2.closed')
    }
    return keepStep(work, doing, addPrints(content, doing.prepared.map(mustBePrint), doing.now))
  },
  audit: lineOf('level-2-prints', ['fingerprints']),
})

export const exceptLevel2Finger = useCase({
  contract: ExceptLevel2Finger,
  find: caseForUpdate,
  permit: taker,
  async act(work, { finger, reason }, doing) {
    const { content } = await openStep(doing)
    return keepStep(work, doing, exceptFinger(content, finger, reason, doing.now))
  },
  audit: lineOf('level-2-exception', ['fingerprints']),
})
