// Whole screens of the citizen's phone, as the design wants them.
import { useState } from 'preact/hooks'
import { AppFrame } from '../../ui/app-frame.tsx'
import { BottomNav } from '../../ui/bottom-nav.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card, GroupHead, Row, Rows } from '../../ui/card.tsx'
import { now } from '../../ui/clock.ts'
import { Countdown } from '../../ui/countdown.tsx'
import {
  CredentialCard,
  CredentialDeck,
  CredentialPeek,
  type CredentialState,
} from '../../ui/credential-card.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Field } from '../../ui/field.tsx'
import { PersonalNumberField } from '../../kit/personal-number-field.tsx'
import { PasscodePad } from '../../ui/passcode-pad.tsx'
import {
  car,
  dossier,
  eye,
  globe,
  heart,
  Icon,
  lock,
  monitor,
  phoneCall,
  pin,
  qr,
  wallet,
} from '../../ui/icons.tsx'
import { Lotus } from '../../ui/lotus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pill, VerifiedMark } from '../../ui/pill.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { StageBar, Steps } from '../../ui/steps.tsx'
import { Switch } from '../../ui/switch.tsx'
import { ProfileBar, TopBar } from '../../ui/top-bar.tsx'
import { sampleFace } from './sample-face.ts'

const hrefs = {
  wallet: '?page=home',
  services: '?page=share',
  scan: '?page=approve',
  dossiers: '?page=passcode',
  me: '?page=parts',
}
const face = sampleFace({})

export const HanhCard = ({ state = 'valid' }: { state?: CredentialState }) => (
  <CredentialCard
    title="Căn cước"
    subtitle="Identity card"
    holder="Nguyễn Thị Hạnh"
    portrait={face}
    personalNumber="901191005826"
    level={2}
    state={state}
    syncedAt={now() - 120_000}
    facts={[
      { label: 'Ngày sinh', value: '12/04/1991' },
      { label: 'Giới tính', value: 'Nữ' },
    ]}
  />
)

export const HomePage = () => (
  <AppFrame
    title="Ví"
    nav={<BottomNav current="wallet" hrefs={hrefs} />}
    head={
      <ProfileBar
        name="Nguyễn Thị Hạnh"
        portrait={sampleFace({})}
        profileHref="?page=parts"
        inboxHref="?page=parts"
        newMessages={2}
      />
    }
  >
    <h1 class="unseen">Ví</h1>
    <CredentialDeck>
      <HanhCard />
      <CredentialPeek
        kind="licence"
        icon={car}
        title="Giấy phép lái xe · A1, B"
        note="Còn hạn"
        href="?page=parts"
      />
      <CredentialPeek
        kind="insurance"
        icon={heart}
        title="Bảo hiểm y tế"
        note="Còn 39 ngày"
        href="?page=parts"
      />
    </CredentialDeck>
    <ButtonRow>
      <LinkButton kind="primary" icon={qr} href="?page=share">
        Xuất trình
      </LinkButton>
      <LinkButton icon={wallet} href="?page=parts">
        Giấy tờ
      </LinkButton>
    </ButtonRow>
    <Rows>
      <Row
        icon={dossier}
        tone="gold"
        title="Đăng ký tạm trú"
        detail="Đang kiểm tra"
        href="?page=parts"
        end={<Pill tone="gold">Còn 2 ngày</Pill>}
        below={<StageBar done={2} total={4} />}
      />
    </Rows>
    <Rows>
      <Row
        icon={eye}
        tone="cham"
        title="Ai đã xem dữ liệu của tôi"
        detail="Ngân hàng Sen Việt · 4 mục · 09:12"
        href="?page=share"
      />
    </Rows>
  </AppFrame>
)

export const SharePage = () => {
  const [isAdult, setAdult] = useState(true)
  const [hasPhone, setPhone] = useState(true)
  const [hasHome, setHome] = useState(false)
  const count = 2 + [isAdult, hasPhone, hasHome].filter(Boolean).length
  return (
    <AppFrame
      title="Yêu cầu chia sẻ"
      head={<TopBar title="Yêu cầu chia sẻ" back="?page=home" isClosing />}
      action={
        <>
          <Notice tone="danger" isQuiet title="Có ai đang gọi bảo bạn bấm? Dừng lại.">
            Công an không hướng dẫn qua điện thoại.
          </Notice>
          <ButtonRow>
            <Button>Từ chối</Button>
            <Button kind="primary" class="grow">
              Chia sẻ {count} mục
            </Button>
          </ButtonRow>
        </>
      }
    >
      <Rows>
        <Row
          lead={
            <span class="row-icon" style="background:#7a1c2b;color:#f5c98a">
              <Lotus size={28} />
            </span>
          }
          title="Ngân hàng Sen Việt"
          detail="mo-tk.senviet.example"
          end={<VerifiedMark label="Đã đăng ký" />}
        />
      </Rows>
      <p>
        Để <b>mở tài khoản thanh toán</b>. Mã yêu cầu <b>SV-4471</b>.
      </p>
      <GroupHead title="Bắt buộc" aside="Lưu 5 năm theo luật" />
      <Rows>
        <Row
          isValue
          title="Họ và tên"
          detail="Nguyễn Thị Hạnh"
          end={
            <>
              <Icon of={lock} size={16} />
              Cần có
            </>
          }
        />
        <Row
          isValue
          title="Số định danh"
          detail="901 191 005826"
          end={
            <>
              <Icon of={lock} size={16} />
              Cần có
            </>
          }
        />
      </Rows>
      <GroupHead title="Bạn quyết định" aside="Mặc định tắt · không lưu lại" />
      <Rows>
        <Switch
          isValue
          label="Thay cho ngày sinh"
          detail="Đủ 18 tuổi: Có"
          isOn={isAdult}
          onSwitch={setAdult}
        />
        <Switch isValue label="Số điện thoại" detail="09•• ••• 217" isOn={hasPhone} onSwitch={setPhone} />
        <Switch
          isValue
          label="Nơi thường trú"
          detail={hasHome ? 'Phường Sông Lam' : 'Không chia sẻ'}
          isOn={hasHome}
          onSwitch={setHome}
        />
      </Rows>
    </AppFrame>
  )
}

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
