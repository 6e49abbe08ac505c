/**
 * The parties of the demo world that ask for documents, all invented: what each may ask for, why, by which
 * law and for how long it keeps it.
 */
export interface Words {
  readonly vi: string
  readonly en: string
}

interface Asking {
  readonly id: string
  readonly words: Words
  readonly law: Words
  readonly retention: { readonly days: number; readonly by: 'consent' | 'law'; readonly words: Words }
  /** Of the identity card, by the names of its claims. */
  readonly required: readonly string[]
  /** Each is hers to give or not. */
  readonly optional: readonly string[]
}

export interface WorldParty {
  /** `account`: somebody at her own screen. `desk`: guests who scan a printed code. */
  readonly house: 'account' | 'desk'
  readonly kind: 'bank' | 'lodging'
  readonly name: Words
  readonly domain: string
  readonly contact: string
  readonly agreement: string
  readonly purpose: Asking
  /** Where codes are printed, by what stands in them. */
  readonly places: Readonly<Record<string, Words>>
  /** What the law makes it keep when she withdraws or wants to be erased; null: nothing. */
  readonly mustKeep: { readonly claims: readonly string[]; readonly law: string } | null
}

const parties = {
  'ngan-hang-sen-viet': {
    house: 'account',
    kind: 'bank',
    name: { vi: 'Ngân hàng Sen Việt', en: 'Sen Việt Bank' },
    domain: 'mo-tk.senviet.example',
    contact: 'dulieu@senviet.example',
    agreement: '12/2026/TT-SENVIET',
    purpose: {
      id: 'mo-tai-khoan',
      words: { vi: 'Mở tài khoản thanh toán', en: 'Open a payment account' },
      law: {
        vi: 'Luật Phòng, chống rửa tiền 14/2022/QH15: ngân hàng phải nhận biết khách hàng',
        en: 'Anti-money laundering law 14/2022/QH15: a bank has to know its customers',
      },
      retention: {
        days: 1826,
        by: 'law',
        words: { vi: 'Lưu 5 năm theo luật', en: 'Kept for 5 years by law' },
      },
      required: ['name', 'personal_number'],
      optional: ['age_over_18', 'sex', 'residence', 'place_of_origin'],
    },
    places: {},
    mustKeep: {
      claims: ['name', 'personal_number'],
      law: 'Luật Phòng, chống rửa tiền 14/2022/QH15 (lưu thông tin khách hàng ít nhất 5 năm)',
    },
  },
  'khach-san-bo-song': {
    house: 'desk',
    kind: 'lodging',
    name: { vi: 'Khách sạn Bờ Sông', en: 'Bờ Sông Hotel' },
    domain: 'bosong.example',
    contact: 'letan@bosong.example',
    agreement: '31/2026/TT-BOSONG',
    purpose: {
      id: 'thong-bao-luu-tru',
      words: { vi: 'Nhận phòng và thông báo lưu trú', en: 'Check in, and notify your stay' },
      law: {
        vi: 'Luật Cư trú 68/2020/QH14, Điều 30: cơ sở lưu trú thông báo khách trước 23 giờ',
        en: 'Residence law 68/2020/QH14, article 30: a lodging notifies its guests before 23:00',
      },
      retention: {
        days: 30,
        by: 'consent',
        words: { vi: 'Xoá sau 30 ngày', en: 'Erased after 30 days' },
      },
      required: ['name', 'personal_number'],
      optional: [],
    },
    places: {
      'quay-1': { vi: 'Quầy lễ tân 1', en: 'Front desk 1' },
      'quay-2': { vi: 'Quầy lễ tân 2', en: 'Front desk 2' },
    },
    mustKeep: null,
  },
} as const satisfies Readonly<Record<string, WorldParty>>

export type PartyId = keyof typeof parties
export const partyIds = Object.keys(parties) as PartyId[]
export const isParty = (id: string): id is PartyId => Object.hasOwn(parties, id)
export const partyOf = (id: PartyId): WorldParty => parties[id]

/** The kind of document that all of them ask for (`vct` of the SD-JWT VC). */
export const CARD_KIND = 'urn:sen:identity-card:1'
