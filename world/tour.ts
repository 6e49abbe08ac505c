/** The tour of the start page: each step is checked off by what the audit log says has really happened. */
import type { OpenAppContext } from '../server/start/open-app-context.ts'
import { findSubject } from '../server/modules/people/accounts/open-account.ts'
import { firstTimes } from '../server/modules/platform/audit/access-log.ts'
import { cast, type CastMember } from './cast.ts'

interface TourStep {
  readonly id: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly hint: { readonly vi: string; readonly en: string }
  readonly href: string
  readonly frame: 'phone' | 'portal' | 'counter' | 'self'
  readonly member: CastMember['id']
  /** The purpose of the audit line that proves it. */
  readonly proof: string
}

const tour: readonly TourStep[] = [
  {
    id: 'register',
    member: 'hanh',
    proof: 'enrolment-check',
    href: '/app/enrol',
    frame: 'phone',
    title: { vi: 'Chị Hạnh đăng ký tài khoản mức 1', en: 'Hạnh registers for level 1' },
    hint: {
      vi: 'Bấm thẻ của chị để chép số định danh, số máy và tải ảnh. Mã nằm trong hộp thư thử bên cạnh.',
      en: 'Press her card to copy number and phone and to fetch the portrait. The code is in the mailbox beside.',
    },
  },
  {
    id: 'activate',
    member: 'hanh',
    proof: 'AccountActivated',
    href: '/app/activate',
    frame: 'phone',
    title: { vi: 'Kích hoạt: mã, mật khẩu, mã PIN', en: 'Activate: code, password, passcode' },
    hint: {
      vi: 'Khoá của máy được tạo ngay trên điện thoại và không rời khỏi đó.',
      en: 'The device key is made on the phone and never leaves it.',
    },
  },
  {
    id: 'card',
    member: 'hanh',
    proof: 'identity-card',
    href: '/app/',
    frame: 'phone',
    title: { vi: 'Mở thẻ căn cước điện tử', en: 'Open the electronic identity card' },
    hint: {
      vi: 'Tắt mạng rồi mở lại: thẻ vẫn xem được. Chữ ký được kiểm tra ngay trên máy.',
      en: 'Go offline and open it again: it still shows. Its signature is checked on the phone.',
    },
  },
  {
    id: 'portal',
    member: 'hanh',
    proof: 'sign-in-claims',
    href: 'portal',
    frame: 'portal',
    title: { vi: 'Đăng nhập Cổng Sông Lam', en: 'Sign in at the Sông Lam portal' },
    hint: {
      vi: 'Một tài khoản cho mọi cổng: số định danh, mật khẩu, rồi mã PIN. Xem cổng nhận đúng những gì.',
      en: 'One account for every portal: number, password, then passcode. See exactly what the portal gets.',
    },
  },
  {
    id: 'sign-out',
    member: 'hanh',
    proof: 'signed-out-everywhere',
    href: '/app/devices',
    frame: 'phone',
    title: { vi: 'Đăng xuất mọi nơi', en: 'Sign out everywhere' },
    hint: {
      vi: 'Từ điện thoại, một chạm: phiên ở cổng tắt trong vài giây.',
      en: 'From the phone, one touch: the session at the portal ends within seconds.',
    },
  },
  {
    id: 'review',
    member: 'pao',
    proof: 'enrolment-decision',
    href: '/counter/',
    frame: 'counter',
    title: {
      vi: 'Hồ sơ của Giàng A Páo: cán bộ xem xét',
      en: "Giàng A Páo's application: an officer decides",
    },
    hint: {
      vi: 'Chọn anh Páo, bấm Máy trắng và đăng ký cho anh; rồi vào quầy với vai Đại uý Bảo. Cơ sở dữ liệu chưa có ảnh của Páo.',
      en: 'Choose Páo, take a blank phone and register him; then go to the counter as Captain Bảo. The register has no portrait of Páo.',
    },
  },
]

export const tourState = async (context: OpenAppContext): Promise<object[]> => {
  const times = new Map<string, Map<string, Date>>()
  for (const id of new Set(tour.map((step) => step.member))) {
    const member = cast.find((one) => one.id === id)
    const subjectId = member
      ? await findSubject(context.tools.read, context.tools, member.personalNumber)
      : null
    times.set(id, subjectId ? await firstTimes(context.tools.read, subjectId) : new Map())
  }
  return tour.map(({ member, proof, ...step }) => {
    const at = times.get(member)?.get(proof) ?? null
    return { ...step, member, done: at !== null, done_at: at?.toISOString() ?? null }
  })
}
