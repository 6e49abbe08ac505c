// What a helper writes down before the citizen is asked: which act, and what it needs to be asked for.
import type { AskAssistedAct } from '../../../../contract/assistance.ts'
import type { GivenTo } from '../../../client/call.ts'
import { check } from '../../../client/check.ts'
import { askDossierState, askMismatch } from '../../../client/counter-form-rules.ts'
import type { FieldFault } from '../../../client/problem.ts'
import { useForm } from '../../../kit/form.tsx'
import type { Field as DataField } from '../../../kit/mismatch-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { actKinds, type ActKind } from '../words/assist-words.ts'

const t = phrases({
  whatMissing: { vi: 'Chọn một việc.', en: 'Choose one.' },
  valueMissing: { vi: 'Nhập giá trị đúng.', en: 'Enter the right value.' },
})

export const reportedFields = [
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'hometown',
  'ethnicity',
  'religion',
  'relation',
] as const satisfies readonly DataField[]

export type DraftFields = 'kind' | 'reference' | 'language' | 'field' | 'value'
type Draft = Readonly<Record<DraftFields, string>>
type Given = GivenTo<typeof AskAssistedAct>['act']

export const kindOf = ({ kind }: Draft): ActKind | null => actKinds.find((one) => one === kind) ?? null

/** Null while no act is chosen. */
export const actOf = (draft: Draft): Given | null => {
  const kind = kindOf(draft)
  if (kind === 'dossier-state') {
    return { kind, reference: draft.reference.trim().toUpperCase() }
  }
  if (kind === 'set-language') {
    return { kind, language: draft.language === 'en' ? 'en' : 'vi' }
  }
  if (kind === 'report-mismatch') {
    const field = reportedFields.find((one) => one === draft.field) ?? 'fullName'
    return { kind, field, value: draft.value.trim() }
  }
  return kind && { kind }
}

/** Only what the chosen act asks for is looked at. */
const faultsOf = (draft: Draft): readonly FieldFault[] => {
  const kind = kindOf(draft)
  if (kind === null) {
    return [{ field: 'kind', code: 'required' }]
  }
  if (kind === 'dossier-state') {
    return check(askDossierState, { reference: draft.reference.trim().toUpperCase() })
  }
  return kind === 'report-mismatch' ? check(askMismatch, { field: draft.field, value: draft.value }) : []
}

/** A choice of one is made already. */
export const useAct = (mayDo: readonly ActKind[]) =>
  useForm<DraftFields>({
    rules: {},
    within: 'act',
    start: {
      kind: mayDo.length === 1 ? (mayDo[0] ?? '') : '',
      reference: '',
      language: 'vi',
      field: 'fullName',
      value: '',
    },
    ids: { kind: 'act-kind', reference: 'act-reference', field: 'act-field', value: 'act-value' },
    words: {
      kind: () => t('whatMissing'),
      value: (code) => (code === 'required' ? t('valueMissing') : undefined),
    },
    also: faultsOf,
  })
