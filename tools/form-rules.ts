/**
 * The rules by which a browser looks over a form, taken from the schemas of the contract: the web takes no
 * code
 * from there, because a phone would have to carry it. `npm run docs` writes them, and tidy compares.
 */
import { z } from 'zod'
import { ChangeEmail, ChangePassword, ChangePhone } from '../contract/account.ts'
import { StartActivation, StartNewDevice } from '../contract/activation.ts'
import { SpoilCard } from '../contract/card-making.ts'
import { GiveCardContact, NoteCardFee, OpenCard, SecondCard, WithdrawCard } from '../contract/card-taking.ts'
import { SearchPerson } from '../contract/counter.ts'
import { NoteDiscrepancy } from '../contract/discrepancy.ts'
import { DeclareIdentity, SendEnrolmentCode } from '../contract/enrolment.ts'
import { DiscardLevel2, ExceptLevel2Finger, GiveLevel2Contact, SecondLevel2 } from '../contract/level-2.ts'
import {
  DecideLockRequest,
  LockByLockCode,
  LockForHolder,
  ReceiveTk03,
  SendLockCode,
} from '../contract/lock.ts'
import type { Operation } from '../contract/operation.ts'
import { BeginRecovery, DisputeRecovery, RedeemVoucher } from '../contract/recovery.ts'
import { DiscardVoucherCase, OpenVoucherCase, SecondVoucherCase } from '../contract/recovery-voucher.ts'
import { NameRelative } from '../contract/relatives.ts'
import { HandOver, ReportRelation } from '../contract/representation.ts'
import {
  DiscardRepresentation,
  EndRepresentation,
  OpenRepresentation,
  SecondRepresentation,
} from '../contract/representation-request.ts'
import { GivePassword } from '../contract/sign-in.ts'
import { birthDate, email, fullName, lockCode, personalNumber, phone } from '../contract/values.ts'
import type { FieldRule, ReaderName, Rules } from '../web/client/check.ts'

/** Where an input is one of several shapes, `options` says which of them a form sends. */
interface FormOf {
  readonly operation: Operation
  readonly options?: readonly number[]
  /** The field that holds the form's own, where they are not the whole of what is sent. */
  readonly within?: string
}

export const forms: Readonly<Record<string, FormOf>> = {
  declareIdentity: { operation: DeclareIdentity },
  enrolmentContact: { operation: SendEnrolmentCode },
  startActivation: { operation: StartActivation, options: [0] },
  startNewDevice: { operation: StartNewDevice },
  changePhone: { operation: ChangePhone },
  changeEmail: { operation: ChangeEmail },
  changePassword: { operation: ChangePassword },
  sendLockCode: { operation: SendLockCode },
  lockByLockCode: { operation: LockByLockCode },
  recoverBySms: { operation: BeginRecovery, options: [0] },
  recoverByEmail: { operation: BeginRecovery, options: [1, 1] },
  redeemVoucher: { operation: RedeemVoucher },
  disputeRecovery: { operation: DisputeRecovery },
  nameRelative: { operation: NameRelative },
  reportRelation: { operation: ReportRelation },
  handOver: { operation: HandOver },
  signInPassword: { operation: GivePassword },
  searchPerson: { operation: SearchPerson },
  giveLevel2Contact: { operation: GiveLevel2Contact },
  giveCardContact: { operation: GiveCardContact },
  noteDiscrepancy: { operation: NoteDiscrepancy },
  openCard: { operation: OpenCard },
  noteCardFee: { operation: NoteCardFee },
  openVoucher: { operation: OpenVoucherCase },
  openRepresentation: { operation: OpenRepresentation },
  endRepresentation: { operation: EndRepresentation },
  shownPaper: { operation: EndRepresentation, within: 'paper' },
  lockForHolder: { operation: LockForHolder },
  receiveTk03: { operation: ReceiveTk03 },
  exceptFinger: { operation: ExceptLevel2Finger },
  discardLevel2: { operation: DiscardLevel2 },
  decideLevel2: { operation: SecondLevel2 },
  discardVoucher: { operation: DiscardVoucherCase },
  decideVoucher: { operation: SecondVoucherCase },
  withdrawCard: { operation: WithdrawCard },
  decideCard: { operation: SecondCard },
  spoilCard: { operation: SpoilCard },
  discardRepresentation: { operation: DiscardRepresentation },
  decideRepresentation: { operation: SecondRepresentation },
  decideLockRequest: { operation: DecideLockRequest },
}

const readers = new Map<unknown, ReaderName>([
  [personalNumber, 'personalNumber'],
  [fullName, 'fullName'],
  [birthDate, 'birthDate'],
  [phone, 'phone'],
  [email, 'email'],
  [lockCode, 'lockCode'],
])

const shapeOf = ({ operation, options = [], within }: FormOf): z.ZodObject => {
  let schema: unknown = operation.input
  for (const at of options) {
    schema = schema instanceof z.ZodUnion ? schema.options[at] : undefined
  }
  if (within !== undefined && schema instanceof z.ZodObject) {
    schema = schema.shape[within]
  }
  if (!(schema instanceof z.ZodObject)) {
    throw new Error(`${operation.name}: its input is no object; say which of its options a form sends`)
  }
  return schema
}

/** What a text has to be. Takes a string's checks as JSON Schema tells them; trimming it does not tell. */
const ofText = (schema: z.ZodType): Omit<FieldRule, 'isOptional'> => {
  const told = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return {
    ...(isTrimming(schema) ? { trims: true as const } : {}),
    ...(told.minLength === undefined ? {} : { min: told.minLength }),
    ...(told.maxLength === undefined ? {} : { max: told.maxLength }),
    ...(told.pattern === undefined ? {} : { pattern: told.pattern }),
  }
}

const isTrimming = (schema: z.ZodType): boolean =>
  (schema.def as { checks?: readonly z.core.$ZodCheck[] }).checks?.some(
    ({ _zod }) => _zod.def.check === 'overwrite',
  ) ?? false

const ruleOf = (schema: unknown): FieldRule | null => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    const inner = ruleOf(schema.unwrap())
    return inner && { isOptional: true, ...inner }
  }
  const reader = readers.get(schema)
  if (reader && schema instanceof z.ZodPipe) {
    return { reader, ...ruleOf(schema.in) }
  }
  if (schema instanceof z.ZodEnum) {
    return { values: schema.options.map(String) }
  }
  if (schema instanceof z.ZodPipe) {
    return ruleOf(schema.in)
  }
  if (schema instanceof z.ZodISODate) {
    return { isDay: true }
  }
  return schema instanceof z.ZodString ? ofText(schema) : null
}

const isTyped = (schema: unknown): boolean => ruleOf(schema) !== null

/** The fields of a form that hold text: no pictures, no lists, no switches. */
export const fieldsOf = (form: FormOf): [field: string, schema: z.ZodType][] =>
  Object.entries(shapeOf(form).shape).flatMap(([field, schema]): [string, z.ZodType][] =>
    schema instanceof z.ZodType && isTyped(schema) ? [[field, schema]] : [],
  )

export const rulesOf = (form: FormOf): Rules =>
  Object.fromEntries(fieldsOf(form).map(([field, schema]) => [field, ruleOf(schema) ?? {}]))

const written = (value: unknown): string => {
  if (typeof value === 'string') {
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  }
  if (Array.isArray(value)) {
    return `[${value.map(written).join(', ')}]`
  }
  return typeof value === 'object' && value !== null
    ? `{ ${Object.entries(value)
        .map(([key, inner]) => `${key}: ${written(inner)}`)
        .join(', ')} }`
    : String(value)
}

/** A line that fits stands alone; else each part of it does, as the formatter would have it. */
const lineOf = (field: string, rule: FieldRule): string => {
  const whole = `  ${field}: ${written(rule)},`
  if (whole.length <= 110) {
    return whole
  }
  const parts = Object.entries(rule).map(([key, value]) => {
    const part = `    ${key}: ${written(value)},\n`
    return Array.isArray(value) && part.length > 111
      ? `    ${key}: [\n${value.map((one) => `      ${written(one)},\n`).join('')}    ],\n`
      : part
  })
  return `  ${field}: {\n${parts.join('')}  },`
}

export const formRulesPage =
  (): string => `// Generated by \`npm run docs\` from the schemas in contract/. Do not edit.
import type { Rules } from './check.ts'
${Object.entries(forms)
  .map(
    ([name, form]) => `
/** ${form.operation.name} */
export const ${name}: Rules = {
${Object.entries(rulesOf(form))
  .map(([field, rule]) => lineOf(field, rule))
  .join('\n')}
}
`,
  )
  .join('')}`
