// The receipt of an anonymous report, before it is sent: the one thing that leads back to it.
import './crime.css'
import { usePress } from '../../../client/press.ts'
import { CopyButton } from '../../../kit/copy-button.tsx'
import { useOnlyCopy } from '../../../kit/only-copy.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Button } from '../../../ui/button.tsx'
import { key } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  title: { vi: 'Ghi lại mã biên nhận', en: 'Write down the receipt code' },
  lead: {
    vi: 'Chưa có gì được gửi. Chỉ mã này mở lại được tin của bạn: xem kết quả, trả lời khi công an hỏi thêm. Mất mã thì không ai tìm lại được, chúng tôi cũng không.',
    en: 'Nothing was sent yet. Only this code opens your report again: to see what came of it and to answer what the police ask. Nobody can find it again when it is lost, nor can we.',
  },
  code: { vi: 'mã biên nhận', en: 'the receipt code' },
  where: { vi: 'Mở ở đâu', en: 'Where it opens' },
  whereMore: {
    vi: 'Mở bằng máy nào cũng được, không cần tài khoản: {address}. Đừng cất mã ở nơi người bạn báo có thể thấy.',
    en: 'From any phone or computer, without an account: {address}. Do not keep it where the person you report may see it.',
  },
  later: { vi: 'Tôi đã ghi lại, gửi tin', en: 'I wrote it down, send it' },
  laterMore: {
    vi: 'Tự gửi trong vòng 30 phút, vào một lúc ngẫu nhiên khi ứng dụng đang mở: giờ gửi không nói gì về bạn.',
    en: 'It goes out by itself within 30 minutes, at a random moment while the app is open: the time says nothing of you.',
  },
  now: { vi: 'Đã ghi lại, gửi ngay', en: 'I wrote it down, send it now' },
  back: { vi: 'Sửa lại', en: 'Change it' },
})

const Code = ({ code }: { code: string }) => (
  <div class="crime-code">
    <output aria-label={code.replaceAll('-', '').split('').join(' ')}>
      {code.split('-').map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </output>
    <CopyButton value={code} what={t('code')} />
  </div>
)

export const ReceiptStep = ({
  receiptCode,
  onBack,
  onSend,
}: {
  receiptCode: string
  onBack: () => void
  onSend: (isNow: boolean) => Promise<void>
}) => {
  const sending = usePress()
  useOnlyCopy(true)
  const send = (isNow: boolean) => void sending.press(() => onSend(isNow))
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} onBack={onBack} />}
      action={
        <Button kind="primary" isWide isBusy={sending.isBusy} onPress={() => send(false)}>
          {t('later')}
        </Button>
      }
    >
      {sending.problem && <ProblemNotice key={sending.refusals} problem={sending.problem} />}
      <p>{t('lead')}</p>
      <Code code={receiptCode} />
      <Notice isQuiet icon={key} title={t('where')}>
        {t('whereMore', { address: `${location.host}/app/report` })}
      </Notice>
      <p class="quiet small">{t('laterMore')}</p>
      <Button isWide isBusy={sending.isBusy} onPress={() => send(true)}>
        {t('now')}
      </Button>
      <Button isWide kind="quiet" onPress={onBack}>
        {t('back')}
      </Button>
    </Screen>
  )
}
