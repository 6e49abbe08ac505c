/** The sign-in page's look at where things stand; a reload finds the open step again. */
import { ViewSignIn } from '../../../../../contract/sign-in.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { interactionForUpdate } from './interaction.ts'
import { attemptKey, stateOf } from './sign-in-step.ts'
import * as store from '../store.ts'

export const viewSignIn = useCase({
  contract: ViewSignIn,
  // The edge of this module looks at the cookie first.
  permit: anyone, // the browser that holds the interaction's signed cookie
  async act(work, { uid }, { tools, now }) {
    const interaction = await interactionForUpdate(work, tools, uid)
    if (interaction.prompt === 'consent') {
      return stateOf(work, tools, interaction, {
        step: 'consent',
        goTo: interaction.isFinished ? interaction.goTo : null,
      })
    }
    if (interaction.isFinished) {
      return stateOf(work, tools, interaction, { step: 'second-factor', goTo: interaction.goTo })
    }
    const attempt = await store.attempt(work, attemptKey(tools, uid), now)
    return stateOf(work, tools, interaction, { step: attempt ? 'second-factor' : 'password', attempt })
  },
  audit: none("one's own unfinished sign-in"),
})
