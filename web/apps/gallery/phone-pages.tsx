// Further screens of the citizen's phone, as the design wants them.
import { useState } from 'preact/hooks'
import { AppFrame } from '../../ui/app-frame.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Row, Rows } from '../../ui/card.tsx'
import { now } from '../../ui/clock.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Field } from '../../ui/field.tsx'
import { PersonalNumberField } from '../../kit/personal-number-field.tsx'
import { PasscodePad } from '../../ui/passcode-pad.tsx'
import { eye, globe, monitor, phoneCall, pin } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Steps } from '../../ui/steps.tsx'
import { TopBar } from '../../ui/top-bar.tsx'

export const ApprovePage = () => {
  const [number, choose] = useState<'18' | '47' | '93' | null>('47')
  return (
    <AppFrame
      title="Duyệt đăng nhập"
      head={<TopBar title="Duyệt đăng nhập" back="?page=home" isClosing />}
      action={
        <>
          <Button kind="primary" isWide isDisabled={!number}>
            Xác nhận bằng vân tay
          </Button>
          <Button kind="danger-quiet" isWide>
            Không phải tôi · khoá phiên này
          </Button>
        </>
      }
    >
      <RadioCards
        name="number"
        look="tiles"
        legend="Chạm vào số đang hiện trên máy tính"
        value={number}
        onValue={choose}
        choices={[
          { value: '18', title: '18' },
          { value: '47', title: '47' },
          { value: '93', title: '93' },
        ]}
      />
      <Rows>
        <Row isValue icon={globe} tone="cham" title="Trang web" detail="dvc.songlam.example" />
        <Row isValue icon={monitor} tone="cham" title="Thiết bị" detail="Chrome, Windows · vừa xong" />
        <Row isValue icon={pin} tone="cham" title="Vị trí gần đúng" detail="Phường Sông Lam · gần bạn" />
        <Row isValue icon={eye} tone="cham" title="Trang sẽ nhận" detail="Họ và tên, số định danh" />
      </Rows>
      <Countdown until={now() + 84_000} label="Yêu cầu hết hạn sau" />
    </AppFrame>
  )
}

export const PasscodePage = () => {
  const [digits, setDigits] = useState('482')
  return (
    <AppFrame title="Nhập mã PIN" head={<TopBar title="Mở khoá" back="?page=home" />}>
      <Steps step={5} total={5} title="Đặt mã PIN" />
      <PasscodePad
        label="Nhập mã PIN 6 số"
        value={digits}
        onValue={setDigits}
        onComplete={() => setDigits('')}
        onBiometric={() => setDigits('')}
        error="Mã PIN chưa đúng. Bạn còn 3 lần."
      />
      <Button kind="quiet">Quên mã PIN</Button>
    </AppFrame>
  )
}

export const StartPage = () => {
  const [number, setNumber] = useState('901191')
  const [code, setCode] = useState('482')
  const [phone, setPhone] = useState('')
  return (
    <AppFrame
      title="Mã xác nhận"
      head={<TopBar title="Tạo tài khoản mức 1" back="?page=home" />}
      action={
        <Button kind="primary" isWide>
          Tiếp tục
        </Button>
      }
    >
      <Steps step={3} total={5} title="Mã xác nhận" />
      <PersonalNumberField
        id="number"
        label="Số định danh"
        hint="12 số trên thẻ căn cước"
        value={number}
        onValue={setNumber}
      />
      <Field
        id="phone"
        type="tel"
        label="Số điện thoại"
        value={phone}
        onValue={setPhone}
        error="Số này thiếu một chữ số. Số di động có 10 số."
      />
      <CodeField id="code" label="Mã 6 số gửi tới 09•• ••• 217" value={code} onValue={setCode} />
      <Notice
        tone="warn"
        isQuiet
        title="Nhà mạng chưa xác nhận tin nhắn."
        action={
          <Button size="small" icon={phoneCall}>
            Nhận cuộc gọi đọc mã
          </Button>
        }
      >
        Chờ thêm 20 giây, hoặc chọn cách khác.
      </Notice>
      <Card title="Không đọc mã cho bất kỳ ai">
        <p class="quiet">Cán bộ không bao giờ hỏi mã này.</p>
      </Card>
    </AppFrame>
  )
}
