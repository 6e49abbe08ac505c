// Guests in one's own home or rooms: notified by typing or by the code of the card; one leaves, or a notice
// is corrected or taken back.
import { useRef, useState } from 'preact/hooks'
import type { ChangeAtHome, ListAtHome, ReportAtHome, ViewHomes } from '../../../../contract/home-stays.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { parseCardQr } from '../../../../formats/card-qr.ts'
import { usePages } from '../../../client/pages.ts'
import { useLoad } from '../../../client/press.ts'
import { newId } from '../../../client/uuid7.ts'
import { FormProblems } from '../../../kit/form.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import {
  atFields,
  fillFromCard,
  GuestFields,
  guestOf,
  nextGuest,
  stayOf,
  useGuestForm,
} from '../../../kit/stays/guest-form.tsx'
import { GuestRows } from '../../../kit/stays/guest-rows.tsx'
import { lateText, type Notice as StayNotice } from '../../../kit/stays/stay-words.ts'
import { Status } from '../../../ui/attention.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { timeOrDayVN } from '../../../ui/format.ts'
import { check, home as homeIcon, person, scan } from '../../../ui/icons.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'

const t = phrases({
  title: { vi: 'Báo khách lưu trú', en: 'Notify a guest' },
  add: { vi: 'Khách ở lại', en: 'The guest' },
  due: {
    vi: 'Khách đến lúc này thì báo trước {at}. Báo muộn vẫn được nhận, có ghi là muộn.',
    en: 'Notify whoever comes now before {at}. A late notice is taken as well, and marked as late.',
  },
  scan: { vi: 'Quét mã trên thẻ của khách', en: 'Scan the guest’s card' },
  stop: { vi: 'Tắt máy ảnh', en: 'Turn the camera off' },
  notCard: {
    vi: 'Đây không phải mã in trên thẻ căn cước. Quét lại, hoặc gõ thông tin.',
    en: 'This is not the code printed on an identity card. Scan again, or type.',
  },
  tell: { vi: 'Báo lưu trú', en: 'Notify' },
  done: {
    vi: 'Đã báo {name} cho {office}.',
    en: '{name} was notified to {office}.',
  },
  seen: {
    vi: ' Khách thấy việc này trong nhật ký của mình, không thấy nhà của ai.',
    en: ' The guest reads of it in their log, and not whose home it is.',
  },
  there: {
    vi: '{name} đã được báo từ trước, không báo lại.',
    en: '{name} was notified before, and not again.',
  },
  list: { vi: 'Khách đã báo', en: 'Guests notified' },
  none: { vi: 'Chưa báo khách nào', en: 'No guest yet' },
  noneMore: {
    vi: 'Khách vừa báo hiện ở đây; bạn sửa hoặc huỷ được.',
    en: 'Whom you notify shows here; you can correct it or take it back.',
  },
  gone: { vi: 'Không có nơi này', en: 'There is no such place' },
  goneMore: {
    vi: 'Có thể nơi này thuộc tài khoản khác. Mở lại danh sách của bạn.',
    en: 'It may belong to another account. Open your own list again.',
  },
  all: { vi: 'Xem các nơi của tôi', en: 'See my places' },
  left: { vi: 'Bạn không còn cư trú ở đây', en: 'You no longer live here' },
  leftMore: {
    vi: 'Thêm nhà bạn đang ở rồi báo khách ở đó. Những gì đã báo vẫn còn, bạn vẫn sửa được.',
    en: 'Add the home where you live and notify guests there. What was notified stays, and can be corrected.',
  },
  suspended: { vi: 'Nơi này đang bị tạm dừng', en: 'This place is suspended' },
  suspendedMore: {
    vi: 'Gọi {office} để biết vì sao. Những gì đã báo vẫn còn.',
    en: 'Call {office} to learn why. What was notified stays.',
  },
  more: { vi: 'Xem thêm', en: 'Show more' },
})

const CodeReader = lazyPart(() => import('../../../kit/code-reader/code-reader.tsx'))
type Homes = OutputOf<typeof ViewHomes>
type Home = Homes['items'][number]
/** `isKnown`: by a personal number, which has a log; a passport has none. */
type Told = OutputOf<typeof ReportAtHome> & { readonly isKnown: boolean }

const ToldNow = ({ told: { notice, isNew, isKnown }, office }: { told: Told; office: string }) => (
  <Notice isQuiet tone={notice.late_min > 0 ? 'warn' : 'ok'}>
    {isNew ? t('done', { name: notice.fullName, office }) : t('there', { name: notice.fullName })}
    {isNew && isKnown && t('seen')}
    {notice.late_min > 0 && ` ${lateText(notice.late_min)}.`}
  </Notice>
)

const AddGuest = ({ home, dueAt, onDone }: { home: Home; dueAt: string; onDone: () => void }) => {
  const form = useGuestForm(home.reasons)
  const [isScanning, setScanning] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  // Pressed again after a lost answer, it is the same notice.
  const id = useRef(newId())
  const tell = () =>
    void form.send(async () => {
      const { values } = form
      const input = { homeId: home.id, id: id.current, guest: guestOf(values), stay: stayOf(values) }
      const done = await atFields(ownDeed<typeof ReportAtHome>('stays.report-at-home', input))
      setTold({ ...done, isKnown: values.paper === 'number' })
      id.current = newId()
      nextGuest(form)
      onDone()
    })
  const take = (text: string): boolean => {
    const read = parseCardQr(text)
    if (read.ok) {
      fillFromCard(form, read.value)
      setScanning(false)
    }
    return read.ok
  }
  return (
    <Card title={t('add')} icon={person}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          tell()
        }}
      >
        <p class="quiet small">{t('due', { at: timeOrDayVN(dueAt, now()) })}</p>
        <FormProblems form={form} onRetry={tell} />
        {isScanning && <CodeReader onText={take} other={t('notCard')} />}
        <Button icon={scan} isWide onPress={() => setScanning(!isScanning)}>
          {t(isScanning ? 'stop' : 'scan')}
        </Button>
        <GuestFields form={form} reasons={home.reasons} hasRooms={home.kind !== 'household'} />
        <Button kind="primary" type="submit" icon={check} isWide isBusy={form.sending.isBusy}>
          {t('tell')}
        </Button>
        <Status as="div">{told && <ToldNow key={told.notice.id} told={told} office={home.office} />}</Status>
      </form>
    </Card>
  )
}

/** Why no guest is notified here; null where one may be. */
const Shut = ({ home }: { home: Home }) =>
  home.isSuspended ? (
    <Notice isQuiet tone="warn" title={t('suspended')}>
      {t('suspendedMore', { office: home.office })}
    </Notice>
  ) : home.isLeft ? (
    <Notice
      isQuiet
      tone="warn"
      title={t('left')}
      action={
        <LinkButton size="small" href={hrefTo('/stays')}>
          {t('all')}
        </LinkButton>
      }
    >
      {t('leftMore')}
    </Notice>
  ) : null

const AtHome = ({ home, dueAt }: { home: Home; dueAt: string }) => {
  const pages = usePages<StayNotice>((cursor) =>
    ownView<typeof ListAtHome>('stays.at-home', { homeId: home.id, ...(cursor ? { cursor } : {}) }),
  )
  return (
    <>
      <p class="quiet">{home.name === home.address ? home.address : `${home.name} · ${home.address}`}</p>
      <Shut home={home} />
      {!home.isSuspended && !home.isLeft && <AddGuest home={home} dueAt={dueAt} onDone={pages.reload} />}
      <Card title={t('list')} icon={homeIcon}>
        {pages.problem && <ProblemNotice problem={pages.problem} onRetry={pages.retry} />}
        {pages.items.length === 0 && pages.isLoading && <Skeleton lines={3} />}
        {pages.items.length === 0 && !pages.isLoading && !pages.problem && (
          <EmptyState icon={homeIcon} title={t('none')}>
            {t('noneMore')}
          </EmptyState>
        )}
        <GuestRows
          notices={pages.items}
          reasons={home.reasons}
          hasRooms={home.kind !== 'household'}
          send={(id, to) => ownDeed<typeof ChangeAtHome>('stays.change-at-home', { homeId: home.id, id, to })}
          onChanged={pages.reload}
        />
        {pages.hasMore && (
          <Button isBusy={pages.isLoading} onPress={pages.more}>
            {t('more')}
          </Button>
        )}
      </Card>
    </>
  )
}

export default function HomePage({ params }: PageProps) {
  const { data, problem, reload } = useLoad(() => ownView<typeof ViewHomes>('stays.homes', {}))
  const home = data?.items.find(({ id }) => id === params['home'])
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/stays')} />}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {data && !home && (
        <EmptyState
          icon={homeIcon}
          title={t('gone')}
          action={<LinkButton href={hrefTo('/stays')}>{t('all')}</LinkButton>}
        >
          {t('goneMore')}
        </EmptyState>
      )}
      {data && home && <AtHome home={home} dueAt={data.dueAt} />}
    </Screen>
  )
}
