// Before the second pair of eyes: what is not by rule, with its evidence beside the register; confirmed or
// denied with a reason.
import '../case/second.css'
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { alert, camera, fingerprint, Icon, person as personIcon, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { FingerGrid } from '../devices/finger-grid.tsx'
import { useKeys } from '../shell/keys.ts'
import { act, mayDo } from './application.ts'
import { lookOf } from './biometric-part.tsx'
import { CardFrame, leave } from './card-frame.tsx'
import { exceptionWords, type CardApplication } from './card-words.ts'
import { NoteDialog } from './open-view.tsx'

const t = phrases({
  exceptions: { vi: 'Cần bạn xem', en: 'What needs your eyes' },
  guide: {
    vi: 'Xem người dân, giấy tờ và từng bằng chứng. Chấp nhận khi bạn tin đây đúng là người trong cơ sở dữ liệu: ảnh và vân tay này thành mẫu gốc.',
    en: 'Look at the person, the papers and each piece of evidence. Confirm when you believe this is the person of the register: portrait and prints become the reference.',
  },
  portraits: { vi: 'Ảnh chân dung', en: 'Portraits' },
  taken: { vi: 'Chụp tại quầy', en: 'Taken at the counter' },
  kept: { vi: 'Trong cơ sở dữ liệu', en: 'In the register' },
  none: { vi: 'Không có ảnh', en: 'No portrait' },
  prints: { vi: 'Vân tay', en: 'Fingerprints' },
  confirm: { vi: 'Chấp nhận', en: 'Confirm' },
  deny: { vi: 'Từ chối', en: 'Deny' },
  confirmTitle: { vi: 'Chấp nhận hồ sơ thẻ?', en: 'Confirm this application?' },
  confirmWhat: {
    vi: 'Quyết định đứng tên bạn. Thẻ sang hàng in.',
    en: 'The decision carries your name. The card goes on to be printed.',
  },
  denyTitle: { vi: 'Từ chối hồ sơ thẻ?', en: 'Deny this application?' },
  denyWhat: {
    vi: 'Hồ sơ kết thúc và người dân được báo việc cần làm tiếp.',
    en: 'The application ends, and the person is told what to do next.',
  },
  mine: {
    vi: 'Chính bạn đã lấy hồ sơ này, nên một người khác phải duyệt.',
    en: 'You took this application yourself, so another person must decide.',
  },
  wait: {
    vi: 'Hồ sơ chờ người có nhiệm vụ duyệt thẻ. Người dân không cần chờ ở quầy.',
    en: 'It waits for somebody with the task. The person need not wait here.',
  },
  done: { vi: 'Đã quyết định.', en: 'Decided.' },
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

export const DecideView = ({ app }: { app: CardApplication }) => {
  const [verdict, ask] = useState<'confirm' | 'deny' | null>(null)
  const deciding = usePress()
  const mayDecide = mayDo('card.decide') && !app.isTakenByMe
  const open = (what: 'confirm' | 'deny') => {
    if (mayDecide) {
      deciding.clear()
      ask(what)
    }
  }
  useKeys({ Escape: () => leave(app), a: () => open('confirm'), r: () => open('deny') })
  const decide = (note: string) =>
    void deciding.press(async () => {
      await act('card.second', { verdict, note })
      toast(t('done'))
    })
  return (
    <CardFrame
      app={app}
      keys={
        mayDecide
          ? [
              ['A', t('confirm')],
              ['R', t('deny')],
            ]
          : []
      }
      actions={
        mayDecide && (
          <>
            <Button kind="danger-quiet" shortcut="R" onPress={() => open('deny')}>
              {t('deny')}
            </Button>
            <Button kind="primary" icon={shield} shortcut="A" onPress={() => open('confirm')}>
              {t('confirm')}
            </Button>
          </>
        )
      }
    >
      {!mayDecide && (
        <Notice isQuiet tone="warn">
          {t(app.isTakenByMe ? 'mine' : 'wait')}
        </Notice>
      )}
      <Card title={t('exceptions')} icon={alert}>
        <p>{t('guide')}</p>
        <ul class="exceptions">
          {app.exceptions.map((one) => (
            <li key={exceptionWords(one)}>
              <b>{exceptionWords(one)}</b>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('portraits')} icon={camera}>
        <div class="second-pictures">
          <Picture src={app.portrait?.taken ?? null} caption={t('taken')} />
          <Picture src={app.register?.portrait ?? null} caption={t('kept')} />
        </div>
      </Card>
      <Card title={t('prints')} icon={fingerprint}>
        <FingerGrid lookOf={lookOf(app)} now={null} />
      </Card>
      <NoteDialog
        isOpen={verdict !== null}
        doing={deciding}
        isDanger={verdict === 'deny'}
        title={t(verdict === 'deny' ? 'denyTitle' : 'confirmTitle')}
        what={t(verdict === 'deny' ? 'denyWhat' : 'confirmWhat')}
        yes={t(verdict === 'deny' ? 'deny' : 'confirm')}
        onYes={decide}
        onClose={() => ask(null)}
      />
    </CardFrame>
  )
}
