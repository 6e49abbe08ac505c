// Who named me: what I am still to answer, and for whom I can lock or stop being a relative.
import { usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, GroupHead } from '../../../ui/card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { family } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { toast } from '../../../ui/toast.tsx'
import { LockForRelative } from '../lock/lock-for-relative.tsx'
import { AskedDeed } from '../shell/asked-deed.tsx'
import { answerRelative, leaveRelative, type NamedBy } from './relatives.ts'

const t = phrases({
  answerFirst: { vi: 'Chờ bạn trả lời', en: 'Waits for your answer' },
  by: { vi: 'Người chọn tôi', en: 'Who named me' },
  byAsk: { vi: '{name} nhờ bạn làm người thân tin cậy', en: '{name} asks you to be a trusted relative' },
  byAskMore: {
    vi: 'Nếu đồng ý: khi người ấy mất điện thoại, bạn nghe số đối chiếu qua điện thoại rồi xác nhận; bạn cũng khoá giúp được. Hãy gọi hỏi lại trước khi đồng ý. Trả lời trước ngày {day}.',
    en: 'If you agree: when the phone is lost you hear a number on the telephone and confirm; you can also lock for the person. Call and ask before you agree. Answer before {day}.',
  },
  accept: { vi: 'Đồng ý', en: 'Agree' },
  decline: { vi: 'Từ chối', en: 'Say no' },
  accepted: { vi: 'Bạn là người thân tin cậy', en: 'You are a trusted relative' },
  leave: { vi: 'Thôi làm người thân', en: 'Leave' },
  askLeave: { vi: 'Thôi làm người thân của {name}?', en: 'No longer be a relative of {name}?' },
  effectLeave: {
    vi: 'Bạn không xác nhận hay khoá giúp người này được nữa. Người ấy được báo để chọn người khác.',
    en: 'You can no longer confirm or lock for this person, who is told and can name somebody else.',
  },
  done: { vi: 'Đã xong', en: 'Done' },
})

const isAsking = ({ state }: NamedBy): boolean => state === 'asked'

const ByCard = ({ by, onChange }: { by: NamedBy; onChange: () => void }) => {
  const answering = usePress()
  const answer = (accept: boolean) =>
    void answering.press(async () => {
      await answerRelative(by.id, accept)
      toast(t('done'))
      onChange()
    })
  if (by.state === 'asked') {
    return (
      <Notice
        tone="info"
        isQuiet
        icon={family}
        title={t('byAsk', { name: by.name })}
        action={
          <span class="relative-acts">
            <Button size="small" kind="primary" isBusy={answering.isBusy} onPress={() => answer(true)}>
              {t('accept')}
            </Button>
            <Button size="small" isDisabled={answering.isBusy} onPress={() => answer(false)}>
              {t('decline')}
            </Button>
          </span>
        }
      >
        {t('byAskMore', { day: dateVN(by.lapsesAt) })}
        {answering.problem && <ProblemNotice key={answering.refusals} problem={answering.problem} />}
      </Notice>
    )
  }
  return (
    <Card>
      <div class="relative-card">
        <p class="relative-head">
          <b>{by.name}</b>
          <Pill tone="jade">{t('accepted')}</Pill>
        </p>
        <div class="relative-acts">
          <LockForRelative relative={{ id: by.id, name: by.name }} />
          <AskedDeed
            label={t('leave')}
            title={t('askLeave', { name: by.name })}
            effect={t('effectLeave')}
            onYes={async () => {
              await leaveRelative(by.id)
              onChange()
            }}
          />
        </div>
      </div>
    </Card>
  )
}

type NamedMeProps = { readonly all: readonly NamedBy[]; readonly onChange: () => void }

const Group = ({ title, all, onChange }: NamedMeProps & { title: string }) =>
  all.length === 0 ? null : (
    <>
      <GroupHead title={title} />
      {all.map((by) => (
        <ByCard key={by.id} by={by} onChange={onChange} />
      ))}
    </>
  )

export const ToAnswer = ({ all, onChange }: NamedMeProps) => (
  <Group title={t('answerFirst')} all={all.filter(isAsking)} onChange={onChange} />
)

export const NamedMe = ({ all, onChange }: NamedMeProps) => (
  <Group title={t('by')} all={all.filter((by) => !isAsking(by))} onChange={onChange} />
)
