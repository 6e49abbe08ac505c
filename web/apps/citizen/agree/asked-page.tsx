// One question to her: who asks, what she would agree to and by which law. Both answers are as easy.
import { useState } from 'preact/hooks'
import type { AnswerConsent, ListConsents } from '../../../../contract/dossiers.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { useLoad, usePress } from '../../../client/press.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Status, useStep } from '../../../ui/attention.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { dateTimeVN, timeOrDayVN } from '../../../ui/format.ts'
import { check, clock, close, info, signature } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { WardConsent } from '../documents/ward-consent.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'

type Consent = OutputOf<typeof ListConsents>['items'][number]

const t = phrases({
  title: { vi: 'Bạn có đồng ý không?', en: 'Do you agree?' },
  asks: { vi: '{asker} hỏi ý kiến bạn', en: '{asker} asks you' },
  at: { vi: 'Hỏi lúc {at}', en: 'Asked at {at}' },
  what: { vi: 'Bạn đồng ý với điều gì', en: 'What you would agree to' },
  answers: { vi: 'Trong hồ sơ, {asker} trả lời', en: 'What {asker} answered' },
  by: {
    vi: 'Trả lời trước {at}. Không trả lời nghĩa là chưa đồng ý, và hồ sơ không đi tiếp.',
    en: 'Answer by {at}. No answer is no agreement, and the dossier does not go on.',
  },
  safe: {
    vi: 'Chỉ trả lời nếu bạn biết việc này. Không ai của nhà nước gọi điện giục bạn đồng ý.',
    en: 'Answer only if you know of this. Nobody of the State calls you to make you agree.',
  },
  agree: { vi: 'Đồng ý', en: 'Agree' },
  decline: { vi: 'Không đồng ý', en: 'Decline' },
  agreed: { vi: 'Bạn đã đồng ý', en: 'You agreed' },
  agreedMore: { vi: 'Hồ sơ đi tiếp. {asker} được báo.', en: 'The dossier goes on. {asker} is told.' },
  declined: { vi: 'Bạn đã không đồng ý', en: 'You declined' },
  declinedMore: {
    vi: 'Hồ sơ không đi tiếp. {asker} được báo, không kèm lý do.',
    en: 'The dossier does not go on. {asker} is told, without a reason.',
  },
  lapsed: { vi: 'Đã hết hạn trả lời', en: 'The time to answer is over' },
  lapsedMore: {
    vi: 'Không có gì thay đổi. {asker} có thể hỏi lại.',
    en: 'Nothing was changed. {asker} may ask again.',
  },
  all: { vi: 'Xem các lời hỏi', en: 'See all of them' },
  none: { vi: 'Không có lời hỏi này', en: 'There is no such question' },
  noneMore: {
    vi: 'Có thể nó không gửi cho bạn, hoặc hồ sơ đã được rút.',
    en: 'It may not be for you, or the dossier was taken back.',
  },
})
const looks = {
  agreed: { tone: 'ok', icon: check },
  declined: { tone: 'info', icon: close },
  lapsed: { tone: 'warn', icon: clock },
} as const

const About = ({ consent: { asker, askedAt, about, words, law, title } }: { consent: Consent }) => (
  <>
    <div class="page-lead">
      <h2>{t('asks', { asker })}</h2>
      <p>{inLanguage(title)}</p>
      <p class="quiet small">{t('at', { at: dateTimeVN(askedAt) })}</p>
    </div>
    <Card title={t('what')}>
      <p>{inLanguage(words)}</p>
      <p class="quiet small">{inLanguage(law)}</p>
    </Card>
    {about.length > 0 && (
      <Card title={t('answers', { asker })}>
        <DataPairs
          pairs={about.map((one) => ({ label: inLanguage(one.words), value: inLanguage(one.value) }))}
        />
      </Card>
    )}
  </>
)

const Answered = ({ consent }: { consent: Consent }) => {
  const { state, asker } = consent
  return state === 'waiting' ? null : (
    <Status as="div">
      <Notice isQuiet tone={looks[state].tone} icon={looks[state].icon} title={t(state)}>
        {t(`${state}More`, { asker })}
      </Notice>
    </Status>
  )
}

export default function AskedPage({ params }: PageProps) {
  const { data, problem, reload } = useLoad(() => ownView<typeof ListConsents>('dossiers.consents', {}))
  const [answered, take] = useState<Consent | null>(null)
  const answering = usePress()
  const consent = answered ?? data?.items.find(({ id }) => id === params['id'])
  useStep(consent?.state ?? null)
  const answer = (verdict: 'agree' | 'decline') =>
    void answering.press(async () => {
      take(await ownDeed<typeof AnswerConsent>('dossiers.consent', { id: params['id'] ?? '', verdict }))
    })
  const isWaiting = consent?.state === 'waiting'
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/agree')} />}
      action={
        isWaiting && (
          <ButtonRow>
            <Button isBusy={answering.isBusy} onPress={() => answer('decline')}>
              {t('decline')}
            </Button>
            <Button isBusy={answering.isBusy} onPress={() => answer('agree')}>
              {t('agree')}
            </Button>
          </ButtonRow>
        )
      }
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton lines={5} />}
      {answering.problem &&
        (answering.problem.code === 'representation.consent-needed' ? (
          <WardConsent to="answer" onConsent={() => answer('agree')} />
        ) : (
          <ProblemNotice key={answering.refusals} problem={answering.problem} />
        ))}
      {consent && <Answered consent={consent} />}
      {consent && <About consent={consent} />}
      {isWaiting && (
        <Notice isQuiet icon={info} title={t('by', { at: timeOrDayVN(consent.answerBy, now()) })}>
          {t('safe')}
        </Notice>
      )}
      {data && !consent && (
        <EmptyState
          icon={signature}
          title={t('none')}
          action={<LinkButton href={hrefTo('/agree')}>{t('all')}</LinkButton>}
        >
          {t('noneMore')}
        </EmptyState>
      )}
    </Screen>
  )
}
