/** Notices of stay (Law on Residence 68/2020/QH14 art. 30), as the guest reads of them. */
import { definePurposes } from './shape.ts'

const told = { family: 'service', fields: ['fullName', 'birthDate', 'personalNumber'] } as const

const seen = { family: 'office', fields: ['fullName', 'birthDate', 'personalNumber', 'residence'] } as const

export const stayPurposes = definePurposes({
  'stay-reported': {
    vi: 'Nơi này báo công an xã, phường rằng bạn ở lại đó',
    en: 'This place notified the commune police that you stay there',
    ...told,
  },
  'stay-corrected': {
    vi: 'Nơi này sửa thông báo lưu trú của bạn',
    en: 'This place corrected the notice of your stay',
    ...told,
  },
  'stay-ended': {
    vi: 'Nơi này báo bạn đã rời đi',
    en: 'This place notified that you have left',
    family: 'service',
    fields: [],
  },
  'stay-cancelled': {
    vi: 'Nơi này huỷ một thông báo lưu trú báo nhầm về bạn',
    en: 'This place took back a mistaken notice of your stay',
    family: 'service',
    fields: [],
  },
  'stay-self-told': {
    vi: 'Bạn tự báo lưu trú ở nơi này, và cho nơi này biết bạn là ai',
    en: 'You notified your stay at this place, and let it know who you are',
    family: 'self',
    fields: ['fullName', 'birthDate', 'personalNumber'],
  },
  'stay-self-cancelled': {
    vi: 'Bạn huỷ thông báo lưu trú mà bạn tự báo',
    en: 'You took back a notice of stay that you gave yourself',
    family: 'self',
    fields: [],
  },
  'stay-home-added': {
    vi: 'Bạn thêm nhà hoặc phòng cho thuê để báo khách lưu trú',
    en: 'You added your home or rented rooms, to notify guests',
    family: 'self',
    fields: ['residence'],
  },
  'stay-host-told': {
    vi: 'Bạn báo có khách ở lại nhà bạn',
    en: 'You notified a guest who stays with you',
    family: 'self',
    fields: [],
  },
  'stay-host-changed': {
    vi: 'Bạn sửa hoặc huỷ một thông báo khách ở lại nhà bạn',
    en: 'You corrected or took back a notice of a guest who stays with you',
    family: 'self',
    fields: [],
  },
  'stay-seen': {
    vi: 'Công an xem ai đang lưu trú tại địa bàn',
    en: 'The police looked at who stays in the area',
    ...seen,
  },
  'stay-search-residence-check': {
    vi: 'Công an tra nơi bạn lưu trú để kiểm tra cư trú',
    en: 'The police looked up where you stay, to check residence',
    ...seen,
  },
  'stay-search-missing-person': {
    vi: 'Công an tra nơi bạn lưu trú để tìm người mất tích',
    en: 'The police looked up where you stay, as a missing person',
    ...seen,
  },
  'stay-search-court-or-investigation': {
    vi: 'Công an tra nơi bạn lưu trú theo yêu cầu của toà án hoặc cơ quan điều tra',
    en: 'The police looked up where you stay for a court or an investigation',
    ...seen,
  },
  'stay-desk-opened': {
    vi: 'Quầy của một nơi lưu trú được mở',
    en: 'The desk of a place of stay was opened',
    family: 'staff',
    fields: [],
  },
})
