// Locking for a caller who is known, with the reason that the caller gives.
import { useState } from 'preact/hooks'
import type { LockByHotline } from '../../../../contract/assistance.ts'
import { deed } from '../../../client/call.ts'
import { lockByHotline } from '../../../client/counter-form-rules.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { lock } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { Call } from './call.ts'

const t = phrases({
  lockTitle: { vi: 'Khoá tài khoản', en: 'Lock the account' },
  lockWhat: {
    vi: 'Mọi phiên đăng nhập tắt trong vài giây. Mã QR và thẻ trong ví mất hiệu lực. Mở lại tại quầy, với thẻ căn cước.',
    en: 'Every session ends within seconds; codes and cards of the wallet stop. A counter unlocks it, with the card.',
  },
  lock: { vi: 'Khoá ngay', en: 'Lock now' },
  ask: { vi: 'Khoá tài khoản của người gọi?', en: "Lock the caller's account?" },
  note: { vi: 'Lý do người gọi nói', en: 'The reason the caller gives' },
  noteHint: {
    vi: 'Ít nhất 5 chữ cái, ví dụ “mất điện thoại”.',
    en: '5 letters at least, for example “lost the phone”.',
  },
  noteMissing: { vi: 'Ghi lý do.', en: 'Give the reason.' },
  locked: { vi: 'Đã tiếp nhận và khoá. Mã cuộc gọi {reference}.', en: 'Taken and locked. Call {reference}.' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
})

type LockProps = { readonly call: Call; readonly onCall: (call: Call) => void }

const useLocking = ({ call, onCall }: LockProps) => {
  const [isAsked, ask] = useState(false)
  const form = useForm({
    rules: lockByHotline,
    start: { note: '' },
    ids: { note: 'lock-note' },
    words: {
      note: (code) => (code === 'required' || code === 'too_small' ? t('noteMissing') : undefined),
    },
  })
  const close = () => {
    form.sending.clear()
    ask(false)
  }
  const go = () =>
    void form.send(async () => {
      const note = form.values.note.trim()
      const told = await orSignIn(deed<typeof LockByHotline>('hotline.lock', { callId: call.id, note }))
      onCall(told.call)
      ask(false)
      toast(t('locked', { reference: call.reference }))
    })
  return { isAsked, open: () => ask(true), close, form, go }
}

const LockDialog = ({
  locking: { isAsked, close, form, go },
}: {
  locking: ReturnType<typeof useLocking>
}) => (
  <Dialog
    isOpen={isAsked}
    onClose={close}
    title={t('ask')}
    actions={
      <>
        <Button onPress={close}>{t('cancel')}</Button>
        <Button kind="danger" isBusy={form.sending.isBusy} onPress={go}>
          {t('lock')}
        </Button>
      </>
    }
  >
    <FormSummary form={form} />
    <Refusal problem={form.refusal} onRetry={go} />
    <p>{t('lockWhat')}</p>
    <Field {...form.of('note')} label={t('note')} hint={t('noteHint')} maxLength={500} />
  </Dialog>
)

export const LockCard = (props: LockProps) => {
  const locking = useLocking(props)
  const { call } = props
  return (
    <Card title={t('lockTitle')} icon={lock}>
      <div class="stack">
        <p>{t('lockWhat')}</p>
        {call.deeds.includes('lock') ? (
          <Notice isQuiet tone="ok">
            {t('locked', { reference: call.reference })}
          </Notice>
        ) : (
          <Button kind="danger" icon={lock} onPress={locking.open}>
            {t('lock')}
          </Button>
        )}
      </div>
      <LockDialog locking={locking} />
    </Card>
  )
}
