/**
 * The pages of what she has just taken. They are made of the sealed file that she sends back, so nothing is
 * read of her a second time, and outside of any transaction, because fonts and pages take their time.
 */
import { PrintOwnData } from '../../../../../contract/own-data.ts'
import { judgeOwnData } from '../../../../../formats/own-data/own-data-file.ts'
import { actorReference, type Citizen } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../../kernel/clock.ts'
import { sealPaper } from '../../../../kernel/paper/seal-paper.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase, type Preparation, type RequestContext } from '../../../../kernel/use-case.ts'
import { publishedKeys } from '../../../documents/credentials/signing/document-signer.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { newestPrinted, takesPerDay } from '../rules.ts'

/** null for a file that the house has not sealed for her. */
const paperOf = async (file: string, { actor, now, tools }: Preparation<Citizen>): Promise<Buffer | null> => {
  const { jwks } = await publishedKeys(tools.read, tools.documentSigner)
  const keys = jwks.map((key) => ({ ...key }))
  const judged = await judgeOwnData(new TextEncoder().encode(file), keys)
  const account = await findAccount(tools.read, actor.subjectId)
  if (!judged.ok || !account || judged.value['about'] !== account.personalNumber) {
    return null
  }
  // Whoever prints nothing does not wait for fonts and pages when a process starts.
  const { writePaper } = await import('./write-paper.ts')
  const pages = await writePaper(judged.value, inForce(newestPrinted, now))
  return sealPaper(pages, await tools.documentSigner.present())
}

export const printOwnData = useCase({
  contract: PrintOwnData,
  permit: citizenHerself,
  isNeverReplayed: true,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'own-data.print',
      key: actorReference(actor),
      most: inForce(takesPerDay, presentMoment()),
      per_s: 86_400,
    },
  ],
  prepare: ({ file }, preparing: Preparation<Citizen>) => paperOf(file, preparing),
  async act(_, __, { now, prepared: pdf }) {
    if (!pdf) {
      throw problem('own-data.not-sealed')
    }
    return { name: `sen-my-data-${dayInVietnam(now)}.pdf`, pdf: pdf.toString('base64') }
  },
  audit: none('what she has taken herself, on paper; taking it left the line'),
})
