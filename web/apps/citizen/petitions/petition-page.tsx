// One petition: what she wrote, who answers and until when, the answer, its paper, and whether it helped.
import { useState } from 'preact/hooks'
import type { PrintPetitionAnswer, RatePetition } from '../../../../contract/petition.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { topicWords } from '../../../kit/petition-words.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { saveBytes } from '../../../kit/save-file.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateTimeVN, dateVN, timeVN } from '../../../ui/format.ts'
import { check, clock, download, heart, message, share } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'
import { readOwnPetitions, type OwnPetition } from './own-petitions.ts'

const t = phrases({
  title: { vi: 'Phản ánh', en: 'Petition' },
  place: { vi: 'Nơi được phản ánh', en: 'About' },
  homePlace: { vi: 'nơi bạn cư trú', en: 'where you live' },
  office: { vi: 'Cơ quan trả lời', en: 'Answered by' },
  due: { vi: 'Trả lời chậm nhất', en: 'You hear by' },
  dueAt: { vi: '{time} ngày {day}', en: '{time} on {day}' },
  sentAt: { vi: 'Gửi lúc', en: 'Sent' },
  yours: { vi: 'Bạn viết', en: 'What you wrote' },
  waiting: { vi: 'Đang chờ trả lời', en: 'Waiting for an answer' },
  waitingMore: { vi: 'Bạn không phải làm gì.', en: 'There is nothing you must do.' },
  late: { vi: 'Xin lỗi, phản ánh này đã quá hạn', en: 'We are sorry: this petition is overdue' },
  lateMore: {
    vi: '{office} đã hẹn trả lời trước {day} và chưa trả lời. Việc này đứng đầu danh sách của cơ quan; lãnh đạo đã được báo.',
    en: '{office} was to answer by {day} and has not. It stands on top of its list, and its head was told.',
  },
  forwarded: { vi: 'Đã chuyển đúng cơ quan', en: 'Handed to the competent office' },
  answer: { vi: 'Trả lời của cơ quan', en: 'The answer' },
  answeredAt: { vi: 'Trả lời lúc {at}', en: 'Answered {at}' },
  article: { vi: 'Căn cứ', en: 'By' },
  paper: { vi: 'Tải văn bản trả lời (PDF)', en: 'Download the answer (PDF)' },
  saved: { vi: 'Đã tải văn bản về máy', en: 'The paper is on your device' },
  helped: { vi: 'Câu trả lời có giúp được bạn không?', en: 'Did the answer help?' },
  helpedMore: {
    vi: 'Chỉ con số được giữ lại; không ai biết bạn đã chọn gì.',
    en: 'Only the number is kept; nobody knows what you chose.',
  },
  satisfied: { vi: 'Có', en: 'Yes' },
  partly: { vi: 'Một phần', en: 'In part' },
  unsatisfied: { vi: 'Không', en: 'No' },
  thanks: { vi: 'Cảm ơn bạn đã cho biết.', en: 'Thank you for telling us.' },
  gone: { vi: 'Không có phản ánh này', en: 'There is no such petition' },
  goneMore: { vi: 'Các phản ánh khác của bạn vẫn còn nguyên.', en: 'Your other petitions are all there.' },
  all: { vi: 'Xem các phản ánh', en: 'See the petitions' },
})

const ratings = ['satisfied', 'partly', 'unsatisfied'] as const

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n+/).map((paragraph, index) => (
      <p key={index}>{paragraph}</p>
    ))}
  </>
)

const Waiting = ({ own: { isOverdue, office, dueAt } }: { own: OwnPetition }) =>
  isOverdue ? (
    <Notice tone="warn" title={t('late')}>
      {t('lateMore', { office, day: dateVN(dueAt) })}
    </Notice>
  ) : (
    <Notice isQuiet icon={clock} title={t('waiting')}>
      {t('waitingMore')}
    </Notice>
  )

const Rating = ({ own, onDone }: { own: OwnPetition; onDone: (after: OwnPetition) => void }) => {
  const rating = usePress()
  const rate = (value: (typeof ratings)[number]) =>
    void rating.press(async () => {
      onDone(await ownDeed<typeof RatePetition>('petition.rate', { id: own.id, rating: value }))
      toast(t('thanks'))
    })
  return (
    <Card title={t('helped')} icon={heart}>
      <div class="stack">
        <p class="quiet">{t('helpedMore')}</p>
        {rating.problem && <ProblemNotice key={rating.refusals} problem={rating.problem} />}
        {ratings.map((value) => (
          <Button key={value} isWide isBusy={rating.isBusy} onPress={() => rate(value)}>
            {t(value)}
          </Button>
        ))}
      </div>
    </Card>
  )
}

const Answer = ({ own }: { own: OwnPetition }) => {
  const printing = usePress()
  const take = () =>
    void printing.press(async () => {
      const { name, pdf } = await ownView<typeof PrintPetitionAnswer>('petition.paper', { id: own.id })
      const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))
      saveBytes(name, bytes, 'application/pdf')
      toast(t('saved'))
    })
  return (
    <Card title={t('answer')} icon={check}>
      <div class="stack">
        <p class="quiet small">{t('answeredAt', { at: dateTimeVN(own.endedAt ?? own.dueAt) })}</p>
        <Paragraphs text={own.answer ?? ''} />
        {own.article && (
          <p>
            {t('article')}: {own.article}
          </p>
        )}
        {printing.problem && <ProblemNotice key={printing.refusals} problem={printing.problem} />}
        <Button icon={download} isWide isBusy={printing.isBusy} onPress={take}>
          {t('paper')}
        </Button>
      </div>
    </Card>
  )
}

const Petition = ({ read }: { read: OwnPetition }) => {
  const [own, setOwn] = useState(read)
  return (
    <>
      {own.endedAt ? <Answer own={own} /> : <Waiting own={own} />}
      {own.endedAt && !own.isRated && <Rating own={own} onDone={setOwn} />}
      {own.forwarded && (
        <Notice isQuiet icon={share} title={t('forwarded')}>
          {own.forwarded.reason}
        </Notice>
      )}
      <Card title={topicWords(own.topic)} icon={message}>
        <div class="stack">
          <DataPairs
            pairs={[
              { label: t('office'), value: own.office },
              { label: t('place'), value: own.place ?? t('homePlace') },
              { label: t('sentAt'), value: dateTimeVN(own.openedAt) },
              ...(own.endedAt
                ? []
                : [
                    {
                      label: t('due'),
                      value: t('dueAt', { time: timeVN(own.dueAt), day: dateVN(own.dueAt) }),
                    },
                  ]),
            ]}
          />
          <h3>{t('yours')}</h3>
          <Paragraphs text={own.text} />
        </div>
      </Card>
    </>
  )
}

export default function PetitionPage({ params }: PageProps) {
  const { data, problem, reload } = useLoad(readOwnPetitions)
  const own = data?.find(({ id }) => id === params['id'])
  return (
    <Screen title={t('title')} head={<TopBar title={t('title')} back={hrefTo('/petitions')} />}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={6} />}
      {own && (
        <>
          <p>
            <Pill tone="cham">{own.reference}</Pill>
          </p>
          <Petition key={own.id} read={own} />
        </>
      )}
      {data && !own && (
        <EmptyState
          icon={message}
          title={t('gone')}
          action={<LinkButton href={hrefTo('/petitions')}>{t('all')}</LinkButton>}
        >
          {t('goneMore')}
        </EmptyState>
      )}
    </Screen>
  )
}
