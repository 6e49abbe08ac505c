// Whom I named: the time that each still takes, and the way to end it or name another.
import { useNow } from '../../../ui/clock.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card, GroupHead } from '../../../ui/card.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { family, plus } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill, type PillTone } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { leftText } from '../recover/rung-words.ts'
import { AskedDeed } from '../shell/asked-deed.tsx'
import { endRelative, type Named, type Relatives } from './relatives.ts'

const t = phrases({
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
})

const tones: Record<Named['state'], PillTone> = {
  asked: 'gold',
  waiting: 'gold',
  trusted: 'ok',
  declined: 'neutral',
  ended: 'neutral',
  lapsed: 'neutral',
}
const isStanding = ({ state }: Named): boolean =>
  state === 'asked' || state === 'waiting' || state === 'trusted'

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
            <AskedDeed
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

export const NamedByMe = ({ relatives, onChange }: { relatives: Relatives; onChange: () => void }) => {
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
