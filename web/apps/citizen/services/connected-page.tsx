// Services that I agreed to share something with: what each gets, since when, when it was last used; and the
// way to take it back.
import './connected.css'
import type { ViewConnectedServices, WithdrawConsent } from '../../../../contract/connected-services.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad } from '../../../client/press.ts'
import { askedOf } from '../../../kit/party-asks.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Card } from '../../../ui/card.tsx'
import { dateTimeVN, dateVN } from '../../../ui/format.ts'
import { globe, Icon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { AskedDeed } from '../shell/asked-deed.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'

type Service = OutputOf<typeof ViewConnectedServices>['items'][number]

const t = phrases({
  title: { vi: 'Dịch vụ đã kết nối', en: 'Connected services' },
  lead: {
    vi: 'Những trang bạn đã đồng ý chia sẻ thông tin khi đăng nhập bằng Sen. Rút lại lúc nào cũng được.',
    en: 'Services that you agreed to share details with when you signed in with Sen. You can take it back at any time.',
  },
  gets: { vi: '{name} nhận được', en: '{name} gets' },
  since: { vi: 'Đồng ý từ {day}', en: 'Agreed on {day}' },
  used: { vi: 'Dùng lần cuối {at}', en: 'Last used {at}' },
  withdraw: { vi: 'Rút lại đồng ý', en: 'Take it back' },
  withdrawOf: { vi: 'Rút lại đồng ý với {name}', en: 'Take back sharing with {name}' },
  ask: { vi: 'Rút lại đồng ý với {name}?', en: 'Take back sharing with {name}?' },
  effect: {
    vi: 'Từ lúc này {name} không nhận được gì của bạn nữa và bạn được đăng xuất ở đó. Những gì nơi đó đã nhận vẫn ở chỗ họ; muốn xoá, hãy yêu cầu họ. Lần sau bạn đăng nhập, Sen sẽ hỏi lại từ đầu.',
    en: 'From now on {name} gets nothing more of yours and you are signed out there. What it received before stays with it; ask it if you want that deleted. At your next sign-in Sen asks you again.',
  },
  none: { vi: 'Chưa có dịch vụ nào', en: 'No service yet' },
  noneMore: {
    vi: 'Khi bạn đăng nhập một trang bằng Sen và đồng ý chia sẻ, trang đó hiện ở đây.',
    en: 'When you sign in to a service with Sen and agree to share, it appears here.',
  },
})

const ServiceCard = ({ service, onDone }: { service: Service; onDone: () => void }) => {
  const { clientId, name, domain, mayGet, since, lastUsedAt } = service
  return (
    <Card title={name} icon={globe}>
      <div class="connected">
        <p class="quiet small">
          {domain}
          {domain && <br />}
          {t('since', { day: dateVN(since) })}
          {lastUsedAt && <> · {t('used', { at: dateTimeVN(lastUsedAt) })}</>}
        </p>
        <ul aria-label={t('gets', { name })}>
          {askedOf(mayGet).map(({ scope, icon, what }) => (
            <li key={scope}>
              <Icon of={icon} size={20} />
              {what}
            </li>
          ))}
        </ul>
        <div>
          <AskedDeed
            label={t('withdraw')}
            labelOf={t('withdrawOf', { name })}
            title={t('ask', { name })}
            effect={t('effect', { name })}
            onYes={async () => {
              await ownDeed<typeof WithdrawConsent>('service.withdraw', { clientId })
              onDone()
            }}
          />
        </div>
      </div>
    </Card>
  )
}

export default function ConnectedPage() {
  const { data, problem, reload } = useLoad(() =>
    ownView<typeof ViewConnectedServices>('service.connected', {}),
  )
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/me')} />}>
      <p class="quiet">{t('lead')}</p>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {data?.items.length === 0 && (
        <EmptyState icon={globe} title={t('none')}>
          {t('noneMore')}
        </EmptyState>
      )}
      {data?.items.map((service) => (
        <ServiceCard key={service.clientId} service={service} onDone={reload} />
      ))}
    </Screen>
  )
}
