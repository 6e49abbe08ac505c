// A law over every use case: a budget that a request without proof spends is the asker's own.
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
    case null:
      return anonymous
  }
}
const limitsOf = (useCase: AnyUseCase, mark: string, network: string, actor: Actor): readonly Limit[] =>
  useCase.limits?.(inputOf(mark), requestFrom(network), actor) ?? []

/** Limits whose key is the same for every asker and another one for another input. */
const ofWhatIsNamed = (useCase: AnyUseCase): Limit[] => {
  const [actor, other] = [actorOf(useCase), actorOf(useCase)]
  const another = limitsOf(useCase, '2222', '10.0.0.1', actor)
  const elsewhere = limitsOf(useCase, '1111', '10.0.0.2', other)
  return limitsOf(useCase, '1111', '10.0.0.1', actor).filter(
    ({ key }, at) => key !== another[at]?.key && key === elsewhere[at]?.key,
  )
}

const useCases = allModules.flatMap(useCasesOf)

test('what a request only names has no budget that a stranger could spend', () => {
  const spendable = useCases.flatMap((useCase) =>
    ofWhatIsNamed(useCase)
      // An application, a recovery and a desk's screen are sessions of whoever began them.
      .filter((limit) => limit.of !== 'named' || useCase.permit.session !== 'counter')
      .map(({ scope }) => `${useCase.contract.name} ${scope}`),
  )
  assert.deepEqual([...new Set(spendable)], [])
})

test('the law looks at limits of all kinds', () => {
  const limited = useCases.filter((useCase) => useCase.limits)
  assert.ok(limited.length > 40, `${limited.length}`)
  const named = new Set(useCases.flatMap((useCase) => ofWhatIsNamed(useCase).map(({ scope }) => scope)))
  assert.ok(named.has('hotline.number'), [...named].join())
})
