// What an office may have to ask for, drawn up from the dossier itself: what differs, and papers that did not
// come. What the State has already is named too, so that nobody asks for it (Decree 61/2018/ND-CP, and the
// law on electronic transactions: no paper that a register replaces).
import type { Dossier } from './dossier.ts'
import type { AskedItem } from './send-act.ts'

export interface Template {
  readonly id: string
  /** In both languages, for the officer. */
  readonly title: { readonly vi: string; readonly en: string }
  /** Why nobody has to be asked; null where it can be asked for. */
  readonly needless: { readonly vi: string; readonly en: string } | null
  /** As it is sent, in Vietnamese, which every dossier is kept in; the officer may change it. */
  readonly item: AskedItem
}

const ofAnswers = ({ answers }: Pick<Dossier, 'answers'>): Template[] =>
  answers
    .filter(({ differs }) => differs)
    .map(({ name, words, value, registerNow }) => ({
      id: `answer-${name}`,
      title: words,
      needless: null,
      item: {
        what:
          registerNow === null
            ? `${words.vi}: bạn khai “${value.vi}”. Gửi giúp ảnh giấy tờ có ghi điều này.`
            : `${words.vi}: bạn khai “${value.vi}”, sổ của Nhà nước ghi “${registerNow.vi}”. Gửi giúp ảnh giấy tờ cho thấy bên nào đúng.`,
        answer: 'picture',
      },
    }))

const ofPapers = ({ papers }: Pick<Dossier, 'papers'>): Template[] =>
  papers
    .filter(({ hasPicture }) => !hasPicture)
    .map(({ id, words, replacedBy }) => ({
      id: `paper-${id}`,
      title: words,
      needless: replacedBy,
      item: { what: `${words.vi}: gửi giúp ảnh chụp rõ cả trang.`, answer: 'picture' },
    }))

/** The longest text that one item may have (contract/dossier-work.ts). */
export const WHAT_MAX = 400
export const ITEMS_MAX = 10

const cut = (template: Template): Template => ({
  ...template,
  item: { ...template.item, what: template.item.what.slice(0, WHAT_MAX) },
})

export const templatesOf = (dossier: Pick<Dossier, 'answers' | 'papers'>): readonly Template[] =>
  [...ofAnswers(dossier), ...ofPapers(dossier)].map(cut)
