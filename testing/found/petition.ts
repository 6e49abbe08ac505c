import { sendPetition } from '../../server/modules/services/petitions/own-petitions.ts'
import { settleCitizen } from '../settle-citizen.ts'
import type { FoundCase } from './found-case.ts'

export const found: FoundCase = {
  kind: 'petition',
  task: 'petition.answer',
  async open(fixture) {
    const { visitor } = await settleCitizen(fixture)
    const text = 'Đèn đường trước nhà tôi hỏng đã hai tuần nay.'
    const { reference, id } = await visitor.do(sendPetition, { topic: 'roads', text })
    return { reference, caseId: id }
  },
}
