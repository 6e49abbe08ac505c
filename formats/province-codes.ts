/**
 * The 63 provinces whose codes begin personal numbers, and the 34 units of 2025 they became part of.
 * Decree 137/2015 and Circular 59/2021 (codes in numbers); Decision 19/2025/QĐ-TTg (units of 2025).
 * Codes in numbers already issued did not change with the merger, so both lists are needed.
 */

export type Province = {
  /** Three digits, as in the personal number. */
  readonly code: string
  readonly name: string
  /**
   * Two digits: the unit since 1 July 2025. Not always the same digits: old Quảng Trị is 045, its unit is 44.
   */
  readonly unitCode: string
}

export type ProvinceUnit = { readonly code: string; readonly name: string }

export const provinces: readonly Province[] = [
  { code: '001', name: 'Hà Nội', unitCode: '01' },
  { code: '002', name: 'Hà Giang', unitCode: '08' },
  { code: '004', name: 'Cao Bằng', unitCode: '04' },
  { code: '006', name: 'Bắc Kạn', unitCode: '19' },
  { code: '008', name: 'Tuyên Quang', unitCode: '08' },
  { code: '010', name: 'Lào Cai', unitCode: '15' },
  { code: '011', name: 'Điện Biên', unitCode: '11' },
  { code: '012', name: 'Lai Châu', unitCode: '12' },
  { code: '014', name: 'Sơn La', unitCode: '14' },
  { code: '015', name: 'Yên Bái', unitCode: '15' },
  { code: '017', name: 'Hòa Bình', unitCode: '25' },
  { code: '019', name: 'Thái Nguyên', unitCode: '19' },
  { code: '020', name: 'Lạng Sơn', unitCode: '20' },
  { code: '022', name: 'Quảng Ninh', unitCode: '22' },
  { code: '024', name: 'Bắc Giang', unitCode: '24' },
  { code: '025', name: 'Phú Thọ', unitCode: '25' },
  { code: '026', name: 'Vĩnh Phúc', unitCode: '25' },
  { code: '027', name: 'Bắc Ninh', unitCode: '24' },
  { code: '030', name: 'Hải Dương', unitCode: '31' },
  { code: '031', name: 'Hải Phòng', unitCode: '31' },
  { code: '033', name: 'Hưng Yên', unitCode: '33' },
  { code: '034', name: 'Thái Bình', unitCode: '33' },
  { code: '035', name: 'Hà Nam', unitCode: '37' },
  { code: '036', name: 'Nam Định', unitCode: '37' },
  { code: '037', name: 'Ninh Bình', unitCode: '37' },
  { code: '038', name: 'Thanh Hóa', unitCode: '38' },
  { code: '040', name: 'Nghệ An', unitCode: '40' },
  { code: '042', name: 'Hà Tĩnh', unitCode: '42' },
  { code: '044', name: 'Quảng Bình', unitCode: '44' },
  { code: '045', name: 'Quảng Trị', unitCode: '44' },
  { code: '046', name: 'Thừa Thiên Huế', unitCode: '46' },
  { code: '048', name: 'Đà Nẵng', unitCode: '48' },
  { code: '049', name: 'Quảng Nam', unitCode: '48' },
  { code: '051', name: 'Quảng Ngãi', unitCode: '51' },
  { code: '052', name: 'Bình Định', unitCode: '52' },
  { code: '054', name: 'Phú Yên', unitCode: '66' },
  { code: '056', name: 'Khánh Hòa', unitCode: '56' },
  { code: '058', name: 'Ninh Thuận', unitCode: '56' },
  { code: '060', name: 'Bình Thuận', unitCode: '68' },
  { code: '062', name: 'Kon Tum', unitCode: '51' },
  { code: '064', name: 'Gia Lai', unitCode: '52' },
  { code: '066', name: 'Đắk Lắk', unitCode: '66' },
  { code: '067', name: 'Đắk Nông', unitCode: '68' },
  { code: '068', name: 'Lâm Đồng', unitCode: '68' },
  { code: '070', name: 'Bình Phước', unitCode: '75' },
  { code: '072', name: 'Tây Ninh', unitCode: '80' },
  { code: '074', name: 'Bình Dương', unitCode: '79' },
  { code: '075', name: 'Đồng Nai', unitCode: '75' },
  { code: '077', name: 'Bà Rịa - Vũng Tàu', unitCode: '79' },
  { code: '079', name: 'TP. Hồ Chí Minh', unitCode: '79' },
  { code: '080', name: 'Long An', unitCode: '80' },
  { code: '082', name: 'Tiền Giang', unitCode: '82' },
  { code: '083', name: 'Bến Tre', unitCode: '86' },
  { code: '084', name: 'Trà Vinh', unitCode: '86' },
  { code: '086', name: 'Vĩnh Long', unitCode: '86' },
  { code: '087', name: 'Đồng Tháp', unitCode: '82' },
  { code: '089', name: 'An Giang', unitCode: '91' },
  { code: '091', name: 'Kiên Giang', unitCode: '91' },
  { code: '092', name: 'Cần Thơ', unitCode: '92' },
  { code: '093', name: 'Hậu Giang', unitCode: '92' },
  { code: '094', name: 'Sóc Trăng', unitCode: '92' },
  { code: '095', name: 'Bạc Liêu', unitCode: '96' },
  { code: '096', name: 'Cà Mau', unitCode: '96' },
]

export const provinceUnits: readonly ProvinceUnit[] = [
  { code: '01', name: 'Hà Nội' },
  { code: '04', name: 'Cao Bằng' },
  { code: '08', name: 'Tuyên Quang' },
  { code: '11', name: 'Điện Biên' },
  { code: '12', name: 'Lai Châu' },
  { code: '14', name: 'Sơn La' },
  { code: '15', name: 'Lào Cai' },
  { code: '19', name: 'Thái Nguyên' },
  { code: '20', name: 'Lạng Sơn' },
  { code: '22', name: 'Quảng Ninh' },
  { code: '24', name: 'Bắc Ninh' },
  { code: '25', name: 'Phú Thọ' },
  { code: '31', name: 'Hải Phòng' },
  { code: '33', name: 'Hưng Yên' },
  { code: '37', name: 'Ninh Bình' },
  { code: '38', name: 'Thanh Hóa' },
  { code: '40', name: 'Nghệ An' },
  { code: '42', name: 'Hà Tĩnh' },
  { code: '44', name: 'Quảng Trị' },
  { code: '46', name: 'Huế' },
  { code: '48', name: 'Đà Nẵng' },
  { code: '51', name: 'Quảng Ngãi' },
  { code: '52', name: 'Gia Lai' },
  { code: '56', name: 'Khánh Hòa' },
  { code: '66', name: 'Đắk Lắk' },
  { code: '68', name: 'Lâm Đồng' },
  { code: '75', name: 'Đồng Nai' },
  { code: '79', name: 'TP. Hồ Chí Minh' },
  { code: '80', name: 'Tây Ninh' },
  { code: '82', name: 'Đồng Tháp' },
  { code: '86', name: 'Vĩnh Long' },
  { code: '91', name: 'An Giang' },
  { code: '92', name: 'Cần Thơ' },
  { code: '96', name: 'Cà Mau' },
]

const provinceByCode: ReadonlyMap<string, Province> = new Map(
  provinces.map((province) => [province.code, province]),
)
const unitByCode: ReadonlyMap<string, ProvinceUnit> = new Map(provinceUnits.map((unit) => [unit.code, unit]))

/**
 * The province of a three-digit code of a personal number, or undefined (a country, a test person, or no such
 * code).
 */
export function provinceOf(code: string): Province | undefined {
  return provinceByCode.get(code)
}

/** The unit of a two-digit administrative code in force since 1 July 2025. */
export function provinceUnitOf(code: string): ProvinceUnit | undefined {
  return unitByCode.get(code)
}
