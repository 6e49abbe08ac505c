// One case before the second pair of eyes: the evidence of each exception beside the register, then confirmed
// or denied with a reason.
import '../case/case.css'
import '../case/second.css'
import { useState } from 'preact/hooks'
import type { SecondLevel2, ViewLevel2 } from '../../../../contract/level-2.ts'
import { deed, view } from '../../../client/call.ts'
import { useLoad, usePress, type Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { numberText } from '../../../ui/format.ts'
import {
  alert,
  arrowLeft,
  camera,
  fingerprint,
  Icon,
  person as personIcon,
  shield,
} from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate, type PageProps } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { FingerGrid } from '../devices/finger-grid.tsx'
import { exceptionWords } from '../evidence/exception-words.ts'
import { lookOf } from './finger-looks.ts'
import { deskOf, type DeskCase, type Level2Case } from './level2-case.ts'
import { PersonColumn } from './person-column.tsx'
import { refusalWords } from './result-step.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { Due } from '../shell/due.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Duyệt lần hai: {name}', en: 'Second look: {name}' },
  plain: { vi: 'Duyệt lần hai', en: 'Second look' },
  exceptions: { vi: 'Cần bạn xem', en: 'What needs your eyes' },
  guide: {
    vi: 'Xem từng bằng chứng. Chấp nhận khi bạn tin đây đúng là người trong cơ sở dữ liệu; nếu không, từ chối và ghi vì sao.',
    en: 'Look at each piece of evidence. Confirm when you believe this is the person of the register; otherwise deny and say why.',
  },
  portraits: { vi: 'Ảnh chân dung', en: 'Portraits' },
  taken: { vi: 'Chụp tại quầy', en: 'Taken at the counter' },
  kept: { vi: 'Trong cơ sở dữ liệu', en: 'In the register' },
  onChip: { vi: 'Trên chip', en: 'On the chip' },
  none: { vi: 'Không có ảnh', en: 'No portrait' },
  score: { vi: 'Giống {score} %', en: '{score} % alike' },
  prints: { vi: 'Vân tay', en: 'Fingerprints' },
  matched: {
    vi: '{matched} trên {needed} ngón cần thiết đã khớp.',
    en: '{matched} of {needed} needed fingers matched.',
  },
  confirm: { vi: 'Chấp nhận ngoại lệ', en: 'Confirm the exception' },
  deny: { vi: 'Từ chối', en: 'Deny' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  confirmTitle: { vi: 'Chấp nhận và cấp tài khoản?', en: 'Confirm and issue the account?' },
  denyTitle: { vi: 'Từ chối ngoại lệ?', en: 'Deny the exception?' },
  confirmWhat: {
    vi: 'Quyết định đứng tên bạn. Tài khoản mức 2 được cấp ngay và người dân được báo.',
    en: 'The decision carries your name. The level-2 account is issued at once and the person is told.',
  },
  denyWhat: {
    vi: 'Tài khoản không được cấp. Người dân được báo và có thể đến lại.',
    en: 'The account is not issued. The person is told and can come again.',
  },
  note: { vi: 'Vì sao', en: 'Why' },
  noteHint: { vi: 'Ít nhất 5 chữ cái; lưu trong hồ sơ.', en: '5 letters at least; kept with the case.' },
  noteMissing: { vi: 'Ghi vì sao bạn quyết định như vậy.', en: 'Say why you decide so.' },
  accepted: { vi: 'Đã cấp tài khoản mức 2.', en: 'The level-2 account is issued.' },
  refused: { vi: 'Không cấp tài khoản.', en: 'The account is not issued.' },
  decided: { vi: 'Hồ sơ này đã được quyết định.', en: 'This case has been decided.' },
  mine: {
    vi: 'Chính bạn đã lấy hồ sơ này, nên một người khác phải duyệt.',
    en: 'You took this case yourself, so somebody else must decide it.',
  },
})

const Picture = ({ src, caption }: { src: string | null; caption: string }) => (
  <figure>
    {src ? (
      <img src={src} alt={caption} />
    ) : (
      <span class="second-none">
        <Icon of={personIcon} size={36} />
        {t('none')}
      </span>
    )}
    <figcaption>{caption}</figcaption>
  </figure>
)

const Evidence = ({ desk, server }: { desk: DeskCase; server: Level2Case }) => (
  <div class="level2-middle">
    <Card title={t('exceptions')} icon={alert}>
      <p>{t('guide')}</p>
      <ul class="exceptions">
        {server.exceptions.map((one) => (
          <li key={exceptionWords(one)}>
            <b>{exceptionWords(one)}</b>
          </li>
        ))}
      </ul>
    </Card>
    <Card
      title={t('portraits')}
      icon={camera}
      aside={
        server.portrait && (
          <Pill tone={server.portrait.outcome === 'match' ? 'ok' : 'gold'}>
            {t('score', { score: numberText(server.portrait.score * 100, 1) })}
          </Pill>
        )
      }
    >
      <div class="second-pictures">
        <Picture src={server.portrait?.taken ?? null} caption={t('taken')} />
        <Picture src={server.register?.portrait ?? null} caption={t('kept')} />
        <Picture src={server.chip?.portrait ?? null} caption={t('onChip')} />
      </div>
    </Card>
    <Card title={t('prints')} icon={fingerprint}>
      <FingerGrid lookOf={(finger) => lookOf(desk, finger)} now={null} />
      <p class="quiet">{t('matched', { matched: server.prints.matched, needed: server.prints.needed })}</p>
    </Card>
  </div>
)

const VerdictDialog = ({
  verdict,
  deciding,
  onDecide,
  onClose,
}: {
  verdict: 'confirm' | 'deny' | null
  deciding: Press
  onDecide: (note: string) => void
  onClose: () => void
}) => {
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const decide = () => {
    setMissing(note.trim().length < 5)
    if (note.trim().length >= 5) {
      onDecide(note.trim())
    }
  }
  return (
    <Dialog
      isOpen={verdict !== null}
      onClose={onClose}
      title={t(verdict === 'deny' ? 'denyTitle' : 'confirmTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('back')}</Button>
          <Button kind={verdict === 'deny' ? 'danger' : 'primary'} isBusy={deciding.isBusy} onPress={decide}>
            {t(verdict === 'deny' ? 'deny' : 'confirm')}
          </Button>
        </>
      }
    >
      <Refusal problem={deciding.problem} />
      <p>{t(verdict === 'deny' ? 'denyWhat' : 'confirmWhat')}</p>
      <Field
        id="second-note"
        label={t('note')}
        hint={t('noteHint')}
        rows={3}
        maxLength={500}
        value={note}
        onValue={setNote}
        error={isMissing ? t('noteMissing') : undefined}
      />
    </Dialog>
  )
}

const OpenSecond = ({ server: read }: { server: Level2Case }) => {
  const [server, setServer] = useState(read)
  const [verdict, ask] = useState<'confirm' | 'deny' | null>(null)
  const deciding = usePress()
  const isOpen = server.state === 'waiting-second' && !server.isTakenByMe
  const back = () => navigate('/second')
  const open = (what: 'confirm' | 'deny') => {
    if (isOpen) {
      deciding.clear()
      ask(what)
    }
  }
  useKeys({ Escape: back, a: () => open('confirm'), r: () => open('deny') })
  const decide = (note: string) =>
    void deciding.press(async () => {
      if (!verdict) {
        return
      }
      const after = await orSignIn(
        deed<typeof SecondLevel2>('level-2.second', { caseId: server.caseId, verdict, note }),
      )
      setServer(after)
      ask(null)
      toast(t(after.state === 'accepted' ? 'accepted' : 'refused'))
    })
  const name = server.register?.fullName ?? ''
  return (
    <CounterFrame
      title={t('title', { name })}
      keys={[
        ['A', t('confirm')],
        ['R', t('deny')],
        ['Esc', t('back')],
      ]}
      foot={
        <>
          <Button kind="quiet" icon={arrowLeft} shortcut="Esc" onPress={back}>
            {t('back')}
          </Button>
          {isOpen && (
            <Button kind="danger-quiet" shortcut="R" onPress={() => open('deny')}>
              {t('deny')}
            </Button>
          )}
          {isOpen && (
            <Button kind="primary" icon={shield} shortcut="A" onPress={() => open('confirm')}>
              {t('confirm')}
            </Button>
          )}
        </>
      }
    >
      <PageHead
        title={t('title', { name })}
        beside={<Pill tone="cham">{server.reference}</Pill>}
        end={<Due dueAt={server.dueAt} />}
      />
      {server.state !== 'waiting-second' && (
        <Notice tone={server.state === 'accepted' ? 'ok' : 'warn'}>
          {t('decided')}{' '}
          {server.state === 'accepted' ? t('accepted') : server.reason ? refusalWords(server.reason) : ''}
        </Notice>
      )}
      {server.state === 'waiting-second' && server.isTakenByMe && (
        <Notice isQuiet tone="warn">
          {t('mine')}
        </Notice>
      )}
      <div class="second-case">
        <PersonColumn desk={deskOf(server)} />
        <Evidence desk={deskOf(server)} server={server} />
      </div>
      <VerdictDialog verdict={verdict} deciding={deciding} onDecide={decide} onClose={() => ask(null)} />
    </CounterFrame>
  )
}

const SecondCasePage = ({ params }: PageProps) => {
  const { data, problem, reload } = useLoad(() =>
    orSignIn(view<typeof ViewLevel2>('level-2.view', { caseId: params['id'] ?? '' })),
  )
  if (data) {
    return <OpenSecond server={data} />
  }
  return (
    <CounterFrame title={t('plain')}>
      <PageHead title={t('plain')} />
      {problem ? (
        <Refusal
          problem={problem}
          onRetry={reload}
          action={
            problem.isOfNetwork ? undefined : (
              <Button size="small" onPress={() => navigate('/second')}>
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

export default SecondCasePage
