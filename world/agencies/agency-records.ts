/**
 * What the agencies hold about the people of the demo world, each in its own way: capitals without
 * accents, a year without a day, a name that somebody shortened thirty years ago.
 */
import { now } from '../../server/kernel/clock.ts'
import type { AgencyId } from './agency-list.ts'

export interface AgencyRecord {
  readonly type: string
  /** Which of the keys find it; all of them, where the agency asks for several. */
  readonly keys: Readonly<Record<string, string>>
  readonly reference: string
  version: number
  standing: 'valid' | 'expired' | 'revoked' | 'suspended'
  standing_since: string | null
  readonly holder: {
    personal_number: string | null
    old_number: string | null
    full_name: string
    birth_date: string
  }
  values: Record<string, string | number | readonly string[]>
}

const hanh = {
  personal_number: '940191004826',
  old_number: null,
  full_name: 'Nguyễn Thị Hạnh',
  birth_date: '1991-04-12',
}
const capitals = { ...hanh, full_name: 'NGUYEN THI HANH' }
const binh = {
  personal_number: '940217007755',
  old_number: null,
  full_name: 'Phạm Gia Bình',
  birth_date: '2017-05-09',
}
const an = {
  personal_number: '940314006612',
  old_number: null,
  full_name: 'Phạm Gia An',
  birth_date: '2014-06-30',
}
const man = { personal_number: '938158002417', old_number: null, full_name: 'Lê Thị Mận', birth_date: '1958' }
const khoa = {
  personal_number: '948085001193',
  old_number: null,
  full_name: 'Võ Minh Khoa',
  birth_date: '1985-09-30',
}

/** Nothing of the world runs out within days of its being tried, whenever that is. */
const AHEAD_days = 15
const soonest = (): string => new Date(now().getTime() + AHEAD_days * 86_400_000).toISOString().slice(0, 10)
/** The year in which this day (`MM-DD`) comes next. */
const yearOfComing = (monthDay: string): number => {
  const [year = '', ...rest] = soonest().split('-')
  return Number(year) + (monthDay < rest.join('-') ? 1 : 0)
}
/** Until when Hạnh's licence is good (ISO), and the year's end until which her insurance is. */
export const licenceEnds = `${yearOfComing('12-17')}-12-17`
const insuredYear = yearOfComing('12-31')

const record = (
  type: string,
  keys: AgencyRecord['keys'],
  reference: string,
  holder: AgencyRecord['holder'],
  values: AgencyRecord['values'],
): AgencyRecord => ({
  type,
  keys,
  reference,
  version: 1,
  standing: 'valid',
  standing_since: null,
  holder: { ...holder },
  values,
})

const vehicle = (
  plate: string,
  chassis: string,
  holder: AgencyRecord['holder'],
  values: AgencyRecord['values'],
): AgencyRecord =>
  record('vehicle-registration', { plate, chassis_number: chassis }, `DKX-${plate}`, holder, {
    plate,
    chassis_number: `RLHPC${chassis}`,
    ...values,
  })

/** Made anew for each process that begins: what was changed by hand is forgotten with a reset. */
export const recordsOf = (agency: AgencyId): AgencyRecord[] =>
  (RECORDS[agency] ?? []).map((one) => structuredClone(one))

const RECORDS: Readonly<Partial<Record<AgencyId, readonly AgencyRecord[]>>> = {
  'driving-licences': [
    record('driving-licence', { licence_number: '994012345318' }, 'GPLX-994012345318', capitals, {
      licence_number: '994012345318',
      classes: ['A1', 'B'],
      issued_on: `${Number(licenceEnds.slice(0, 4)) - 10}-12-17`,
      expires_on: licenceEnds,
      passed_on: '2012-03-20',
      issuer: 'Cơ quan cấp phép (giả lập)',
      points: 10,
      points_full_on: '2027-08-03',
      points_taken_on: '2026-08-03',
    }),
    record('driving-licence', { licence_number: '994085001193' }, 'GPLX-994085001193', khoa, {
      licence_number: '994085001193',
      classes: ['A1'],
      issued_on: '2010-05-04',
      issuer: 'Cơ quan cấp phép (giả lập)',
      points: 12,
    }),
  ],
  'vehicle-registrations': [
    vehicle('99A00123', 'A1B2C3', hanh, {
      vehicle_kind: 'Ô tô con',
      brand: 'Sen Motor',
      model: 'S5',
      colour: 'Xanh ngọc',
      engine_number: 'E5-00123',
      seats: 5,
      year: '2022',
      first_registered_on: '2022-04-02',
      issued_on: '2022-04-02',
    }),
    // Written by somebody who shortened her middle name: differs from the population register.
    vehicle(
      '99B104567',
      'D4E5F6',
      { ...hanh, full_name: 'Nguyễn T. Hạnh' },
      {
        vehicle_kind: 'Xe máy',
        brand: 'Sen Motor',
        model: 'W110',
        colour: 'Đỏ',
        engine_number: 'W-104567',
        seats: 2,
        year: '2015',
        first_registered_on: '2015-09-10',
        issued_on: '2015-09-10',
      },
    ),
  ],
  'health-insurance': [
    record('health-insurance', { card_number: '9401234567' }, 'BHYT-9401234567', hanh, {
      card_number: 'DN4 40 9401234567',
      benefit_level: '80 %',
      initial_facility: 'Trung tâm Y tế Sông Lam',
      valid_from: '2026-01-01',
      expires_on: `${insuredYear}-12-31`,
      five_years_from: '2021-01-01',
    }),
    record('health-insurance', { card_number: '9402170077' }, 'BHYT-9402170077', binh, {
      card_number: 'HS4 40 9402170077',
      benefit_level: '80 %',
      initial_facility: 'Trạm y tế phường Sông Lam',
      valid_from: '2026-09-01',
      expires_on: '2027-08-31',
    }),
    record('health-insurance', { card_number: '9381580024' }, 'BHYT-9381580024', man, {
      card_number: 'CK2 40 9381580024',
      benefit_level: '100 %',
      initial_facility: 'Trạm y tế phường Sông Lam',
      valid_from: '2026-01-01',
    }),
  ],
  'social-insurance': [
    record('social-insurance', { book_number: '9401234567' }, 'BHXH-9401234567', hanh, {
      book_number: '9401234567',
      months_paid: 142,
      last_month: '10/2026',
      employer: 'Công ty TNHH May Bờ Sông (giả lập)',
    }),
  ],
  vaccinations: [
    record('vaccination-record', {}, 'TC-HANH', hanh, {
      record_number: '9401910048',
      doses: ['Uốn ván 3 (12/2021)', 'Cúm mùa (10/2025)'],
      next_dose: 'Cúm mùa',
      next_dose_on: '2026-10-20',
    }),
    record('vaccination-record', {}, 'TC-BINH', binh, {
      record_number: '9402170077',
      doses: ['Sởi, quai bị, rubella 2 (05/2021)', 'Viêm não Nhật Bản 4 (06/2024)'],
    }),
    record('vaccination-record', {}, 'TC-AN', an, {
      record_number: '9403140066',
      doses: ['HPV 1 (07/2026)'],
      next_dose: 'HPV 2',
      next_dose_on: '2027-01-10',
    }),
  ],
  'civil-status': [
    record('marriage-certificate', {}, 'KH-45-2013', hanh, {
      number: '45/2013',
      book: '01/2013',
      registered_on: '2013-11-02',
      registered_at: 'UBND phường Sông Lam',
      spouse: 'Phạm Văn Long',
    }),
    record('birth-certificate', {}, 'KS-112-2017', binh, {
      number: '112/2017',
      book: '02/2017',
      registered_on: '2017-05-16',
      registered_at: 'UBND phường Sông Lam',
      mother: 'Nguyễn Thị Hạnh',
      father: 'Phạm Văn Long',
      birth_place: 'Bệnh viện Sông Lam',
    }),
  ],
}
