/** What strangers' browsers have asked this process for before a code is sent, for Prometheus. */
import { Counter, type Registry } from 'prom-client'
import { presenceTraffic } from '../kernel/presence.ts'

export const measurePresence = (registry: Registry): void => {
  new Counter({
    name: 'sen_presence_drawn_total',
    help: 'Work drawn for browsers of people who have shown nothing yet, by the deed it is for',
    labelNames: ['purpose'],
    registers: [registry],
    collect() {
      this.reset()
      presenceTraffic.drawn.forEach((drawn, purpose) => this.inc({ purpose }, drawn))
    },
  })
  new Counter({
    name: 'sen_presence_refused_total',
    help: 'Requests without presence that counts: missing, wrong, expired (too old or too cheap), used before',
    labelNames: ['reason'],
    registers: [registry],
    collect() {
      this.reset()
      presenceTraffic.refused.forEach((refused, reason) => this.inc({ reason }, refused))
    },
  })
}
