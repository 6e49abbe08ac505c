/**
 * Preloaded into every process of a run with `npm test -- --on=DAY`: what asks for the present moment gets
 * one that runs ahead (or behind) by a fixed span. PostgreSQL keeps the machine's time: the product never
 * asks it.
 */
const ahead_ms = Number(process.env['SEN_TEST_AHEAD_MS'] ?? 0)
const MachineDate = Date

const now = (): number => MachineDate.now() + ahead_ms

globalThis.Date = new Proxy(MachineDate, {
  construct: (target, given, newTarget): Date =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
  apply: (target) => new target(now()).toString(),
  get: (target, key, receiver): unknown => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
