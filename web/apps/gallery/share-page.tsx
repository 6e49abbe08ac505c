// A request to share data, as the design wants it: what has to be given, and what the citizen decides.
import { useState } from 'preact/hooks'
import { AppFrame } from '../../ui/app-frame.tsx'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../ui/card.tsx'
import { Icon, lock } from '../../ui/icons.tsx'
import { Lotus } from '../../ui/lotus.tsx'
import { Notice } from '../../ui/notice.tsx'
import { VerifiedMark } from '../../ui/pill.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TopBar } from '../../ui/top-bar.tsx'

const Answer = ({ count }: { count: number }) => (
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
)

const Asking = () => (
  <>
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
  </>
)

const Needed = ({ title, detail }: { title: string; detail: string }) => (
  <Row
    isValue
    title={title}
    detail={detail}
    end={
      <>
        <Icon of={lock} size={16} />
        Cần có
      </>
    }
  />
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
      action={<Answer count={count} />}
    >
      <Asking />
      <GroupHead title="Bắt buộc" aside="Lưu 5 năm theo luật" />
      <Rows>
        <Needed title="Họ và tên" detail="Nguyễn Thị Hạnh" />
        <Needed title="Số định danh" detail="901 191 005826" />
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
