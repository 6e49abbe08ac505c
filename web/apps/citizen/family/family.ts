// The family as the server tells it, and what its pages say of each member.
import type { ViewFamily } from '../../../../contract/representation.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { createStore } from '../../../ui/store.ts'
import { phrases } from '../../../ui/phrases.ts'
import { ownView } from '../shell/session.ts'

export type Family = OutputOf<typeof ViewFamily>
export type Member = Family['members'][number]
export type Ended = Family['ended'][number]

export const readFamily = (): Promise<Family> => ownView<typeof ViewFamily>('representation.family', {})

/** Whom the page is about to register; kept in memory, because a number has no place in an address. */
export const chosenMember = createStore<Member | null>(null)

const t = phrases({
  child: { vi: 'Con, {age} tuổi', en: 'Child, {age} years old' },
  ward: { vi: 'Người được giám hộ, {age} tuổi', en: 'Ward, {age} years old' },
  'of-age': {
    vi: 'Đã đủ 14 tuổi: tự đăng ký bằng thẻ của mình',
    en: 'Is 14: registers with her or his own card',
  },
  'no-valid-card': {
    vi: 'Chưa có thẻ căn cước còn giá trị. Làm thẻ tại quầy, tài khoản được cấp cùng thẻ',
    en: 'Has no valid identity card. Apply for one at a counter; the account comes with it',
  },
  deceased: { vi: 'Cơ sở dữ liệu ghi đã mất', en: 'The register records a death' },
  'has-own-account': {
    vi: 'Đã có tài khoản mà bạn chưa được đại diện. Mang giấy tờ đến quầy',
    en: 'Has an account for which you do not act. Bring papers to a counter',
  },
  'level-2-needed': {
    vi: 'Bạn cần tài khoản mức 2 trước. Làm tại công an xã, khoảng 10 phút',
    en: 'You need a level-2 account first. At a commune police counter, about 10 minutes',
  },
  'came-of-age': { vi: 'Đã đủ 14 tuổi', en: 'Is 14 now' },
  'guardianship-ended': { vi: 'Việc giám hộ đã chấm dứt', en: 'The guardianship has ended' },
  'term-ended': { vi: 'Hết thời hạn trong quyết định', en: 'The term of the decision is over' },
  'register-changed': {
    vi: 'Cơ sở dữ liệu không còn ghi quan hệ này',
    en: 'The register does not name the relation any more',
  },
  died: { vi: 'Đã mất', en: 'Has died' },
  'representative-gone': {
    vi: 'Tài khoản người đại diện đã đóng',
    en: "The representative's account is closed",
  },
  displaced: {
    vi: 'Chủ số định danh đã nhận tài khoản tại quầy',
    en: 'The holder took the account over at a counter',
  },
})

export const relationWords = ({ kind, age }: Pick<Member, 'kind' | 'age'>): string =>
  t(kind === 'parent' ? 'child' : 'ward', { age })
export const whyWords = (why: NonNullable<Member['why']>): string => t(why)
export const endWords = (reason: Ended['reason']): string => t(reason)
/** The last word of a Vietnamese name is what one calls her by. */
export const givenName = (fullName: string): string => fullName.split(' ').at(-1) ?? fullName
