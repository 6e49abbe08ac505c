/**
 * The control of the kills: a Sen whose statements each stand for themselves, as if what belongs to a deed
 * were done outside of its transaction. `sen` with one thing taken away: begin, commit, whatever undoes, and
 * the lock that only a transaction can hold.
 */
import pg from 'pg'

const BOUNDS = /^\s*(begin|commit|rollback|savepoint|release savepoint|lock table)\b/i
const query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]): unknown {
  const [first, ...rest] = args
  const text =
    typeof first === 'string'
      ? first
      : first && typeof first === 'object' && 'text' in first
        ? first.text
        : ''
  return query.call(this, ...(BOUNDS.test(String(text)) ? ['select 1', ...rest] : args))
})
await import('../tools/sen.ts')
