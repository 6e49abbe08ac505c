/** The language of letters to a person. */
import { SetLanguage } from '../../../../contract/account.ts'
import { none } from '../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { setAccountLanguage } from './open-account.ts'

export const setLanguage = useCase({
  contract: SetLanguage,
  permit: citizenHerself,
  isForHeldStill: true,
  async act(work, { language }, { actor }) {
    await setAccountLanguage(work, actor.subjectId, language)
    return {}
  },
  audit: none('a taste, not a datum of the person'),
})
