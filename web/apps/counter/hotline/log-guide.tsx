// What a line of a person's own log means: the caller reads it from her screen, the agent explains it.
// Nobody's log is opened here.
import { useState } from 'preact/hooks'
import { purposeCodes, purposeText } from '../../../kit/look-phrases.ts'
import { Card } from '../../../ui/card.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { eye } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  title: { vi: 'Giải thích nhật ký', en: 'Explaining the log' },
  lead: {
    vi: 'Người gọi đọc dòng trong “Ai đã xem dữ liệu của tôi”. Bạn không mở được nhật ký của ai.',
    en: "The caller reads a line of “Who looked at my data”. You can open nobody's log.",
  },
  line: { vi: 'Dòng người gọi đọc', en: 'The line the caller reads' },
  choose: { vi: 'Chọn dòng', en: 'Choose the line' },
  office: {
    vi: 'Một đơn vị làm việc này cho bạn hoặc vì một hồ sơ. Dòng ghi tên đơn vị, số hiệu cán bộ, mục đích và mục đã xem. Nếu bạn không đến đó, hãy ghi lại giờ và báo: đơn vị phải trả lời.',
    en: "An office did this for you or for a case. The line names office, officer's number, purpose and fields. If you were not there, note the time and report it: the office must answer.",
  },
  service: {
    vi: 'Bạn đăng nhập hoặc chia sẻ với một dịch vụ. Nếu không phải bạn, hãy đăng xuất khỏi mọi nơi và khoá tài khoản.',
    en: 'You signed in to or shared with a service. If it was not you, sign out everywhere and lock the account.',
  },
  help: {
    vi: 'Có người hỗ trợ hoặc tổng đài làm việc này sau khi bạn đồng ý hoặc trả lời. Nếu không phải bạn, khoá tài khoản và báo ngay.',
    en: 'A helper or the hotline did this after you agreed or answered. If it was not you, lock the account and report it.',
  },
  self: {
    vi: 'Chính bạn hoặc hệ thống làm việc này trong tài khoản của bạn. Nếu không phải bạn, khoá tài khoản ngay.',
    en: 'You or the system did this in your account. If it was not you, lock the account at once.',
  },
})

const meaningOf = (code: string): string => {
  if (/^(assist|hotline)-/.test(code)) {
    return t('help')
  }
  if (code.startsWith('sign-in')) {
    return t('service')
  }
  return /^(search|level-2|enrolment|discrepancy|lock-request|unlock|desk|card)/.test(code)
    ? t('office')
    : t('self')
}

export const LogGuide = () => {
  const [code, setCode] = useState('')
  return (
    <Card title={t('title')} icon={eye}>
      <div class="stack">
        <p class="quiet">{t('lead')}</p>
        <SelectField
          id="log-line"
          label={t('line')}
          value={code}
          onValue={setCode}
          options={[
            { value: '', label: t('choose') },
            ...purposeCodes.map((value) => ({ value, label: purposeText(value) })),
          ]}
        />
        {code && <p role="status">{meaningOf(code)}</p>}
      </div>
    </Card>
  )
}
