// In the account area: lock now, the lock code on paper, and every lock there was.
import type { ViewLockHistory } from '../../../../contract/lock.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad } from '../../../client/press.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { dossier, lock, unlock } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownView } from '../shell/session.ts'
import { groundTitle, setterWords } from './lock-words.ts'

const t = phrases({
  title: { vi: 'Khoá và mã khoá', en: 'Locking and lock code' },
  now: { vi: 'Khoá tài khoản ngay', en: 'Lock the account now' },
  code: { vi: 'Mã khoá trên giấy', en: 'Lock code on paper' },
  codeHeld: {
    vi: 'Tạo ngày {day}. Mất giấy thì tạo mã mới',
    en: 'Made on {day}. If the paper is lost, make a new one',
  },
  codeNone: {
    vi: 'Chưa có. Nên có để khoá được khi mất máy',
    en: 'None yet. With one you can lock when the phone is gone',
  },
  missing: { vi: 'Nên làm', en: 'To do' },
  history: { vi: 'Lịch sử khoá', en: 'Lock history' },
  none: { vi: 'Tài khoản chưa từng bị khoá', en: 'The account was never locked' },
  noneMore: {
    vi: 'Mỗi lần khoá và mở khoá hiện ở đây, kèm lý do và ai đã khoá.',
    en: 'Every lock and unlock shows here, with its reason and who did it.',
  },
  lifted: { vi: 'Mở lại {moment}', en: 'Unlocked {moment}' },
  standing: { vi: 'Đang khoá', en: 'Locked' },
})

type Item = OutputOf<typeof ViewLockHistory>['items'][number]

const Lock = ({ ground, setBy, setAt, liftedAt }: Item) => (
  <Row
    icon={liftedAt ? unlock : lock}
    tone={liftedAt ? 'ok' : 'son'}
    title={groundTitle(ground)}
    end={liftedAt ? undefined : <Pill tone="son">{t('standing')}</Pill>}
    detail={
      <>
        {setterWords(setBy)} · <time dateTime={setAt}>{dateTimeVN(setAt)}</time>
        {liftedAt && (
          <>
            <br />
            {t('lifted', { moment: dateTimeVN(liftedAt) })}
          </>
        )}
      </>
    }
  />
)

export default function LockHistoryPage() {
  const { data, problem, reload } = useLoad(() => ownView<typeof ViewLockHistory>('lock.history', {}))
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/me')} />}
      action={
        <LinkButton kind="danger-quiet" isWide icon={lock} href={hrefTo('/lock')}>
          {t('now')}
        </LinkButton>
      }
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {data && (
        <>
          <Rows>
            <Row
              icon={dossier}
              title={t('code')}
              href={hrefTo('/me/lock-code')}
              end={data.lockCodeMadeAt ? undefined : <Pill tone="gold">{t('missing')}</Pill>}
              detail={
                data.lockCodeMadeAt ? t('codeHeld', { day: dateVN(data.lockCodeMadeAt) }) : t('codeNone')
              }
            />
          </Rows>
          <GroupHead title={t('history')} />
          {data.items.length > 0 ? (
            <Rows>
              {data.items.map((item) => (
                <Lock key={item.id} {...item} />
              ))}
            </Rows>
          ) : (
            <EmptyState icon={unlock} title={t('none')}>
              {t('noneMore')}
            </EmptyState>
          )}
        </>
      )}
    </Screen>
  )
}
