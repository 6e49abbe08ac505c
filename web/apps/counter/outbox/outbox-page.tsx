// What waits for the line, in the order in which it will be sent; what the server refused, with what to do;
// what has been sent this shift.
import '../../../ui/card.css'
import { useEffect, useState } from 'preact/hooks'
import { useReachable } from '../../../client/reachability.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { dateTimeVN } from '../../../ui/format.ts'
import { check, offline, refresh } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { adviceFor } from './conflict-advice.ts'
import {
  dropItem,
  isSending,
  leftByOthers,
  outbox,
  retryItem,
  sendOutbox,
  type OutboxItem,
} from '../case/outbox.ts'

const t = phrases({
  title: { vi: 'Chờ gửi', en: 'Outbox' },
  notFinal: { vi: 'Chưa có hiệu lực cho đến khi đồng bộ', en: 'Not final until synchronised' },
  what: {
    vi: 'Những hồ sơ làm khi mất mạng. Chúng được gửi theo đúng thứ tự khi có mạng lại; gửi lại cũng không thành hai lần.',
    en: 'Cases taken while the line was down. They are sent in order when it is back; sending again never does anything twice.',
  },
  none: { vi: 'Không có gì chờ gửi', en: 'Nothing waits to be sent' },
  noneWhy: {
    vi: 'Khi có mạng, mỗi bước lên máy chủ ngay.',
    en: 'While the line is up, each step reaches the server at once.',
  },
  others: {
    vi: 'Máy này còn {n} mục do cán bộ khác để lại. Chỉ chính người đó đăng nhập mới mở và gửi được.',
    en: 'Other officers left {n} entries on this machine. Only they can open and send them, after signing in.',
  },
  waiting: { vi: 'Chờ mạng', en: 'Waits for the line' },
  sending: { vi: 'Đang gửi', en: 'Being sent' },
  conflict: { vi: 'Cần bạn xem', en: 'Needs you' },
  sent: { vi: 'Đã đồng bộ', en: 'Synchronised' },
  progress: {
    vi: '{done} trên {all} việc đã tới máy chủ',
    en: '{done} of {all} deeds have reached the server',
  },
  written: { vi: 'Ghi lúc {moment}', en: 'Written {moment}' },
  sentAt: { vi: 'Đồng bộ lúc {moment}', en: 'Synchronised {moment}' },
  sendNow: { vi: 'Gửi ngay', en: 'Send now' },
  open: { vi: 'Mở hồ sơ', en: 'Open the case' },
  again: { vi: 'Gửi lại', en: 'Send again' },
  drop: { vi: 'Bỏ', en: 'Discard' },
  dropTitle: { vi: 'Bỏ việc chờ gửi của {name}?', en: 'Discard what waits for {name}?' },
  dropWhat: {
    vi: 'Những bước chưa tới máy chủ bị xoá hẳn và người dân phải làm lại chúng. Bước đã tới thì vẫn còn.',
    en: 'Steps that have not reached the server are destroyed and have to be done again. Those that have stay.',
  },
  keep: { vi: 'Giữ lại', en: 'Keep it' },
  clear: { vi: 'Cất khỏi danh sách', en: 'Take off the list' },
})

const tones = { waiting: 'gold', conflict: 'son', sent: 'ok' } as const

const Item = ({ item, onDrop }: { item: OutboxItem; onDrop: () => void }) => {
  const isBusy = isSending.use()
  const done = item.deeds.filter(({ isDone }) => isDone).length
  return (
    <li class="desk-row" data-state={item.state}>
      <div>
        <b>{item.title}</b>
        <small>
          {item.sentAt
            ? t('sentAt', { moment: dateTimeVN(item.sentAt) })
            : `${t('written', { moment: dateTimeVN(item.queuedAt) })} · ${t('progress', { done, all: item.deeds.length })}`}
        </small>
        {item.conflict && (
          <p class="desk-row-why">
            <b>{item.conflict.detail}</b> {adviceFor(item.conflict.code)}
          </p>
        )}
      </div>
      <Pill tone={tones[item.state]} icon={item.state === 'sent' ? check : undefined}>
        {t(item.state === 'waiting' && isBusy ? 'sending' : item.state)}
      </Pill>
      <span class="desk-row-end">
        {item.state === 'sent' ? (
          <Button size="small" kind="quiet" onPress={() => void dropItem(item.id)}>
            {t('clear')}
          </Button>
        ) : (
          <Button size="small" kind="quiet" onPress={onDrop}>
            {t('drop')}
          </Button>
        )}
        {item.state === 'conflict' && (
          <Button size="small" icon={refresh} isBusy={isBusy} onPress={() => void retryItem(item)}>
            {t('again')}
          </Button>
        )}
        {item.state !== 'waiting' && (
          <LinkButton size="small" kind="primary" href={hrefTo(item.href)}>
            {t('open')}
          </LinkButton>
        )}
      </span>
    </li>
  )
}

const Head = ({ hasUnsent }: { hasUnsent: boolean }) => {
  const isOnline = useReachable()
  const isBusy = isSending.use()
  return (
    <PageHead
      title={t('title')}
      beside={hasUnsent && <Pill tone="gold">{t('notFinal')}</Pill>}
      end={
        hasUnsent && (
          <Button
            size="small"
            kind="primary"
            icon={refresh}
            isBusy={isBusy}
            isDisabled={!isOnline}
            onPress={() => void sendOutbox()}
          >
            {t('sendNow')}
          </Button>
        )
      }
    />
  )
}

/** Items of colleagues who worked at this machine before. */
const LeftByOthers = () => {
  const [others, setOthers] = useState(0)
  useEffect(() => {
    void leftByOthers().then(setOthers, () => undefined)
  }, [])
  return others > 0 ? <Notice isQuiet>{t('others', { n: others })}</Notice> : null
}

const Items = ({ items, onDrop }: { items: readonly OutboxItem[]; onDrop: (item: OutboxItem) => void }) =>
  items.length === 0 ? (
    <div class="card">
      <EmptyState icon={offline} title={t('none')}>
        {t('noneWhy')}
      </EmptyState>
    </div>
  ) : (
    <ol class="desk-rows">
      {items.map((item) => (
        <Item key={item.id} item={item} onDrop={() => onDrop(item)} />
      ))}
    </ol>
  )

const DropDialog = ({ item, onClose }: { item: OutboxItem | null; onClose: () => void }) => (
  <Dialog
    isOpen={item !== null}
    onClose={onClose}
    title={item ? t('dropTitle', { name: item.title }) : ''}
    actions={
      <>
        <Button onPress={onClose}>{t('keep')}</Button>
        <Button
          kind="danger"
          onPress={() => {
            if (item) {
              void dropItem(item.id)
            }
            onClose()
          }}
        >
          {t('drop')}
        </Button>
      </>
    }
  >
    <p>{t('dropWhat')}</p>
  </Dialog>
)

const OutboxPage = () => {
  const items = outbox.use()
  const [dropping, drop] = useState<OutboxItem | null>(null)
  const hasUnsent = items.some(({ state }) => state !== 'sent')
  return (
    <CounterFrame title={t('title')}>
      <Head hasUnsent={hasUnsent} />
      <Notice isQuiet tone={hasUnsent ? 'warn' : 'info'}>
        {t('what')}
      </Notice>
      <LeftByOthers />
      <Items items={items} onDrop={drop} />
      <DropDialog item={dropping} onClose={() => drop(null)} />
    </CounterFrame>
  )
}

export default OutboxPage
