// A law over every use case: a budget that a request without proof spends is the asker's own. It sees what a
// use case declares in `limits`; what a deed counts within itself (`countInside`: codes sent, codes tried) is
// judged by the tests of strangers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymous, type Actor } from '../kernel/actor.ts'
import { newId } from '../kernel/id.ts'
import { useCasesOf } from '../kernel/module.ts'
import type { AnyUseCase, Limit } from '../kernel/use-case.ts'
import { allModules } from '../modules/all.ts'

/** An input that has every field that anybody asks for, and whose values all differ from another one's. */
const inputOf = (mark: string): unknown =>
  new Proxy({}, { get: (_, field) => (field === 'channel' ? 'sms' : `${String(field)} ${mark}`) })
const requestFrom = (network: string) => ({
  requestId: 'r',
  network,
  language: 'vi' as const,
  device: 'd',
})
/** Somebody new each time, with the session that the deed asks for. */
const actorOf = ({ permit }: AnyUseCase): Actor => {
  switch (permit.session) {
    case 'app':
      return { kind: 'citizen', subjectId: newId(), sessionId: newId(), deviceId: newId() }
    case 'counter':
      return {
        kind: 'officer',
        officerId: newId(),
        number: 'CB-1',
        officeId: newId(),
        officeName: 'x',
        sessionId: newId(),
        tasks: [],
        personKey: null,
        desk: '',
      }
    case 'enrol':
      return { kind: 'applicant', draftId: newId() }
    case 'recovery':
      return { kind: 'recovering', recoveryId: newId() }
    case 'screen':
      return { kind: 'screen', officerSessionId: newId(), officeId: newId() }
    case 'stay':
      return {
        kind: 'facility',
        facilityId: newId(),
        officeId: newId(),
        name: 'x',
        isProgram: false,
        sessionDigest: null,
        isSuspended: false,
      }
    case null:
      return anonymous
  }
}
const limitsOf = (useCase: AnyUseCase, mark: string, network: string, actor: Actor): readonly Limit[] =>
  useCase.limits?.(inputOf(mark), requestFrom(network), actor) ?? []

/** Limits that two askers with nothing in common spend together: of what is named, or of everybody. */
const sharedBy = (useCase: AnyUseCase, mark: string): Limit[] => {
  const elsewhere = limitsOf(useCase, mark, '10.0.0.2', actorOf(useCase))
  return limitsOf(useCase, '1111', '10.0.0.1', actorOf(useCase)).filter(
    ({ key }, at) => key === elsewhere[at]?.key,
  )
}

/** Scopes of the budgets that a stranger could spend for somebody else, or for the whole country. */
const spendableIn = (useCase: AnyUseCase): string[] => {
  const ofAll = sharedBy(useCase, '2222')
  const ofWhatIsNamed = sharedBy(useCase, '1111').filter(
    // An application, a recovery and a desk's screen are sessions of whoever began them.
    (limit) => limit.of !== 'named' || useCase.permit.session !== 'counter',
  )
  return [...new Set([...ofAll, ...ofWhatIsNamed].map(({ scope }) => scope))]
}

const useCases = allModules.flatMap(useCasesOf)

test('no declared budget belongs to somebody else, or to everybody, and is spent without proof', () => {
  const spendable = useCases.flatMap((useCase) =>
    spendableIn(useCase).map((scope) => `${useCase.contract.name} ${scope}`),
  )
  assert.deepEqual(spendable, [])
})

test('the law looks at limits of all kinds', () => {
  const limited = useCases.filter((useCase) => useCase.limits)
  assert.ok(limited.length > 40, `${limited.length}`)
  const named = new Set(limited.flatMap((useCase) => sharedBy(useCase, '1111').map(({ scope }) => scope)))
  assert.ok(named.has('hotline.number'), [...named].join())
})

test('a budget of each wrong kind is found when it is planted, and one of each right kind is not', () => {
  const [open, officers] = [null, 'counter'].map((session) =>
    useCases.find(({ permit }) => permit.session === session),
  )
  assert.ok(open && officers)
  const found = (useCase: AnyUseCase, limit: Pick<Limit, 'of'>, keyOf: (...of: string[]) => string) =>
    spendableIn({
      ...useCase,
      limits: (input, { network }) => {
        const named = String((input as { personalNumber: unknown }).personalNumber)
        return [{ scope: 'planted', key: keyOf(network, named), most: 1, per_s: 60, ...limit }]
      },
    })
  const nation = () => 'all'
  assert.deepEqual(found(open, {}, nation), ['planted'])
  assert.deepEqual(found(officers, { of: 'named' }, nation), ['planted'])
  assert.deepEqual(
    found(open, {}, (_, named) => named),
    ['planted'],
  )
  assert.deepEqual(
    found(open, { of: 'named' }, (_, named) => named),
    ['planted'],
  )
  assert.deepEqual(
    found(open, {}, (network) => network),
    [],
  )
  assert.deepEqual(
    found(officers, { of: 'named' }, (_, named) => named),
    [],
  )
})
