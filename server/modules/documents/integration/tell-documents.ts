/** Her documents of other registers in the words of their kinds, for whoever takes all of hers along. */
import { asShown, type TellingTo } from '../../../kernel/telling.ts'
import { typesInForce } from './document-types.ts'
import { viewDocuments } from './view-documents.ts'

export const tellDocuments = async (to: TellingTo) => {
  const { language } = to.doing.request
  const types = new Map((await typesInForce(to.work, to.doing.now)).map((type) => [type.id, type]))
  const { documents } = await asShown(viewDocuments, {})(to)
  return documents.map((document) => {
    const kind = types.get(document.type)
    const labels = new Map(kind?.claims.map(({ name, words }) => [name, words[language]]))
    return {
      ...document,
      name: kind?.title[language] ?? document.type,
      said: Object.entries(document.values ?? {}).map(([claim, value]) => ({
        label: labels.get(claim) ?? claim,
        value: Array.isArray(value) ? value.join(', ') : value,
      })),
    }
  })
}
