import { receiveTk03 } from '../../server/modules/cases/lock-requests/receive-tk03.ts'
import { settleCitizen } from '../settle-citizen.ts'
import type { FoundCase } from './found-case.ts'

export const found: FoundCase = {
  kind: 'lock-request',
  task: 'lock.decide',
  async open(fixture, officer) {
    const { personalNumber } = (await settleCitizen(fixture)).person
    const paper = { authority: 'Viện kiểm sát', documentNumber: '12/VKS', documentDate: '2025-11-20' }
    const asked = { kind: 'body-lock', reason: 'phục vụ điều tra', replyTo: 'vks@thu.example' } as const
    const { reference } = await officer.do(receiveTk03, { personalNumber, ...paper, ...asked })
    return { reference, caseId: reference }
  },
}
