/** Cases of differing data (Law 26/2023/QH15 art. 33; Decree 70/2024/ND-CP art. 6). */
import { correctable } from './fields.ts'
import { definePurposes } from './shape.ts'

export const discrepancyPurposes = definePurposes({
  'discrepancy-reported': {
    vi: 'Báo sai lệch dữ liệu',
    en: 'You reported an error in your data',
    family: 'self',
    fields: correctable,
  },
  'discrepancy-withdrawn': {
    vi: 'Rút yêu cầu sửa sai lệch',
    en: 'You withdrew a report',
    family: 'self',
    fields: correctable,
  },
  'discrepancy-view': {
    vi: 'Cán bộ mở hồ sơ sai lệch dữ liệu của bạn',
    en: 'An officer opened your data error case',
    family: 'office',
    fields: correctable,
  },
  'discrepancy-note': {
    vi: 'Ghi chú trong hồ sơ sai lệch dữ liệu',
    en: 'Note added to your data error case',
    family: 'office',
    fields: correctable,
  },
  'discrepancy-asked': {
    vi: 'Hỏi cơ quan quản lý dữ liệu gốc',
    en: 'The office that holds the record was asked',
    family: 'office',
    fields: correctable,
  },
  'discrepancy-proposed': {
    vi: 'Đề xuất cách giải quyết sai lệch',
    en: 'A resolution of your data error case was proposed',
    family: 'office',
    fields: correctable,
  },
  'discrepancy-confirmed': {
    vi: 'Cán bộ thứ hai xem cách giải quyết sai lệch',
    en: 'A second officer reviewed the resolution of your data error case',
    family: 'office',
    fields: correctable,
  },
  'discrepancy-refused': {
    vi: 'Không chấp nhận yêu cầu sửa sai lệch, có nêu lý do',
    en: 'Your data error report was not accepted, with reasons',
    family: 'office',
    fields: correctable,
  },
})
