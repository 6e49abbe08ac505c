/** The words of a table of a household's people, on CT01 and CT07 alike. */
export const householdWords = {
  row: 'TT',
  name: 'Họ, chữ đệm và tên',
  birth: 'Ngày sinh',
  sex: 'Giới tính',
  male: 'Nam',
  female: 'Nữ',
  number: 'Số định danh cá nhân',
  tie: 'Quan hệ với chủ hộ',
} as const
