/**
 * The days that make Vietnam's working calendar differ from Monday to Friday: public holidays (Labour Code
 * 2019 article 112), days off in
 * lieu when one falls on a weekend (article 111(3)), and exchanged days (a Monday off for a Saturday worked)
 * as announced each year.
 * Only weekdays are listed as closed; a weekend is closed anyway. A year is added by adding its rows.
 */
export interface CalendarYear {
  readonly year: number
  readonly source: string
  /**
   * Announced: the yearly announcement. Rule: computed from the law alone, before the announcement of that
   * year is entered.
   */
  readonly standing: 'announced' | 'rule'
  readonly closed: readonly (readonly [day: string, why: string])[]
  /** Weekend days worked in exchange. */
  readonly open: readonly (readonly [day: string, why: string])[]
}

const NEW_YEAR = 'New Year'
const TET = 'Tết'
const HUNG = 'Hùng Kings (10th of the 3rd lunar month)'
const REUNIFICATION = 'Reunification Day'
const LABOUR = 'Labour Day'
const NATIONAL = 'National Day'
const EXCHANGED = 'exchanged for a weekend day worked'

export const calendarYears: readonly CalendarYear[] = [
  {
    year: 2024,
    standing: 'announced',
    source:
      'Labour Code 2019 art. 112; announcement for 2024 (Tết 8 to 14 February; 29 April exchanged for 4 May)',
    closed: [
      ['2024-01-01', NEW_YEAR],
      ['2024-02-08', TET],
      ['2024-02-09', TET],
      ['2024-02-12', TET],
      ['2024-02-13', TET],
      ['2024-02-14', TET],
      ['2024-04-18', HUNG],
      ['2024-04-29', EXCHANGED],
      ['2024-04-30', REUNIFICATION],
      ['2024-05-01', LABOUR],
      ['2024-09-02', NATIONAL],
      ['2024-09-03', NATIONAL],
    ],
    open: [['2024-05-04', 'for 29 April']],
  },
  {
    year: 2025,
    standing: 'announced',
    source:
      'Labour Code 2019 art. 112; announcement for 2025 (Tết 25 January to 2 February; 2 May exchanged for 26 April)',
    closed: [
      ['2025-01-01', NEW_YEAR],
      ['2025-01-27', TET],
      ['2025-01-28', TET],
      ['2025-01-29', TET],
      ['2025-01-30', TET],
      ['2025-01-31', TET],
      ['2025-04-07', HUNG],
      ['2025-04-30', REUNIFICATION],
      ['2025-05-01', LABOUR],
      ['2025-05-02', EXCHANGED],
      ['2025-09-01', NATIONAL],
      ['2025-09-02', NATIONAL],
    ],
    open: [['2025-04-26', 'for 2 May']],
  },
  {
    // @NOTE 24 November (Vietnam Culture Day) is not entered: Resolution 80-NQ/TW and 30/NQ-CP of 2026 want
    // it as a paid day off through an
    // amendment of article 112(1), whose entry into force we could not establish. Nor could we look up the
    // announcement about 31 August again.
    year: 2026,
    standing: 'announced',
    source:
      'Labour Code 2019 art. 111(3), 112; 12729/VPCP-KGVX (2 January exchanged for 10 January); announcement for 2026 (Tết 14 to 22 February; 31 August exchanged for 22 August)',
    closed: [
      ['2026-01-01', NEW_YEAR],
      ['2026-01-02', EXCHANGED],
      ['2026-02-16', TET],
      ['2026-02-17', TET],
      ['2026-02-18', TET],
      ['2026-02-19', TET],
      ['2026-02-20', TET],
      ['2026-04-27', `${HUNG}, in lieu of Sunday 26 April`],
      ['2026-04-30', REUNIFICATION],
      ['2026-05-01', LABOUR],
      ['2026-08-31', EXCHANGED],
      ['2026-09-01', NATIONAL],
      ['2026-09-02', NATIONAL],
    ],
    open: [
      ['2026-01-10', 'for 2 January'],
      ['2026-08-22', 'for 31 August'],
    ],
  },
  {
    // Tết's five days are taken as the last of the old year and four of the new; the second day of National
    // Day as 3 September.
    year: 2027,
    standing: 'rule',
    source:
      'Labour Code 2019 art. 111(3), 112; first day of the lunar year 6 February 2027; no announcement entered yet',
    closed: [
      ['2027-01-01', NEW_YEAR],
      ['2027-02-05', TET],
      ['2027-02-08', TET],
      ['2027-02-09', TET],
      ['2027-02-10', `${TET}, in lieu of Saturday 6 February`],
      ['2027-02-11', `${TET}, in lieu of Sunday 7 February`],
      ['2027-04-16', HUNG],
      ['2027-04-30', REUNIFICATION],
      ['2027-05-03', `${LABOUR}, in lieu of Saturday 1 May`],
      ['2027-09-02', NATIONAL],
      ['2027-09-03', NATIONAL],
    ],
    open: [],
  },
]
