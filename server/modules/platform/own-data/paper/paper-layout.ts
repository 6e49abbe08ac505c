/**
 * How the parts of the file stand on paper: which values, under which words. What has no words here (inner
 * names, codes of programs) is in the JSON file alone, and the paper says so.
 */
import type { OwnPart } from '../../../../../contract/own-data.ts'
import { field, moment, registerFields, type Block, type Field } from './paper-fields.ts'
import {
  accountStates,
  cardStates,
  caseKinds,
  credentialStates,
  relativeStates,
  shareStates,
  tieKinds,
  words,
} from './paper-words.ts'

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
    { of: null, heading: null, fields: registerFields },
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
  crimeReports: [
    {
      of: 'items',
      heading: 'reference',
      fields: [
        field('place', 'Nơi xảy ra', 'Where'),
        field('office', 'Cơ quan', 'Office'),
        field('receivedOn', 'Ngày nhận', 'Received'),
        field('text', 'Bạn viết', 'You wrote'),
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
