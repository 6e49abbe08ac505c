/**
 * The people of the demo world. None of them exists: their numbers begin with 9xx, which no province has, and
 * their faces are drawn.
 * Each stands for a way the system must serve; `hanh` walks the happy path.
 */
import type { NewOfficer } from '../server/modules/registry/organisations/add-officer.ts'
import { tasks } from '../server/modules/registry/organisations/mandate.ts'
import type { CastName } from './portraits/cast-features.ts'

export interface CastMember {
  readonly id: CastName
  readonly name: string
  readonly about: { readonly vi: string; readonly en: string }
  readonly personalNumber: string
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  readonly phone: string
  readonly email: string
  readonly residence: string
  readonly unit: string
  /** ISO; since when she is registered there, where the register knows it. */
  readonly since?: string
  readonly hometown: string
  readonly ethnicity: string
  readonly issuedOn: string
  readonly expiresOn: string | null
  /** Not everybody who comes is in the register. */
  readonly isInRegister: boolean
  /** Old cards were made without a portrait that a machine can compare. */
  readonly hasRegisterPortrait: boolean
  /** Whose child she is in the register. */
  readonly mother?: CastName
}

const songLam = 'Phường Sông Lam, Tỉnh Nghệ An'

export const cast: readonly CastMember[] = [
  {
    id: 'hanh',
    name: 'Nguyễn Thị Hạnh',
    personalNumber: '940191004826',
    birthDate: '1991-04-12',
    sex: 'female',
    phone: '0912345217',
    email: 'hanh@thu.example',
    about: {
      vi: '35 tuổi, mẹ hai con. Đăng ký lần đầu, mọi thứ đều khớp.',
      en: '35, mother of two. Registers for the first time; everything agrees.',
    },
    residence: `Số 12, đường Bờ Sông, ${songLam}`,
    unit: '40',
    since: '1998-08-15',
    hometown: songLam,
    ethnicity: 'Kinh',
    issuedOn: '2021-06-18',
    expiresOn: '2031-04-12',
    isInRegister: true,
    hasRegisterPortrait: true,
  },
  {
    id: 'man',
    name: 'Lê Thị Mận',
    personalNumber: '938158002417',
    birthDate: '1958',
    sex: 'female',
    phone: '0936210530',
    email: 'man@thu.example',
    about: {
      vi: '68 tuổi, chỉ có năm sinh trên giấy tờ. Thẻ không thời hạn.',
      en: '68, only a birth year on her papers. Her card never expires.',
    },
    residence: `Xóm 3, ${songLam}`,
    unit: '40',
    hometown: 'Tỉnh Thanh Hóa',
    ethnicity: 'Kinh',
    issuedOn: '2021-08-20',
    expiresOn: null,
    isInRegister: true,
    hasRegisterPortrait: true,
  },
  {
    id: 'pao',
    name: 'Giàng A Páo',
    personalNumber: '911204006310',
    birthDate: '2004-02-03',
    sex: 'male',
    phone: '0971555310',
    email: 'pao@thu.example',
    about: {
      vi: '22 tuổi, ở bản xa. Cơ sở dữ liệu chưa có ảnh của anh: hồ sơ cần cán bộ xem.',
      en: '22, from a far village. The register has no portrait of him: an officer must look.',
    },
    residence: 'Bản Háng Đồng, Tỉnh Sơn La',
    unit: '14',
    hometown: 'Tỉnh Sơn La',
    ethnicity: 'Mông',
    issuedOn: '2022-03-01',
    expiresOn: '2029-02-03',
    isInRegister: true,
    hasRegisterPortrait: false,
  },
  {
    id: 'binh',
    name: 'Phạm Gia Bình',
    personalNumber: '940217007755',
    birthDate: '2017-05-09',
    sex: 'male',
    phone: '0909777145',
    email: 'binh@thu.example',
    about: {
      vi: '9 tuổi. Chưa đủ tuổi tự đăng ký: đi qua tài khoản của mẹ.',
      en: "9. Too young for an account of his own: it goes through his mother's.",
    },
    residence: `Số 12, đường Bờ Sông, ${songLam}`,
    unit: '40',
    hometown: songLam,
    ethnicity: 'Kinh',
    issuedOn: '2025-01-10',
    expiresOn: '2031-05-09',
    isInRegister: true,
    hasRegisterPortrait: true,
    mother: 'hanh',
  },
  {
    id: 'an',
    name: 'Phạm Gia An',
    personalNumber: '940314006612',
    birthDate: '2014-06-30',
    sex: 'female',
    phone: '0909777612',
    email: 'an@thu.example',
    about: {
      vi: '12 tuổi, chị của Bình. Sang tuổi 14 tài khoản được bàn giao cho em.',
      en: '12, sister of Bình. At 14 the account becomes her own.',
    },
    residence: `Số 12, đường Bờ Sông, ${songLam}`,
    unit: '40',
    hometown: songLam,
    ethnicity: 'Kinh',
    issuedOn: '2026-07-02',
    expiresOn: '2039-06-30',
    isInRegister: true,
    hasRegisterPortrait: true,
    mother: 'hanh',
  },
  {
    id: 'khoa',
    name: 'Võ Minh Khoa',
    personalNumber: '948085001193',
    birthDate: '1985-09-30',
    sex: 'male',
    phone: '0988123641',
    email: 'khoa@thu.example',
    about: {
      vi: '41 tuổi. Thẻ căn cước đã hết hạn: phải đổi thẻ trước.',
      en: '41. His card has expired: it must be renewed first.',
    },
    residence: 'Số 8, Phường Hải Châu, Thành phố Đà Nẵng',
    unit: '48',
    hometown: 'Thành phố Đà Nẵng',
    ethnicity: 'Kinh',
    issuedOn: '2015-10-02',
    expiresOn: '2025-09-30',
    isInRegister: true,
    hasRegisterPortrait: true,
  },
  {
    id: 'emma',
    name: 'Emma Laurent',
    personalNumber: '979197008029',
    birthDate: '1997-11-05',
    sex: 'female',
    phone: '0968404029',
    email: 'emma@thu.example',
    about: {
      vi: '29 tuổi, người nước ngoài. Chưa có trong cơ sở dữ liệu công dân.',
      en: '29, a foreigner. She is not in the register of citizens.',
    },
    residence: '',
    unit: '79',
    hometown: '',
    ethnicity: '',
    issuedOn: '2024-07-02',
    expiresOn: '2029-07-02',
    isInRegister: false,
    hasRegisterPortrait: false,
  },
]

const counterTasks = tasks.filter((task) => task !== 'assist' && task !== 'hotline')

/**
 * Staff, by the name the start page calls them: an officer, the shift lead, a community helper, the hotline.
 * Each is a person with a number of her own.
 */
export const staff = {
  bao: { number: 'CB-0217', name: 'Trần Quốc Bảo', rank: 'Đại uý', personNumber: '940086002171', tasks },
  thu: {
    number: 'CB-0104',
    name: 'Hoàng Thị Thu',
    rank: 'Trung tá',
    personNumber: '940179003302',
    tasks: counterTasks,
  },
  long: {
    number: 'TN-0031',
    name: 'Phan Đức Long',
    rank: 'Tổ công nghệ số',
    personNumber: '940201004403',
    tasks: ['assist'],
  },
  lan: {
    number: 'TD-0912',
    name: 'Ngô Thị Lan',
    rank: 'Tổng đài',
    personNumber: '940194005504',
    tasks: ['hotline'],
  },
} as const satisfies Record<string, NewOfficer>
export type StaffName = keyof typeof staff
export const isStaff = (name: string): name is StaffName => Object.hasOwn(staff, name)
