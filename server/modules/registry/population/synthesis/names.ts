/**
 * Names as the peoples of Vietnam give them. The peoples are many and their customs differ; these lists are
 * small and plausible, made for
 * tests, and hold nobody's name on purpose.
 */
import type { Sex } from '../../../../../formats/personal-number.ts'
import { weighted, type Chance } from './chance.ts'
import type { Region } from './places.ts'

interface Naming {
  readonly surname: (chance: Chance) => string
  readonly middle: Readonly<Record<Sex, (chance: Chance) => string>>
  readonly given: Readonly<Record<Sex, (chance: Chance) => string>>
}

const words = (text: string): string[] => text.split(' ').map((word) => word.replaceAll('_', ' '))
/** `Nguyễn:38 Trần:11 Lê`; without a number, weight 1; `-` stands for none. */
const list = (text: string): ((chance: Chance) => string) =>
  weighted(
    words(text).map((word) => {
      const [name = '', weight = '1'] = word.split(':')
      return [name === '-' ? '' : name, Number(weight)] as const
    }),
  )

const kinhGiven = {
  male: list(
    'An Anh:3 Bách Bảo:3 Bình:3 Cường:4 Chiến:2 Dũng:5 Duy:4 Dương:2 Đạt:4 Đức:5 Giang Hải:4 Hào Hiếu:4 Hiệp:2 Hoàng:4 Hòa:2 Huy:5 Hùng:6 Hưng:3 Khánh:3 Khang:3 Khoa:3 Kiên:3 Lâm:3 Long:5 Lộc:2 Mạnh:3 Minh:6 Nam:4 Nghĩa:2 Nhân:2 Phong:3 Phúc:4 Phước:2 Quang:4 Quân:4 Quốc:2 Sang Sơn:4 Tài:3 Tâm:2 Thành:4 Thái:2 Thắng:4 Thịnh:2 Thiện:2 Tiến:3 Toàn:2 Trí:2 Trung:4 Tuấn:6 Tùng:4 Vinh:3 Việt:3 Vũ:2',
  ),
  female: list(
    'An:2 Anh:6 Ánh:2 Bích Châu:3 Chi:3 Diễm Diệp:2 Dung:3 Duyên:3 Đào Giang:2 Hà:5 Hạnh:3 Hằng:3 Hân:2 Hiền:4 Hoa:3 Hồng:3 Huệ Huyền:4 Hương:5 Khánh Lan:5 Liên:2 Linh:6 Loan:3 Ly Mai:4 My:3 Nga:3 Ngân:4 Ngọc:5 Nguyệt:2 Nhi:3 Nhung:3 Oanh:2 Phương:5 Quyên:2 Quỳnh:3 Tâm:2 Thảo:5 Thanh:3 Thu:3 Thủy:4 Thúy:2 Thư:3 Trang:5 Trâm:2 Trinh:2 Tú Tuyết:2 Uyên:2 Vân:4 Vy:3 Xuân:2 Yến:4',
  ),
}
const kinhMiddle = {
  male: list(
    'Văn:30 Đức:8 Minh:9 Quang:6 Hữu:6 Quốc:6 Xuân:4 Thanh:4 Ngọc:4 Đình:5 Công:4 Anh:3 Tuấn:3 Hoàng:4 Gia:3 Bảo:2 Duy:3 Trọng:3 Mạnh:2 -:2 Thành_Văn Nguyên:2',
  ),
  female: list(
    'Thị:38 Thị_Thu:4 Thị_Thanh:4 Thị_Ngọc:5 Thị_Kim:3 Thị_Hồng:4 Ngọc:7 Thu:4 Minh:4 Thanh:4 Phương:4 Khánh:3 Bảo:3 Mai:2 Hoài:2 Kim:3 Thúy:2 Quỳnh:3 Diệu:2 -:2',
  ),
}
const kinh: Readonly<Record<Region, Naming>> = {
  north: {
    surname: list(
      'Nguyễn:40 Trần:10 Phạm:8 Lê:7 Hoàng:5 Vũ:7 Đỗ:4 Bùi:4 Đặng:3 Ngô:3 Đinh:2 Dương:2 Đào:2 Đoàn:2 Lương:2 Trịnh:2 Mai Tạ Phùng Chu',
    ),
    middle: kinhMiddle,
    given: kinhGiven,
  },
  centre: {
    surname: list(
      'Nguyễn:38 Trần:11 Lê:13 Phạm:5 Hoàng:4 Phan:5 Võ:5 Hồ:4 Đặng:3 Bùi:2 Trương:3 Đỗ:2 Cao:2 Thái Văn Tôn Đinh Lương',
    ),
    middle: kinhMiddle,
    given: kinhGiven,
  },
  south: {
    surname: list(
      'Nguyễn:32 Trần:12 Lê:10 Phạm:6 Huỳnh:8 Võ:7 Phan:5 Trương:4 Bùi:2 Đặng:3 Đỗ:2 Hồ:3 Ngô:2 Dương:3 Lâm:2 Mai Châu Tô Cao',
    ),
    middle: kinhMiddle,
    given: kinhGiven,
  },
}

const northernGiven = {
  male: list(
    'Bảo Cường Dũng Đức Hải Hoàng Hùng Khánh Kiên Lâm Long Minh Nam Phong Quân Sơn Thắng Tuấn Tùng Vinh Việt Páo Sinh Thành Thu',
  ),
  female: list(
    'Ánh Chi Diệp Dung Hà Hiền Hoa Hương Lan Liên Linh Mai Nga Ngân Nguyệt Nhung Phượng Thảo Thơm Thu Thủy Xuân Yến Dím Mỷ',
  ),
}
const northern = (
  surnames: string,
  male = 'Văn:6 Đức Xuân Minh Quang',
  female = 'Thị:8 Thu Thanh Hồng',
): Naming => ({
  surname: list(surnames),
  middle: { male: list(male), female: list(female) },
  given: northernGiven,
})

const peoples: Readonly<Record<string, Naming>> = {
  Tày: northern('Hoàng:4 Nông:5 Lý:2 Ma:3 Triệu:2 Bế:2 Hà:2 Đàm Lương:2 Nguyễn Ninh La'),
  Nùng: northern('Nông:5 Hoàng:3 Lương:2 Vi:2 Lý:2 Triệu Phùng Mã Lục:2 Chu Hứa Long'),
  Thái: northern('Lò:6 Cầm:2 Quàng:3 Hà:2 Vi:3 Lường:3 Cà:2 Điêu Tòng:2 Lù Bạc Đèo'),
  Mường: northern('Bùi:6 Đinh:4 Quách:3 Hà:3 Bạch:2 Phùng Trương Phạm Hoàng'),
  Dao: northern(
    'Triệu:4 Đặng:4 Bàn:4 Phùng:3 Lý:3 Chảo:2 Tẩn:2 Phàn Dương',
    'Văn:4 Quầy A:2 Tòn Chòi Vần Phúc Kim',
    'Thị:5 Mùi:2 Tả Mẩy U San',
  ),
  Mông: northern(
    'Giàng:4 Vàng:4 Thào:3 Sùng:3 Lý:2 Mùa:2 Hạng Cứ Vừ:2 Ly Lầu',
    'A:10 Seo:3 Mí:3 Văn',
    'Thị:10 Seo',
  ),
  Khmer: {
    surname: list('Thạch:5 Sơn:4 Danh:4 Kim:4 Châu:3 Lâm:3 Trần:2 Lý Huỳnh Tăng'),
    middle: { male: list('-:4 Minh Hoàng Văn:2 Sa_Rinh Quốc'), female: list('Thị:6 Sa Ngọc Mỹ') },
    given: {
      male: list('Sa Phương Sóc Tha Thươl Rịa Dương Sang Minh Hùng Rích Pha Chanh'),
      female: list('Sa_Mết Rây Thu Linh Tha Vi Phượng Sa_Ri Lan Đa Chanh_Thi Hồng Ươn'),
    },
  },
  Hoa: {
    surname: list('Lý:4 Trần:4 Lâm:4 Quách:2 Vương:3 Trương:3 Huỳnh:3 Ngô:2 Hứa:2 Châu:2 Tạ La Dư'),
    middle: {
      male: list('Vĩ Chí:2 Gia:2 Kiến:2 Quốc:2 Diệu Vĩnh Chấn Thuận'),
      female: list('Mỹ:3 Tú Ngọc:2 Tuyết:2 Bội Lệ:2 Huệ Gia'),
    },
    given: {
      male: list('Cường Hào Minh Long Phát Khôn Hoa Đạt Thành Bang Khang Tài'),
      female: list('Linh Phương Anh Hoa Quyên San Nghi Vân Châu Bình Trân Mỹ'),
    },
  },
  Chăm: {
    surname: list('Đàng:3 Thành:2 Bá:2 Quảng:2 Lưu Trượng Từ Hán Não Kiều Châu'),
    middle: { male: list('Văn:4 Xuân Minh Ngọc Năng'), female: list('Thị:6 Mỹ Thanh Ngọc') },
    given: kinhGiven,
  },
  'Gia Rai': {
    surname: list('Rơ_Châm:3 Siu:4 Kpă:2 Rmah:3 Ksor:4 Nay:2'),
    middle: { male: list('-'), female: list("H':1 -:4") },
    given: {
      male: list('Thưk Hyuh Blơi Phun Khơih Kin Thoan Minh Bơm'),
      female: list('Blêu Nguyên Pyơ Lan Hyen Mlan Thảo Chim Nhung'),
    },
  },
  'Ba Na': {
    surname: list('Đinh:6 A:3 Y'),
    middle: { male: list('Văn -:3'), female: list('Thị -:3') },
    given: {
      male: list('Bơt Khuên Yưng Thuih Nhek Blot Minh Hlơ'),
      female: list('Hyêm Byưnh Thơm Hlên Mai Srinh Lan Phen'),
    },
  },
  'Ê Đê': {
    surname: list('Niê:5 Mlô:3 Ayŭn:2 Êban:2 Kbuôr:2 Ktla Byă:2 Ênuôl'),
    middle: { male: list('Y'), female: list("H'") },
    given: {
      male: list('Blim Thăng Wăn Nguôn Minh Krông Bhem Phương'),
      female: list('Bia Nga Len Hương Yuôn Mlan Wer Lan'),
    },
  },
  'Cơ Ho': {
    surname: list('K:4 Kơ_Să:2 Cil:3 Pang_Ting Liêng_Hót Lơ_Mu:2 Bon_Niêng'),
    middle: { male: list('Ha:3 -'), female: list('Ka:3 -') },
    given: {
      male: list('Brếp Thuyên Minh Juân Klas Brơh Nhân Sơn'),
      female: list('Hiền Nhung Mai Dung Thương Biên Nga Lan'),
    },
  },
}

/** A surname, which a child takes from the father. */
export const surnameOf = (chance: Chance, people: string, region: Region): string =>
  (peoples[people] ?? kinh[region]).surname(chance)

/** The whole name in the order of its people. */
export const fullName = (
  chance: Chance,
  person: { surname: string; people: string; region: Region; sex: Sex },
): string => {
  const naming = peoples[person.people] ?? kinh[person.region]
  const middle = naming.middle[person.sex](chance)
  const given = naming.given[person.sex](chance)
  // Ê Đê put the mark of sex first and the surname last: Y Blim Niê, H' Bia Mlô.
  if (person.people === 'Ê Đê') {
    return `${middle} ${given} ${person.surname}`
  }
  return middle === '' ? `${person.surname} ${given}` : `${person.surname} ${middle} ${given}`
}
