/** The agencies of the demo world, all invented: each a process with its own records and faults. */
import type { SourceRegister } from '../../server/modules/documents/sources/source-register.ts'

export type AgencyId =
  | 'driving-licences'
  | 'vehicle-registrations'
  | 'health-insurance'
  | 'social-insurance'
  | 'vaccinations'
  | 'practice-certificates'
  | 'diplomas'
  | 'civil-servants'
  | 'civil-status'
  | 'judgments'

export const agencies: Readonly<Record<AgencyId, SourceRegister['name']>> = {
  'driving-licences': { vi: 'Sổ giấy phép lái xe (giả lập)', en: 'Driving licence register (simulated)' },
  'vehicle-registrations': { vi: 'Sổ đăng ký xe (giả lập)', en: 'Vehicle register (simulated)' },
  'health-insurance': { vi: 'Bảo hiểm y tế (giả lập)', en: 'Health insurance (simulated)' },
  'social-insurance': { vi: 'Bảo hiểm xã hội (giả lập)', en: 'Social insurance (simulated)' },
  vaccinations: { vi: 'Sổ tiêm chủng (giả lập)', en: 'Vaccination register (simulated)' },
  'practice-certificates': { vi: 'Sổ hành nghề y (giả lập)', en: 'Register of medical practice (simulated)' },
  diplomas: { vi: 'Sổ văn bằng (giả lập)', en: 'Register of diplomas (simulated)' },
  'civil-servants': { vi: 'Sổ cán bộ, công chức (giả lập)', en: 'Register of civil servants (simulated)' },
  'civil-status': { vi: 'Sổ hộ tịch (giả lập)', en: 'Civil status register (simulated)' },
  judgments: { vi: 'Sổ án tích (giả lập)', en: 'Register of judgments (simulated)' },
}
export const agencyIds = Object.keys(agencies) as AgencyId[]
