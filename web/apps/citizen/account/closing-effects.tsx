// What closing does, said before it is done: what goes at once, what stays, by which rule and until when
// (both as the tables of the server say), and what is not touched.
import type { ViewClosing } from '../../../../contract/closing.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { dateVN } from '../../../ui/format.ts'
import { check, info, lock, shield } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { line, LineGroup, type Line } from './line-group.tsx'

type Erased = OutputOf<typeof ViewClosing>['erased']

const t = phrases({
  goes: { vi: 'Xoá ngay khi đóng', en: 'Gone the moment it is closed' },
  stays: { vi: 'Được giữ lại, và đến khi nào', en: 'Kept, and until when' },
  until: { vi: 'Đến {day}: {why}', en: 'Until {day}: {why}' },
  always: { vi: 'Không hạn: {why}', en: 'Without an end: {why}' },
  untouched: { vi: 'Không thay đổi', en: 'Not touched' },
  register: {
    vi: 'Cơ sở dữ liệu quốc gia về dân cư và thẻ căn cước: do Nhà nước quản lý, đóng tài khoản không xoá gì ở đó',
    en: 'The national population database and your card: they are the state’s, and closing the account deletes nothing there',
  },
  more: { vi: 'Nên biết', en: 'Good to know' },
  again: {
    vi: 'Sau này bạn đăng ký mới được như mọi người, từ mức 1. Những gì còn được giữ lại hiện cho bạn xem',
    en: 'Later you can register anew like anybody, from level 1. What is still kept is shown to you again',
  },
  child: {
    vi: 'Tài khoản của con hoặc người được giám hộ không đóng ở đây: đó là tài khoản của họ, họ tự quyết khi tự dùng được',
    en: 'The account of a child or ward is not closed here: it is theirs, and they decide once they use it themselves',
  },
})

const keptLine = ({ what, why: reason, until }: Erased['kept'][number]): Line => {
  const why = inLanguage(reason)
  return {
    text: inLanguage(what),
    more: until ? t('until', { day: dateVN(until), why }) : t('always', { why }),
  }
}

export const ClosingEffects = ({ erased }: { erased: Erased }) => (
  <>
    <LineGroup title={t('goes')} icon={check} lines={erased.gone.map(inLanguage).map(line)} />
    <LineGroup title={t('stays')} icon={lock} lines={erased.kept.map(keptLine)} />
    <LineGroup title={t('untouched')} icon={shield} lines={[line(t('register'))]} />
    <LineGroup title={t('more')} icon={info} lines={[line(t('again')), line(t('child'))]} />
  </>
)
