// A report goes to another office, or takes longer: with a reason that whoever reported reads.
import { useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import type { ExtendReport, ForwardReport } from '../../../../contract/crime-report.ts'
import { deed } from '../../../client/call.ts'
import { extendReport, forwardReport } from '../../../client/decision-form-rules.ts'
import { FormSummary, useForm, type Form } from '../../../kit/form.tsx'
import { unitCodeOf, UnitFields } from '../../../kit/unit-fields.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { CrimeCase } from './crime-case.ts'

const t = phrases({
  forward: { vi: 'Chuyển đến cơ quan khác', en: 'Hand over to another office' },
  extend: { vi: 'Kéo dài thời hạn', en: 'Take longer' },
  extendMore: {
    vi: 'Nhiều nhất đến 2 tháng kể từ ngày nhận, một lần (Điều 147 khoản 2 Bộ luật Tố tụng hình sự).',
    en: 'Two months from the receipt at most, once (Criminal Procedure Code, art. 147(2)).',
  },
  forwardMore: {
    vi: 'Công an ở nơi bạn chọn. Chỉ chuyển một lần; hạn giải quyết không đổi.',
    en: 'The police of the place you choose. Once only; the day stays the same.',
  },
  placeMissing: { vi: 'Chọn tỉnh, thành phố.', en: 'Choose the province.' },
  reason: { vi: 'Lý do', en: 'Why' },
  reasonHint: {
    vi: 'Ít nhất 10 chữ cái. Người báo tin đọc nguyên văn.',
    en: '10 letters at least. Whoever reported reads it as it is.',
  },
  reasonMissing: { vi: 'Ghi lý do, ít nhất 10 chữ cái.', en: 'Say why, in 10 letters at least.' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  goForward: { vi: 'Chuyển', en: 'Hand over' },
  goExtend: { vi: 'Kéo dài', en: 'Take longer' },
})

const reasonWords = (code: string) =>
  code === 'required' || code === 'too_small' ? t('reasonMissing') : undefined

const Frame = ({
  title,
  go,
  form,
  onClose,
  onGo,
  children,
}: {
  title: string
  go: string
  form: Form<'reason'> | Form<'reason' | 'unitCode'>
  onClose: () => void
  onGo: () => void
  children: ComponentChildren
}) => (
  <Dialog
    isOpen
    onClose={onClose}
    title={title}
    actions={
      <>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button kind="primary" isBusy={form.sending.isBusy} onPress={onGo}>
          {go}
        </Button>
      </>
    }
  >
    <div class="stack">
      <FormSummary form={form} />
      <Refusal problem={form.refusal} onRetry={onGo} />
      {children}
      <Field {...form.of('reason')} label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={1000} />
    </div>
  </Dialog>
)

export const ExtendDialog = ({
  id,
  onClose,
  onDone,
}: {
  id: string
  onClose: () => void
  onDone: (after: CrimeCase) => void
}) => {
  const form = useForm<'reason'>({
    rules: extendReport,
    start: { reason: '' },
    ids: { reason: 'move-reason' },
    words: { reason: reasonWords },
  })
  const go = () =>
    void form.send(async () => {
      const input = { id, reason: form.values.reason.trim() }
      onDone(await orSignIn(deed<typeof ExtendReport>('crime-report.extend', input)))
    })
  return (
    <Frame title={t('extend')} go={t('goExtend')} form={form} onClose={onClose} onGo={go}>
      <p>{t('extendMore')}</p>
    </Frame>
  )
}

const useForward = () =>
  useForm<'reason' | 'unitCode'>({
    rules: forwardReport,
    start: { reason: '', unitCode: '' },
    ids: { reason: 'move-reason', unitCode: 'unit-province' },
    words: { reason: reasonWords, unitCode: () => t('placeMissing') },
    also: ({ unitCode }) => (unitCode === '' ? [{ field: 'unitCode', code: 'required' }] : []),
  })

export const ForwardDialog = ({
  id,
  onClose,
  onDone,
}: {
  id: string
  onClose: () => void
  onDone: (office: string) => void
}) => {
  const [chosen, choose] = useState({ province: '', commune: '' })
  const form = useForward()
  const { error } = form.of('unitCode')
  const go = () =>
    void form.send(async () => {
      const { unitCode, reason } = form.values
      const input = { id, unitCode, reason: reason.trim() }
      onDone((await orSignIn(deed<typeof ForwardReport>('crime-report.forward', input))).office)
    })
  return (
    <Frame title={t('forward')} go={t('goForward')} form={form} onClose={onClose} onGo={go}>
      <p>{t('forwardMore')}</p>
      <UnitFields
        chosen={chosen}
        {...(error === undefined ? {} : { error })}
        onChosen={(place) => {
          choose(place)
          form.set({ unitCode: unitCodeOf(place) })
        }}
      />
    </Frame>
  )
}
