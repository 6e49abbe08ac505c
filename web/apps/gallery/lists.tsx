// Parts that list: two sources beside each other, a letter box, rows of people.
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Card, Row, Rows } from '../../ui/card.tsx'
import { DataPairs } from '../../ui/data-pairs.tsx'
import { inbox } from '../../ui/icons.tsx'
import { Portrait } from '../../ui/portrait.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { EmptyState, Skeleton } from '../../ui/waiting.tsx'
import { sampleFace } from './sample-face.ts'

const Compared = () => (
  <Card title="Đối chiếu chip với CSDL dân cư">
    <DataPairs
      pairs={[
        { label: 'Họ và tên', value: 'Lê Thị Mận', mark: 'match' },
        { label: 'Ngày sinh', value: '20/08/1958', mark: 'match' },
        {
          label: 'Nơi thường trú',
          value: 'Phường Sông Lam',
          mark: 'mismatch',
          otherSource: 'Chip ghi',
          other: 'xã Hoà Bình, huyện cũ',
        },
        { label: 'Ngày hết hạn', value: 'Không thời hạn', mark: 'match' },
      ]}
    />
  </Card>
)

const LetterBox = () => {
  const [tab, setTab] = useState<'todo' | 'safe' | 'news'>('todo')
  return (
    <Card title="Hộp thư">
      <Tabs
        label="Loại tin"
        current={tab}
        onTab={setTab}
        tabs={[
          { key: 'todo', title: 'Cần làm', count: 2 },
          { key: 'safe', title: 'Bảo mật' },
          { key: 'news', title: 'Tin' },
        ]}
      >
        {tab === 'news' ? (
          <Skeleton lines={4} />
        ) : (
          <EmptyState
            icon={inbox}
            title="Không có việc cần làm"
            action={<Button size="small">Xem tin cũ</Button>}
          >
            Khi có việc, tin sẽ nằm ở đây và nói rõ bạn cần làm gì.
          </EmptyState>
        )}
      </Tabs>
    </Card>
  )
}

const People = () => {
  const [isOn, setOn] = useState(true)
  return (
    <Rows>
      <Row
        lead={
          <Portrait
            name="Lê Thị Mận"
            src={sampleFace({ isOld: true, hair: '#b9b4ae', ground: '#eae3f2', cloth: '#6b4b8a' })}
            shape="card"
            size={56}
          />
        }
        title="Lê Thị Mận"
        detail="938 158 002417 · 68 tuổi"
      />
      <Row lead={<Portrait name="Giàng A Páo" />} title="Giàng A Páo" detail="Chưa có ảnh" href="#pao" />
      <Switch label="Dùng ít dữ liệu" detail="Không tải ảnh khi chưa cần" isOn={isOn} onSwitch={setOn} />
    </Rows>
  )
}

export const Lists = () => (
  <>
    <Compared />
    <LetterBox />
    <People />
  </>
)
