/**
 * What the lines of a log are called, for the agent to whom a caller reads one out. From the same table as
 * the citizen's own log, so that the two never say it differently.
 */
import { lineFamily, ViewLogGuide } from '../../../../contract/assistance.ts'
import { purposeCatalogue } from '../../../../contract/purposes/catalogue.ts'
import { none } from '../../../kernel/audit-line.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { useCase } from '../../../kernel/use-case.ts'

export const viewLogGuide = useCase({
  contract: ViewLogGuide,
  permit: officerWith('hotline'),
  act: (_, __, { request: { language } }) => {
    const purposes = Object.values(purposeCatalogue)
    return Promise.resolve({
      families: lineFamily.options.map((family) => ({
        family,
        titles: purposes
          .filter((purpose) => purpose.family === family)
          .map((purpose) => purpose[language])
          .sort((a, b) => a.localeCompare(b, language)),
      })),
    })
  },
  audit: none('words of the product; nobody is looked at'),
})
