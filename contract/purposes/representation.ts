/** Children, wards and those who act for them; trusted relatives. */
import { definePurposes } from './shape.ts'

export const representationPurposes = definePurposes({
  'ward-registered': {
    vi: 'Người đại diện đăng ký tài khoản',
    en: 'A representative registered the account',
    family: 'representative',
    fields: ['fullName', 'birthDate', 'card', 'portrait'],
  },
  'profile-opened': {
    vi: 'Người đại diện mở tài khoản này',
    en: 'A representative opened this account',
    family: 'representative',
    fields: ['fullName'],
  },
  'profile-closed': {
    vi: 'Người đại diện rời tài khoản này',
    en: 'A representative left this account',
    family: 'representative',
    fields: [],
  },
  'representative-consented': {
    vi: 'Người đại diện đồng ý cho một lần dùng giấy tờ',
    en: 'A representative agreed to one use of a document',
    family: 'representative',
    fields: [],
  },
  'account-handed-over': {
    vi: 'Bàn giao tài khoản khi đủ 14 tuổi',
    en: 'Account handed over at the age of 14',
    family: 'representative',
    fields: [],
  },
  'relation-reported': {
    vi: 'Báo thiếu quan hệ trong cơ sở dữ liệu',
    en: 'Missing family relationship reported',
    family: 'self',
    fields: [],
  },
  'representation-opened': {
    vi: 'Mở hồ sơ đại diện tại quầy',
    en: 'A request to act for you was opened at a counter',
    family: 'office',
    fields: ['personalNumber', 'fullName', 'birthDate', 'portrait', 'card', 'account', 'relation'],
  },
  'representation-view': {
    vi: 'Cán bộ mở hồ sơ đại diện',
    en: 'An officer opened a request for representation',
    family: 'office',
    fields: ['personalNumber', 'fullName', 'birthDate', 'portrait', 'card', 'account', 'relation'],
  },
  'representation-papers': {
    vi: 'Ghi giấy tờ của hồ sơ đại diện',
    en: 'Documents recorded on the request to act for you',
    family: 'office',
    fields: [],
  },
  'representation-portrait': {
    vi: 'Đối chiếu ảnh chụp tại quầy cho hồ sơ đại diện',
    en: 'Photo taken at the counter compared with the register, for a request to act for you',
    family: 'office',
    fields: ['portrait'],
  },
  'representation-chip': {
    vi: 'Đọc chip thẻ cho hồ sơ đại diện',
    en: 'Card chip read for a request to act for you',
    family: 'office',
    fields: ['card'],
  },
  'representation-consent-asked': {
    vi: 'Hỏi người đại diện trên màn hình tại quầy',
    en: "The representative was asked on the counter's screen",
    family: 'office',
    fields: ['fullName'],
  },
  'representation-decision': {
    vi: 'Quyết định hồ sơ đại diện',
    en: 'Decision on the request to act for you',
    family: 'office',
    fields: ['account', 'relation'],
  },
  'representation-second': {
    vi: 'Cán bộ thứ hai xem và quyết định hồ sơ đại diện',
    en: 'A second officer reviewed and decided on the request to act for you',
    family: 'office',
    fields: ['account', 'relation', 'portrait'],
  },
  'representation-discarded': {
    vi: 'Kết thúc hồ sơ đại diện, không quyết định',
    en: 'The request to act for you was closed without a decision',
    family: 'office',
    fields: [],
  },
  'representation-end-proposed': {
    vi: 'Đề nghị chấm dứt quyền đại diện, chờ cán bộ thứ hai',
    en: "The end of someone's right to act for you was proposed; a second officer decides",
    family: 'office',
    fields: ['fullName', 'relation'],
  },
  'representation-end-withdrawn': {
    vi: 'Rút đề nghị chấm dứt quyền đại diện',
    en: "The proposal to end someone's right to act for you was taken back",
    family: 'office',
    fields: ['relation'],
  },
  'representation-ended': {
    vi: 'Chấm dứt quyền đại diện',
    en: "Someone's right to act for you was ended",
    family: 'office',
    fields: ['fullName', 'birthDate', 'relation'],
  },
  'relative-named': {
    vi: 'Chọn người thân tin cậy',
    en: 'Trusted relative chosen',
    family: 'self',
    fields: [],
  },
  'relative-answered': {
    vi: 'Trả lời lời mời làm người thân tin cậy',
    en: 'Answered an invitation to be a trusted relative',
    family: 'self',
    fields: [],
  },
  'relative-ended': {
    vi: 'Kết thúc liên kết người thân tin cậy',
    en: 'Trusted relative removed',
    family: 'self',
    fields: [],
  },
  'relative-locked-for': {
    vi: 'Khoá tài khoản giúp người thân',
    en: "Locked a relative's account for them",
    family: 'self',
    fields: [],
  },
})
