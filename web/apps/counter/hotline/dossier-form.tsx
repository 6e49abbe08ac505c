// A dossier by its reference: for a caller who is known any of hers; for another an application, with the end
// of the phone that was given in it.
import { useState } from 'preact/hooks'
import type { DossierByHotline } from '../../../../contract/assistance.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
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
  referenceMissing: { vi: 'Nhập mã hồ sơ.', en: 'Enter the reference.' },
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

export const DossierForm = ({ call, onCall }: { call: Call; onCall: (call: Call) => void }) => {
  const [reference, setReference] = useState('')
  const [phoneEnd, setPhoneEnd] = useState('')
  const [isTried, setTried] = useState(false)
  const [told, setTold] = useState<OutputOf<typeof DossierByHotline> | null>(null)
  const looking = usePress()
  const needsPhone = call.state !== 'known'
  const isPhone = !needsPhone || /^\d{3}$/.test(phoneEnd)
  const look = () => {
    setTried(true)
    setTold(null)
    if (reference.trim().length < 4 || !isPhone) {
      return
    }
    void looking.press(async () => {
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
        <Refusal problem={looking.problem} onRetry={look} />
        <div class="hotline-script">
          <Field
            id="dossier-reference"
            label={t('reference')}
            maxLength={24}
            value={reference}
            onValue={setReference}
            error={isTried && reference.trim().length < 4 ? t('referenceMissing') : undefined}
          />
          {needsPhone && (
            <Field
              id="dossier-phone"
              label={t('phone')}
              inputMode="numeric"
              maxLength={3}
              value={phoneEnd}
              onValue={setPhoneEnd}
              error={isTried && !isPhone ? t('phoneMissing') : undefined}
            />
          )}
        </div>
        {told &&
          (told.dossier ? (
            <Notice tone="ok" title={t('say')}>
              {dossierSentence(told.dossier)}
            </Notice>
          ) : (
            <Notice tone="warn" title={t('none')}>
              {t('noneWhy')}
            </Notice>
          ))}
        <div class="search-acts">
          <Button type="submit" icon={search} isBusy={looking.isBusy}>
            {t('look')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
