// Trusted relatives: who asks me now, whom I named with the time that each still takes, and who named me.
import './relatives.css'
import { useState } from 'preact/hooks'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card, GroupHead } from '../../../ui/card.tsx'
import { useNow } from '../../../ui/clock.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { family, phoneCall, plus } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill, type PillTone } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { LockForRelative } from '../lock/lock-for-relative.tsx'
import { leftText } from '../recover/rung-words.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import {
  answerRelative,
  endRelative,
  leaveRelative,
  loadAsks,
  loadRelatives,
  type Ask,
  type Named,
  type NamedBy,
  type Relatives,
} from './relatives.ts'

const t = phrases({
  title: { vi: 'Người thân tin cậy', en: 'Trusted relatives' },
  what: {
    vi: 'Khi bạn mất điện thoại, họ xác nhận giúp hoặc khoá giúp tài khoản. Họ không xem được giấy tờ nào của bạn.',
    en: 'When your phone is lost they confirm that it is you, or lock the account. They see none of your documents.',
  },
  asks: { vi: 'Đang nhờ bạn xác nhận', en: 'Asks you to confirm' },
  askOf: {
    vi: '{name} mất điện thoại và nhờ bạn xác nhận',
    en: '{name} has lost the phone and asks you to confirm',
  },
  askMore: {
    vi: 'Gọi cho người ấy bằng số bạn vẫn gọi, nghe giọng và số đối chiếu. Trả lời trước {until}.',
    en: 'Call on the number that you always call, hear the voice and the number. Answer before {until}.',
  },
  answer: { vi: 'Trả lời', en: 'Answer' },
  mine: { vi: 'Người tôi chọn', en: 'Whom I named' },
  room: { vi: '{n} trên {most}', en: '{n} of {most}' },
  add: { vi: 'Chọn người thân', en: 'Name a relative' },
  none: { vi: 'Bạn chưa chọn ai', en: 'You have named nobody' },
  noneMore: {
    vi: 'Nên chọn khi máy còn trong tay: mất rồi thì không chọn được nữa. Người ấy cần có tài khoản Sen.',
    en: 'Do it while the phone is in your hand; afterwards it is too late. The person needs a Sen account.',
  },
  numberEnd: { vi: 'Số định danh …{end}', en: 'Personal number …{end}' },
  asked: { vi: 'Chờ trả lời', en: 'Not answered yet' },
  askedMore: { vi: 'Lời mời hết hạn ngày {day}.', en: 'The request lapses on {day}.' },
  waiting: { vi: 'Chờ đủ giờ', en: 'Waiting time' },
  waitingMore: {
    vi: 'Có hiệu lực từ {at}, còn {left}. Chờ để người nhặt được máy không lợi dụng ngay.',
    en: 'Counts from {at}, {left} left. The wait keeps a finder of your phone from using it at once.',
  },
  trusted: { vi: 'Đang tin cậy', en: 'Trusted' },
  trustedMore: { vi: 'Xác nhận và khoá giúp được từ {at}.', en: 'Can confirm and lock since {at}.' },
  declined: { vi: 'Đã từ chối', en: 'Said no' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  lapsed: { vi: 'Hết hạn', en: 'Lapsed' },
  end: { vi: 'Bỏ người này', en: 'End it' },
  askEnd: { vi: 'Bỏ {name}?', en: 'End it with {name}?' },
  effectEnd: {
    vi: 'Người này không xác nhận hay khoá giúp bạn được nữa và được báo. Muốn chọn lại thì chờ lại từ đầu.',
    en: 'This person can no longer confirm or lock for you, and is told. Naming again begins the waiting anew.',
  },
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
  cancel: { vi: 'Thôi', en: 'Cancel' },
  done: { vi: 'Đã xong', en: 'Done' },
})

const tones: Record<Named['state'], PillTone> = {
  asked: 'gold',
  waiting: 'gold',
  trusted: 'ok',
  declined: 'neutral',
  ended: 'neutral',
  lapsed: 'neutral',
}
const isAsking = ({ state }: NamedBy): boolean => state === 'asked'
const isStanding = ({ state }: Named): boolean =>
  state === 'asked' || state === 'waiting' || state === 'trusted'

/** A deed that is asked about first: what it does, then yes. */
const Asked = ({
  label,
  title,
  effect,
  onYes,
}: {
  label: string
  title: string
  effect: string
  onYes: () => Promise<unknown>
}) => {
  const [isOpen, open] = useState(false)
  const doing = usePress()
  const yes = () =>
    void doing.press(async () => {
      await onYes()
      open(false)
      toast(t('done'))
    })
  return (
    <>
      <Button size="small" onPress={() => open(true)}>
        {label}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => open(false)}
        title={title}
        actions={
          <>
            <Button onPress={() => open(false)}>{t('cancel')}</Button>
            <Button kind="danger" isBusy={doing.isBusy} onPress={yes}>
              {label}
            </Button>
          </>
        }
      >
        <p>{effect}</p>
        {doing.problem && <ProblemNotice key={doing.refusals} problem={doing.problem} />}
      </Dialog>
    </>
  )
}

const AskCard = ({ ask }: { ask: Ask }) => (
  <Notice
    tone="warn"
    icon={phoneCall}
    title={t('askOf', { name: ask.name })}
    action={
      <LinkButton size="small" kind="primary" href={hrefTo(`/family/relatives/${ask.id}`)}>
        {t('answer')}
      </LinkButton>
    }
  >
    {t('askMore', { until: dateTimeVN(ask.endsAt) })}
  </Notice>
)

const stateMore = (named: Named, moment: number): string | null => {
  if (named.state === 'asked') {
    return t('askedMore', { day: dateVN(named.lapsesAt) })
  }
  if (!named.trustedFrom) {
    return null
  }
  if (named.state === 'waiting') {
    return t('waitingMore', {
      at: dateTimeVN(named.trustedFrom),
      left: leftText(Math.max(0, Math.ceil((Date.parse(named.trustedFrom) - moment) / 1000))),
    })
  }
  return named.state === 'trusted' ? t('trustedMore', { at: dateTimeVN(named.trustedFrom) }) : null
}

const NamedCard = ({ named, onChange }: { named: Named; onChange: () => void }) => {
  const more = stateMore(named, useNow(30))
  return (
    <Card>
      <div class="relative-card">
        <p class="relative-head">
          <b>{named.label}</b>
          <Pill tone={tones[named.state]}>{t(named.state)}</Pill>
        </p>
        <p class="quiet small">
          {t('numberEnd', { end: named.numberEnd })}
          {more && (
            <>
              <br />
              {more}
            </>
          )}
        </p>
        {isStanding(named) && (
          <div>
            <Asked
              label={t('end')}
              title={t('askEnd', { name: named.label })}
              effect={t('effectEnd')}
              onYes={async () => {
                await endRelative(named.id)
                onChange()
              }}
            />
          </div>
        )}
      </div>
    </Card>
  )
}

const Mine = ({ relatives, onChange }: { relatives: Relatives; onChange: () => void }) => {
  const standing = relatives.named.filter(isStanding)
  const past = relatives.named.filter((one) => !isStanding(one)).slice(0, 3)
  const canAdd = standing.length < relatives.most
  const add = (
    <LinkButton
      kind={standing.length === 0 ? 'primary' : 'secondary'}
      icon={plus}
      href={hrefTo('/family/relatives/new')}
    >
      {t('add')}
    </LinkButton>
  )
  return (
    <>
      <GroupHead title={t('mine')} aside={t('room', { n: standing.length, most: relatives.most })} />
      {standing.length === 0 && past.length === 0 ? (
        <EmptyState icon={family} title={t('none')} action={add}>
          {t('noneMore')}
        </EmptyState>
      ) : (
        <>
          {[...standing, ...past].map((named) => (
            <NamedCard key={named.id} named={named} onChange={onChange} />
          ))}
          {canAdd && <div>{add}</div>}
        </>
      )}
    </>
  )
}

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
          <Asked
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

export default function RelativesPage() {
  const relatives = useLoad(loadRelatives)
  const { data: asks } = useLoad(loadAsks)
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/me')} />}>
      {asks && asks.length > 0 && (
        <>
          <GroupHead title={t('asks')} />
          {asks.map((ask) => (
            <AskCard key={ask.id} ask={ask} />
          ))}
        </>
      )}
      <p class="quiet">{t('what')}</p>
      {relatives.problem && <ProblemNotice problem={relatives.problem} onRetry={relatives.reload} />}
      {!relatives.data && !relatives.problem && <Skeleton lines={5} />}
      {relatives.data && relatives.data.namedBy.some(isAsking) && (
        <>
          <GroupHead title={t('answerFirst')} />
          {relatives.data.namedBy.filter(isAsking).map((by) => (
            <ByCard key={by.id} by={by} onChange={relatives.reload} />
          ))}
        </>
      )}
      {relatives.data && <Mine relatives={relatives.data} onChange={relatives.reload} />}
      {relatives.data && relatives.data.namedBy.some((by) => !isAsking(by)) && (
        <>
          <GroupHead title={t('by')} />
          {relatives.data.namedBy
            .filter((by) => !isAsking(by))
            .map((by) => (
              <ByCard key={by.id} by={by} onChange={relatives.reload} />
            ))}
        </>
      )}
    </Screen>
  )
}
