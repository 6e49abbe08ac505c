// The right column: when the law wants an answer, what is left to do, what the citizen is asked at her own
// screen, and help without a smartphone.
import { Button } from '../../../ui/button.tsx'
import { dayVN } from '../../../ui/format.ts'
import { check, clock, Icon, monitor, phone, volume } from '../../../ui/icons.tsx'
import { language } from '../../../ui/language.ts'
import { phrases } from '../../../ui/phrases.ts'
import { Due } from '../shell/due.tsx'
import type { Said as Prompt } from '../screen/desk-channel.ts'
import { ScreenPanel } from '../screen/screen-panel.tsx'
import { canSpeak, speak } from '../shell/speak.ts'
import type { DeskCase, Level2Case } from './level2-case.ts'

const t = phrases({
  due: { vi: 'Hạn trả: {day}', en: 'Due: {day}' },
  law: { vi: '03 ngày làm việc (NĐ 69/2024, Điều 13)', en: '3 working days (Decree 69/2024, art. 13)' },
  dueLater: { vi: 'Tính từ lúc nộp hồ sơ', en: 'Counted from when the case is sent' },
  left: { vi: 'Việc còn lại', en: 'What is left' },
  chip: { vi: 'Đọc chip và đối chiếu', en: 'Read the chip and compare' },
  contact: { vi: 'Số máy của người dân, mã đã xác nhận', en: "The person's phone, proved by a code" },
  portrait: { vi: 'Ảnh chân dung khớp', en: 'Portrait matched' },
  prints: { vi: 'Đủ vân tay hoặc ghi ngoại lệ', en: 'Fingerprints, or exceptions noted' },
  documents: { vi: 'Giấy tờ tích hợp (tuỳ chọn)', en: 'Documents to integrate (optional)' },
  consent: { vi: 'Người dân đồng ý trên màn hình phụ', en: 'The citizen agrees at her screen' },
  second: { vi: 'Người duyệt thứ hai xác nhận ngoại lệ', en: 'A second pair of eyes confirms the exception' },
  isDone: { vi: 'đã xong', en: 'done' },
  isNow: { vi: 'đang làm', en: 'now' },
  says: { vi: 'Mời người dân', en: 'Say to the citizen' },
  aloud: { vi: 'Đọc to', en: 'Say it aloud' },
  noPhone: { vi: 'Không dùng điện thoại thông minh?', en: 'No smartphone?' },
  noPhoneWhat: {
    vi: 'Tài khoản vẫn được cấp. In phiếu QR và giao cho người thân được uỷ quyền, hoặc kích hoạt sau tại Tổ công nghệ số. Mã gửi được tới máy bàn phím.',
    en: 'The account is issued all the same. Print a QR slip for an authorised relative, or activate later with the community team. Codes reach a button phone too.',
  },
})

type Item = {
  key: 'chip' | 'contact' | 'portrait' | 'prints' | 'documents' | 'consent' | 'second'
  state: 'done' | 'now' | 'open'
}

const isOfflineDone = (desk: DeskCase, key: Item['key']): boolean =>
  ({
    chip: desk.chip !== null,
    contact: desk.contact !== null,
    portrait: desk.portrait !== null,
    prints: desk.prints.length + desk.exceptions.length >= 2,
    documents: desk.documents.length > 0,
    consent: desk.consentAt !== null,
    second: false,
  })[key]

const isServerDone = ({ remaining, documents, state }: Level2Case, key: Item['key']): boolean =>
  key === 'second'
    ? state === 'accepted'
    : key === 'documents'
      ? documents.length > 0
      : key === 'contact'
        ? !remaining.includes('contact') && !remaining.includes('code')
        : !remaining.includes(key)

const itemsOf = (desk: DeskCase | null): Item[] => {
  const server = desk?.written.length === 0 ? desk.server : null
  const keys: Item['key'][] = [
    'chip',
    'contact',
    'portrait',
    'prints',
    'documents',
    'consent',
    ...(server?.remaining.includes('second') || (server?.exceptions.length ?? 0) > 0
      ? ['second' as const]
      : []),
  ]
  const done = keys.map((key) =>
    desk ? (server ? isServerDone(server, key) : isOfflineDone(desk, key)) : false,
  )
  const now = keys.findIndex((key, at) => !done[at] && key !== 'documents')
  return keys.map((key, at) => ({ key, state: done[at] ? 'done' : at === now ? 'now' : 'open' }))
}

const Remaining = ({ desk }: { desk: DeskCase | null }) => (
  <section>
    <h2>{t('left')}</h2>
    <ul class="todo">
      {itemsOf(desk).map(({ key, state }) => (
        <li key={key} class={`is-${state}`}>
          <i aria-hidden="true">{state === 'done' && <Icon of={check} size={14} />}</i>
          <span>
            {t(key)}
            {state !== 'open' && <span class="unseen">, {t(state === 'done' ? 'isDone' : 'isNow')}</span>}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

const Said = ({ prompt }: { prompt: Prompt }) => (
  <>
    <p class="said">“{prompt[language()]}”</p>
    {canSpeak() && (
      <Button size="small" kind="quiet" icon={volume} onPress={() => speak(prompt[language()])}>
        {t('aloud')}
      </Button>
    )}
  </>
)

export const SideColumn = ({ desk, prompt }: { desk: DeskCase | null; prompt: Prompt }) => {
  const dueAt = desk?.server?.dueAt
  return (
    <section class="card level2-side level2-right" aria-label={t('left')}>
      <div class="due-box">
        <Icon of={clock} size={22} />
        <p>
          {dueAt ? <b>{t('due', { day: dayVN(dueAt) })}</b> : <b>{t('dueLater')}</b>}
          <span>{t('law')}</span>
          {dueAt && <Due dueAt={dueAt} />}
        </p>
      </div>
      <Remaining desk={desk} />
      <section class="side-box">
        <h3>
          <Icon of={monitor} size={20} />
          {t('says')}
        </h3>
        <Said prompt={prompt} />
        <ScreenPanel prompt={prompt} />
      </section>
      <section class="side-box">
        <h3>
          <Icon of={phone} size={20} />
          {t('noPhone')}
        </h3>
        <p>{t('noPhoneWhat')}</p>
      </section>
    </section>
  )
}
