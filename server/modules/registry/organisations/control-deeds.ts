/**
 * Deeds by which officers give or change control of an account, and how many persons each takes. Evidence
 * that a rule can judge was still taken by somebody, and is only as good as her word. Where no rule judges
 * (the end of a guardianship, an unlocking) two are in the deed itself. Pure.
 */
import { definePolicy, inForce } from '../../../kernel/policy.ts'

type ControlDeed = 'voucher' | 'level-2' | 'card' | 'card-hand-over' | 'ward'
/** `two`: always a second person; `two-in-doubt`: the rules decide, and a second person where they do not. */
type Persons = 'two' | 'two-in-doubt'

const controlDeeds = definePolicy<Readonly<Record<ControlDeed, Persons>>>('organisations.control_deeds', [
  {
    from: '2022-10-20',
    value: {
      voucher: 'two',
      'level-2': 'two-in-doubt',
      card: 'two-in-doubt',
      'card-hand-over': 'two-in-doubt',
      ward: 'two-in-doubt',
    },
    source:
      'operator policy: no account is given by one person alone. Where the registered devices of a desk signed chip, face and fingers, and the rules are sure of them, the devices are the other witness; where they did not, the second one is signed in with her own passkey at the same office, for a shift',
  },
])

export const takesTwo = (deed: ControlDeed, at: Date): boolean => inForce(controlDeeds, at)[deed] === 'two'
