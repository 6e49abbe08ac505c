// What she says is otherwise than the register has it, before it is noted with the application.
import { useState } from 'preact/hooks'
import { check } from '../../../client/check.ts'
import { declaredChange } from '../../../client/counter-form-rules.ts'
import { useForm } from '../../../kit/form.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { act } from './application.ts'
import type { CardApplication } from './card-words.ts'

const t = phrases({
  valueMissing: { vi: 'Nhập điều người dân nói.', en: 'Enter what the person says.' },
})

const fields = [
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'hometown',
  'ethnicity',
  'religion',
  'nationality',
  'oldNumber',
] as const
export type ChangedName = (typeof fields)[number]
type Values = Readonly<Record<ChangedName, string>>
type Noted = CardApplication['changes']

export const changedName = (text: string): ChangedName | null => fields.find((one) => one === text) ?? null

const perField = <T>(of: (field: ChangedName) => T): Record<ChangedName, T> =>
  Object.fromEntries(fields.map((field) => [field, of(field)])) as Record<ChangedName, T>

const namesOf = (noted: Noted): ChangedName[] => noted.map(({ field }) => field)
const valuesOf = (noted: Noted): Values =>
  perField((name) => noted.find(({ field }) => field === name)?.value ?? '')

const isSame = (names: readonly ChangedName[], values: Values, noted: Noted): boolean =>
  JSON.stringify(names.map((field) => [field, values[field].trim()])) ===
  JSON.stringify(noted.map(({ field, value }) => [field, value]))

const useDrafts = (noted: Noted) => {
  const [names, setNames] = useState<readonly ChangedName[]>(namesOf(noted))
  const form = useForm<ChangedName>({
    rules: {},
    start: valuesOf(noted),
    ids: perField((field) => `change-value-${field}`),
    words: perField(() => (code) => (code === 'required' ? t('valueMissing') : undefined)),
    also: (values) =>
      names.flatMap((field) =>
        check(declaredChange, { value: values[field] }).map(({ code }) => ({ field, code })),
      ),
  })
  return { names, setNames, form }
}

export const useChanges = (noted: Noted) => {
  const { names, setNames, form } = useDrafts(noted)
  const free = fields.filter((field) => !names.includes(field))
  const choicesFor = (field: ChangedName) => fields.filter((one) => one === field || free.includes(one))
  const add = () => {
    form.sending.clear()
    setNames([...names, ...free.slice(0, 1)])
  }
  const remove = (field: ChangedName) => {
    form.set({ [field]: '' })
    setNames(names.filter((one) => one !== field))
  }
  /** What was typed goes along, unless it is chosen from a list there. */
  const rename = (from: ChangedName, to: ChangedName) => {
    const text = from === 'sex' || to === 'sex' ? '' : form.values[from]
    form.set({ [from]: '', [to]: text })
    setNames(names.map((one) => (one === from ? to : one)))
  }
  const save = () =>
    void form.send(async () => {
      const after = await act('card.changes', {
        changes: names.map((field) => ({ field, value: form.values[field].trim() })),
      })
      form.set(valuesOf(after.changes))
      setNames(namesOf(after.changes))
    })
  return {
    form,
    names,
    free,
    choicesFor,
    isKept: isSame(names, form.values, noted),
    add,
    remove,
    rename,
    save,
  }
}
