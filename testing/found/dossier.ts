import { newId } from '../../server/kernel/id.ts'
import { fileService } from '../../server/modules/services/dossiers/file-dossier.ts'
import { settleCitizen } from '../settle-citizen.ts'
import type { FoundCase } from './found-case.ts'

export const found: FoundCase = {
  kind: 'dossier',
  task: 'dossier.work',
  async open(fixture) {
    const { visitor, person } = await settleCitizen(fixture)
    await fixture.pool.query('update account set level = 2 where personal_number = $1', [
      person.personalNumber,
    ])
    const { reference } = await visitor.do(fileService, {
      procedure: 'residence-confirmation',
      draft: newId(),
      version: 1,
      answers: { what: 'present', purpose: 'nộp cho trường học' },
    })
    return { reference, caseId: reference }
  },
}
