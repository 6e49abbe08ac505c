// What is left to do with an application for a card, from taking it to handing the card over, and by when.
import { phrases } from '../../../ui/phrases.ts'
import { CaseSide, DueBox, SayBox, Todo } from '../case/case-side.tsx'
import { todoStates } from '../case/todo-states.ts'
import type { Said as Prompt } from '../screen/desk-channel.ts'
import type { CardApplication } from './card-words.ts'

const t = phrases({
  law: {
    vi: '07 ngày làm việc (Luật Căn cước, Điều 26)',
    en: '7 working days (Law on Identification, art. 26)',
  },
  contact: { vi: 'Số máy của người dân, mã đã xác nhận', en: "The person's phone, proved by a code" },
  portrait: { vi: 'Ảnh chân dung cho thẻ', en: 'Portrait for the card' },
  prints: { vi: 'Vân tay hoặc ngoại lệ', en: 'Fingerprints, or exceptions' },
  feePaid: { vi: 'Lệ phí đã thu', en: 'Fee received' },
  consent: { vi: 'Người dân đồng ý trên màn hình', en: 'She agrees at her screen' },
  second: { vi: 'Người duyệt thứ hai quyết định', en: 'A second pair of eyes decides' },
  changes: { vi: 'Hồ sơ sai lệch kết thúc', en: 'Mismatch cases are settled' },
  print: { vi: 'Một người khác in thẻ', en: 'Another person prints the card' },
  receive: { vi: 'Thẻ về quầy, đọc chip', en: 'The card is received, its chip read' },
  recipient: { vi: 'Đối chiếu người nhận', en: 'The recipient is proved' },
  chip: { vi: 'Đọc chip trước mặt người dân', en: 'The chip is read before her' },
  receipt: { vi: 'Người dân xác nhận đã nhận', en: 'She confirms that she has it' },
})

type Key =
  | 'contact'
  | 'portrait'
  | 'prints'
  | 'feePaid'
  | 'consent'
  | 'second'
  | 'changes'
  | 'print'
  | 'receive'
  | 'recipient'
  | 'chip'
  | 'receipt'
const order = ['open', 'waiting-second', 'accepted', 'printed', 'ready', 'handed-over'] as const
const stageOf: Readonly<Record<Key, number>> = {
  contact: 0,
  portrait: 0,
  prints: 0,
  feePaid: 0,
  consent: 0,
  second: 1,
  changes: 2,
  print: 2,
  receive: 3,
  recipient: 4,
  chip: 4,
  receipt: 4,
}

const isDone = (app: CardApplication, key: Key): boolean => {
  const at = order.findIndex((state) => state === app.state)
  if (at !== stageOf[key]) {
    return at > stageOf[key]
  }
  const left = app.remaining as readonly string[]
  return key === 'contact'
    ? !left.includes('contact') && !left.includes('code')
    : key === 'feePaid'
      ? !left.includes('fee')
      : !left.includes(key)
}

const itemsOf = (app: CardApplication) => {
  const keys: Key[] = [
    'contact',
    'portrait',
    'prints',
    ...(app.fee_vnd > 0 ? ['feePaid' as const] : []),
    'consent',
    ...(app.state === 'waiting-second' || app.exceptions.length > 0 ? ['second' as const] : []),
    ...(app.changes.some(({ differs, caseId }) => differs || caseId) ? ['changes' as const] : []),
    'print',
    'receive',
    'recipient',
    'chip',
    'receipt',
  ]
  return todoStates(keys, (key) => isDone(app, key)).map(({ key, state }) => ({ words: t(key), state }))
}

const isOver = ({ state }: CardApplication): boolean =>
  state === 'refused' || state === 'withdrawn' || state === 'handed-over'

export const SidePanel = ({ app, prompt }: { app: CardApplication; prompt: Prompt | null }) => (
  <CaseSide history={app.history} lapsesAt={app.lapsesAt}>
    <DueBox dueAt={app.dueAt} law={t('law')} isRunning={!isOver(app) && app.state !== 'ready'} />
    {!isOver(app) && <Todo items={itemsOf(app)} />}
    {prompt && <SayBox prompt={prompt} />}
  </CaseSide>
)
