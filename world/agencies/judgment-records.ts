/**
 * What the register of judgments of the demo world holds: invented people, courts and judgments. Old entries
 * have no number; a namesake has another one; of one person it cannot say anything just now.
 */

export interface JudgmentHolder {
  readonly personal_number: string | null
  readonly old_number: string | null
  readonly full_name: string
  readonly birth_date: string
}
interface Decided {
  readonly reference: string
  readonly holder: JudgmentHolder
  readonly number: string
  readonly day: string
  readonly court: string
}
export interface JudgmentRecord extends Decided {
  readonly offences: readonly string[]
  readonly article: string | null
  readonly main_penalty: string
  readonly extra_penalty: string | null
  readonly execution: string | null
  expunged_on: string | null
}
export interface BanRecord extends Decided {
  readonly office: string
  readonly term: string
}
export interface JudgmentBook {
  readonly judgments: JudgmentRecord[]
  readonly bans: readonly BanRecord[]
  /** Numbers of people whose entries are being moved between courts: it answers nothing about them. */
  readonly moving: readonly string[]
}

const COURT = 'Toà án nhân dân khu vực 1 (giả lập)'
/** Nobody of the cast: a neighbour who was born on the day that Páo was, and is called as he is. */
const namesakeOfPao: JudgmentHolder = {
  personal_number: '911204009917',
  old_number: null,
  full_name: 'GIANG A PAO',
  birth_date: '2004-02-03',
}
const khoa: JudgmentHolder = {
  personal_number: '948085001193',
  old_number: null,
  full_name: 'VO MINH KHOA',
  birth_date: '1985-09-30',
}

/** Anew for each process that begins. Hạnh stands nowhere in it: she has no conviction. */
export const judgmentBook = (): JudgmentBook => ({
  judgments: [
    {
      reference: 'BA-31-2023',
      holder: namesakeOfPao,
      number: '31/2023/HS-ST',
      day: '2023-08-17',
      court: COURT,
      offences: ['Trộm cắp tài sản'],
      article: 'Khoản 1 Điều 173 Bộ luật Hình sự 2015',
      main_penalty: 'Cải tạo không giam giữ 18 tháng',
      extra_penalty: null,
      execution: 'Đã chấp hành xong',
      expunged_on: null,
    },
    {
      reference: 'BA-08-2011',
      holder: khoa,
      number: '08/2011/HS-ST',
      day: '2011-03-22',
      court: COURT,
      offences: ['Vi phạm quy định về điều khiển phương tiện giao thông đường bộ'],
      article: 'Khoản 1 Điều 202 Bộ luật Hình sự 1999',
      main_penalty: 'Phạt tù 9 tháng, cho hưởng án treo',
      extra_penalty: null,
      execution: 'Đã chấp hành xong ngày 22/09/2012',
      expunged_on: '2013-09-22',
    },
    {
      reference: 'BA-102-2024',
      holder: khoa,
      number: '102/2024/HS-ST',
      day: '2024-11-05',
      court: COURT,
      offences: ['Đánh bạc'],
      article: 'Khoản 1 Điều 321 Bộ luật Hình sự 2015',
      main_penalty: 'Phạt tiền 25.000.000 đồng',
      extra_penalty: null,
      execution: 'Đã nộp phạt ngày 10/12/2025',
      expunged_on: null,
    },
  ],
  bans: [],
  moving: ['938158002417'],
})
