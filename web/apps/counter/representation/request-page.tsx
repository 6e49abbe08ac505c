// One request on one page: the two persons, papers, chip and portrait of the represented one, the consent at
// the second screen, what is left, the decision.
import './representation.css'
import { useEffect, useState } from 'preact/hooks'
import type { ViewDesk } from '../../../../contract/counter.ts'
import type {
  AskRepresentative,
  DiscardRepresentation,
  NotePapers,
  ReadWardChip,
  SecondRepresentation,
  SubmitRepresentation,
  TakeWardPortrait,
  ViewRepresentation,
} from '../../../../contract/representation.ts'
import { deed, view } from '../../../client/call.ts'
import { useLoad, usePress, type Press } from '../../../client/press.ts'
import { hintPhrase } from '../../../kit/portrait/portrait-hints.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { dateVN, groupPersonalNumber } from '../../../ui/format.ts'
import {
  arrowLeft,
  camera,
  card as cardIcon,
  check,
  clock,
  dossier,
  family,
  Icon,
  monitor,
  person as personIcon,
  shield,
} from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { Portrait } from '../../../ui/portrait.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { CameraPanel } from '../devices/camera-panel.tsx'
import { ChipPanel } from '../devices/chip-panel.tsx'
import { visitor, visitorOf } from '../../../kit/simulators.ts'
import { Verdict } from '../evidence/verdict.tsx'
import { ScreenPanel } from '../screen/screen-panel.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { officer, orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { PapersForm } from './papers-form.tsx'
import {
  doubtWords,
  kindWords,
  paperWords,
  reasonWords,
  stateTones,
  stateWords,
  stepWords,
  type Request,
} from './request.ts'

const t = phrases({
  title: { vi: 'Hồ sơ {reference}', en: 'Request {reference}' },
  two: { vi: 'Hai người', en: 'The two persons' },
  ward: { vi: 'Người được đại diện · {age} tuổi', en: 'Represented person · {age} years old' },
  by: { vi: '{kind} · tài khoản mức {level}', en: '{kind} · account level {level}' },
  byNone: { vi: '{kind} · chưa có tài khoản', en: '{kind} · no account' },
  nobody: { vi: 'Không có trong cơ sở dữ liệu', en: 'Not in the register' },
  known: { vi: 'Cơ sở dữ liệu ghi quan hệ này', en: 'The register names this relation' },
  unknown: { vi: 'Cơ sở dữ liệu chưa ghi quan hệ này', en: 'The register does not name this relation' },
  unknownMore: {
    vi: 'Xem bản gốc giấy tờ. Hồ sơ cần người duyệt thứ hai.',
    en: 'Look at the original papers. The request needs a second pair of eyes.',
  },
  knownMore: { vi: 'Đủ bước thì xong ngay tại quầy.', en: 'With every step done it is finished here.' },
  papers: { vi: 'Giấy tờ đã xem', en: 'Papers that were shown' },
  paperLine: { vi: '{number}, {authority}, {date}', en: '{number}, {authority}, {date}' },
  change: { vi: 'Sửa', en: 'Change' },
  until: { vi: 'Hiệu lực đến hết {day}', en: 'In force until {day}' },
  chip: {
    vi: 'Thẻ căn cước (để lên mức 2, từ 6 tuổi)',
    en: 'Identity card (for level 2, from the age of 6)',
  },
  genuine: { vi: 'Chip thật, đúng người', en: 'Genuine, and hers' },
  foreign: { vi: 'Chip của người khác hoặc không thật', en: "Somebody else's, or not genuine" },
  chipMore: { vi: 'Tài khoản ở mức {level}.', en: 'The account is of level {level}.' },
  portrait: { vi: 'Khuôn mặt của người được đại diện', en: 'Face of the represented person' },
  match: { vi: 'Khuôn mặt khớp cơ sở dữ liệu', en: 'The face matches the register' },
  noMatch: { vi: 'Chưa khớp', en: 'No match yet' },
  tries: { vi: 'Còn {n} lần chụp.', en: '{n} tries are left.' },
  again: { vi: 'Chụp lại', en: 'Take it again' },
  consent: { vi: 'Người đại diện đồng ý', en: 'The representative consents' },
  ask: { vi: 'Hỏi trên màn hình người dân', en: "Ask at the citizen's screen" },
  asked: { vi: 'Đang chờ trả lời trên màn hình', en: 'Waiting for the answer' },
  agreed: { vi: 'Người đại diện đã đồng ý', en: 'The representative consented' },
  declined: { vi: 'Người đại diện không đồng ý', en: 'The representative declined' },
  answered: { vi: 'Câu trả lời được ghi lại.', en: 'The answer is recorded.' },
  left: { vi: 'Việc còn lại', en: 'What is left' },
  ready: { vi: 'Đủ bước, có thể gửi.', en: 'Every step is done; it can be sent.' },
  doubts: { vi: 'Cần người duyệt thứ hai', en: 'Needs a second pair of eyes' },
  send: { vi: 'Gửi hồ sơ', en: 'Send the request' },
  discard: { vi: 'Kết thúc hồ sơ', en: 'End the request' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  deny: { vi: 'Không xác nhận', en: 'Deny' },
  accepted: { vi: 'Đã đăng ký, tài khoản mức {level}', en: 'Registered, account level {level}' },
  acceptedMore: {
    vi: 'Người đại diện mở hồ sơ ở trang Gia đình trong ứng dụng; cả hai bên được báo.',
    en: 'The representative opens the profile on the family page of the app; both sides are told.',
  },
  refused: { vi: 'Không chấp nhận: {reason}', en: 'Not accepted: {reason}' },
  refusedMore: {
    vi: 'Người đại diện được báo lý do. Không có tài khoản nào thay đổi.',
    en: 'The representative is told why. No account changed.',
  },
  waiting: { vi: 'Chờ người duyệt thứ hai', en: 'Waits for the second pair of eyes' },
  waitingMore: {
    vi: 'Một đồng nghiệp khác mở hồ sơ này và quyết định.',
    en: 'Another colleague opens this request and decides.',
  },
  ended: { vi: 'Hồ sơ đã kết thúc', en: 'The request was ended' },
  own: {
    vi: 'Bạn đã làm hồ sơ này, nên một người khác phải duyệt.',
    en: 'You took this request, so somebody else must decide.',
  },
  prompt: {
    vi: 'Mời người đại diện đọc và tự trả lời trên màn hình.',
    en: 'Please read and answer at the screen yourself.',
  },
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

type Keep = (work: () => Promise<Request>) => void

const TwoPersons = ({ request: { ward, representative, kind, isInRegister } }: { request: Request }) => (
  <Card title={t('two')} icon={family}>
    <div class="stack">
      <div class="rep-two">
        {ward ? (
          <div class="rep-who">
            <Portrait name={ward.fullName} src={ward.portrait ?? undefined} shape="card" size={72} />
            <span>
              <b>{ward.fullName}</b>
              {groupPersonalNumber(ward.personalNumber)}
              <br />
              {t('ward', { age: ward.age })}
            </span>
          </div>
        ) : (
          <Notice isQuiet tone="warn">
            {t('nobody')}
          </Notice>
        )}
        {representative ? (
          <div class="rep-who">
            <Portrait name={representative.fullName} size={56} />
            <span>
              <b>{representative.fullName}</b>
              {groupPersonalNumber(representative.personalNumber)}
              <br />
              {representative.level === null
                ? t('byNone', { kind: kindWords(kind) })
                : t('by', { kind: kindWords(kind), level: representative.level })}
            </span>
          </div>
        ) : (
          <Notice isQuiet tone="warn">
            {t('nobody')}
          </Notice>
        )}
      </div>
      <Verdict tone={isInRegister ? 'ok' : 'gold'} title={t(isInRegister ? 'known' : 'unknown')}>
        {t(isInRegister ? 'knownMore' : 'unknownMore')}
      </Verdict>
    </div>
  </Card>
)

const Papers = ({ request, keep, isBusy }: { request: Request; keep: Keep; isBusy: boolean }) => {
  const [isChanging, change] = useState(false)
  const [paper] = request.papers
  const isForm = request.state === 'open' && (!paper || isChanging)
  return (
    <Card
      title={t('papers')}
      icon={dossier}
      aside={
        paper &&
        !isForm &&
        request.state === 'open' && (
          <Button size="small" kind="quiet" onPress={() => change(true)}>
            {t('change')}
          </Button>
        )
      }
    >
      {isForm ? (
        <PapersForm
          first={paper}
          until={request.until}
          isBusy={isBusy}
          onSave={(given, until) => {
            keep(() =>
              orSignIn(
                deed<typeof NotePapers>('representation.papers', {
                  caseId: request.caseId,
                  papers: [given],
                  until,
                }),
              ),
            )
            change(false)
          }}
        />
      ) : (
        <ul class="rep-left">
          {request.papers.map((one) => (
            <li class="is-done" key={one.number}>
              <Icon of={check} size={20} />
              <span>
                <b>{paperWords(one.kind)}</b>{' '}
                {t('paperLine', { number: one.number, authority: one.authority, date: dateVN(one.date) })}
              </span>
            </li>
          ))}
          {request.until && (
            <li>
              <Icon of={clock} size={20} />
              <span>{t('until', { day: dateVN(request.until) })}</span>
            </li>
          )}
        </ul>
      )}
    </Card>
  )
}

const Chip = ({ request, keep }: { request: Request; keep: Keep }) => (
  <Card title={t('chip')} icon={cardIcon}>
    {request.chip ? (
      <Verdict
        tone={request.chip.verdict === 'genuine' && request.chip.isHers ? 'ok' : 'son'}
        title={t(request.chip.verdict === 'genuine' && request.chip.isHers ? 'genuine' : 'foreign')}
      >
        {t('chipMore', { level: request.level })}
      </Verdict>
    ) : (
      <ChipPanel
        onChip={({ file }) => {
          keep(() =>
            orSignIn(
              deed<typeof ReadWardChip>('representation.read-chip', {
                caseId: request.caseId,
                chip: file,
              }),
            ),
          )
          return Promise.resolve()
        }}
      />
    )}
  </Card>
)

const Face = ({ request, keep, isBusy }: { request: Request; keep: Keep; isBusy: boolean }) => {
  const { portrait, ward } = request
  const here = visitor.use()
  useEffect(() => {
    if (ward) {
      void visitorOf(ward.personalNumber).then((found) => {
        if (found) {
          visitor.set(found)
        }
      })
    }
  }, [ward?.personalNumber])
  const isMatch = portrait?.outcome === 'match'
  const isOver = isMatch || portrait?.triesLeft === 0
  return (
    <Card title={t('portrait')} icon={camera}>
      <div class="stack">
        {portrait && (
          <Verdict tone={isMatch ? 'ok' : 'gold'} title={t(isMatch ? 'match' : 'noMatch')}>
            {isMatch
              ? t('answered')
              : portrait.hints.length > 0
                ? portrait.hints.map((hint) => hintPhrase(hint)).join('. ')
                : t('tries', { n: portrait.triesLeft })}
          </Verdict>
        )}
        {!isOver && !isBusy && (
          <CameraPanel
            visitor={here}
            taken={null}
            onAgain={() => undefined}
            onPicture={(picture) =>
              keep(() =>
                orSignIn(
                  deed<typeof TakeWardPortrait>(
                    'representation.portrait',
                    { caseId: request.caseId, picture: picture.base64 },
                    { timeout_s: 40 },
                  ),
                ),
              )
            }
          />
        )}
      </div>
    </Card>
  )
}

const Consent = ({
  request,
  keep,
  isBusy,
  onLook,
}: {
  request: Request
  keep: Keep
  isBusy: boolean
  onLook: () => void
}) => {
  const { consent } = request
  useEffect(() => {
    if (consent !== 'asked') {
      return
    }
    const timer = setInterval(onLook, 1500)
    return () => clearInterval(timer)
  }, [consent])
  return (
    <Card title={t('consent')} icon={monitor}>
      <div class="stack">
        <ScreenPanel
          prompt={{
            vi: 'Mời người đại diện đọc và tự trả lời trên màn hình.',
            en: 'Please read and answer at the screen yourself.',
          }}
        />
        {consent !== 'none' && (
          <Verdict
            tone={consent === 'agreed' ? 'ok' : consent === 'declined' ? 'son' : 'neutral'}
            title={t(consent)}
          >
            {t('answered')}
          </Verdict>
        )}
        {consent !== 'agreed' && (
          <Button
            kind="primary"
            icon={monitor}
            isBusy={isBusy}
            onPress={() =>
              keep(() =>
                orSignIn(
                  deed<typeof AskRepresentative>('representation.ask-consent', {
                    caseId: request.caseId,
                  }),
                ),
              )
            }
          >
            {t('ask')}
          </Button>
        )}
      </div>
    </Card>
  )
}

const Left = ({ request: { remaining, doubts } }: { request: Request }) => (
  <Card title={t('left')} icon={shield}>
    <div class="stack">
      {remaining.length === 0 ? (
        <p>{t('ready')}</p>
      ) : (
        <ul class="rep-left">
          {remaining.map((step) => (
            <li key={step}>
              <Icon of={clock} size={20} />
              <span>{stepWords(step)}</span>
            </li>
          ))}
        </ul>
      )}
      {doubts.length > 0 && (
        <Notice isQuiet tone="warn" title={t('doubts')}>
          <ul class="rep-left">
            {doubts.map((doubt) => (
              <li key={doubt}>
                <span>{doubtWords(doubt)}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  </Card>
)

const Outcome = ({ request }: { request: Request }) => {
  if (request.state === 'accepted') {
    return (
      <Verdict tone="ok" title={t('accepted', { level: request.ward?.account?.level ?? request.level })}>
        {t('acceptedMore')}
      </Verdict>
    )
  }
  if (request.state === 'refused') {
    return (
      <Verdict tone="son" title={t('refused', { reason: request.reason ? reasonWords(request.reason) : '' })}>
        {t('refusedMore')}
      </Verdict>
    )
  }
  if (request.state === 'waiting-second') {
    return (
      <Verdict tone="gold" title={t('waiting')}>
        {request.isTakenByMe ? t('own') : t('waitingMore')}
      </Verdict>
    )
  }
  return request.state === 'discarded' ? (
    <Verdict tone="neutral" title={t('ended')}>
      {request.note ?? ''}
    </Verdict>
  ) : null
}

type Asking = 'confirm' | 'deny' | 'discard' | null
const dialogWords = (asking: Asking) => ({
  title: asking === 'confirm' ? t('confirmTitle') : asking === 'deny' ? t('denyTitle') : t('discardTitle'),
  what: asking === 'confirm' ? t('confirmWhat') : asking === 'deny' ? t('denyWhat') : t('discardWhat'),
  yes: asking === 'confirm' ? t('confirm') : asking === 'deny' ? t('deny') : t('discard'),
})

const Foot = ({
  request,
  working,
  onSend,
  ask,
  mayDecide,
}: {
  request: Request
  working: Press
  onSend: () => void
  ask: (asking: Asking) => void
  mayDecide: boolean
}) => (
  <>
    <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={() => navigate('/representation')}>
      {t('back')}
    </Button>
    {request.state === 'open' && (
      <Button kind="quiet" onPress={() => ask('discard')}>
        {t('discard')}
      </Button>
    )}
    {request.state === 'open' && (
      <Button kind="primary" icon={check} isBusy={working.isBusy} onPress={onSend}>
        {t('send')}
      </Button>
    )}
    {mayDecide && (
      <Button kind="danger-quiet" onPress={() => ask('deny')}>
        {t('deny')}
      </Button>
    )}
    {mayDecide && (
      <Button kind="primary" icon={check} onPress={() => ask('confirm')}>
        {t('confirm')}
      </Button>
    )}
  </>
)

const OpenRequest = ({ read }: { read: Request }) => {
  const [request, setRequest] = useState(read)
  const [asking, ask] = useState<Asking>(null)
  const working = usePress()
  const { caseId } = request
  const keep: Keep = (work) => void working.press(async () => setRequest(await work()))
  // The desk is asked, not the request: opening that leaves a line in two persons' logs, and is done once she
  // has answered.
  const look = () =>
    void view<typeof ViewDesk>('desk.state', {}, { retries: 0 })
      .then(async ({ asking: question }) => {
        if (!question) {
          setRequest(await orSignIn(view<typeof ViewRepresentation>('representation.view', { caseId })))
        }
      })
      .catch(() => undefined)
  const send = () =>
    keep(() => orSignIn(deed<typeof SubmitRepresentation>('representation.submit', { caseId })))
  const settle = (note: string) =>
    void working
      .press(async () => {
        setRequest(
          asking === 'discard'
            ? await orSignIn(deed<typeof DiscardRepresentation>('representation.discard', { caseId, note }))
            : await orSignIn(
                deed<typeof SecondRepresentation>('representation.second', {
                  caseId,
                  verdict: asking === 'confirm' ? 'confirm' : 'deny',
                  note,
                }),
              ),
        )
      })
      .then((isDone) => {
        if (isDone) {
          ask(null)
        }
      })
  const isOpen = request.state === 'open'
  const mayDecide =
    request.state === 'waiting-second' &&
    !request.isTakenByMe &&
    (officer.use()?.tasks ?? []).includes('representation.second')
  useKeys({ Escape: () => navigate('/representation') })
  return (
    <CounterFrame
      title={t('title', { reference: request.reference })}
      keys={[['Esc', t('back')]]}
      foot={<Foot request={request} working={working} onSend={send} ask={ask} mayDecide={mayDecide} />}
    >
      <PageHead
        title={t('title', { reference: request.reference })}
        beside={<Pill tone={stateTones[request.state]}>{stateWords(request.state)}</Pill>}
        end={(isOpen || request.state === 'waiting-second') && <Due dueAt={request.dueAt} />}
      />
      <Outcome request={request} />
      {!asking && <Refusal problem={working.problem} />}
      <div class="rep-desk">
        <div class="stack">
          <TwoPersons request={request} />
          <Papers key={request.papers.length} request={request} keep={keep} isBusy={working.isBusy} />
          {isOpen && <Face request={request} keep={keep} isBusy={working.isBusy} />}
          {isOpen && <Chip request={request} keep={keep} />}
        </div>
        <div class="stack">
          {(isOpen || request.state === 'waiting-second') && <Left request={request} />}
          {isOpen && <Consent request={request} keep={keep} isBusy={working.isBusy} onLook={look} />}
        </div>
      </div>
      <NoteDialog
        isOpen={asking !== null}
        words={dialogWords(asking)}
        isDanger={asking !== 'confirm'}
        working={working}
        onNote={settle}
        onClose={() => ask(null)}
      />
    </CounterFrame>
  )
}

const RequestPage = ({ params }: PageProps) => {
  const caseId = params['id'] ?? ''
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof ViewRepresentation>('representation.view', { caseId })),
  )
  if (data) {
    return <OpenRequest read={data} />
  }
  return (
    <CounterFrame title={t('title', { reference: '' })}>
      <PageHead title={t('title', { reference: '' })} beside={<Icon of={personIcon} size={26} />} />
      {problem ? (
        <Refusal
          problem={problem}
          onRetry={reload}
          action={
            problem.isOfNetwork ? undefined : (
              <Button size="small" onPress={() => navigate('/representation')}>
                {t('back')}
              </Button>
            )
          }
        />
      ) : (
        <Skeleton lines={6} />
      )}
    </CounterFrame>
  )
}

export default RequestPage
