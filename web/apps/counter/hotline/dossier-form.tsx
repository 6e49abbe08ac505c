// A dossier by its reference: for a caller who is known any of hers; for another an application, with the end
// of the phone that was given in it.
import { useState } from 'preact/hooks'
import type { DossierByHotline } from '../../../../contract/assistance.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { dossierByHotline } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { dossier as dossierIcon, search } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { dossierSentence } from '../words/assist-words.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { Call } from './call.ts'

const t = phrases({
  title: { vi: 'Hồ sơ đang ở đâu?', en: 'Where is the dossier?' },
  reference: { vi: 'Mã hồ sơ người gọi đọc', en: 'The reference that the caller reads' },
  phone: { vi: '3 số cuối của điện thoại ghi trong đơn', en: 'Last 3 digits of the phone in it' },
  phoneMissing: { vi: 'Hỏi và nhập 3 số cuối.', en: 'Ask for the last 3 digits.' },
  look: { vi: 'Xem tình trạng', en: 'See how it stands' },
  none: { vi: 'Không có gì để nói', en: 'Nothing to tell' },
  noneWhy: {
    vi: 'Mã và câu trả lời không đi cùng nhau, hoặc không có hồ sơ. Nói như vậy với mọi người, không đoán thêm.',
    en: 'Reference and answer do not match, or there is no such dossier. Say the same to everybody.',
  },
  say: { vi: 'Nói với người gọi', en: 'Say to the caller' },
})

type Told = OutputOf<typeof DossierByHotline>

/** A caller who is known is asked for nothing but the reference. */
const useQuestion = (needsPhone: boolean) =>
  useForm({
    rules: dossierByHotline,
    start: { reference: '', phoneEnd: '' },
    ids: { reference: 'dossier-reference', phoneEnd: 'dossier-phone' },
    words: { phoneEnd: () => t('phoneMissing') },
    asSent: ({ reference, phoneEnd }) => ({
      reference: reference.trim().toUpperCase(),
      phoneEnd: needsPhone ? phoneEnd : '',
    }),
    also: ({ phoneEnd }) =>
      needsPhone && phoneEnd.trim() === '' ? [{ field: 'phoneEnd', code: 'required' }] : [],
  })

const Answer = ({ told }: { told: Told }) =>
  told.dossier ? (
    <Notice tone="ok" title={t('say')}>
      {dossierSentence(told.dossier)}
    </Notice>
  ) : (
    <Notice tone="warn" title={t('none')}>
      {t('noneWhy')}
    </Notice>
  )

export const DossierForm = ({ call, onCall }: { call: Call; onCall: (call: Call) => void }) => {
  const needsPhone = call.state !== 'known'
  const [told, setTold] = useState<Told | null>(null)
  const form = useQuestion(needsPhone)
  const look = () => {
    setTold(null)
    void form.send(async () => {
      const { reference, phoneEnd } = form.values
      const answer = await orSignIn(
        deed<typeof DossierByHotline>('hotline.dossier', {
          callId: call.id,
          reference: reference.trim().toUpperCase(),
          ...(needsPhone ? { phoneEnd } : {}),
        }),
      )
      setTold(answer)
      onCall(answer.call)
    })
  }
  return (
    <Card title={t('title')} icon={dossierIcon}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          look()
        }}
      >
        <FormSummary form={form} />
        <Refusal problem={form.refusal} onRetry={look} />
        <div class="hotline-script">
          <Field {...form.of('reference')} label={t('reference')} maxLength={24} />
          {needsPhone && (
            <Field {...form.of('phoneEnd')} label={t('phone')} inputMode="numeric" maxLength={3} />
          )}
        </div>
        {told && <Answer told={told} />}
        <div class="search-acts">
          <Button type="submit" icon={search} isBusy={form.sending.isBusy}>
            {t('look')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
