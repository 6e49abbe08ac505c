/**
 * The register changed where somebody lives: it stands in her log, whether or not she has an account yet, and
 * what follows her account hears of it. The register itself knows numbers only.
 */
import { system } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { on, type Reaction } from '../../../kernel/reaction.ts'
import { RegisterContactChanged, ResidenceChanged } from '../../registry/population/events.ts'
import { personOfChange } from '../../registry/population/residence/tell-change.ts'
import { HolderRegisterContactChanged, HolderResidenceChanged } from './events.ts'
import { findAccount, reserveSubject } from './open-account.ts'

export const residenceReactions: readonly Reaction[] = [
  on(
    ResidenceChanged,
    'put it in the log of whose residence it is, and tell her account',
    async (work, { data: { person, what, reference, at } }, tools) => {
      const subjectId = await reserveSubject(work, tools, personOfChange(tools, person))
      leaveLine(work, {
        useCase: 'population.change-residence',
        actor: system('public-service'),
        line: { about: subjectId, purpose: what, fields: ['residence', 'household'], detail: { reference } },
      })
      if (await findAccount(work, subjectId)) {
        work.publish(HolderResidenceChanged, subjectId, { what, reference, at })
      }
    },
  ),
  on(
    RegisterContactChanged,
    'put it in the log of whose contact it is, and tell her account',
    async (work, { data: { person, reference, at } }, tools) => {
      const subjectId = await reserveSubject(work, tools, personOfChange(tools, person))
      leaveLine(work, {
        useCase: 'population.change-contact',
        actor: system('public-service'),
        line: {
          about: subjectId,
          purpose: 'register-contact-changed',
          fields: ['phone', 'email'],
          detail: { reference },
        },
      })
      if (await findAccount(work, subjectId)) {
        work.publish(HolderRegisterContactChanged, subjectId, { reference, at })
      }
    },
  ),
]
