// Hands a petition to the office that is competent for it: where, and why, as the person will read it.
import { useState } from 'preact/hooks'
import type { ForwardPetition } from '../../../../contract/petition.ts'
import { deed } from '../../../client/call.ts'
import { forwardPetition } from '../../../client/decision-form-rules.ts'
import { FormSummary, useForm, type Form } from '../../../kit/form.tsx'
import { unitCodeOf, UnitFields } from '../../../kit/unit-fields.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Chuyển đến cơ quan khác', en: 'Hand over to another office' },
  where: { vi: 'Cơ quan nào?', en: 'Which office?' },
  place: { vi: 'Cơ quan của một địa phương', en: 'The office of a place' },
  country: { vi: 'Cơ quan trung ương', en: 'The office of the whole country' },
  placeMissing: { vi: 'Chọn tỉnh, thành phố.', en: 'Choose the province.' },
  reason: { vi: 'Lý do chuyển', en: 'Why' },
  reasonHint: {
    vi: 'Ít nhất 10 chữ cái. Người dân đọc nguyên văn.',
    en: '10 letters at least. The person reads it as it is.',
  },
  reasonMissing: { vi: 'Ghi lý do, ít nhất 10 chữ cái.', en: 'Say why, in 10 letters at least.' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  go: { vi: 'Chuyển', en: 'Hand over' },
})

type Where = 'place' | 'country'
type Place = { readonly province: string; readonly commune: string }

const useForward = (where: Where) =>
  useForm<'unitCode' | 'reason'>({
    rules: forwardPetition,
    start: { unitCode: '', reason: '' },
    ids: { unitCode: 'unit-province', reason: 'forward-reason' },
    words: {
      unitCode: () => t('placeMissing'),
      reason: (code) => (code === 'required' || code === 'too_small' ? t('reasonMissing') : undefined),
    },
    also: ({ unitCode }) =>
      where === 'place' && unitCode === '' ? [{ field: 'unitCode', code: 'required' }] : [],
  })

const Office = ({
  where,
  onWhere,
  form,
}: {
  where: Where
  onWhere: (where: Where) => void
  form: Form<'unitCode' | 'reason'>
}) => {
  const [chosen, choose] = useState<Place>({ province: '', commune: '' })
  const { error } = form.of('unitCode')
  return (
    <>
      <RadioCards<Where>
        name="forward-where"
        legend={t('where')}
        value={where}
        onValue={onWhere}
        choices={[
          { value: 'place', title: t('place') },
          { value: 'country', title: t('country') },
        ]}
      />
      {where === 'place' && (
        <UnitFields
          chosen={chosen}
          {...(error === undefined ? {} : { error })}
          onChosen={(place) => {
            choose(place)
            form.set({ unitCode: unitCodeOf(place) })
          }}
        />
      )}
    </>
  )
}

export const ForwardDialog = ({
  caseId,
  onClose,
  onDone,
}: {
  caseId: string
  onClose: () => void
  onDone: (office: string) => void
}) => {
  const [where, setWhere] = useState<Where>('place')
  const form = useForward(where)
  const send = () =>
    void form.send(async () => {
      const { unitCode, reason } = form.values
      const to = where === 'place' ? { unitCode } : {}
      const input = { caseId, reason: reason.trim(), ...to }
      onDone((await orSignIn(deed<typeof ForwardPetition>('petition.forward', input))).office)
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind="primary" isBusy={form.sending.isBusy} onPress={send}>
            {t('go')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={send} />
        <Office where={where} onWhere={setWhere} form={form} />
        <Field {...form.of('reason')} label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={500} />
      </div>
    </Dialog>
  )
}
