// The citizen's wallet on a phone, as the design wants it.
import { AppFrame } from '../../ui/app-frame.tsx'
import { BottomNav } from '../../ui/bottom-nav.tsx'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Row, Rows } from '../../ui/card.tsx'
import { CredentialDeck, CredentialPeek } from '../../ui/credential-card.tsx'
import { car, dossier, eye, heart, qr, wallet } from '../../ui/icons.tsx'
import { Pill } from '../../ui/pill.tsx'
import { StageBar } from '../../ui/steps.tsx'
import { ProfileBar } from '../../ui/top-bar.tsx'
import { HanhCard } from './hanh-card.tsx'
import { sampleFace } from './sample-face.ts'

const hrefs = {
  wallet: '?page=home',
  services: '?page=share',
  scan: '?page=approve',
  dossiers: '?page=passcode',
  me: '?page=parts',
}

const Deck = () => (
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
)

const OpenDossier = () => (
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
    <Deck />
    <ButtonRow>
      <LinkButton kind="primary" icon={qr} href="?page=share">
        Xuất trình
      </LinkButton>
      <LinkButton icon={wallet} href="?page=parts">
        Giấy tờ
      </LinkButton>
    </ButtonRow>
    <OpenDossier />
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
