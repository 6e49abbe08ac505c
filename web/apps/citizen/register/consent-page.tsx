// What is done with the data, by whom, for how long; and a consent that is not ticked beforehand (Decree
// 13/2023 art. 11; Decree 69/2024 art. 10).
import { focusField } from '../../../ui/attention.tsx'
import { useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card, Row, Rows } from '../../../ui/card.tsx'
import { camera, card, check, clock, dossier, eye, Icon, message, shield } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Rich } from '../../../ui/rich.tsx'
import { hrefTo } from '../../../ui/router.tsx'
import { Checkbox } from '../../../ui/switch.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { RegisterFrame } from './register-frame.tsx'
import { start } from './draft.ts'

const t = phrases({
  heading: { vi: 'Chúng tôi làm gì với dữ liệu của bạn', en: 'What is done with your data' },
  need: {
    vi: 'Bạn cần chuẩn bị: **thẻ căn cước**, **điện thoại nhận tin nhắn** và **chỗ đủ sáng** để chụp ảnh.',
    en: 'You need: your **identity card**, a **phone that takes text messages** and **a bright place** for a picture.',
  },
  number: { vi: 'Số định danh, họ tên, ngày sinh', en: 'Personal number, name, birth date' },
  numberWhy: {
    vi: 'So với Cơ sở dữ liệu quốc gia về dân cư, chỉ để xác nhận đúng là bạn.',
    en: 'Compared with the national population database, only to confirm that it is you.',
  },
  phone: { vi: 'Số điện thoại, e-mail', en: 'Phone number, e-mail' },
  phoneWhy: {
    vi: 'Gửi mã và báo kết quả. Không dùng để quảng cáo.',
    en: 'For codes and results. Never for advertising.',
  },
  portrait: { vi: 'Ảnh chân dung', en: 'Portrait' },
  portraitWhy: {
    vi: 'So với ảnh trên căn cước. Không công bố, không bán.',
    en: 'Compared with the picture of your card. Never published, never sold.',
  },
  rights: { vi: 'Bạn luôn xem được ai đã xem', en: 'You always see who looked' },
  rightsWhy: {
    vi: 'Mỗi lần dữ liệu của bạn được mở đều ghi lại và hiện trong ứng dụng.',
    en: 'Every opening of your data is written down and shown in the app.',
  },
  keep: { vi: 'Đơn làm dở tự xoá sau 3 ngày', en: 'An unfinished application is deleted after 3 days' },
  keepWhy: {
    vi: 'Đơn đã gửi được giữ theo quy định về hồ sơ định danh.',
    en: 'A sent one is kept as the rules on identity records say.',
  },
  law: {
    vi: 'Căn cứ: Luật Căn cước 26/2023, Nghị định 69/2024 Điều 10, Luật Bảo vệ dữ liệu cá nhân 91/2025.',
    en: 'Basis: Law on Identification 26/2023, Decree 69/2024 art. 10, Law on Personal Data Protection 91/2025.',
  },
  agree: {
    vi: 'Tôi đã đọc và đồng ý cho xử lý dữ liệu của tôi như trên',
    en: 'I have read this and agree that my data is used as said above',
  },
  agreeMore: {
    vi: 'Bạn rút lại được bất cứ lúc nào trước khi gửi, bằng nút “Bỏ đơn này”.',
    en: 'You can take it back at any time before sending, with “Throw this application away”.',
  },
  must: {
    vi: 'Cần sự đồng ý của bạn để bắt đầu. Nếu chưa muốn, bạn có thể đóng trang.',
    en: 'Your consent is needed to begin. If you would rather not, close the page.',
  },
  go: { vi: 'Đồng ý và tiếp tục', en: 'Agree and go on' },
  have: { vi: 'Tôi đã có tài khoản', en: 'I have an account already' },
  sent: { vi: 'Tôi đã gửi đơn, mở lại bằng mã đơn', en: 'I have sent an application; open it again' },
})

const parts = [
  [card, 'number', 'numberWhy'],
  [message, 'phone', 'phoneWhy'],
  [camera, 'portrait', 'portraitWhy'],
  [eye, 'rights', 'rightsWhy'],
  [clock, 'keep', 'keepWhy'],
] as const

export const ConsentPage = () => {
  const [isAgreed, agree] = useState(false)
  const [isMissed, miss] = useState(false)
  const starting = usePress()
  const go = () => {
    if (isAgreed) {
      return void starting.press(start)
    }
    miss(true)
    focusField('consent')
  }
  return (
    <RegisterFrame
      step="consent"
      action={
        <Button kind="primary" isWide isBusy={starting.isBusy} onPress={go}>
          {t('go')}
        </Button>
      }
    >
      <div class="page-lead">
        <h2>{t('heading')}</h2>
        <p>
          <Rich text={t('need')} />
        </p>
      </div>
      {starting.problem && <ProblemNotice key={starting.refusals} problem={starting.problem} onRetry={go} />}
      <Rows>
        {parts.map(([icon, title, why]) => (
          <Row key={title} icon={icon} title={t(title)} detail={t(why)} />
        ))}
      </Rows>
      <p class="quiet small law">
        <Icon of={shield} size={16} /> {t('law')}
      </p>
      <Card>
        <Checkbox
          id="consent"
          label={t('agree')}
          detail={t('agreeMore')}
          isOn={isAgreed}
          onSwitch={(isOn) => {
            agree(isOn)
            miss(false)
          }}
          error={isMissed ? t('must') : undefined}
        />
      </Card>
      <div class="centre">
        <LinkButton kind="quiet" icon={check} href={hrefTo('/activate')}>
          {t('have')}
        </LinkButton>
        <LinkButton kind="quiet" icon={dossier} href={hrefTo('/enrol/return')}>
          {t('sent')}
        </LinkButton>
      </div>
    </RegisterFrame>
  )
}
