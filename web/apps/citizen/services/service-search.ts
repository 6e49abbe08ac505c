// Looking for a service: without accents, in any order of words, by the beginnings of words; and which of
// them belong to something that happens in a life.
import { withoutAccents } from '../../../../formats/vietnamese-text.ts'
import type { ListServices } from '../../../../contract/services.ts'
import type { OutputOf } from '../../../../contract/operation.ts'

export type Service = OutputOf<typeof ListServices>['services'][number]
export type LifeEvent = Service['lifeEvents'][number]

/** `đăng kí` and `đăng ký` are one. */
const wordsIn = (text: string): readonly string[] =>
  withoutAccents(text)
    .toLowerCase()
    .replaceAll('y', 'i')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

type Sought = Pick<Service, 'title' | 'summary'> & { readonly search: readonly string[] }

/** The lower, the nearer; null: it is not meant. */
const distance = ({ title, search, summary }: Sought, asked: readonly string[]): number | null => {
  const places = [[title.vi, title.en], search, [summary.vi, summary.en]].map((texts) =>
    texts.flatMap(wordsIn),
  )
  let far = 0
  for (const word of asked) {
    const place = places.findIndex((words) => words.some((one) => one.startsWith(word)))
    if (place === -1) {
      // `tamtru`, as it is typed in a hurry.
      if (!places.some((words) => words.join('').includes(asked.join('')))) {
        return null
      }
      return places.length * asked.length
    }
    far += place
  }
  return far
}

/** Those that are meant, the nearest first; all of them, as they came, where nothing was asked. */
export const searchServices = <S extends Sought>(services: readonly S[], text: string): readonly S[] => {
  const asked = wordsIn(text)
  if (asked.length === 0) {
    // In signs alone, such as of another script, nothing is called.
    return text.trim() === '' ? services : []
  }
  return services
    .flatMap((service) => {
      const far = distance(service, asked)
      return far === null ? [] : [{ service, far }]
    })
    .toSorted((a, b) => a.far - b.far)
    .map(({ service }) => service)
}
