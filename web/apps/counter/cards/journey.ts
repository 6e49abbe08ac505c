import { card, print, shield } from '../../../ui/icons.tsx'
import { lazyPage } from '../../../ui/router.tsx'
import type { Journey } from '../shell/journey.ts'
import { WaitingPage } from '../shell/waiting-page.tsx'
import { cardQuestion, handOverQuestion } from './question.ts'

const cardList = lazyPage(() => import('./list-page.tsx'), WaitingPage)

export const cardsJourney: Journey = {
  entries: [
    {
      tasks: ['card.take'],
      href: '/cards',
      title: { vi: 'Thẻ căn cước', en: 'Identity cards' },
      icon: card,
      count: 'card-open',
      waiting: { vi: 'Làm tiếp hồ sơ thẻ căn cước', en: 'Go on with card applications' },
    },
    {
      tasks: ['card.decide'],
      href: '/cards/decide',
      title: { vi: 'Duyệt hồ sơ thẻ', en: 'Decide on cards' },
      icon: shield,
      count: 'card-decide',
      waiting: { vi: 'Quyết định hồ sơ thẻ', en: 'Decide card applications' },
    },
    {
      tasks: ['card.print'],
      href: '/cards/print',
      title: { vi: 'In thẻ', en: 'Print cards' },
      icon: print,
      count: 'card-print',
      waiting: { vi: 'In thẻ căn cước', en: 'Print identity cards' },
    },
    {
      tasks: ['card.hand-over'],
      href: '/cards/hand-over',
      title: { vi: 'Trả thẻ', en: 'Hand cards over' },
      icon: card,
      count: 'card-hand-over',
      waiting: { vi: 'Trả thẻ cho người dân', en: 'Hand cards over' },
    },
  ],
  cases: [
    {
      kind: 'card',
      title: { vi: 'hồ sơ thẻ căn cước', en: 'a card application' },
      place: (id) => `/cards/${id}`,
    },
  ],
  questions: { 'card-consent': cardQuestion, 'card-hand-over': handOverQuestion },
  routes: [
    ['/cards', cardList],
    ['/cards/decide', cardList],
    ['/cards/print', cardList],
    ['/cards/hand-over', cardList],
    ['/cards/new', lazyPage(() => import('./new-page.tsx'), WaitingPage)],
    ['/cards/:id', lazyPage(() => import('./application-page.tsx'), WaitingPage)],
  ],
}
