// A form whose fields answer to the contract: looked at before it is sent, its faults beside the fields and
// in one summary, whether they were found here or by the server.
import { useState } from 'preact/hooks'
import { check, type Rules } from '../client/check.ts'
import { faultSentence } from '../client/faults.ts'
import { usePress, type Press } from '../client/press.ts'
import { Problem, type FieldFault } from '../client/problem.ts'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { ProblemNotice } from './problem-notice.tsx'

export type FormShape<F extends string> = {
  readonly rules: Rules
  /** The form's fields, and what stands in each at first. */
  readonly start: Readonly<Record<F, string>>
  /** What holds the fields in what is sent; the server says it before the name of a field at fault. */
  readonly within?: string
  /** The id of a field's input where it is not the field's own name. */
  readonly ids?: Readonly<Partial<Record<NoInfer<F>, string>>>
  /** What only this page knows, beside the contract: the password rules in force, for instance. */
  readonly also?: (values: Readonly<Record<NoInfer<F>, string>>) => readonly FieldFault[]
  /** What of the values is sent, where it is not what was typed. */
  readonly asSent?: (values: Readonly<Record<NoInfer<F>, string>>) => Partial<Record<NoInfer<F>, string>>
  /** The sentence for a field's fault, where the general one says too little. */
  readonly words?: Readonly<Partial<Record<NoInfer<F>, (code: string) => string | undefined>>>
}

type FormField = {
  readonly id: string
  readonly value: string
  readonly error: string | undefined
  readonly onValue: (value: string) => void
}

export type Form<F extends string> = {
  readonly values: Readonly<Record<F, string>>
  readonly set: (part: Partial<Record<F, string>>) => void
  /** What an input takes: `<Field {...form.of('phone')} label=… />`. */
  readonly of: (field: F) => FormField
  /** Sends, if nothing is wrong; answers whether it was done. */
  readonly send: (work: () => Promise<void>) => Promise<boolean>
  readonly sending: Press
  readonly problems: readonly FieldProblem[]
  /** A refusal that is about no field of this form. */
  readonly refusal: Problem | null
}

const bare = (name: string, within: string | undefined): string =>
  within !== undefined && name.startsWith(`${within}.`) ? name.slice(within.length + 1) : name

export const useForm = <F extends string>({
  rules,
  start,
  within,
  ids,
  words,
  asSent,
  also,
}: FormShape<F>): Form<F> => {
  const [values, setValues] = useState<Readonly<Record<F, string>>>(start)
  const sending = usePress()
  const isField = (name: string): name is F => Object.hasOwn(start, name)
  const idOf = (field: F): string => ids?.[field] ?? field
  const faults = new Map<F, string>()
  for (const { field: name, code } of sending.problem?.fields ?? []) {
    const field = bare(name, within)
    if (isField(field) && !faults.has(field)) {
      faults.set(field, words?.[field]?.(code) ?? faultSentence(field, code))
    }
  }
  const set = (part: Partial<Record<F, string>>) => setValues((before) => ({ ...before, ...part }))
  return {
    values,
    set,
    of: (field) => ({
      id: idOf(field),
      value: values[field],
      error: faults.get(field),
      onValue: (value) => setValues((before) => ({ ...before, [field]: value })),
    }),
    send: (work) =>
      sending.press(() => {
        const fields = [...check(rules, { ...values, ...asSent?.(values) }), ...(also?.(values) ?? [])]
        if (fields.length > 0) {
          throw new Problem({ code: 'request.invalid', detail: '', status: 422, fields })
        }
        return work()
      }),
    sending,
    problems: [...faults].map(([field, message]) => ({ fieldId: idOf(field), message })),
    refusal: faults.size === 0 ? sending.problem : null,
  }
}

type Told = Pick<Form<string>, 'problems' | 'refusal' | 'sending'>

/** Stands at the head of the form and takes the focus at each press that found something. */
export const FormSummary = ({ form }: { form: Told }) =>
  form.problems.length > 0 ? <ErrorSummary key={form.sending.refusals} problems={form.problems} /> : null

/** The same, and the citizen's own notice for what is about no field. */
export const FormProblems = ({ form, onRetry }: { form: Told; onRetry?: () => void }) => (
  <>
    <FormSummary form={form} />
    {form.refusal && <ProblemNotice key={form.sending.refusals} problem={form.refusal} onRetry={onRetry} />}
  </>
)
