/**
 * Portrait and fingerprints of a voucher case, compared with the identity database before the transaction
 * opens. Of a finger only what came out is kept.
 */
import { createHash } from 'node:crypto'
import {
  ExceptVoucherFinger,
  TakeVoucherPortrait,
  TakeVoucherPrints,
} from '../../../../../contract/recovery-voucher.ts'
import { actorReference, type Actor, type Officer } from '../../../../kernel/actor.ts'
import { now as presentMoment } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { judgePortrait } from '../../../evidence/biometrics/face/judge-portrait.ts'
import { comparePrint } from '../../../evidence/biometrics/fingers/judge-prints.ts'
import type { TakenPrint } from '../../../cases/enrolment/level-2/level-2.ts'
import { addPortrait, addPrints, exceptFinger } from '../../../cases/enrolment/level-2/level-2-steps.ts'
import { registerFingerprintsOf } from '../../../registry/population/register-fingerprints.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import { voucherBudget } from '../recovery/recovery-rules.ts'
import { mustBeOpen, type VoucherContent } from './voucher.ts'
import {
  lineOf,
  voucherForUpdate,
  openVoucher,
  sealVoucher,
  taker,
  takenByWith,
  viewOf,
  type FoundVoucher,
  type VoucherView,
} from './voucher-case.ts'
import * as store from './voucher-store.ts'

const perOfficer = (_: unknown, __: unknown, actor: Actor) => [
  {
    scope: 'voucher.compare',
    key: actorReference(actor),
    most: inForce(voucherBudget, presentMoment()).compared,
    per_s: 3600,
  },
]
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')

/**
 * The number of a case at the asker's office, before any permit has been asked: what is compared with it is
 * told only after one was.
 */
const numberOfCase = async (tools: Tools, caseId: string, actor: Actor): Promise<string | null> => {
  const name = await store.nameOf(tools.read, caseId)
  const row =
    name && actor.kind === 'officer' && actor.officeId === name.office_id
      ? await store.find(tools.read, name.subject_id, caseId)
      : undefined
  return row?.state === 'open' ? (await openVoucher(tools, row)).content.personalNumber : null
}

interface Step {
  readonly found: FoundVoucher
  readonly actor: Officer
  readonly tools: Tools
  readonly now: Date
}

const changeContent = async (
  work: Work,
  { found: { row }, actor, tools, now }: Step,
  change: (content: VoucherContent) => VoucherContent,
): Promise<VoucherView> => {
  const voucher = await openVoucher(tools, row)
  mustBeOpen(voucher)
  await store.save(work, row, {
    state: 'open',
    sealed: await sealVoucher(tools, row.subject_id, change(voucher.content)),
    takenBy: takenByWith(row, actor),
    at: now,
  })
  return viewOf(work, tools, row, actor, now)
}

export const takeVoucherPortrait = useCase({
  contract: TakeVoucherPortrait,
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
  find: voucherForUpdate,
  permit: taker,
  async act(work, _, doing) {
    const { prepared } = doing
    return changeContent(work, doing, (content) => {
      if (!prepared) {
        throw problem('voucher.closed')
      }
      const { jpeg, outcome, score, hints, digest } = prepared
      if (!jpeg) {
        throw problem('portrait.not-a-picture')
      }
      const after = addPortrait(content, { outcome, score, hints, digest }, doing.now)
      // The picture that matched is the one to keep.
      return after === content || content.portraits.some((one) => one.outcome === 'match')
        ? after
        : { ...after, picture: jpeg.toString('base64') }
    })
  },
  audit: lineOf('voucher-portrait', ['portrait']),
})

const mustBePrint = (taken: TakenPrint | null): TakenPrint => {
  if (!taken) {
    throw problem('level-2.not-a-print')
  }
  return taken
}

export const takeVoucherPrints = useCase({
  contract: TakeVoucherPrints,
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
  find: voucherForUpdate,
  permit: taker,
  act: (work, _, doing) =>
    changeContent(work, doing, (content) => {
      if (!doing.prepared) {
        throw problem('voucher.closed')
      }
      return addPrints(content, doing.prepared.map(mustBePrint), doing.now)
    }),
  audit: lineOf('voucher-prints', ['fingerprints']),
})

export const exceptVoucherFinger = useCase({
  contract: ExceptVoucherFinger,
  find: voucherForUpdate,
  permit: taker,
  act: (work, { finger, reason }, doing) =>
    changeContent(work, doing, (content) => exceptFinger(content, finger, reason, doing.now)),
  audit: lineOf('voucher-exception', ['fingerprints']),
})
