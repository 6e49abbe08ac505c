// The officers' desk with a queue.
import { Button } from '../../ui/button.tsx'
import { ConsoleFrame, PageHead } from '../../ui/console-frame.tsx'
import {
  card,
  clock,
  dossier,
  eye,
  Icon,
  inbox,
  lock,
  offline,
  pencil,
  person,
  refresh,
} from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pill, type PillTone } from '../../ui/pill.tsx'
import { QueueTable } from '../../ui/queue-table.tsx'
import { StepTiles } from '../../ui/steps.tsx'
import { sampleFace } from './sample-face.ts'

type Work = { id: string; name: string; deed: string; next: string; due: string; tone: PillTone }
const work: Work[] = [
  {
    id: 'ĐK-2026-0481',
    name: 'Lê Thị Mận',
    deed: 'Đăng ký mức 2',
    next: 'Lấy vân tay',
    due: 'thứ Tư 25/11',
    tone: 'ok',
  },
  {
    id: 'CT-2026-1120',
    name: 'Nguyễn Thị Hạnh',
    deed: 'Đăng ký tạm trú',
    next: 'Kiểm tra chủ hộ',
    due: 'Còn 1 ngày',
    tone: 'gold',
  },
  {
    id: 'KH-2026-0093',
    name: 'Võ Minh Khoa',
    deed: 'Yêu cầu khoá',
    next: 'Xác minh danh tính',
    due: 'Quá hạn 1 ngày',
    tone: 'son',
  },
  {
    id: 'SL-2026-0310',
    name: 'Giàng A Páo',
    deed: 'Sai lệch dữ liệu',
    next: 'So hai nguồn',
    due: 'thứ Sáu 27/11',
    tone: 'ok',
  },
  {
    id: 'TC-2026-0777',
    name: 'Emma Laurent',
    deed: 'Người nước ngoài',
    next: 'Chụp ảnh',
    due: 'thứ Hai 30/11',
    tone: 'ok',
  },
]

const groups = [
  {
    links: [
      { href: '#queue', title: 'Hàng đợi', icon: inbox, count: 7, isCurrent: true },
      { href: '#enrol', title: 'Đăng ký mức 2', icon: person, count: 1 },
      { href: '#card', title: 'Thẻ căn cước', icon: card, count: 3 },
      { href: '#home', title: 'Hồ sơ cư trú', icon: dossier, count: 12 },
      { href: '#lock', title: 'Yêu cầu khoá', icon: lock, count: 2, isUrgent: true },
      { href: '#diff', title: 'Sai lệch dữ liệu', icon: refresh, count: 4 },
    ],
  },
  {
    title: 'Của tôi',
    links: [
      { href: '#drafts', title: 'Bản nháp', icon: pencil, count: 2 },
      { href: '#outbox', title: 'Chờ gửi', icon: offline, count: 0 },
      { href: '#log', title: 'Nhật ký tra cứu', icon: eye },
    ],
  },
]

const Foot = () => (
  <>
    <span class="quiet" style="display:flex;gap:.5rem;align-items:center">
      <Icon of={pencil} size={18} />
      Đã lưu nháp trên máy lúc 09:41:20
    </span>
    <Button kind="quiet" shortcut="Ctrl S">
      Tạm dừng
    </Button>
    <Button>Ghi ngoại lệ vân tay</Button>
    <Button kind="primary" shortcut="Enter">
      Gọi người kế tiếp
    </Button>
  </>
)

const Head = () => (
  <PageHead
    title="Hàng đợi"
    beside={
      <>
        <Pill tone="cham">Ca sáng 22/11</Pill>
        <Pill tone="jade">7 người đang chờ</Pill>
      </>
    }
    end={
      <Pill tone="gold" icon={clock}>
        Chờ lâu nhất 12 phút
      </Pill>
    }
  />
)

const Queue = () => (
  <QueueTable
    caption="Hàng đợi"
    rows={work}
    keyOf={(row) => row.id}
    hrefOf={(row) => `#${row.id}`}
    isMarked={(row) => row.tone === 'son'}
    columns={[
      { key: 'name', title: 'Người dân', cell: (row) => row.name },
      { key: 'id', title: 'Mã hồ sơ', cell: (row) => row.id },
      { key: 'deed', title: 'Việc', cell: (row) => row.deed },
      { key: 'next', title: 'Bước kế tiếp', cell: (row) => row.next, isWide: true },
      { key: 'due', title: 'Hạn trả', cell: (row) => <Pill tone={row.tone}>{row.due}</Pill>, align: 'end' },
    ]}
  />
)

export const ConsolePage = () => (
  <ConsoleFrame
    title="Hàng đợi"
    brand="Quầy định danh"
    place="Công an phường Sông Lam · Quầy 02"
    groups={groups}
    officer={{
      name: 'Trần Quốc Bảo',
      role: 'Đại uý · ca sáng',
      portrait: sampleFace({ ground: '#dfe8df', cloth: '#2f6f3f' }),
    }}
    search={{ label: 'Tìm số định danh, họ tên, mã hồ sơ', onSearch: () => undefined }}
    sync={{ isOnline: true, text: 'Trực tuyến · đã đồng bộ' }}
    foot={<Foot />}
  >
    <Head />
    <StepTiles
      label="Các bước"
      current={3}
      steps={['Đọc thẻ', 'Liên hệ', 'Ảnh và vân tay', 'Giấy tờ tích hợp', 'Đồng ý và ký']}
    />
    <Notice tone="warn" isQuiet>
      <b>2 yêu cầu khoá</b> cần xem trước: mỗi yêu cầu có người đang chờ ở đầu dây.
    </Notice>
    <Queue />
  </ConsoleFrame>
)
