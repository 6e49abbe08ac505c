/**
 * CT01, the declaration of changed residence (Circular 53/2025/TT-BCA): who declares, what is asked, who
 * moves along, and what household head, owners and parents say of it. An opinion given in the app stands
 * for a signature; a declarant who files on line signs nothing by hand.
 */
import { dayText, momentText } from '../../../../kernel/paper/paper-dates.ts'
import { closePaper, openPaper, type Paper } from '../../../../kernel/paper/open-paper.ts'
import { onOneLine, writeText } from '../../../../kernel/paper/tagged-text.ts'
import { writeTable } from '../../../../kernel/paper/tagged-table.ts'
import { writeFields, writeHeading, writeSentence } from '../office/fields.ts'
import { writeLookUp, writeTitle } from '../office/office-paper.ts'
import { fill, officeWords } from '../office/office-words.ts'
import { sexText, writeHousehold, type HouseholdMember } from './household-table.ts'
import { ct01Words as says } from './ct01-words.ts'

interface Opinion {
  readonly of: 'household' | 'owner' | 'guardian'
  readonly fullName: string
  readonly personalNumber?: string
  readonly isAgreed: boolean
  readonly given: { readonly by: 'app' | 'desk'; readonly at: Date } | { readonly by: 'paper' }
}
export interface Ct01 {
  readonly isTrial: boolean
  readonly dossierCode: string
  readonly link: string
  /** The office that it is addressed to. */
  readonly office: string
  readonly declarant: HouseholdMember & { readonly phone?: string; readonly email?: string }
  readonly head?: { readonly fullName: string; readonly personalNumber?: string }
  /** In words: what is asked, from where to where. */
  readonly request: string
  readonly coMovers: readonly HouseholdMember[]
  readonly opinions: readonly Opinion[]
  readonly declared: { readonly by: 'app' | 'desk'; readonly at: Date }
}

const given = (how: Opinion['given']): string =>
  how.by === 'paper' ? says.paper : fill(says[how.by], { at: momentText(how.at) })

const person = (fullName: string, personalNumber: string | undefined): string =>
  `${onOneLine(fullName)}\n${personalNumber ?? officeWords.dash}`

const writeDeclarant = (paper: Paper, { declarant, head, request }: Ct01): void => {
  const { fullName, birthDate, sex, personalNumber, phone, email, tie } = declarant
  writeFields(paper, [says.name, fullName])
  writeFields(paper, [says.birth, dayText(birthDate)], [says.sex, sexText(sex)])
  writeFields(paper, [says.personalNumber, personalNumber])
  writeFields(paper, [says.phone, phone], [says.email, email])
  writeFields(paper, [says.headName, head?.fullName])
  writeFields(paper, [says.headTie, tie])
  writeFields(paper, [says.headNumber, head?.personalNumber])
  writeFields(paper, [says.request, request])
}

const writeMembers = (paper: Paper, coMovers: readonly HouseholdMember[]): void => {
  writeHeading(paper, says.members)
  if (coMovers.length === 0) {
    writeSentence(paper, says.noMembers)
    return
  }
  writeHousehold(paper, coMovers)
}

/**
 * Whose opinion nobody gave stands with a dash: the form is complete, and the office sees what is missing.
 */
const writeOpinions = (paper: Paper, { opinions, declarant, declared }: Ct01): void => {
  writeHeading(paper, says.opinions)
  const kinds = ['household', 'owner', 'guardian'] as const
  const rows = kinds.flatMap((kind) => {
    const those = opinions.filter((opinion) => opinion.of === kind)
    return those.length === 0
      ? [[says[kind], officeWords.dash, officeWords.dash, officeWords.dash]]
      : those.map(({ fullName, personalNumber, isAgreed, given: how }) => [
          says[kind],
          person(fullName, personalNumber),
          isAgreed ? says.agrees : says.objects,
          given(how),
        ])
  })
  writeTable(paper, {
    columns: [
      { says: says.whose, width: 26 },
      { says: says.whoName, width: 30 },
      { says: says.opinion, width: 18 },
      { says: says.how, width: 26 },
    ],
    rows: [
      ...rows,
      [says.declarant, person(declarant.fullName, declarant.personalNumber), says.declares, given(declared)],
    ],
  })
}

/** The same declaration gives the same bytes. Throws where `link` is no https address. */
export const writeCt01 = (input: Ct01): Promise<Buffer> => {
  const paper = openPaper({
    title: says.title,
    language: 'vi',
    madeAt: input.declared.at,
    foot: fill(says.foot, { code: input.dossierCode }),
    ...(input.isTrial ? { band: officeWords.trial } : {}),
  })
  writeText(paper, 'P', officeWords.state, { size: 10.5, font: 'strong', align: 'center', after: 1 })
  writeText(paper, 'P', officeWords.motto, { size: 10.5, font: 'strong', align: 'center', after: 14 })
  writeTitle(paper, { title: says.title, form: says.form })
  writeFields(paper, [says.to, input.office])
  writeDeclarant(paper, input)
  writeMembers(paper, input.coMovers)
  writeOpinions(paper, input)
  writeLookUp(paper, input.link, 'follow')
  return closePaper(paper, { hasSeal: false })
}
