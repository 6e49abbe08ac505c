// One request on one page: the two persons, papers, chip and portrait of the represented one, the consent at
// the second screen, what is left, the decision.
import './representation.css'
import { useState } from 'preact/hooks'
import type {
  AskRepresentative,
  DiscardRepresentation,
  SecondRepresentation,
  SubmitRepresentation,
  ViewRepresentation,
} from '../../../../contract/representation-request.ts'
import { deed, view } from '../../../client/call.ts'
import { decideRepresentation, discardRepresentation } from '../../../client/decision-form-rules.ts'
import { useLoad, usePress, type Press } from '../../../client/press.ts'
import { useStep } from '../../../ui/attention.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { arrowLeft, check, Icon, monitor, person as personIcon } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { NoteDialog } from '../case/note-dialog.tsx'
import {
  decideAsSeen,
  useSecondVerdict,
  VerdictButtons,
  VerdictDialog,
  type SecondVerdict,
} from '../case/second-verdict.tsx'
import { WaitingCase } from '../case/waiting-case.tsx'
import { ScreenAnswer } from '../evidence/screen-answer.tsx'
import { ScreenPanel } from '../screen/screen-panel.tsx'
import { CaseHistory } from '../case/case-course.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due } from '../shell/due.tsx'
import { officer, orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { Chip, Face, type Keep } from './request-evidence.tsx'
import { Papers, useRequestPages } from './request-papers.tsx'
import { Left, Outcome } from './request-outcome.tsx'
import { stateTones, stateWords, type Request } from './request.ts'
import { TwoPersons } from './two-persons.tsx'

const t = phrases({
  title: { vi: 'Hồ sơ {reference}', en: 'Request {reference}' },
  consent: { vi: 'Người đại diện đồng ý', en: 'The representative consents' },
  agreed: { vi: 'Người đại diện đã đồng ý', en: 'The representative consented' },
  declined: { vi: 'Người đại diện không đồng ý', en: 'The representative declined' },
  answered: { vi: 'Câu trả lời được ghi lại.', en: 'The answer is recorded.' },
  send: { vi: 'Gửi hồ sơ', en: 'Send the request' },
  discard: { vi: 'Kết thúc hồ sơ', en: 'End the request' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  deny: { vi: 'Không xác nhận', en: 'Deny' },
  confirmTitle: { vi: 'Xác nhận hồ sơ?', en: 'Confirm the request?' },
  confirmWhat: {
    vi: 'Bạn đã tự xem bản gốc giấy tờ và hai người. Quyền đại diện có hiệu lực ngay.',
    en: 'You looked at the originals and at both persons yourself. The representation is in force at once.',
  },
  denyTitle: { vi: 'Không xác nhận hồ sơ?', en: 'Deny the request?' },
  denyWhat: {
    vi: 'Không có tài khoản nào được cấp. Người đại diện được báo.',
    en: 'No account is issued. The representative is told.',
  },
  discardTitle: { vi: 'Kết thúc hồ sơ mà không quyết định?', en: 'End it without a decision?' },
  discardWhat: { vi: 'Những gì đã lấy không được dùng nữa.', en: 'What was taken is not used any more.' },
})

const readRequest = (caseId: string): Promise<Request> =>
  orSignIn(view<typeof ViewRepresentation>('representation.view', { caseId }))

const Consent = ({
  request: { caseId, consent },
  asking,
  keep,
  onRequest,
}: {
  request: Request
  asking: Press
  keep: Keep
  onRequest: (request: Request) => void
}) => (
  <Card title={t('consent')} icon={monitor}>
    <div class="stack">
      <ScreenPanel
        prompt={{
          vi: 'Mời người đại diện đọc và tự trả lời trên màn hình.',
          en: 'Please read and answer at the screen yourself.',
        }}
      />
      <ScreenAnswer
        caseId={caseId}
        answer={consent}
        words={{
          agreed: t('agreed'),
          agreedWhy: t('answered'),
          declined: t('declined'),
          declinedWhy: t('answered'),
        }}
        asking={asking}
        problem={null}
        isMain
        read={async () => onRequest(await readRequest(caseId))}
        onAsk={() =>
          keep(() => orSignIn(deed<typeof AskRepresentative>('representation.ask-consent', { caseId })))
        }
      />
    </div>
  </Card>
)

const Foot = ({
  isOpen,
  sending,
  second,
  onSend,
  onDiscard,
  onBack,
}: {
  isOpen: boolean
  sending: Press
  second: SecondVerdict
  onSend: () => void
  onDiscard: () => void
  onBack: () => void
}) => (
  <>
    <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={onBack}>
      {t('back')}
    </Button>
    {isOpen && (
      <>
        <Button kind="quiet" onPress={onDiscard}>
          {t('discard')}
        </Button>
        <Button kind="primary" icon={check} isBusy={sending.isBusy} onPress={onSend}>
          {t('send')}
        </Button>
      </>
    )}
    <VerdictButtons second={second} />
  </>
)

const Questions = ({
  request: { caseId, doubts: seen },
  seenPages,
  second,
  isDiscarding,
  onRequest,
  onClose,
}: {
  request: Request
  /** The pages that this browser has shown. */
  seenPages: readonly string[]
  second: SecondVerdict
  isDiscarding: boolean
  onRequest: (request: Request) => void
  onClose: () => void
}) => (
  <>
    <VerdictDialog
      second={second}
      rules={decideRepresentation}
      onDecide={(verdict, note) =>
        decideAsSeen(
          async () =>
            onRequest(
              await orSignIn(
                deed<typeof SecondRepresentation>('representation.second', {
                  caseId,
                  verdict,
                  note,
                  seen,
                  seenPages: [...seenPages],
                }),
              ),
            ),
          async () => onRequest(await readRequest(caseId)),
        )
      }
    />
    <NoteDialog
      id="end-note"
      of="ending"
      isOpen={isDiscarding}
      words={{ title: t('discardTitle'), what: t('discardWhat'), yes: t('discard') }}
      rules={discardRepresentation}
      onNote={async (note) => {
        onRequest(
          await orSignIn(deed<typeof DiscardRepresentation>('representation.discard', { caseId, note })),
        )
        onClose()
      }}
      onClose={onClose}
    />
  </>
)

const useRequest = (read: Request) => {
  const [request, setRequest] = useState(read)
  const working = usePress()
  const keep: Keep = (work) => void working.press(async () => setRequest(await work()))
  useStep(request.state)
  const tasks = officer.use()?.tasks ?? []
  const pictures = useRequestPages(request)
  const isHers = !request.isTakenByMe && tasks.includes('representation.second')
  const second = useSecondVerdict(
    // Decided once the pictures of the papers are before her.
    request.state === 'waiting-second' && isHers && !pictures.isLoading,
    {
      confirm: { title: t('confirmTitle'), what: t('confirmWhat'), yes: t('confirm') },
      deny: { title: t('denyTitle'), what: t('denyWhat'), yes: t('deny') },
    },
    toList,
  )
  return { request, setRequest, working, keep, second, pictures }
}
const toList = () => navigate('/representation')

const OpenRequest = ({ read }: { read: Request }) => {
  const { request, setRequest, working, keep, second, pictures } = useRequest(read)
  const [isDiscarding, discard] = useState(false)
  const { caseId } = request
  const isOpen = request.state === 'open'
  const isRunning = isOpen || request.state === 'waiting-second'
  const part = { request, keep, isBusy: working.isBusy }
  return (
    <CounterFrame
      title={t('title', { reference: request.reference })}
      keys={[...second.keys, ['Esc', t('back')]]}
      foot={
        <Foot
          isOpen={isOpen}
          sending={working}
          second={second}
          onSend={() =>
            keep(() => orSignIn(deed<typeof SubmitRepresentation>('representation.submit', { caseId })))
          }
          onDiscard={() => discard(true)}
          onBack={toList}
        />
      }
    >
      <PageHead
        title={t('title', { reference: request.reference })}
        beside={<Pill tone={stateTones[request.state]}>{stateWords(request.state)}</Pill>}
        end={isRunning && <Due dueAt={request.dueAt} />}
      />
      <Outcome request={request} />
      <Refusal problem={working.problem} />
      <div class="rep-desk">
        <div class="stack">
          <TwoPersons request={request} />
          <Papers {...part} onRequest={setRequest} pictures={pictures} />
          {isOpen && <Face {...part} />}
          {isOpen && <Chip request={request} keep={keep} />}
        </div>
        <div class="stack">
          {isRunning && <Left request={request} />}
          {isOpen && <Consent request={request} asking={working} keep={keep} onRequest={setRequest} />}
          <CaseHistory history={request.history} />
        </div>
      </div>
      <Questions
        request={request}
        seenPages={pictures.seen}
        second={second}
        isDiscarding={isDiscarding}
        onRequest={setRequest}
        onClose={() => discard(false)}
      />
    </CounterFrame>
  )
}

const RequestPage = ({ params }: PageProps) => {
  const caseId = params['id'] ?? ''
  const { data, problem, reload } = useLoad(() => readRequest(caseId))
  if (data) {
    return <OpenRequest read={data} />
  }
  return (
    <WaitingCase
      title={t('title', { reference: '' })}
      beside={<Icon of={personIcon} size={26} />}
      list="/representation"
      problem={problem}
      onRetry={reload}
    />
  )
}

export default RequestPage
