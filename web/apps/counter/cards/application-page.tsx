// One application for a card, as its state wants it: taken, decided, printed, received, handed over, or
// ended.
import { useEffect } from 'preact/hooks'
import { useLoad } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { card as cardIcon, plus } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, type PageProps } from '../../../ui/router.tsx'
import { visitor, visitorOf } from '../../../kit/simulators.ts'
import { WaitingCase } from '../case/waiting-case.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { useKeys } from '../shell/keys.ts'
import { application, mayDo, readApplication } from './application.ts'
import { CardFrame, leave } from './card-frame.tsx'
import { CardPreview } from './card-preview.tsx'
import { accountWords, refusalWords, type CardApplication } from './card-words.ts'
import { DecideView } from './decide-view.tsx'
import { HandOverView } from './hand-over-view.tsx'
import { OpenView } from './open-view.tsx'
import { PrintedView, PrintView } from './print-view.tsx'

const t = phrases({
  title: { vi: 'Thẻ căn cước', en: 'Identity card' },
  result: { vi: 'Kết quả', en: 'Result' },
  fresh: { vi: 'Hồ sơ mới', en: 'New application' },
  handed: { vi: 'Thẻ đã trao', en: 'The card was handed over' },
  handedWhy: {
    vi: 'Thẻ mới là thẻ có giá trị trong cơ sở dữ liệu; thẻ cũ không còn giá trị. Thu và cắt thẻ cũ nếu người dân mang theo.',
    en: 'The new card is the valid one of the register; the old one is void. Take and cut the old card when she has it.',
  },
  refused: { vi: 'Hồ sơ không được chấp nhận', en: 'The application was not accepted' },
  told: {
    vi: 'Người dân được báo lý do và việc cần làm tiếp.',
    en: 'The person is told the reason and what to do next.',
  },
  lapsed: { vi: 'Hồ sơ tự kết thúc vì không ai làm tiếp', en: 'It ended by itself: nobody went on with it' },
  withdrawn: { vi: 'Hồ sơ đã rút', en: 'The application was withdrawn' },
  withdrawnWhy: {
    vi: 'Thẻ hiện có không đổi. Người dân thấy điều này trong nhật ký của mình.',
    en: 'The present card stands. The person sees this in her log.',
  },
})

const Outcome = ({ app }: { app: CardApplication }) => {
  if (app.state === 'handed-over') {
    return (
      <Verdict tone="ok" title={t('handed')}>
        {t('handedWhy')} {accountWords(app.accountDone ?? 'none')}
      </Verdict>
    )
  }
  if (app.state === 'withdrawn') {
    return (
      <Verdict tone="neutral" title={t(app.hasLapsed ? 'lapsed' : 'withdrawn')}>
        {t('withdrawnWhy')}
      </Verdict>
    )
  }
  return (
    <Verdict tone="son" title={t('refused')}>
      {app.refusal ? refusalWords(app.refusal) : ''} {t('told')}
    </Verdict>
  )
}

const EndView = ({ app }: { app: CardApplication }) => {
  useKeys({ Escape: () => leave(app) })
  return (
    <CardFrame
      app={app}
      actions={
        mayDo('card.take') && (
          <LinkButton icon={plus} href={hrefTo('/cards/new')}>
            {t('fresh')}
          </LinkButton>
        )
      }
    >
      <Card title={t('result')} icon={cardIcon}>
        <div class="stack">
          <Outcome app={app} />
          {app.card && <CardPreview card={app.card} />}
        </div>
      </Card>
    </CardFrame>
  )
}

const views: Partial<
  Record<CardApplication['state'], (props: { app: CardApplication }) => ReturnType<typeof EndView>>
> = {
  open: OpenView,
  'waiting-second': DecideView,
  accepted: PrintView,
  printed: PrintedView,
  ready: HandOverView,
}

const ApplicationPage = ({ params }: PageProps) => {
  const id = params['id'] ?? ''
  const { problem, reload } = useLoad(async () => {
    if (application.get()?.caseId !== id) {
      await readApplication(id)
    }
    return true
  })
  const app = application.use()
  useStep(app ? app.state : null)
  const number = app?.personalNumber
  useEffect(() => {
    if (number) {
      void visitorOf(number).then((member) => {
        if (member) {
          visitor.set(member)
        }
      })
    }
  }, [number])
  // Whoever comes again reads it anew: a colleague may have gone on with it.
  useEffect(() => () => application.set(null), [])
  if (app?.caseId === id) {
    const View = views[app.state] ?? EndView
    return <View key={app.state} app={app} />
  }
  return <WaitingCase title={t('title')} list="/cards" problem={problem} onRetry={reload} />
}

export default ApplicationPage
