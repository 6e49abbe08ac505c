// Where a caller goes with a locked account, as an agent says it on the telephone.
import { language } from '../../../ui/language.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { Authority } from '../words/lock-words.ts'

const ways = phrases({
  counter: {
    vi: 'Mời đến công an xã hoặc điểm cấp căn cước gần nhất, mang thẻ căn cước. Hai cán bộ xem rồi mở ngay. Tổng đài không mở được.',
    en: 'Come to the nearest police post or card office with the card. Two officers look and unlock it at once. The hotline cannot.',
  },
  register: {
    vi: 'Tự mở khi có thẻ mới hoặc dữ liệu đúng. Mời đến nơi cấp căn cước để làm thẻ hoặc sửa dữ liệu.',
    en: 'It unlocks by itself with the new card or the right entry. Go to the card office for either.',
  },
  body: {
    vi: 'Chỉ cơ quan đã yêu cầu mới mở được. Tổng đài không biết nội dung và không can thiệp.',
    en: 'Only the body that asked can have it unlocked. The hotline knows nothing of it and cannot help.',
  },
  authority: {
    vi: 'Cơ quan quản lý định danh mở khi lý do không còn. Mời đến công an xã để được hướng dẫn.',
    en: 'The identity authority unlocks it when the reason is gone. Ask at the commune police.',
  },
})

export const wayWords = (liftedBy: readonly Authority[]): string =>
  ways(
    liftedBy.includes('officer-second')
      ? 'counter'
      : liftedBy.includes('body')
        ? 'body'
        : liftedBy.includes('authority')
          ? 'authority'
          : 'register',
  )

/** The source of a ground as the rules cite it, in Vietnamese where Vietnamese is read. */
export const lawWords = (law: string): string =>
  language() === 'vi'
    ? law
        .replaceAll('Law 26/2023/QH15', 'Luật 26/2023/QH15')
        .replaceAll('Decree 69/2024/ND-CP', 'NĐ 69/2024/NĐ-CP')
        .replaceAll('art. ', 'Điều ')
        .replace(/: .*$|\. .*$/, '')
    : law
