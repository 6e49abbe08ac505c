/**
 * Steps that take evidence for a case: portrait, prints, an exception of a finger, contact and its code, the
 * question at the citizen's screen. Each is the same for every kind of case that takes it.
 */
import type { FieldCode } from '../../../../contract/purposes/fields.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import type { Finger } from '../../../../formats/minutiae/finger.ts'
import type { CaptureStep } from '../../../../formats/capture-seal.ts'
import { actorReference, type Actor, type Officer } from '../../../kernel/actor.ts'
import { lineTitle, type LineTitle, type PurposeNaming } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Execution, RequestContext } from '../../../kernel/use-case.ts'
import type { CaptureSeal } from '../../../../contract/devices.ts'
import { isSealed } from '../../registry/organisations/devices/capture-seal.ts'
import type { Work } from '../../../kernel/work.ts'
import type { ExceptionReason } from '../../evidence/biometrics/rules.ts'
import {
  drawContactProof,
  isProvenAs,
  proveContact,
  tryContactCode,
  type GivenContact,
  type WithContact,
} from '../../evidence/capture/contact.ts'
import {
  addPortrait,
  comparePortrait,
  mustBePicture,
  type TakenPortrait,
  type WithPortraits,
} from '../../evidence/capture/portrait.ts'
import { wasShown } from '../../evidence/capture/shown-portrait.ts'
import {
  addPrints,
  comparePrints,
  exceptFinger,
  mustBePrints,
  type ComparedPrint,
  type WithPrints,
} from '../../evidence/capture/prints.ts'
import type { ProofPurpose } from '../../people/accounts/contact-proof.ts'
import { askAtDesk, type Question } from '../../registry/organisations/desk-prompt.ts'
import { foundOf, permitsOf, rowAtOffice, type FoundCase, type NamedCase } from './case-access.ts'
import { stepOf, type CaseType, type CommandOperation, type StepExecution } from './case-commands.ts'
import { unsealContent } from './case-file.ts'
import type { CaseContent, CaseKind } from './case-kind.ts'
import type { CaseRow } from './case-row.ts'

/**
 * The number of a case in this state at the asker's office, for whom the permit lets work on it: nothing is
 * unpacked or compared for anybody else. The deed asks the permit again, of the case as it is then.
 */
export const numberOfCase = async <S extends string>(
  kind: CaseKind<S>,
  tools: Tools,
  caseId: string,
  actor: Actor,
  { state = kind.initial, permit = permitsOf(kind).taker }: Working<S> = {},
): Promise<string | null> => {
  const row = await rowAtOffice<S>(tools.read, kind, caseId, actor)
  return row?.state === state && permit.allows(actor, foundOf(kind, row))
    ? (await unsealContent(kind, tools, row)).personalNumber
    : null
}
interface Working<S extends string> {
  readonly state?: S
  readonly permit?: Permit<Officer, FoundCase>
}

const perOfficer = (kind: CaseKind, what: 'opened' | 'compared', scope: string, actor: Actor) => ({
  scope,
  key: actorReference(actor),
  most: inForce(kind.budget, presentMoment())[what],
  per_s: 3600,
})
/** What an officer may open in an hour. */
export const openingLimit = (kind: CaseKind) => (_: unknown, __: RequestContext, actor: Actor) => [
  perOfficer(kind, 'opened', `${kind.kind}.open`, actor),
]

interface Evidence<I, V, F extends FieldCode> {
  readonly contract: CommandOperation<I, V>
  readonly purpose: PurposeNaming<F>
  readonly forOthers?: LineTitle
}
interface Viewed {
  readonly state: Outcome
}

/** What she may picture of papers in an hour. */
export const pageLimit = (kind: CaseKind) => (_: unknown, __: RequestContext, actor: Actor) => [
  perOfficer(kind, 'compared', `${kind.kind}.page`, actor),
]
/** What she may have compared in an hour. */
export const compareLimit = (kind: CaseKind) => (_: unknown, __: RequestContext, actor: Actor) => [
  perOfficer(kind, 'compared', `${kind.kind}.compare`, actor),
]
/** What was compared before the transaction opened; nothing was when the case was not open then. */
export const mustHave = <T>(kind: CaseKind, prepared: T | null): T => {
  if (prepared === null) {
    throw problem(kind.problems.closed)
  }
  return prepared
}

interface SealedInput extends NamedCase {
  readonly seal?: CaptureSeal | undefined
}
/** Whether a registered device of this officer's desk signed what was sent for this case. */
export const isSealedHere = <I extends SealedInput>(
  work: Work,
  step: CaptureStep,
  input: I,
  { actor, tools, now }: Pick<Execution<Officer, unknown, unknown>, 'actor' | 'tools' | 'now'>,
): Promise<boolean> =>
  isSealed(work, tools, { step, caseId: input.caseId, input: { ...input }, actor, at: now })

/** `keep` gets the picture when this try is a new one, and answers the content with it. */
export const portraitStep = <
  S extends string,
  C extends CaseContent & WithPortraits,
  F,
  V extends Viewed,
  I extends NamedCase & { readonly picture: string; readonly seal?: CaptureSeal | undefined },
>(
  type: CaseType<S, C, F, V>,
  of: Evidence<I, V, 'portrait'> & {
    keep(
      work: Work,
      jpeg: Buffer,
      execution: StepExecution<S, C, F, TakenPortrait | null>,
      after: C,
    ): Promise<C>
  },
) =>
  stepOf<S, C, F, V, I, TakenPortrait | null>(type, {
    ...of,
    line: lineTitle(of.purpose, ['portrait']),
    limits: compareLimit(type.kind),
    async prepare({ caseId, picture }, { actor, tools }) {
      const number = await numberOfCase(type.kind, tools, caseId, actor)
      return number === null ? null : comparePortrait(tools, number, picture)
    },
    async change(work, input, execution) {
      const taken = mustHave(type.kind, execution.prepared)
      const jpeg = mustBePicture(taken)
      if (taken.isRegisterPicture) {
        return execution.refuse(problem('evidence.register-picture'))
      }
      const { actor, content, now, tools } = execution
      const isAfterShown = await wasShown(work, tools, content.personalNumber, { actor, at: now })
      const isUnsigned = !(await isSealedHere(work, 'portrait', input, execution))
      const after = addPortrait(content, { ...taken, isAfterShown, isUnsigned }, now)
      return after === content ? after : of.keep(work, jpeg, execution, after)
    },
  })

type Compared = readonly (ComparedPrint | null)[] | null

/** `keep` is for a kind that needs the templates as well. */
export const printsStep = <
  S extends string,
  C extends CaseContent & WithPrints,
  F,
  V extends Viewed,
  I extends NamedCase & { readonly templates: readonly string[]; readonly seal?: CaptureSeal | undefined },
>(
  type: CaseType<S, C, F, V>,
  of: Evidence<I, V, 'fingerprints'> & {
    keep?(
      work: Work,
      taken: readonly ComparedPrint[],
      execution: StepExecution<S, C, F, Compared>,
    ): Promise<void>
  },
) =>
  stepOf<S, C, F, V, I, Compared>(type, {
    ...of,
    line: lineTitle(of.purpose, ['fingerprints']),
    limits: compareLimit(type.kind),
    async prepare({ caseId, templates }, { actor, tools, now }) {
      const number = await numberOfCase(type.kind, tools, caseId, actor)
      return number === null ? null : comparePrints(tools, number, templates, now)
    },
    async change(work, input, execution) {
      const taken = mustBePrints(mustHave(type.kind, execution.prepared))
      const isUnsigned = !(await isSealedHere(work, 'prints', input, execution))
      const prints = taken.map(({ print }) => ({ ...print, isUnsigned }))
      const after = addPrints(execution.content, prints, execution.now)
      await of.keep?.(work, taken, execution)
      return after
    },
  })

export const fingerExceptionStep = <
  S extends string,
  C extends CaseContent & WithPrints,
  F,
  V extends Viewed,
  I extends NamedCase & { readonly finger: Finger; readonly reason: ExceptionReason },
>(
  type: CaseType<S, C, F, V>,
  of: Evidence<I, V, 'fingerprints'>,
) =>
  stepOf<S, C, F, V, I>(type, {
    ...of,
    line: lineTitle(of.purpose, ['fingerprints']),
    change: (_, { finger, reason }, { content, now }) => exceptFinger(content, finger, reason, now),
  })

interface TypedContactInput extends NamedCase {
  readonly phone: string
  readonly email?: string | undefined
  readonly channel: 'sms' | 'email'
}
/** `give` is what a new contact makes of the content. */
export const contactStep = <
  S extends string,
  C extends CaseContent & WithContact & { readonly language: 'vi' | 'en' },
  F,
  V extends Viewed,
  I extends TypedContactInput,
>(
  type: CaseType<S, C, F, V>,
  of: Evidence<I, V, 'phone' | 'email'> & {
    readonly proof: ProofPurpose
    give(content: C, given: Omit<GivenContact, 'isProven'>): C
  },
) =>
  stepOf<S, C, F, V, I>(type, {
    ...of,
    line: lineTitle(of.purpose, ['phone', 'email']),
    // All counters of a country may come from one network: the officer is counted.
    limits: (_, __, actor) => [perOfficer(type.kind, 'opened', 'code.counter', actor)],
    async change(work, { phone, email, channel }, { actor, content, tools, found }) {
      const given = { phone, email: email ?? null, channel }
      // Sent again unchanged after it was proven: it stays so, and no second code goes out.
      if (isProvenAs(content, given)) {
        return content
      }
      const { language } = content
      const { officerId, officeId } = actor
      const to = { caseId: found.row.id, officerId, officeId, purpose: of.proof, language, given }
      return of.give(content, { ...given, proofId: await drawContactProof(work, tools, to) })
    },
  })

export const contactCodeStep = <
  S extends string,
  C extends CaseContent & WithContact,
  F,
  V extends Viewed,
  I extends NamedCase & { readonly code: string },
>(
  type: CaseType<S, C, F, V>,
  of: Evidence<I, V, 'phone'>,
) =>
  stepOf<S, C, F, V, I>(type, {
    ...of,
    line: lineTitle(of.purpose, ['phone']),
    async change(work, { code }, { content, found, tools, refuse, now }) {
      const refusal = await tryContactCode(work, tools, found.row.id, content, code)
      return refusal ? refuse(refusal) : proveContact(content, now)
    },
  })

/** Puts the question on her own screen; `asked` is what being asked makes of the content. */
export const consentStep = <
  S extends string,
  C extends CaseContent,
  F,
  V extends Viewed,
  I extends NamedCase,
>(
  type: CaseType<S, C, F, V>,
  of: {
    readonly contract: CommandOperation<I, V>
    readonly line: LineTitle
    question(row: CaseRow<S, F>, content: C): Question
    asked?(content: C): C
  },
) =>
  stepOf<S, C, F, V, I>(type, {
    ...of,
    async change(work, _, { content, found, tools, actor }) {
      await askAtDesk(work, tools, actor.sessionId, of.question(found.row, content))
      return of.asked?.(content) ?? content
    },
  })
