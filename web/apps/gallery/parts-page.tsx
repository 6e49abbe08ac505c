// Every part of the user interface in its states.
import { useState } from 'preact/hooks'
import { Band } from '../../ui/band.tsx'
import { Button, ButtonRow, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { now } from '../../ui/clock.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { CredentialCard } from '../../ui/credential-card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DrumRosette } from '../../ui/drum-rosette.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, SelectField } from '../../ui/field.tsx'
import * as icons from '../../ui/icons.tsx'
import { language, setLanguage } from '../../ui/language.ts'
import { Lotus } from '../../ui/lotus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pill } from '../../ui/pill.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { StepTiles } from '../../ui/steps.tsx'
import { Checkbox } from '../../ui/switch.tsx'
import { setTextSize, textSizes, useTextSize } from '../../ui/text-size.ts'
import { Toasts, toast } from '../../ui/toast.tsx'
import { HanhCard } from './hanh-card.tsx'
import { Lists } from './lists.tsx'

const soon = now() + 47_000

const Cards = () => (
  <div class="gallery-grid">
    <HanhCard />
    <HanhCard state="needs-sync" />
    <HanhCard state="locked" />
    <HanhCard state="revoked" />
    {(['licence', 'insurance', 'vehicle', 'health', 'passport', 'student'] as const).map((kind) => (
      <CredentialCard
        key={kind}
        kind={kind}
        title={
          {
            licence: 'Giấy phép lái xe',
            insurance: 'Bảo hiểm y tế',
            vehicle: 'Đăng ký xe',
            health: 'Sổ sức khoẻ',
            passport: 'Hộ chiếu',
            student: 'Thẻ học sinh',
          }[kind]
        }
        holder="Phạm Gia Bình"
        syncedAt={now()}
        facts={[
          { label: 'Số', value: '79 0123 456' },
          { label: 'Có giá trị đến', value: '31/12/2030' },
        ]}
      />
    ))}
  </div>
)

const Buttons = () => {
  const [isBusy, setBusy] = useState(true)
  const [isOpen, setOpen] = useState(false)
  return (
    <Card title="Nút" icon={icons.play}>
      <div class="stack">
        <ButtonRow>
          <Button kind="primary" icon={icons.qr}>
            Xuất trình
          </Button>
          <Button icon={icons.wallet}>Tất cả giấy tờ</Button>
        </ButtonRow>
        <ButtonRow>
          <Button kind="danger">Khoá ngay</Button>
          <Button kind="danger-quiet">Không phải tôi</Button>
        </ButtonRow>
        <ButtonRow>
          <Button kind="primary" isBusy={isBusy} onPress={() => setBusy(true)}>
            Nộp hồ sơ
          </Button>
          <Button isDisabled>Chưa đủ</Button>
        </ButtonRow>
        <ButtonRow>
          <Button kind="quiet" shortcut="Ctrl S" onPress={() => toast('Đã lưu nháp')}>
            Lưu
          </Button>
          <Button size="small" onPress={() => setOpen(true)}>
            Mở hộp thoại
          </Button>
        </ButtonRow>
        <ButtonRow>
          <Button
            size="small"
            icon={icons.globe}
            onPress={() => setLanguage(language() === 'vi' ? 'en' : 'vi')}
          >
            VI · EN
          </Button>
          <IconButton icon={icons.bell} label="Hộp thư, 2 tin mới" count={2} />
        </ButtonRow>
      </div>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Khoá tài khoản ngay?"
        actions={
          <>
            <Button onPress={() => setOpen(false)}>Không khoá</Button>
            <Button kind="danger" icon={icons.lock}>
              Khoá ngay
            </Button>
          </>
        }
      >
        <p>3 phiên đang mở sẽ tắt · QR hết hiệu lực · mở lại tại phường trong 2 ngày làm việc.</p>
      </Dialog>
    </Card>
  )
}

const Notices = () => (
  <Card title="Thông báo">
    <div class="stack">
      <Notice isQuiet title="Không có mạng.">
        Bạn vẫn xuất trình được căn cước đến hết hôm nay.
      </Notice>
      <Notice isQuiet tone="ok" title="Khớp 98,2%">
        Khuôn mặt và 8 vân tay khớp với CSDL căn cước
      </Notice>
      <Notice isQuiet tone="warn">
        <b>Ngón trỏ phải còn mờ</b> (31/40). Lau khô, ấn nhẹ rồi thử lại.
      </Notice>
      <Notice isQuiet tone="danger" title="Có ai đang gọi bảo bạn bấm? Dừng lại.">
        Công an không hướng dẫn qua điện thoại.
      </Notice>
      <div class="gallery-line">
        <Pill tone="ok">Đúng nhịp</Pill>
        <Pill tone="gold">Còn 2 ngày</Pill>
        <Pill tone="cham">ĐK-2026-0481</Pill>
        <Pill tone="jade" icon={icons.shield}>
          Mức 2
        </Pill>
        <Pill tone="son">Quá hạn</Pill>
        <Pill>Nháp</Pill>
      </div>
      <Countdown until={soon} label="Tự đổi mã sau" />
    </div>
  </Card>
)

const Choices = () => {
  const [way, setWay] = useState<'sim' | 'relative' | 'counter' | null>('counter')
  const size = useTextSize()
  return (
    <Card title="Chọn">
      <div class="stack">
        <RadioCards
          name="way"
          legend="Bạn xác nhận bằng cách nào?"
          value={way}
          onValue={setWay}
          choices={[
            {
              value: 'sim',
              title: 'SIM và khuôn mặt',
              detail: 'Xem được ngay, dùng đủ sau 24 giờ',
              icon: icons.phone,
            },
            { value: 'relative', title: 'Người thân xác nhận', detail: '5 phút', icon: icons.family },
            { value: 'counter', title: 'Tới quầy', detail: 'Hôm nay tại phường', icon: icons.pin },
          ]}
        />
        <RadioCards
          name="size"
          look="tiles"
          legend="Cỡ chữ"
          value={size}
          onValue={setTextSize}
          choices={textSizes.map((value) => ({ value, title: `${value}%` }))}
        />
      </div>
    </Card>
  )
}

const Form = () => {
  const [isAgreed, agree] = useState(true)
  const [text, setText] = useState('Nguyễn Thị Hạnh')
  return (
    <Card title="Biểu mẫu">
      <div class="stack">
        <ErrorSummary problems={[{ fieldId: 'full', message: 'Ghi họ, chữ đệm và tên như trên thẻ' }]} />
        <Field
          id="full"
          label="Họ, chữ đệm và tên"
          value={text}
          onValue={setText}
          error="Ghi họ, chữ đệm và tên như trên thẻ"
        />
        <SelectField
          id="ward"
          label="Phường, xã"
          value="a"
          onValue={() => undefined}
          options={[{ value: 'a', label: 'Phường Sông Lam' }]}
          isOptional
        />
        <Checkbox
          id="agree"
          label="Tôi đã đọc và đồng ý"
          detail="Có thể rút lại bất cứ lúc nào"
          isOn={isAgreed}
          onSwitch={agree}
        />
      </div>
    </Card>
  )
}

const drawn = Object.entries(icons).flatMap(([name, of]) => (typeof of === 'string' ? [{ name, of }] : []))

export const PartsPage = () => (
  <main class="gallery">
    <Band />
    <h1>
      <Lotus size={44} />
      Sen · các phần của giao diện
    </h1>
    <StepTiles
      label="Các bước"
      current={3}
      steps={['Đọc thẻ', 'Liên hệ', 'Ảnh và vân tay', 'Giấy tờ tích hợp', 'Đồng ý và ký']}
    />
    <Cards />
    <div class="gallery-grid">
      <Buttons />
      <Notices />
      <Choices />
      <Form />
      <Lists />
    </div>
    <Toasts />
    <Card title={`${drawn.length} biểu tượng`}>
      <div class="gallery-icons">
        {drawn.map(({ name, of }) => (
          <span key={name}>
            <Icon of={of} size={26} />
            <small>{name}</small>
          </span>
        ))}
      </div>
    </Card>
    <div class="gallery-drum">
      <DrumRosette />
    </div>
  </main>
)

const { Icon } = icons
