/** What text messages to strangers cost this hour, for Prometheus. */
import type { Registry } from 'prom-client'
import { now } from '../kernel/clock.ts'
import type { Reading } from '../kernel/work.ts'
import { ceilingFigures } from '../modules/people/accounts/sms-ceilings.ts'
import { smsPause } from '../modules/people/accounts/sms-pause.ts'
import { measureFigures, type Figure } from './gauges.ts'

const look = async (read: Reading, at: Date) => {
  const [figures, pause] = await Promise.all([ceilingFigures(read, at), smsPause(read)])
  return { figures: figures.filter(({ ends_at: endsAt }) => endsAt > at), isPaused: pause !== null }
}

type Seen = Awaited<ReturnType<typeof look>>
const KINDS = ['block', 'prefix', 'nation'] as const
const FIGURES: readonly Figure<Seen>[] = [
  {
    name: 'sen_sms_ceiling_percent',
    help: 'How full the fullest ceiling of each kind is in this hour, of text messages to strangers',
    labelNames: ['ceiling'],
    fill(into, { figures }) {
      for (const ceiling of KINDS) {
        const percents = figures.filter((one) => one.ceiling === ceiling).map(({ percent }) => percent)
        into.set({ ceiling }, Math.max(0, ...percents))
      }
    },
  },
  {
    name: 'sen_sms_codes',
    help: 'Codes that strangers asked for by text message in this hour, by crowd and prefix of the number',
    labelNames: ['crowd', 'prefix'],
    fill(into, { figures }) {
      for (const { key, codes } of figures.filter(({ ceiling }) => ceiling === 'prefix')) {
        const [crowd = '', prefix = ''] = key.split(' ')
        into.set({ crowd, prefix }, codes)
      }
    },
  },
  {
    name: 'sen_sms_cost_dong',
    help: 'What they cost at most in this hour',
    labelNames: ['crowd'],
    fill(into, { figures }) {
      for (const { key, cost_dong: cost } of figures.filter(({ ceiling }) => ceiling === 'nation')) {
        into.set({ crowd: key }, cost)
      }
    },
  },
  {
    name: 'sen_sms_paused',
    help: '1 while the operator lets no codes go to strangers by text message',
    labelNames: [],
    fill: (into, { isPaused }) => into.set(isPaused ? 1 : 0),
  },
]

export const measureSms = (registry: Registry, read: Reading): void =>
  measureFigures(registry, () => look(read, now()), FIGURES)
