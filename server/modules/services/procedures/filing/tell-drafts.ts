/** Drafts of public services in the words of their forms, for whoever takes all of hers along. */
import type { TellingTo } from '../../../../kernel/telling.ts'
import { proceduresInForce } from '../known-procedures.ts'
import { beginFiling } from './begin-filing.ts'
import { draftsOf } from './draft.ts'
import { shownAnswers } from './shown-answer.ts'

export const tellDrafts = async ({ work, doing: { tools, now, request }, account }: TellingTo) => {
  const known = new Map((await proceduresInForce(work, now)).map((one) => [one.id, one]))
  const self = { subjectId: account.subjectId, personalNumber: account.personalNumber }
  const profile = { ...self, filer: self, kind: 'self' as const }
  const { language } = request
  const told: unknown[] = []
  for (const { procedure: id, savedAt, answers: given, papers } of await draftsOf(
    work,
    tools,
    account.subjectId,
  )) {
    const procedure = known.get(id)
    if (!procedure) {
      continue
    }
    const { filing } = await beginFiling(work, tools, procedure, { profile, given, at: now })
    const typed = filing.fields
      .filter(
        ({ isAsked, isTouched, isAnswered, known: state }) => isAsked && isTouched && isAnswered && !state,
      )
      .map(({ name, value }) => [name, { value, from: 'typed' as const }] as const)
    told.push({
      name: procedure.title[language],
      savedAt: savedAt.toISOString(),
      said: (await shownAnswers(work, tools, procedure, Object.fromEntries(typed))).map(
        ({ words, value }) => ({
          label: words[language],
          value: value[language],
        }),
      ),
      pictures: procedure.papers.filter((one) => papers.has(one.id)).map(({ words }) => words[language]),
    })
  }
  return { items: told }
}
