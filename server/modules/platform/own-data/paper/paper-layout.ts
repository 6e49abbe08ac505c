/**
 * How the parts of the file stand on paper: which values, under which words. What has no words here (inner
 * names, codes of programs) is in the JSON file alone, and the paper says so.
 */
import type { OwnPart } from '../../../../../contract/own-data.ts'
import {
  accountStates,
  cardStates,
  caseKinds,
  credentialStates,
  maritalStatuses,
  relativeStates,
  sexes,
  shareStates,
  tieKinds,
  words,
  type Codes,
  type Words,
} from './paper-words.ts'

export interface Field {
  /** Members on the way to it. */
  readonly at: readonly string[]
  readonly says: Words
  /** A code that has no words here is not printed. */
  readonly as: 'text' | 'moment' | 'day' | 'yes' | Codes
}
export interface Block {
  /** The member that holds it; null: the part itself. */
  readonly of: string | null
  /** Which member heads each; null: no heading. */
  readonly heading: string | null
  readonly title?: Words
  readonly fields: readonly Field[]
}

const field = (at: string, vi: string, en: string, as: Field['as'] = 'text'): Field => ({
  at: at.split('.'),
  says: words(vi, en),
  as,
})
const moment = (at: string, vi: string, en: string): Field => field(at, vi, en, 'moment')

const register: readonly Field[] = [
  field('personalNumber', 'Số định danh cá nhân', 'Personal number'),
  field('fullName', 'Họ, chữ đệm và tên', 'Name'),
  field('otherName', 'Tên gọi khác', 'Other name'),
  field('birthDate', 'Ngày sinh', 'Date of birth', 'day'),
  field('sex', 'Giới tính', 'Sex', sexes),
  field('birthPlace', 'Nơi sinh', 'Place of birth'),
  field('birthRegistrationPlace', 'Nơi đăng ký khai sinh', 'Place of birth registration'),
  field('hometown', 'Quê quán', 'Place of origin'),
  field('nationality', 'Quốc tịch', 'Nationality'),
  field('oldNumber', 'Số chứng minh nhân dân cũ', 'Old identity card number'),
  field('fatherName', 'Tên cha', "Father's name"),
  field('motherName', 'Tên mẹ', "Mother's name"),
  field('spouseName', 'Tên vợ hoặc chồng', "Spouse's name"),
  field('permanent.address', 'Nơi thường trú', 'Permanent residence'),
  field('permanentSince', 'Thường trú từ ngày', 'Permanent residence since', 'day'),
  field('temporary.address', 'Nơi tạm trú', 'Temporary residence'),
  field('temporaryFrom', 'Tạm trú từ ngày', 'Temporary residence from', 'day'),
  field('temporaryUntil', 'Tạm trú đến ngày', 'Temporary residence until', 'day'),
  field('current.address', 'Nơi ở hiện tại', 'Present address'),
  field('absence', 'Tạm vắng', 'Temporary absence'),
  field('absencePlace', 'Nơi đến khi tạm vắng', 'Where to during the absence'),
  field('absenceFrom', 'Tạm vắng từ ngày', 'Absent from', 'day'),
  field('absenceUntil', 'Tạm vắng đến ngày', 'Absent until', 'day'),
  field('maritalStatus', 'Tình trạng hôn nhân', 'Marital status', maritalStatuses),
  field('householdNumber', 'Số hồ sơ cư trú', 'Residence file'),
  field('registeredPhone', 'Số điện thoại trong cơ sở dữ liệu', 'Phone in the register'),
  field('registeredEmail', 'E-mail trong cơ sở dữ liệu', 'E-mail in the register'),
  field('sensitive.ethnicity', 'Dân tộc', 'Ethnicity'),
  field('sensitive.religion', 'Tôn giáo', 'Religion'),
  field('sensitive.bloodGroup', 'Nhóm máu', 'Blood group'),
]
const tie: readonly Field[] = [
  field('kind', 'Quan hệ', 'As', tieKinds),
  moment('begunAt', 'Từ', 'From'),
  moment('endedAt', 'Đến', 'Until'),
]

/** In the order of the file. */
export const paperLayout: Readonly<Record<OwnPart, readonly Block[]>> = {
  account: [
    {
      of: null,
      heading: null,
      fields: [
        field('level', 'Mức tài khoản', 'Level of the account'),
        field('state', 'Tình trạng', 'State', accountStates),
        moment('issuedAt', 'Cấp lúc', 'Issued'),
        moment('activatedAt', 'Kích hoạt lúc', 'Activated'),
        field('phone', 'Số điện thoại', 'Phone'),
        field('email', 'E-mail', 'E-mail'),
      ],
    },
  ],
  register: [
    { of: null, heading: null, fields: register },
    {
      of: 'cards',
      heading: null,
      title: words('Thẻ căn cước', 'Identity cards'),
      fields: [
        field('issuedOn', 'Ngày cấp', 'Issued', 'day'),
        field('expiresOn', 'Ngày hết hạn', 'Expires', 'day'),
        field('place', 'Nơi cấp', 'Place of issue'),
        field('state', 'Tình trạng', 'State', cardStates),
      ],
    },
  ],
  dossiers: [
    {
      of: 'items',
      heading: 'title',
      fields: [
        field('reference', 'Mã hồ sơ', 'Reference'),
        field('office', 'Nơi giải quyết', 'Office'),
        moment('filedAt', 'Nộp lúc', 'Filed'),
        moment('endedAt', 'Kết thúc lúc', 'Ended'),
      ],
    },
  ],
  agreements: [
    {
      of: '',
      heading: null,
      fields: [field('asker', 'Người hỏi', 'Asked by'), moment('askedAt', 'Hỏi lúc', 'Asked')],
    },
  ],
  documents: [
    {
      of: '',
      heading: 'name',
      fields: [
        field('reference', 'Mã hồ sơ', 'Reference'),
        moment('addedAt', 'Thêm vào ví lúc', 'Added'),
        moment('syncedAt', 'Cơ quan cấp báo lần cuối', 'Last told by the agency'),
      ],
    },
  ],
  credentials: [
    {
      of: '',
      heading: 'deviceName',
      fields: [
        field('state', 'Tình trạng', 'State', credentialStates),
        moment('issuedAt', 'Cấp lúc', 'Issued'),
        moment('expiresAt', 'Hết hạn lúc', 'Expires'),
        field('count', 'Số bản', 'Copies'),
      ],
    },
  ],
  devices: [
    {
      of: 'devices',
      heading: 'name',
      title: words('Thiết bị', 'Devices'),
      fields: [moment('boundAt', 'Gắn lúc', 'Bound'), moment('lastSeenAt', 'Dùng lần cuối', 'Last used')],
    },
    {
      of: 'sessions',
      heading: 'name',
      title: words('Phiên đăng nhập', 'Sign-ins'),
      fields: [
        field('domain', 'Trang', 'Site'),
        field('device', 'Trình duyệt', 'Browser'),
        moment('openedAt', 'Mở lúc', 'Opened'),
      ],
    },
  ],
  locks: [
    {
      of: null,
      heading: null,
      fields: [moment('lockCodeMadeAt', 'Mã khoá trên giấy tạo lúc', 'Lock code on paper made')],
    },
    {
      of: 'items',
      heading: null,
      title: words('Các lần khoá', 'Locks'),
      fields: [moment('setAt', 'Khoá lúc', 'Locked'), moment('liftedAt', 'Mở lúc', 'Unlocked')],
    },
  ],
  closing: [
    {
      of: null,
      heading: null,
      fields: [
        moment('closesAt', 'Tài khoản sẽ đóng lúc', 'The account closes'),
        moment('phoneLeavesAt', 'Số điện thoại sẽ rời tài khoản lúc', 'The phone number leaves'),
      ],
    },
  ],
  representation: [
    { of: 'actsFor', heading: 'name', title: words('Bạn đại diện cho', 'For whom you act'), fields: tie },
    { of: 'actedForBy', heading: 'name', title: words('Đại diện cho bạn', 'Who acts for you'), fields: tie },
  ],
  relatives: [
    {
      of: 'named',
      heading: 'label',
      title: words('Bạn đã chọn', 'Named by you'),
      fields: [
        field('numberEnd', 'Số định danh kết thúc bằng', 'Personal number ends in'),
        field('state', 'Tình trạng', 'State', relativeStates),
        moment('askedAt', 'Hỏi lúc', 'Asked'),
      ],
    },
    {
      of: 'namedBy',
      heading: 'name',
      title: words('Đã chọn bạn', 'Who named you'),
      fields: [field('state', 'Tình trạng', 'State', relativeStates), moment('askedAt', 'Hỏi lúc', 'Asked')],
    },
  ],
  services: [
    {
      of: 'items',
      heading: 'name',
      fields: [
        field('domain', 'Trang', 'Site'),
        moment('since', 'Đồng ý lúc', 'Agreed'),
        moment('lastUsedAt', 'Dùng lần cuối', 'Last used'),
      ],
    },
  ],
  shares: [
    {
      of: 'items',
      heading: 'party.name',
      fields: [
        field('purpose.words', 'Mục đích', 'Purpose'),
        moment('agreedAt', 'Đồng ý lúc', 'Agreed'),
        field('state', 'Tình trạng', 'State', shareStates),
        moment('keptUntil', 'Nơi nhận được giữ đến', 'May be kept until'),
        moment('withdrawal.askedAt', 'Rút lại lúc', 'Taken back'),
        moment('erasure.askedAt', 'Yêu cầu xoá lúc', 'Erasure asked'),
      ],
    },
  ],
  drafts: [{ of: 'items', heading: 'name', fields: [moment('savedAt', 'Lưu lúc', 'Saved')] }],
  cases: [
    {
      of: 'items',
      heading: 'reference',
      fields: [
        field('kind', 'Về việc', 'About', caseKinds),
        field('office', 'Cơ quan', 'Office'),
        moment('openedAt', 'Mở lúc', 'Opened'),
        moment('decidedAt', 'Giải quyết lúc', 'Decided'),
      ],
    },
  ],
  corrections: [
    {
      of: 'items',
      heading: 'reference',
      fields: [field('office', 'Cơ quan', 'Office'), moment('openedAt', 'Mở lúc', 'Opened')],
    },
  ],
  cards: [
    {
      of: 'items',
      heading: 'reference',
      fields: [
        field('office', 'Cơ quan', 'Office'),
        moment('openedAt', 'Mở lúc', 'Opened'),
        moment('decidedAt', 'Quyết định lúc', 'Decided'),
        moment('handedOverAt', 'Trao thẻ lúc', 'Handed over'),
      ],
    },
  ],
  lookQuestions: [
    {
      of: 'items',
      heading: null,
      fields: [
        field('question', 'Bạn hỏi', 'You asked'),
        field('office', 'Cơ quan', 'Office'),
        field('answer', 'Trả lời', 'Answer'),
      ],
    },
  ],
  petitions: [
    {
      of: 'items',
      heading: 'reference',
      fields: [
        field('place', 'Nơi được phản ánh', 'About a place'),
        field('office', 'Cơ quan', 'Office'),
        moment('openedAt', 'Gửi lúc', 'Sent'),
        field('text', 'Bạn viết', 'You wrote'),
        field('answer', 'Trả lời', 'Answer'),
        moment('endedAt', 'Trả lời lúc', 'Answered'),
      ],
    },
  ],
  letters: [
    { of: 'items', heading: 'title', fields: [moment('at', 'Lúc', 'At'), field('text', 'Thư', 'Letter')] },
  ],
  log: [
    {
      of: 'items',
      heading: 'purpose',
      fields: [
        moment('at', 'Lúc', 'At'),
        field('who', 'Ai', 'Who'),
        field('fields', 'Thông tin', 'Details'),
        field('outcome', 'Kết quả', 'Result'),
      ],
    },
  ],
}
