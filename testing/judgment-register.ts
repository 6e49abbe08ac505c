/** A register of judgments beside the fixture, with entries that a test puts there. */
import type { AddressInfo } from 'node:net'
import { REGISTER_OF_JUDGMENTS } from '../server/modules/documents/sources/judgment-wire.ts'
import { addSource } from '../server/modules/documents/sources/known-sources.ts'
import { openAgency, type Agency } from '../world/agencies/agency.ts'
import type { BanRecord, JudgmentHolder, JudgmentRecord } from '../world/agencies/judgment-records.ts'
import type { Fixture } from './fixture.ts'
import type { TestPerson } from './test-person.ts'

const KEY = 'the key of the register of judgments'

export interface JudgmentRegister {
  readonly agency: Agency
  readonly judgments: JudgmentRecord[]
  readonly bans: BanRecord[]
  /** Numbers of whom it cannot say anything just now. */
  readonly moving: string[]
  stop(): Promise<void>
}

export const openJudgmentRegister = async (fixture: Pick<Fixture, 'context'>): Promise<JudgmentRegister> => {
  const [judgments, bans, moving]: [JudgmentRecord[], BanRecord[], string[]] = [[], [], []]
  const agency = openAgency([], KEY, { judgments, bans, moving })
  await new Promise<void>((resolve) => agency.server.listen(0, '127.0.0.1', resolve))
  const { context } = fixture
  const definition = {
    id: REGISTER_OF_JUDGMENTS,
    name: { vi: 'Sổ án tích (thử)', en: 'Register of judgments (test)' },
    url: `http://127.0.0.1:${(agency.server.address() as AddressInfo).port}`,
    timeout_ms: 2000,
    mostPerMinute: 6000,
  }
  await context.transact((work) => addSource(work, context.tools, definition, KEY))
  return {
    agency,
    judgments,
    bans,
    moving,
    async stop() {
      agency.server.closeAllConnections()
      await new Promise((resolve) => agency.server.close(resolve))
    },
  }
}

let serial = 0
export const holderOf = ({ personalNumber, fullName, birthDate }: TestPerson): JudgmentHolder => ({
  personal_number: personalNumber,
  old_number: null,
  full_name: fullName,
  birth_date: birthDate,
})
export const judgmentOf = (
  holder: JudgmentHolder,
  changes: Partial<JudgmentRecord> = {},
): JudgmentRecord => ({
  reference: `BA-${++serial}`,
  holder,
  number: `${serial}/2020/HS-ST`,
  day: '2020-05-06',
  court: 'Toà án thử',
  offences: ['Trộm cắp tài sản'],
  article: 'Khoản 1 Điều 173 Bộ luật Hình sự 2015',
  main_penalty: 'Phạt tù 12 tháng, cho hưởng án treo',
  extra_penalty: null,
  execution: 'Đã chấp hành xong',
  expunged_on: null,
  ...changes,
})
export const banOf = (holder: JudgmentHolder): BanRecord => ({
  reference: `QD-${++serial}`,
  holder,
  number: `${serial}/2021/QD-PS`,
  day: '2021-02-03',
  court: 'Toà án thử',
  office: 'Thành lập, quản lý doanh nghiệp',
  term: '3 năm',
})
