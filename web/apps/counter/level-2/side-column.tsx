// The right column of a level-2 case: when the law wants an answer, what is left to do, what the citizen is
// asked at her own screen, and help without a smartphone.
import { Icon, phone } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { CaseSide, DueBox, SayBox, Todo } from '../case/case-side.tsx'
import { todoStates } from '../case/todo-states.ts'
import type { Said as Prompt } from '../screen/desk-channel.ts'
import type { DeskCase, Level2Case } from './desk-case.ts'

const t = phrases({
  law: { vi: '03 ngày làm việc (NĐ 69/2024, Điều 13)', en: '3 working days (Decree 69/2024, art. 13)' },
  chip: { vi: 'Đọc chip và đối chiếu', en: 'Read the chip and compare' },
  contact: { vi: 'Số máy của người dân, mã đã xác nhận', en: "The person's phone, proved by a code" },
  portrait: { vi: 'Ảnh chân dung khớp', en: 'Portrait matched' },
  prints: { vi: 'Đủ vân tay hoặc ghi ngoại lệ', en: 'Fingerprints, or exceptions noted' },
  documents: { vi: 'Giấy tờ tích hợp (tuỳ chọn)', en: 'Documents to integrate (optional)' },
  consent: { vi: 'Người dân đồng ý trên màn hình phụ', en: 'The citizen agrees at her screen' },
  second: { vi: 'Người duyệt thứ hai xác nhận ngoại lệ', en: 'A second pair of eyes confirms the exception' },
  noPhone: { vi: 'Không dùng điện thoại thông minh?', en: 'No smartphone?' },
  noPhoneWhat: {
    vi: 'Tài khoản vẫn được cấp. In phiếu QR và giao cho người thân được uỷ quyền, hoặc kích hoạt sau tại Tổ công nghệ số. Mã gửi được tới máy bàn phím.',
    en: 'The account is issued all the same. Print a QR slip for an authorised relative, or activate later with the community team. Codes reach a button phone too.',
  },
})

type Key = 'chip' | 'contact' | 'portrait' | 'prints' | 'documents' | 'consent' | 'second'

const isOfflineDone = (desk: DeskCase, key: Key): boolean =>
  ({
    chip: desk.chip !== null,
    contact: desk.contact !== null,
    portrait: desk.portrait !== null,
    prints: desk.prints.length + desk.exceptions.length >= 2,
    documents: desk.documents.length > 0,
    consent: desk.consentAt !== null,
    second: false,
  })[key]

const isServerDone = ({ remaining, documents, state }: Level2Case, key: Key): boolean =>
  key === 'second'
    ? state === 'accepted'
    : key === 'documents'
      ? documents.length > 0
      : key === 'contact'
        ? !remaining.includes('contact') && !remaining.includes('code')
        : !remaining.includes(key)

const itemsOf = (desk: DeskCase | null) => {
  const server = desk?.written.length === 0 ? desk.server : null
  const keys: Key[] = ['chip', 'contact', 'portrait', 'prints', 'documents', 'consent']
  if (server?.remaining.includes('second') || (server?.exceptions.length ?? 0) > 0) {
    keys.push('second')
  }
  const isDone = (key: Key) =>
    desk !== null && (server ? isServerDone(server, key) : isOfflineDone(desk, key))
  return todoStates(keys, isDone, ['documents']).map(({ key, state }) => ({ words: t(key), state }))
}

export const SideColumn = ({ desk, prompt }: { desk: DeskCase | null; prompt: Prompt }) => (
  <CaseSide history={desk?.server?.history ?? []} lapsesAt={desk?.server?.lapsesAt}>
    <DueBox dueAt={desk?.server?.dueAt ?? null} law={t('law')} />
    <Todo items={itemsOf(desk)} />
    <SayBox prompt={prompt} />
    <section class="side-box">
      <h3>
        <Icon of={phone} size={20} />
        {t('noPhone')}
      </h3>
      <p>{t('noPhoneWhat')}</p>
    </section>
  </CaseSide>
)
