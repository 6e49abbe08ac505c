// What is left to do with a voucher case, and what is said to the citizen meanwhile.
import { phrases } from '../../../ui/phrases.ts'
import { CaseSide, SayBox, Todo } from '../case/case-side.tsx'
import { todoStates } from '../case/todo-states.ts'
import type { VoucherCase } from './voucher-deeds.ts'

const t = phrases({
  who: { vi: 'Lấy vân tay hoặc chụp ảnh', en: 'Take prints or portrait' },
  consent: { vi: 'Người dân đồng ý trên màn hình phụ', en: 'The citizen agrees at her screen' },
  second: { vi: 'Người duyệt thứ hai', en: 'Second pair of eyes' },
  paper: { vi: 'In phiếu và trao tận tay', en: 'Print it and hand it over' },
})
const prompts = {
  who: {
    vi: 'Mời bạn đặt ngón trỏ lên máy quét, rồi nhìn thẳng vào máy ảnh.',
    en: 'Please lay your index finger on the scanner, then look straight into the camera.',
  },
  consent: {
    vi: 'Mời bạn đọc màn hình trước mặt và tự bấm câu trả lời.',
    en: 'Please read the screen in front of you and press your own answer.',
  },
  paper: {
    vi: 'Phiếu này chỉ của bạn, dùng một lần. Đừng đưa cho ai.',
    en: 'This voucher is yours alone and works once. Give it to nobody.',
  },
} as const

type Key = 'who' | 'consent' | 'second' | 'paper'

const itemsOf = ({ state, identity, consent, takesTwo }: VoucherCase) => {
  const isConfirmed = state === 'confirmed' || state === 'issued'
  const done: Readonly<Record<Key, boolean>> = {
    who: identity !== 'unfinished' || isConfirmed,
    consent: consent === 'agreed' || isConfirmed,
    second: isConfirmed,
    paper: state === 'issued',
  }
  const keys: Key[] =
    takesTwo || identity === 'second' ? ['who', 'consent', 'second', 'paper'] : ['who', 'consent', 'paper']
  return todoStates(keys, (key) => done[key])
}

export const LeftPart = ({ server }: { server: VoucherCase }) => {
  const items = itemsOf(server)
  const at = items.find(({ state }) => state === 'now')?.key
  return (
    <CaseSide history={server.history} lapsesAt={server.lapsesAt}>
      <Todo items={items.map(({ key, state }) => ({ words: t(key), state }))} />
      <SayBox prompt={prompts[at === 'who' || at === 'consent' ? at : 'paper']} />
    </CaseSide>
  )
}
