// The short list of what a helper may do; each is put to the citizen at her own screen, and only she answers.
import { useState } from 'preact/hooks'
import type { AskAssistedAct } from '../../../../contract/assistance.ts'
import { deed, type GivenTo } from '../../../client/call.ts'
import { faultsOf } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { heart, monitor } from '../../../ui/icons.tsx'
import { fieldWords, valueWords, type Field as DataField } from '../../../kit/mismatch-words.ts'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { actDetails, actWords, type ActKind, type Session } from '../words/assist-words.ts'

const t = phrases({
  title: { vi: 'Việc có thể làm cùng người dân', en: 'What can be done together' },
  what: { vi: 'Bác muốn làm gì?', en: 'What does she want?' },
  whatMissing: { vi: 'Chọn một việc.', en: 'Choose one.' },
  ask: { vi: 'Hỏi trên màn hình của bác', en: 'Ask at her screen' },
  reference: { vi: 'Mã hồ sơ', en: 'Reference' },
  referenceHint: {
    vi: 'Dạng SEN-XXXX-XXXX-X, trong tin nhắn hoặc giấy hẹn.',
    en: 'As SEN-XXXX-XXXX-X, in the message or on the slip.',
  },
  referenceMissing: { vi: 'Nhập mã hồ sơ.', en: 'Enter the reference.' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  field: { vi: 'Mục bị ghi sai', en: 'The wrong field' },
  value: { vi: 'Giá trị đúng', en: 'The right value' },
  valueHint: { vi: 'Như bác nói, theo giấy tờ gốc.', en: 'As she says, by her original papers.' },
  valueMissing: { vi: 'Nhập giá trị đúng.', en: 'Enter the right value.' },
})
const fields = [
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'hometown',
  'ethnicity',
  'religion',
  'relation',
] as const satisfies readonly DataField[]
type Reported = (typeof fields)[number]
type Given = GivenTo<typeof AskAssistedAct>['act']
type Draft = {
  kind: ActKind | null
  reference: string
  language: 'vi' | 'en'
  field: Reported
  value: string
}

/** Null while something is missing. */
const actOf = ({ kind, reference, language, field, value }: Draft): Given | null => {
  if (kind === 'dossier-state') {
    return reference.trim().length >= 4 ? { kind, reference: reference.trim().toUpperCase() } : null
  }
  if (kind === 'set-language') {
    return { kind, language }
  }
  if (kind === 'report-mismatch') {
    return value.trim() ? { kind, field, value: value.trim() } : null
  }
  return kind && { kind }
}

const Particulars = ({
  draft,
  isTried,
  fault,
  onDraft,
}: {
  draft: Draft
  isTried: boolean
  fault: string | undefined
  onDraft: (part: Partial<Draft>) => void
}) => {
  if (draft.kind === 'dossier-state') {
    return (
      <Field
        id="act-reference"
        label={t('reference')}
        hint={t('referenceHint')}
        width_ch={20}
        maxLength={24}
        value={draft.reference}
        onValue={(reference) => onDraft({ reference })}
        error={fault ?? (isTried && draft.reference.trim().length < 4 ? t('referenceMissing') : undefined)}
      />
    )
  }
  if (draft.kind === 'set-language') {
    return (
      <RadioCards<'vi' | 'en'>
        name="act-language"
        look="tiles"
        legend={t('language')}
        value={draft.language}
        onValue={(language) => onDraft({ language })}
        choices={[
          { value: 'vi', title: 'Tiếng Việt' },
          { value: 'en', title: 'English' },
        ]}
      />
    )
  }
  if (draft.kind !== 'report-mismatch') {
    return null
  }
  const missing = isTried && !draft.value.trim() ? t('valueMissing') : undefined
  return (
    <>
      <SelectField
        id="act-field"
        label={t('field')}
        value={draft.field}
        onValue={(text) =>
          onDraft({
            field: fields.find((one) => one === text) ?? 'fullName',
            value: text === 'sex' ? 'female' : '',
          })
        }
        options={fields.map((value) => ({ value, label: fieldWords(value) }))}
      />
      {draft.field === 'sex' ? (
        <SelectField
          id="act-value"
          label={t('value')}
          value={draft.value}
          onValue={(value) => onDraft({ value })}
          options={(['female', 'male'] as const).map((value) => ({ value, label: valueWords('sex', value) }))}
        />
      ) : (
        <Field
          id="act-value"
          label={t('value')}
          hint={t('valueHint')}
          maxLength={300}
          value={draft.value}
          onValue={(value) => onDraft({ value })}
          error={fault ?? missing}
        />
      )}
    </>
  )
}

export const ActMenu = ({ session, onAsked }: { session: Session; onAsked: (session: Session) => void }) => {
  const [draft, setDraft] = useState<Draft>({
    kind: session.mayDo.length === 1 ? (session.mayDo[0] ?? null) : null,
    reference: '',
    language: 'vi',
    field: 'fullName',
    value: '',
  })
  const [isTried, setTried] = useState(false)
  const asking = usePress()
  const faults = asking.problem ? faultsOf(asking.problem) : {}
  const ask = () => {
    setTried(true)
    const act = actOf(draft)
    if (!act) {
      return
    }
    void asking.press(async () => {
      onAsked(await orSignIn(deed<typeof AskAssistedAct>('assist.ask', { id: session.id, act })))
      setTried(false)
      setDraft((before) => ({
        ...before,
        kind: session.mayDo.length === 1 ? before.kind : null,
        reference: '',
        value: '',
      }))
    })
  }
  return (
    <Card title={t('title')} icon={heart}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <Refusal problem={asking.problem} onRetry={ask} />
        <RadioCards<ActKind>
          name="act-kind"
          legend={t('what')}
          error={isTried && !draft.kind ? t('whatMissing') : undefined}
          value={draft.kind}
          onValue={(kind) => setDraft((before) => ({ ...before, kind }))}
          choices={session.mayDo.map((value) => ({
            value,
            title: actWords(value),
            detail: actDetails(value),
          }))}
        />
        <Particulars
          draft={draft}
          isTried={isTried}
          fault={faults['act.reference'] ?? faults['act.value']}
          onDraft={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        <div class="search-acts">
          <Button kind="primary" type="submit" icon={monitor} isBusy={asking.isBusy}>
            {t('ask')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
