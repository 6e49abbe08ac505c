/**
 * Where synthetic people live: the 34 provinces with their weight (population in ten thousands, about 2024),
 * the peoples there, the old
 * provinces that personal numbers come from, and a ward and a commune each for a system that has not yet
 * imported the list of units.
 */
export type Region = 'north' | 'centre' | 'south'

export interface ProvincePlaces {
  readonly code: string
  readonly name: string
  readonly region: Region
  readonly weight: number
  /** Code and name of the provinces of before July 2025 (first three digits of a number). */
  readonly former: readonly (readonly [code: string, name: string])[]
  readonly peoples: readonly (readonly [people: string, weight: number])[]
  readonly communes: readonly (readonly [code: string, name: string])[]
}

const kinh = [['Kinh', 1]] as const

export const provincePlaces: readonly ProvincePlaces[] = [
  {
    code: '01',
    name: 'Thành phố Hà Nội',
    region: 'north',
    weight: 870,
    peoples: kinh,
    former: [['001', 'Hà Nội']],
    communes: [
      ['00004', 'Phường Ba Đình'],
      ['00376', 'Xã Sóc Sơn'],
    ],
  },
  {
    code: '04',
    name: 'Tỉnh Cao Bằng',
    region: 'north',
    weight: 55,
    peoples: [
      ['Tày', 41],
      ['Nùng', 30],
      ['Mông', 11],
      ['Dao', 10],
      ['Kinh', 8],
    ],
    former: [['004', 'Cao Bằng']],
    communes: [
      ['01273', 'Phường Thục Phán'],
      ['01290', 'Xã Bảo Lâm'],
    ],
  },
  {
    code: '08',
    name: 'Tỉnh Tuyên Quang',
    region: 'north',
    weight: 173,
    peoples: [
      ['Kinh', 32],
      ['Mông', 20],
      ['Tày', 26],
      ['Dao', 15],
      ['Nùng', 7],
    ],
    former: [
      ['002', 'Hà Giang'],
      ['008', 'Tuyên Quang'],
    ],
    communes: [
      ['00691', 'Phường Hà Giang 2'],
      ['00700', 'Xã Ngọc Đường'],
    ],
  },
  {
    code: '11',
    name: 'Tỉnh Điện Biên',
    region: 'north',
    weight: 65,
    peoples: [
      ['Thái', 38],
      ['Mông', 38],
      ['Kinh', 18],
      ['Dao', 6],
    ],
    former: [['011', 'Điện Biên']],
    communes: [
      ['03127', 'Phường Điện Biên Phủ'],
      ['03158', 'Xã Sín Thầu'],
    ],
  },
  {
    code: '12',
    name: 'Tỉnh Lai Châu',
    region: 'north',
    weight: 49,
    peoples: [
      ['Thái', 31],
      ['Mông', 24],
      ['Kinh', 16],
      ['Dao', 13],
      ['Tày', 16],
    ],
    former: [['012', 'Lai Châu']],
    communes: [
      ['03388', 'Phường Đoàn Kết'],
      ['03390', 'Xã Bình Lư'],
    ],
  },
  {
    code: '14',
    name: 'Tỉnh Sơn La',
    region: 'north',
    weight: 133,
    peoples: [
      ['Thái', 54],
      ['Kinh', 16],
      ['Mông', 16],
      ['Mường', 8],
      ['Dao', 6],
    ],
    former: [['014', 'Sơn La']],
    communes: [
      ['03646', 'Phường Tô Hiệu'],
      ['03688', 'Xã Mường Chiên'],
    ],
  },
  {
    code: '15',
    name: 'Tỉnh Lào Cai',
    region: 'north',
    weight: 166,
    peoples: [
      ['Kinh', 44],
      ['Tày', 17],
      ['Mông', 20],
      ['Dao', 13],
      ['Thái', 6],
    ],
    former: [
      ['010', 'Lào Cai'],
      ['015', 'Yên Bái'],
    ],
    communes: [
      ['02647', 'Phường Lào Cai'],
      ['02680', 'Xã Hợp Thành'],
    ],
  },
  {
    code: '19',
    name: 'Tỉnh Thái Nguyên',
    region: 'north',
    weight: 170,
    peoples: [
      ['Kinh', 62],
      ['Tày', 20],
      ['Nùng', 9],
      ['Dao', 6],
      ['Mông', 3],
    ],
    former: [
      ['006', 'Bắc Kạn'],
      ['019', 'Thái Nguyên'],
    ],
    communes: [
      ['01840', 'Phường Đức Xuân'],
      ['01849', 'Xã Phong Quang'],
    ],
  },
  {
    code: '20',
    name: 'Tỉnh Lạng Sơn',
    region: 'north',
    weight: 81,
    peoples: [
      ['Nùng', 43],
      ['Tày', 36],
      ['Kinh', 17],
      ['Dao', 4],
    ],
    former: [['020', 'Lạng Sơn']],
    communes: [
      ['05977', 'Phường Đông Kinh'],
      ['06001', 'Xã Đoàn Kết'],
    ],
  },
  {
    code: '22',
    name: 'Tỉnh Quảng Ninh',
    region: 'north',
    weight: 139,
    peoples: [
      ['Kinh', 88],
      ['Dao', 6],
      ['Tày', 4],
      ['Hoa', 2],
    ],
    former: [['022', 'Quảng Ninh']],
    communes: [
      ['06652', 'Phường Hà Tu'],
      ['06724', 'Xã Hải Sơn'],
    ],
  },
  {
    code: '24',
    name: 'Tỉnh Bắc Ninh',
    region: 'north',
    weight: 350,
    peoples: [
      ['Kinh', 92],
      ['Nùng', 5],
      ['Tày', 3],
    ],
    former: [
      ['024', 'Bắc Giang'],
      ['027', 'Bắc Ninh'],
    ],
    communes: [
      ['07210', 'Phường Bắc Giang'],
      ['07246', 'Xã Xuân Lương'],
    ],
  },
  {
    code: '25',
    name: 'Tỉnh Phú Thọ',
    region: 'north',
    weight: 370,
    peoples: [
      ['Kinh', 75],
      ['Mường', 21],
      ['Tày', 2],
      ['Dao', 2],
    ],
    former: [
      ['017', 'Hòa Bình'],
      ['025', 'Phú Thọ'],
      ['026', 'Vĩnh Phúc'],
    ],
    communes: [
      ['04792', 'Phường Tân Hoà'],
      ['05128', 'Xã Tân Lạc'],
    ],
  },
  {
    code: '31',
    name: 'Thành phố Hải Phòng',
    region: 'north',
    weight: 410,
    peoples: kinh,
    former: [
      ['030', 'Hải Dương'],
      ['031', 'Hải Phòng'],
    ],
    communes: [
      ['10507', 'Phường Thành Đông'],
      ['10606', 'Xã Nam Sách'],
    ],
  },
  {
    code: '33',
    name: 'Tỉnh Hưng Yên',
    region: 'north',
    weight: 320,
    peoples: kinh,
    former: [
      ['033', 'Hưng Yên'],
      ['034', 'Thái Bình'],
    ],
    communes: [
      ['11953', 'Phường Phố Hiến'],
      ['12619', 'Xã Diên Hà'],
    ],
  },
  {
    code: '37',
    name: 'Tỉnh Ninh Bình',
    region: 'north',
    weight: 380,
    peoples: kinh,
    former: [
      ['035', 'Hà Nam'],
      ['036', 'Nam Định'],
      ['037', 'Ninh Bình'],
    ],
    communes: [
      ['13285', 'Phường Phủ Lý'],
      ['13456', 'Xã Liêm Hà'],
    ],
  },
  {
    code: '38',
    name: 'Tỉnh Thanh Hoá',
    region: 'centre',
    weight: 375,
    peoples: [
      ['Kinh', 82],
      ['Mường', 11],
      ['Thái', 6],
      ['Mông', 1],
    ],
    former: [['038', 'Thanh Hóa']],
    communes: [
      ['14758', 'Phường Hàm Rồng'],
      ['14845', 'Xã Mường Lát'],
    ],
  },
  {
    code: '40',
    name: 'Tỉnh Nghệ An',
    region: 'centre',
    weight: 347,
    peoples: [
      ['Kinh', 85],
      ['Thái', 13],
      ['Mông', 2],
    ],
    former: [['040', 'Nghệ An']],
    communes: [
      ['16681', 'Phường Thành Vinh'],
      ['17611', 'Xã Vân Tụ'],
    ],
  },
  {
    code: '42',
    name: 'Tỉnh Hà Tĩnh',
    region: 'centre',
    weight: 134,
    peoples: kinh,
    former: [['042', 'Hà Tĩnh']],
    communes: [
      ['18073', 'Phường Thành Sen'],
      ['18133', 'Xã Hương Sơn'],
    ],
  },
  {
    code: '44',
    name: 'Tỉnh Quảng Trị',
    region: 'centre',
    weight: 158,
    peoples: kinh,
    former: [
      ['044', 'Quảng Bình'],
      ['045', 'Quảng Trị'],
    ],
    communes: [
      ['18859', 'Phường Đồng Thuận'],
      ['18901', 'Xã Minh Hoá'],
    ],
  },
  {
    code: '46',
    name: 'Thành phố Huế',
    region: 'centre',
    weight: 124,
    peoples: kinh,
    former: [['046', 'Thừa Thiên Huế']],
    communes: [
      ['19753', 'Phường Phú Xuân'],
      ['19867', 'Xã Quảng Điền'],
    ],
  },
  {
    code: '48',
    name: 'Thành phố Đà Nẵng',
    region: 'centre',
    weight: 282,
    peoples: kinh,
    former: [
      ['048', 'Đà Nẵng'],
      ['049', 'Quảng Nam'],
    ],
    communes: [
      ['20194', 'Phường Hải Vân'],
      ['20308', 'Xã Bà Nà'],
    ],
  },
  {
    code: '51',
    name: 'Tỉnh Quảng Ngãi',
    region: 'centre',
    weight: 186,
    peoples: [
      ['Kinh', 74],
      ['Ba Na', 10],
      ['Gia Rai', 6],
      ['Ê Đê', 10],
    ],
    former: [
      ['051', 'Quảng Ngãi'],
      ['062', 'Kon Tum'],
    ],
    communes: [
      ['23293', 'Phường Kon Tum'],
      ['21034', 'Xã An Phú'],
    ],
  },
  {
    code: '52',
    name: 'Tỉnh Gia Lai',
    region: 'centre',
    weight: 315,
    peoples: [
      ['Kinh', 75],
      ['Gia Rai', 15],
      ['Ba Na', 10],
    ],
    former: [
      ['052', 'Bình Định'],
      ['064', 'Gia Lai'],
    ],
    communes: [
      ['21553', 'Phường Quy Nhơn Bắc'],
      ['21607', 'Xã Nhơn Châu'],
    ],
  },
  {
    code: '56',
    name: 'Tỉnh Khánh Hoà',
    region: 'centre',
    weight: 188,
    peoples: [
      ['Kinh', 88],
      ['Chăm', 8],
      ['Ê Đê', 4],
    ],
    former: [
      ['056', 'Khánh Hòa'],
      ['058', 'Ninh Thuận'],
    ],
    communes: [
      ['22333', 'Phường Bắc Nha Trang'],
      ['22435', 'Xã Cam Hiệp'],
    ],
  },
  {
    code: '66',
    name: 'Tỉnh Đắk Lắk',
    region: 'centre',
    weight: 283,
    peoples: [
      ['Kinh', 73],
      ['Ê Đê', 17],
      ['Nùng', 4],
      ['Tày', 4],
      ['Mông', 2],
    ],
    former: [
      ['054', 'Phú Yên'],
      ['066', 'Đắk Lắk'],
    ],
    communes: [
      ['22015', 'Phường Tuy Hoà'],
      ['22057', 'Xã Xuân Lộc'],
    ],
  },
  {
    code: '68',
    name: 'Tỉnh Lâm Đồng',
    region: 'south',
    weight: 334,
    peoples: [
      ['Kinh', 80],
      ['Cơ Ho', 12],
      ['Mông', 2],
      ['Nùng', 2],
      ['Chăm', 4],
    ],
    former: [
      ['060', 'Bình Thuận'],
      ['067', 'Đắk Nông'],
      ['068', 'Lâm Đồng'],
    ],
    communes: [
      ['22918', 'Phường Mũi Né'],
      ['22963', 'Xã Tuyên Quang'],
    ],
  },
  {
    code: '75',
    name: 'Thành phố Đồng Nai',
    region: 'south',
    weight: 449,
    peoples: [
      ['Kinh', 90],
      ['Hoa', 4],
      ['Khmer', 3],
      ['Tày', 3],
    ],
    former: [
      ['070', 'Bình Phước'],
      ['075', 'Đồng Nai'],
    ],
    communes: [
      ['25195', 'Phường Bình Phước'],
      ['25222', 'Xã Bù Gia Mập'],
    ],
  },
  {
    code: '79',
    name: 'Thành phố Hồ Chí Minh',
    region: 'south',
    weight: 1400,
    peoples: [
      ['Kinh', 95],
      ['Hoa', 4],
      ['Khmer', 1],
    ],
    former: [
      ['074', 'Bình Dương'],
      ['077', 'Bà Rịa - Vũng Tàu'],
      ['079', 'TP. Hồ Chí Minh'],
    ],
    communes: [
      ['25747', 'Phường Thủ Dầu Một'],
      ['25777', 'Xã Dầu Tiếng'],
    ],
  },
  {
    code: '80',
    name: 'Tỉnh Tây Ninh',
    region: 'south',
    weight: 300,
    peoples: kinh,
    former: [
      ['072', 'Tây Ninh'],
      ['080', 'Long An'],
    ],
    communes: [
      ['25459', 'Phường Tân Ninh'],
      ['25486', 'Xã Tân Biên'],
    ],
  },
  {
    code: '82',
    name: 'Tỉnh Đồng Tháp',
    region: 'south',
    weight: 340,
    peoples: kinh,
    former: [
      ['082', 'Tiền Giang'],
      ['087', 'Đồng Tháp'],
    ],
    communes: [
      ['28249', 'Phường Đạo Thạnh'],
      ['28321', 'Xã Tân Phước 1'],
    ],
  },
  {
    code: '86',
    name: 'Tỉnh Vĩnh Long',
    region: 'south',
    weight: 337,
    peoples: [
      ['Kinh', 86],
      ['Khmer', 13],
      ['Hoa', 1],
    ],
    former: [
      ['083', 'Bến Tre'],
      ['084', 'Trà Vinh'],
      ['086', 'Vĩnh Long'],
    ],
    communes: [
      ['28756', 'Phường Phú Khương'],
      ['28807', 'Xã Giao Long'],
    ],
  },
  {
    code: '91',
    name: 'Tỉnh An Giang',
    region: 'south',
    weight: 368,
    peoples: [
      ['Kinh', 91],
      ['Khmer', 8],
      ['Hoa', 1],
    ],
    former: [
      ['089', 'An Giang'],
      ['091', 'Kiên Giang'],
    ],
    communes: [
      ['30292', 'Phường Bình Đức'],
      ['30313', 'Xã Mỹ Hoà Hưng'],
    ],
  },
  {
    code: '92',
    name: 'Thành phố Cần Thơ',
    region: 'south',
    weight: 320,
    peoples: [
      ['Kinh', 88],
      ['Khmer', 11],
      ['Hoa', 1],
    ],
    former: [
      ['092', 'Cần Thơ'],
      ['093', 'Hậu Giang'],
      ['094', 'Sóc Trăng'],
    ],
    communes: [
      ['31120', 'Phường Cái Khế'],
      ['31231', 'Xã Thạnh An'],
    ],
  },
  {
    code: '96',
    name: 'Tỉnh Cà Mau',
    region: 'south',
    weight: 214,
    peoples: [
      ['Kinh', 95],
      ['Khmer', 4],
      ['Hoa', 1],
    ],
    former: [
      ['095', 'Bạc Liêu'],
      ['096', 'Cà Mau'],
    ],
    communes: [
      ['31825', 'Phường Bạc Liêu'],
      ['31843', 'Xã Hồng Dân'],
    ],
  },
]
