/** Steps of a request to act for somebody, as a counter takes them. */
import {
  drawWardChallenge,
  readWardChip,
} from '../server/modules/cases/representation/requests/take-request.ts'
import type { RequestView } from '../server/modules/cases/representation/requests/request-case.ts'
import type { ChipOptions } from '../world/chips/chip-of.ts'
import { chipOfPerson, type TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'

/** The card signs the server's challenge. */
export const readWardChipOf = async (
  officer: Visitor,
  caseId: string,
  ward: TestPerson,
  options: ChipOptions = {},
): Promise<RequestView> => {
  const chip = await chipOfPerson(ward, options)
  const { challenge } = await officer.do(drawWardChallenge, { caseId })
  return officer.do(readWardChip, {
    caseId,
    chip: chip.file,
    challenge,
    answer: chip.answer(Buffer.from(challenge, 'base64url')).toString('base64'),
  })
}
