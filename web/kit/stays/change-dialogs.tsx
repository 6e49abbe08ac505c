// A notice is taken back with its reason, or corrected: the paper is read anew, because only the end of its
// number is kept.
import { useState } from 'preact/hooks'
import type { ChangeStay } from '../../../contract/stays.ts'
import type { GivenTo } from '../../client/call.ts'
import { usePress } from '../../client/press.ts'
import { FormProblems } from '../form.tsx'
import { ProblemNotice } from '../problem-notice.tsx'
import { atFields, GuestFields, guestOf, stayOf, useGuestForm, type Reason } from './guest-form.tsx'
import { cancelWords, type Notice as StayNotice } from './stay-words.ts'
import { announce } from '../../ui/attention.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { check } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import { RadioCards } from '../../ui/radio-cards.tsx'

const t = phrases({
  cancelTitle: { vi: 'Huỷ thông báo của {name}?', en: 'Take back the notice of {name}?' },
  cancelMore: {
    vi: 'Công an và khách đều thấy thông báo này đã huỷ. Không khôi phục được; nếu khách có đến thì báo mới.',
    en: 'The police and the guest both see that it was taken back. It cannot be restored; if the guest did come, notify anew.',
  },
  why: { vi: 'Vì sao huỷ', en: 'Why' },
  keep: { vi: 'Giữ thông báo', en: 'Keep the notice' },
  cancel: { vi: 'Huỷ thông báo', en: 'Take it back' },
  cancelled: { vi: 'Đã huỷ thông báo của {name}', en: 'The notice of {name} was taken back' },
  correctTitle: { vi: 'Sửa thông báo của {name}', en: 'Correct the notice of {name}' },
  correctMore: {
    vi: 'Nhập lại giấy tờ của khách: ở đây chỉ giữ bốn số cuối.',
    en: 'Enter the paper again: only its last four signs are kept here.',
  },
  later: { vi: 'Để sau', en: 'Later' },
  correct: { vi: 'Lưu thông báo đã sửa', en: 'Save the correction' },
  corrected: { vi: 'Đã sửa thông báo của {name}', en: 'The notice of {name} was corrected' },
})

const reasons = ['wrong-person', 'did-not-come', 'twice', 'other'] as const
/** How whoever told the notice has it changed: at a desk, or in her own app. */
export type SendChange = (id: string, to: GivenTo<typeof ChangeStay>['to']) => Promise<unknown>
interface Asked {
  readonly notice: StayNotice
  readonly send: SendChange
  readonly onClose: () => void
  readonly onDone: () => void
}

export const CancelDialog = ({ notice: { id, fullName: name }, send, onClose, onDone }: Asked) => {
  const [why, setWhy] = useState<(typeof reasons)[number]>('wrong-person')
  const cancelling = usePress()
  const cancel = () =>
    void cancelling.press(async () => {
      await send(id, { change: 'cancel', why })
      announce(t('cancelled', { name }))
      onDone()
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('cancelTitle', { name })}
      actions={
        <>
          <Button onPress={onClose}>{t('keep')}</Button>
          <Button kind="danger" isBusy={cancelling.isBusy} onPress={cancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {cancelling.problem && <ProblemNotice problem={cancelling.problem} onRetry={cancel} />}
      <p>{t('cancelMore')}</p>
      <RadioCards
        name="why"
        legend={t('why')}
        value={why}
        onValue={setWhy}
        choices={reasons.map((value) => ({ value, title: cancelWords(value) }))}
      />
    </Dialog>
  )
}

export const CorrectDialog = ({
  notice,
  reasons: allowed,
  hasRooms,
  send,
  onClose,
  onDone,
}: Asked & { reasons: readonly Reason[]; hasRooms: boolean }) => {
  const { id, fullName: name } = notice
  const [from = '', time = ''] = notice.from.split('T')
  const { room, to, reason } = notice
  const form = useGuestForm(allowed, {
    prefix: 'correct-',
    of: { fullName: name, room: room ?? '', from, time, to: to.slice(0, 10), reason },
  })
  const correct = () =>
    void form.send(async () => {
      const corrected = { guest: guestOf(form.values), stay: stayOf(form.values) }
      await atFields(send(id, { change: 'correct', ...corrected }))
      announce(t('corrected', { name }))
      onDone()
    })
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={t('correctTitle', { name })}
      actions={
        <>
          <Button onPress={onClose}>{t('later')}</Button>
          <Button kind="primary" icon={check} isBusy={form.sending.isBusy} onPress={correct}>
            {t('correct')}
          </Button>
        </>
      }
    >
      <FormProblems form={form} onRetry={correct} />
      <p>{t('correctMore')}</p>
      <GuestFields form={form} reasons={allowed} hasRooms={hasRooms} />
    </Dialog>
  )
}
