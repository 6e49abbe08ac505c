/** Which registers of other agencies are silent, for Prometheus. */
import type { Registry } from 'prom-client'
import { now } from '../kernel/clock.ts'
import type { Reading } from '../kernel/work.ts'
import { openSources } from '../modules/documents/sources/known-sources.ts'
import { measureFigures } from './gauges.ts'

export const measureSources = (registry: Registry, read: Reading): void =>
  measureFigures(registry, () => openSources(read), [
    {
      name: 'sen_source_silent_seconds',
      help: "How long another agency's register has given no answer that can be used, and why; 0 while it does",
      labelNames: ['source', 'why'],
      fill(into, sources) {
        for (const { id, silentSince, silentWhy } of sources) {
          const silent_s = silentSince === null ? 0 : (now().getTime() - silentSince.getTime()) / 1000
          into.set({ source: id, why: silentWhy ?? '' }, Math.max(0, silent_s))
        }
      },
    },
  ])
