// A case before the second pair of eyes: the picture of the desk beside the register's, the fingers, and the
// decision with its reason.
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
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
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { navigate } from '../../../ui/router.tsx'
import { FingerGrid } from '../devices/finger-grid.tsx'
import '../case/second.css'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import { lookOfFinger } from './evidence-part.tsx'
import { PersonPart } from './person-part.tsx'
import { secondCase, type VoucherCase } from './voucher-deeds.ts'
import { doubtWords } from './voucher-words.ts'

const t = phrases({
  title: { vi: 'Duyệt lần hai: {name}', en: 'Second look: {name}' },
  doubts: { vi: 'Cần bạn xem', en: 'What needs your eyes' },
  guide: {
    vi: 'Ra quầy gặp người này. Xác nhận khi bạn tin đây đúng là người trong cơ sở dữ liệu; nếu không, từ chối. Người được xác nhận sẽ lấy được toàn bộ tài khoản.',
    en: 'Go to the desk and meet the person. Confirm when you believe that it is the one in the register; otherwise deny. Whoever is confirmed gets the whole account.',
  },
  portraits: { vi: 'Ảnh chân dung', en: 'Portraits' },
  taken: { vi: 'Chụp tại quầy', en: 'Taken at the counter' },
  kept: { vi: 'Trong cơ sở dữ liệu', en: 'In the register' },
  none: { vi: 'Không có', en: 'None' },
  score: { vi: 'Giống {score} %', en: '{score} % alike' },
  prints: { vi: 'Vân tay', en: 'Fingerprints' },
  confirm: { vi: 'Xác nhận đúng người', en: 'Confirm the person' },
  deny: { vi: 'Từ chối', en: 'Deny' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  confirmTitle: { vi: 'Xác nhận đúng người này?', en: 'Confirm that it is this person?' },
  denyTitle: { vi: 'Từ chối cấp phiếu?', en: 'Deny the voucher?' },
  byYou: {
    vi: 'Quyết định đứng tên bạn và người dân nhìn thấy nó.',
    en: 'The decision stands in your name, and the person sees it.',
  },
  note: { vi: 'Vì sao', en: 'Why' },
  noteHint: { vi: 'Ít nhất 5 chữ cái; lưu trong hồ sơ.', en: '5 letters at least; kept with the case.' },
  noteMissing: { vi: 'Ghi vì sao bạn quyết định như vậy.', en: 'Say why you decide so.' },
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

const Evidence = ({ server }: { server: VoucherCase }) => (
  <div class="level2-middle">
    <Card title={t('doubts')} icon={alert}>
      <p>{t('guide')}</p>
      <ul class="exceptions">
        {server.doubts.map((doubt) => (
          <li key={doubt}>
            <b>{doubtWords(doubt)}</b>
          </li>
        ))}
      </ul>
    </Card>
    <Card
      title={t('portraits')}
      icon={camera}
      aside={
        server.portrait && (
          <Pill tone="gold">{t('score', { score: numberText(server.portrait.score * 100, 1) })}</Pill>
        )
      }
    >
      <div class="second-pictures voucher-pictures">
        <Picture src={server.portrait?.taken ?? null} caption={t('taken')} />
        <Picture src={server.register?.portrait ?? null} caption={t('kept')} />
      </div>
    </Card>
    <Card title={t('prints')} icon={fingerprint}>
      <FingerGrid lookOf={(finger) => lookOfFinger(server, finger)} now={null} />
    </Card>
  </div>
)

export const SecondCase = ({
  server,
  onCase,
}: {
  server: VoucherCase
  onCase: (server: VoucherCase) => void
}) => {
  const [verdict, ask] = useState<'confirm' | 'deny' | null>(null)
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const deciding = usePress()
  const back = () => navigate('/voucher/second')
  const open = (what: 'confirm' | 'deny') => {
    deciding.clear()
    ask(what)
  }
  useKeys({ Escape: back, a: () => open('confirm'), r: () => open('deny') })
  const decide = () => {
    setMissing(note.trim().length < 5)
    if (verdict && note.trim().length >= 5) {
      void deciding.press(async () => onCase(await secondCase(server.caseId, verdict, note.trim())))
    }
  }
  const title = t('title', { name: server.register?.fullName ?? '' })
  return (
    <CounterFrame
      title={title}
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
          <Button kind="danger-quiet" shortcut="R" onPress={() => open('deny')}>
            {t('deny')}
          </Button>
          <Button kind="primary" icon={shield} shortcut="A" onPress={() => open('confirm')}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <PageHead title={title} beside={<Pill tone="cham">{server.reference}</Pill>} />
      <div class="second-case">
        <PersonPart server={server} />
        <Evidence server={server} />
      </div>
      <Dialog
        isOpen={verdict !== null}
        onClose={() => ask(null)}
        title={t(verdict === 'deny' ? 'denyTitle' : 'confirmTitle')}
        actions={
          <>
            <Button onPress={() => ask(null)}>{t('back')}</Button>
            <Button
              kind={verdict === 'deny' ? 'danger' : 'primary'}
              isBusy={deciding.isBusy}
              onPress={decide}
            >
              {t(verdict === 'deny' ? 'deny' : 'confirm')}
            </Button>
          </>
        }
      >
        <Refusal problem={deciding.problem} />
        <p>{t('byYou')}</p>
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
    </CounterFrame>
  )
}
