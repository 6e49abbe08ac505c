// What a line of a person's own log means: the caller reads it from her screen, the agent explains it.
// Nobody's log is opened here.
import { Status } from '../../../ui/attention.tsx'
import { useState } from 'preact/hooks'
import type { ViewLogGuide } from '../../../../contract/assistance.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { useLoad } from '../../../client/press.ts'
import { Card } from '../../../ui/card.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { eye } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Skeleton } from '../../../ui/waiting.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

type Families = OutputOf<typeof ViewLogGuide>['families']

const t = phrases({
  title: { vi: 'Giải thích nhật ký', en: 'Explaining the log' },
  lead: {
    vi: 'Người gọi đọc dòng trong “Ai đã xem dữ liệu của tôi”. Bạn không mở được nhật ký của ai.',
    en: "The caller reads out a line from “Who viewed my data”. You can't open anyone's log.",
  },
  line: { vi: 'Dòng người gọi đọc', en: 'The line the caller reads out' },
  choose: { vi: 'Chọn dòng', en: 'Choose the line' },
})
const meanings = phrases({
  office: {
    vi: 'Một đơn vị làm việc này cho bạn hoặc vì một hồ sơ. Dòng ghi tên đơn vị, số hiệu cán bộ, mục đích và mục đã xem. Nếu bạn không đến đó, hãy ghi lại giờ và báo: đơn vị phải trả lời.',
    en: "An office did this for you or for a case. The line shows the office, the officer's number, the purpose and what was viewed. If you weren't there, note the time and report it: the office must answer.",
  },
  service: {
    vi: 'Bạn đăng nhập hoặc chia sẻ với một dịch vụ. Nếu không phải bạn, hãy đăng xuất khỏi mọi nơi và khoá tài khoản.',
    en: "You signed in to a service or shared with it. If it wasn't you, sign out everywhere and lock the account.",
  },
  help: {
    vi: 'Có người hỗ trợ hoặc tổng đài làm việc này sau khi bạn đồng ý hoặc trả lời. Nếu không phải bạn, hãy khoá tài khoản và báo ngay.',
    en: "A helper or the hotline did this after you agreed or answered. If it wasn't you, lock the account and report it at once.",
  },
  self: {
    vi: 'Việc này làm trong tài khoản của bạn, bằng mật khẩu, mã PIN hoặc máy của bạn. Nếu không phải bạn, hãy khoá tài khoản ngay.',
    en: "This was done in your account, with your password, passcode or device. If it wasn't you, lock the account at once.",
  },
  representative: {
    vi: 'Cha mẹ, người giám hộ hoặc người thân tin cậy làm việc này thay bạn. Nếu người đó không nên làm, hãy đến công an xã: quyền đại diện có thể chấm dứt tại đó.',
    en: 'A parent, guardian or trusted relative did this for you. If they should not have, go to the commune police: the right to act for you can be ended there.',
  },
  automatic: {
    vi: 'Hệ thống tự làm việc này theo quy định, không có ai mở dữ liệu. Nếu kết quả sai, hãy báo sai lệch dữ liệu hoặc đến quầy.',
    en: 'The system did this by itself, as the rules say; nobody opened the data. If the result is wrong, report a data error or go to a counter.',
  },
})

const Guide = ({ families }: { families: Families }) => {
  const [title, setTitle] = useState('')
  const family = families.find(({ titles }) => titles.includes(title))?.family
  return (
    <>
      <SelectField
        id="log-line"
        label={t('line')}
        value={title}
        onValue={setTitle}
        options={[
          { value: '', label: t('choose') },
          ...families.flatMap(({ titles }) => titles.map((value) => ({ value, label: value }))),
        ]}
      />
      {family && <Status>{meanings(family)}</Status>}
    </>
  )
}

export const LogGuide = () => {
  const { data, problem, isLoading, reload } = useLoad(() =>
    orSignIn(view<typeof ViewLogGuide>('hotline.log-guide', {})),
  )
  return (
    <Card title={t('title')} icon={eye}>
      <div class="stack">
        <p class="quiet">{t('lead')}</p>
        <Refusal problem={problem} onRetry={reload} />
        {data ? <Guide families={data.families} /> : isLoading && <Skeleton lines={2} />}
      </div>
    </Card>
  )
}
