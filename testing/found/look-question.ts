import { viewAccessLog } from '../../server/modules/platform/audit/access-log.ts'
import { askAboutLook } from '../../server/modules/platform/look-questions/ask-about-look.ts'
import { settleCitizen } from '../settle-citizen.ts'
import type { FoundCase } from './found-case.ts'

export const found: FoundCase = {
  kind: 'look-question',
  task: 'look-question.answer',
  async open(fixture) {
    const { visitor } = await settleCitizen(fixture)
    const line = (await visitor.do(viewAccessLog)).items[0]?.id ?? ''
    const question = { line, asks: 'question', question: 'Vì sao có lần này?' } as const
    const { reference, id } = await visitor.do(askAboutLook, question)
    return { reference, caseId: id }
  },
}
