// Handing over: the recipient against the register, the chip before her eyes, her own receipt; then the card
// is hers and the account comes with it.
import { useState } from 'preact/hooks'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { card, check, person as personIcon, signature } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { CameraPanel, pressShutter } from '../devices/camera-panel.tsx'
import { ScannerPanel } from '../devices/scanner-panel.tsx'
import type { FingerName, Impression } from '../devices/finger-source.ts'
import { visitor } from '../../../kit/simulators.ts'
import { ScreenAnswer } from '../evidence/screen-answer.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import type { Said as Prompt } from '../screen/desk-channel.ts'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import { act, actWithChip, mayDo, readApplication } from './application.ts'
import { CardFrame, leave } from './card-frame.tsx'
import type { CardApplication } from './card-words.ts'
import { EndButton } from './end-button.tsx'
import { NewChip } from './new-chip.tsx'

const t = phrases({
  who: { vi: 'Người nhận có đúng là người trên thẻ?', en: 'Is the recipient the person on the card?' },
  whoWhy: {
    vi: 'Chụp khuôn mặt hoặc quét một ngón tay; một cách khớp là đủ. Còn {n} lượt hôm nay.',
    en: 'Take the face or one finger; one match is enough. {n} tries left today.',
  },
  proven: { vi: 'Đúng người', en: 'It is her' },
  provenFace: { vi: 'Khuôn mặt khớp với cơ sở dữ liệu.', en: 'The face matches the register.' },
  provenFinger: { vi: 'Vân tay khớp với cơ sở dữ liệu.', en: 'The print matches the register.' },
  another: { vi: 'Khớp. Cần thêm một cán bộ so lại', en: 'It matches. Another officer compares her as well' },
  anotherWhy: {
    vi: 'Bản chụp không do thiết bị đã ghi danh của quầy ký, hoặc quy định cần hai người. Nhờ một cán bộ khác mở hồ sơ này và so người nhận.',
    en: 'It was not signed by a registered device of the desk, or the policy wants two persons. Ask another officer to open this application and compare the recipient.',
  },
  notYet: { vi: 'Chưa khớp', en: 'Not matched yet' },
  notYetWhy: {
    vi: 'Thử cách còn lại. Không trao thẻ cho người khác, kể cả người nhà.',
    en: 'Try the other way. The card goes to nobody else, not even family.',
  },
  chip: { vi: 'Đọc chip trước mặt người dân', en: 'Read the chip before her' },
  chipOk: { vi: 'Chip thật, đúng thẻ này', en: 'Genuine, and this very card' },
  chipOkWhy: {
    vi: 'Chữ ký hợp lệ và là thẻ vừa in cho hồ sơ này.',
    en: 'The signature is valid, and it is the card that was printed for this application.',
  },
  receipt: { vi: 'Người dân xác nhận', en: 'She confirms' },
  got: { vi: 'Người dân xác nhận đã nhận thẻ', en: 'She confirmed that she has the card' },
  gotWhy: {
    vi: 'Bấm Trao thẻ để hoàn tất: thẻ cũ hết giá trị, tài khoản được cấp.',
    en: 'Press Hand over to finish: the old card is void, the account is issued.',
  },
  notGot: { vi: 'Người dân chưa nhận', en: 'She has not received it' },
  notGotWhy: {
    vi: 'Kiểm tra lại thẻ cùng người dân rồi hỏi lại.',
    en: 'Look at the card together, then ask again.',
  },
  hand: { vi: 'Trao thẻ', en: 'Hand the card over' },
  printer: {
    vi: 'Bạn đã in thẻ này, nên một người khác trao thẻ.',
    en: 'You printed this card, so another person hands it over.',
  },
  done: { vi: 'Đã trao thẻ.', en: 'The card is handed over.' },
  shoot: { vi: 'chụp, chụp lại', en: 'take, take again' },
})
const facePrompt: Prompt = {
  vi: 'Mời bạn nhìn thẳng vào máy ảnh: thẻ chỉ được trao cho chính bạn.',
  en: 'Please look into the camera: the card is handed to you and nobody else.',
}
const receiptPrompt: Prompt = {
  vi: 'Mời bạn kiểm tra thẻ rồi tự bấm trên màn hình khi đã cầm thẻ.',
  en: 'Please check the card, and press on the screen yourself once you hold it.',
}
const FINGER: FingerName = 'right-index'

const Recipient = ({ app: { recipient, register } }: { app: CardApplication }) => {
  const [presses, setPresses] = useState(1)
  const [isTried, setTried] = useState(false)
  const checking = usePress()
  const prove = (input: Record<string, unknown>) =>
    checking.press(async () => {
      await act('card.check-recipient', input)
      setTried(true)
    })
  if (recipient.isProven) {
    return (
      <Card title={t('who')} icon={personIcon}>
        <Verdict tone="ok" title={t('proven')}>
          {t(recipient.by === 'fingerprint' ? 'provenFinger' : 'provenFace')}
        </Verdict>
      </Card>
    )
  }
  const take = ({ base64 }: SentPicture) => void prove({ picture: base64 })
  const scan = async (_: FingerName, { template }: Impression) => {
    setPresses(presses + 1)
    await prove({ template })
  }
  const finger = register?.fingers.includes(FINGER) ? FINGER : (register?.fingers[0] ?? FINGER)
  return (
    <Card title={t('who')} icon={personIcon}>
      <p>{t('whoWhy', { n: recipient.triesLeft })}</p>
      <Refusal problem={checking.problem} />
      {recipient.needsAnother && (
        <Verdict tone="gold" title={t('another')}>
          {t('anotherWhy')}
        </Verdict>
      )}
      {isTried && !recipient.needsAnother && (
        <Verdict tone="son" title={t('notYet')}>
          {t('notYetWhy')}
        </Verdict>
      )}
      <div class="card-checks">
        <div>
          <CameraPanel visitor={visitor.use()} taken={null} onAgain={() => undefined} onPicture={take} />
        </div>
        <div>
          <ScannerPanel
            finger={finger}
            press={presses}
            visitor={visitor.use()}
            onPrint={scan}
            isBusy={checking.isBusy}
          />
        </div>
      </div>
    </Card>
  )
}

const Chip = ({ isRead }: { isRead: boolean }) => (
  <Card title={t('chip')} icon={card}>
    {isRead ? (
      <Verdict tone="ok" title={t('chipOk')}>
        {t('chipOkWhy')}
      </Verdict>
    ) : (
      <NewChip
        onChip={async (chip) => {
          await actWithChip('card.read-chip', chip)
        }}
      />
    )}
  </Card>
)

const Receipt = ({ app }: { app: CardApplication }) => {
  const asking = usePress()
  return (
    <Card title={t('receipt')} icon={signature}>
      <ScreenAnswer
        caseId={app.caseId}
        answer={app.receipt}
        words={{
          agreed: t('got'),
          agreedWhy: t('gotWhy'),
          declined: t('notGot'),
          declinedWhy: t('notGotWhy'),
        }}
        asking={asking}
        read={() => readApplication(app.caseId)}
        onAsk={() =>
          void asking.press(async () => {
            await act('card.ask-receipt')
          })
        }
      />
    </Card>
  )
}

export const HandOverView = ({ app }: { app: CardApplication }) => {
  const handing = usePress()
  const mayHand = mayDo('card.hand-over') && !app.isPrintedByMe
  const isWhole = mayHand && app.remaining.length === 0
  const hand = () => {
    if (isWhole) {
      void handing.press(async () => {
        await act('card.hand-over')
        toast(t('done'))
      })
    }
  }
  useKeys({ Escape: () => leave(app), Enter: hand, ' ': pressShutter })
  return (
    <CardFrame
      app={app}
      prompt={app.recipient.isProven ? receiptPrompt : facePrompt}
      keys={[['Space', t('shoot')], ...(isWhole ? [['Enter', t('hand')] as const] : [])]}
      actions={
        <>
          <EndButton />
          {isWhole && (
            <Button kind="primary" icon={check} shortcut="Enter" isBusy={handing.isBusy} onPress={hand}>
              {t('hand')}
            </Button>
          )}
        </>
      }
    >
      <Refusal problem={handing.problem} onRetry={hand} />
      {!mayHand && (
        <Notice isQuiet tone="warn">
          {t('printer')}
        </Notice>
      )}
      {mayHand && (
        <>
          <Recipient app={app} />
          <Chip isRead={!app.remaining.includes('chip')} />
          <Receipt app={app} />
        </>
      )}
    </CardFrame>
  )
}
