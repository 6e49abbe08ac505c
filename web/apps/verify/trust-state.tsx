// How old is what this device judges by, and a way to fetch it anew.
import { useState } from 'preact/hooks'
import { useReachable } from '../../client/reachability.ts'
import { Status } from '../../ui/attention.tsx'
import { IconButton } from '../../ui/button.tsx'
import { useNow } from '../../ui/clock.ts'
import { check, Icon, offline, refresh } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import { issuedAtOf } from './judge-code.ts'
import { refreshTrust, trust } from './kept-trust.ts'
import { dayText, momentText } from './verdict-words.ts'

const t = phrases({
  ready: { vi: 'Sẵn sàng, kể cả khi mất mạng', en: 'Ready, also without a network' },
  notReady: { vi: 'Chưa sẵn sàng: nối mạng một lần', en: 'Not ready: connect once' },
  offline: { vi: 'Đang không có mạng, vẫn kiểm tra được', en: 'No network now; checks still work' },
  list: { vi: 'Danh sách nơi cấp ngày {date}', en: 'List of issuers of {date}' },
  statuses: { vi: 'bảng thu hồi {at}', en: 'revocation list of {at}' },
  refresh: { vi: 'Lấy bản mới', en: 'Fetch the newest' },
  failed: {
    vi: 'Chưa lấy được bản mới. Bản đang có vẫn dùng được.',
    en: 'The newest could not be fetched. What is kept still works.',
  },
})

/** The oldest of them: the other ones are worth no less. */
const oldestOf = (tokens: Iterable<string>): number | null => {
  const moments = [...tokens].map(issuedAtOf).filter((moment) => moment !== null)
  return moments.length === 0 ? null : Math.min(...moments)
}

export const TrustState = () => {
  const kept = trust.use()
  const isReachable = useReachable()
  useNow(60)
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, fail] = useState(false)
  const fetchNewest = async () => {
    setBusy(true)
    fail(!(await refreshTrust()))
    setBusy(false)
  }
  const statusOf_s = kept && oldestOf(kept.statusLists.values())
  return (
    <div class={`trust-state${kept ? '' : ' is-missing'}`}>
      <Icon of={kept && isReachable ? check : offline} size={20} />
      <Status as="div">
        <b>{kept ? (isReachable ? t('ready') : t('offline')) : t('notReady')}</b>
        {kept && (
          <span>
            {t('list', { date: dayText(kept.list.issuedAt_s) })}
            {statusOf_s !== null && ` · ${t('statuses', { at: momentText(statusOf_s) })}`}
          </span>
        )}
        {hasFailed && <span>{t('failed')}</span>}
      </Status>
      <IconButton icon={refresh} label={t('refresh')} onPress={() => void (isBusy || fetchNewest())} />
    </div>
  )
}
