/** Planted violations of what is written down: audit lines, purposes, permits, events, letters. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { view } from '../../contract/operation.ts'
import { none } from '../../server/kernel/audit-line.ts'
import { anyone } from '../../server/kernel/permit.ts'
import { useCase } from '../../server/kernel/use-case.ts'
import { checkHandMadeLines, checkPurposes } from './audit-lines.ts'
import { checkEvents, checkLetters, faultsOfEvents } from './events.ts'
import { checkInputs } from './inputs.ts'
import { checkPermits, faultsOfUseCases } from './permits.ts'
import { found } from './plant.ts'

const wallet = 'server/modules/documents/wallet/issue.ts'

test('an audit line made by hand is found, and a reaction or a job may leave one', () => {
  const leave = `import { leaveLine } from '../../../kernel/leave-line.ts'`
  const write = `import { writeAuditLine as write } from '../../../kernel/audit-store.ts'`
  const insert = `import { insertLine } from '../../../kernel/audit-store.ts'`
  for (const text of [leave, write, insert]) {
    assert.deepEqual(found(checkHandMadeLines, { [wallet]: `\n${text}` }), [`${wallet}:2`], text)
    assert.deepEqual(found(checkHandMadeLines, { 'server/kernel/perform.ts': text }), [], text)
  }
  for (const path of [
    'server/reactions/tell-card.ts',
    'server/jobs/follow.ts',
    'server/modules/a/b/reactions.ts',
    'server/cli/operator-line.ts',
  ]) {
    assert.deepEqual(found(checkHandMadeLines, { [path]: leave }), [], path)
    assert.deepEqual(found(checkHandMadeLines, { [path]: write }), [`${path}:1`], path)
  }
})

test('a purpose without words is found, also when the compiler was talked out of it', () => {
  const wordless = [
    `audit: () => ({ about, purpose: 'card-admired' })`,
    `const line = { about: null, purpose: 'gone' as const, fields }`,
    `const line = { about, purpose } as AuditLine`,
    `leave(code as Purpose)`,
    `const line = <LineOf<'sign-in'>>made`,
    `const fields = names as FieldOf<'sign-in'>[]`,
    `const outcome = state as Outcome`,
  ]
  for (const text of wordless) {
    assert.deepEqual(
      found(checkPurposes, { [wallet]: text, 'server/a.test.ts': text }),
      [`${wallet}:1`],
      text,
    )
  }
  for (const text of [
    `audit: () => ({ about, purpose: 'identity-card' })`,
    'audit: () => ({ about, purpose: `search-${input.purpose}` })',
    `drawProof(work, { about, to, purpose: 'sign-in-code' })`,
  ]) {
    assert.deepEqual(found(checkPurposes, { [wallet]: text }), [], text)
  }
})

const See = view('planted.see', { summary: 'Sees.', input: z.object({}), output: z.object({}) })

test('a use case without a permit does not compile, and is found if it gets by', () => {
  const open = useCase({
    contract: See,
    permit: anyone,
    act: async () => ({}),
    audit: none('nothing is told'),
  })
  // @ts-expect-error a use case without a permit is no use case
  const bare = useCase({ contract: See, act: async () => ({}), audit: none('nothing is told') })
  assert.deepEqual(faultsOfUseCases([open]), [])
  assert.match(faultsOfUseCases([bare]).join(), /planted\.see has no permit/)
  assert.match(faultsOfUseCases([{ ...open, permit: { ...anyone, says: ' ' } }]).join(), /no permit/)
  assert.match(faultsOfUseCases([{ ...open, audit: none('') }]).join(), /no audit line/)
  assert.match(faultsOfUseCases([open, open]).join(), /twice/)
  const atCounter = { ...open, permit: { ...anyone, session: 'counter' as const }, find: async () => ({}) }
  assert.match(faultsOfUseCases([atCounter]).join(), /does not say whom it is about/)
  assert.deepEqual(faultsOfUseCases([{ ...atCounter, about: () => [] }]), [])
})

test('a use case that is in no list, public without a word, or in a list that nobody takes, is found', () => {
  const deed = (permit: string): string =>
    `export const issue = useCase({\n  contract: Issue,\n${permit}  audit: x,\n})`
  const router = {
    'server/modules/all.ts': `import { walletModule } from './documents/wallet/module.ts'`,
  }
  const list = { 'server/modules/documents/wallet/module.ts': `defineModule('x', { useCases: [issue] })` }
  assert.deepEqual(
    found(checkPermits, { ...router, ...list, [wallet]: deed('  permit: citizenHerself,\n') }),
    [],
  )
  assert.deepEqual(
    found(checkPermits, {
      ...router,
      'server/modules/documents/wallet/module.ts': '',
      [wallet]: deed('  permit: citizenHerself,\n'),
    }),
    [`${wallet}:1`],
  )
  assert.deepEqual(found(checkPermits, { ...router, ...list, [wallet]: deed('  permit: anyone,\n') }), [
    `${wallet}:3`,
  ])
  assert.deepEqual(
    found(checkPermits, {
      ...router,
      ...list,
      [wallet]: deed('  permit: anyone, // the token is the proof\n'),
    }),
    [],
  )
  assert.deepEqual(found(checkPermits, { ...router, ...list, [wallet]: deed('') }), [`${wallet}:1`])
  assert.deepEqual(found(checkPermits, { 'server/modules/all.ts': '', ...list }), [
    'server/modules/documents/wallet/module.ts:1',
  ])
  const signIn = 'server/modules/access/federation'
  const signInList = {
    'server/modules/all.ts': `import './access/federation/module.ts'`,
    [`${signIn}/module.ts`]: `import { signInUseCases } from './use-cases.ts'`,
    [`${signIn}/use-cases.ts`]: `export const signInUseCases = [viewSignIn]`,
  }
  const mounted = { [`${signIn}/provider/mount.ts`]: `import { signInUseCases } from '../use-cases.ts'` }
  assert.deepEqual(found(checkPermits, { ...signInList, ...mounted }), [])
  assert.deepEqual(found(checkPermits, signInList), [`${signIn}/use-cases.ts:1`])
})

const events = 'server/modules/documents/wallet/events.ts'

test('an event without a schema, or that no module lists, is found', () => {
  const untyped = [
    `work.publish('CardShown', subjectId, {})`,
    `work.publish({ name: 'CardShown' }, subjectId, {})`,
    `work.publish(is ? CardShown : 'CardHidden', subjectId, {})`,
    `work.announce({ kind: 'CardShown' })`,
    'work.run(`insert into outbox (kind) values ($1)`)',
    `export const CardShown = defineEvent('CardShown', z.strictObject({}))`,
  ]
  for (const text of untyped) {
    assert.deepEqual(found(checkEvents, { [wallet]: text, 'server/a.test.ts': text }), [`${wallet}:1`], text)
  }
  const declared = `export const CardShown = defineEvent('CardShown', z.strictObject({}))`
  const manifest = 'server/modules/documents/wallet/module.ts'
  assert.deepEqual(found(checkEvents, { [events]: declared, [manifest]: 'events: []' }), [`${events}:1`])
  assert.deepEqual(found(checkEvents, { [events]: declared, [manifest]: 'events: [CardShown]' }), [])
  assert.deepEqual(
    found(checkEvents, { [events]: `${declared}\nexport const all: readonly EventType[] = [CardShown]` }),
    [],
  )
  assert.deepEqual(
    found(checkEvents, { [wallet]: `work.publish(is ? CardShown : CardHidden, subjectId, { at })` }),
    [],
  )
})

test('an event that nobody hears, and does not say why, is found', () => {
  const heard = { name: 'CardShown', nobody: null }
  const follows = [{ event: heard }]
  assert.deepEqual(faultsOfEvents([heard], follows), [])
  assert.match(faultsOfEvents([heard], []).join(), /CardShown is heard by nobody/)
  assert.deepEqual(faultsOfEvents([{ ...heard, nobody: 'the holder sees it herself' }], []), [])
  assert.match(faultsOfEvents([{ ...heard, nobody: ' ' }], []).join(), /does not say why/)
  assert.match(
    faultsOfEvents([{ ...heard, nobody: 'the holder sees it herself' }], follows).join(),
    /something does/,
  )
  assert.match(faultsOfEvents([heard, heard], follows).join(), /twice/)
  assert.match(faultsOfEvents([], follows).join(), /stands in no module's events/)
})

test('a letter that is sent past the table of letters is found', () => {
  const text = `import { sendLetter } from '../../platform/notifications/send-letter.ts'`
  assert.deepEqual(
    found(checkLetters, {
      [wallet]: text,
      'server/letters/letter.ts': text,
      'server/modules/platform/notifications/inbox.ts': text,
      'world/a.test.ts': text,
    }),
    [`${wallet}:1`],
  )
})

const asked = {
  'contract/lock.ts': `export const LockNow = deed('lock.now', { summary: 's' })`,
  'server/modules/people/casework/steps.ts': `
    export const stepOf = (type, step) => useCase({
      contract: step.contract,
      find: finders(type).forUpdate,
      act: (work, input, { found }) => step.change(work, input, found),
      audit: (done) => lineOf(titleOf(step.line, done.input))(done),
    })
    const titleOf = (line, input) => (typeof line === 'function' ? line(input) : line)`,
}
const lock = 'server/modules/people/locks/lock-now.ts'
const inputs = checkInputs(() => ['caseId', 'note'])

test('a field that a form asks for and its deed drops is found, wherever the input goes', () => {
  const of = (text: string) => found(inputs, { ...asked, [lock]: text })
  const drops = [
    `useCase({ contract: LockNow, act: (work, { caseId }) => lock(caseId, { note: 'by hand' }), audit: none('') })`,
    `useCase({ contract: LockNow, act: (work, input) => keep(input), audit: none('') })
     const keep = ({ caseId }) => caseId`,
    `import { stepOf } from '../casework/steps.ts'
     stepOf(type, { contract: LockNow, line, change: (_, { caseId }, { content }) => content })`,
    `useCase({ contract: LockNow, find, act: () => 1, audit: ({ input }) => ({ detail: input.caseId }) })
     const find = (work, { caseId }, actor) => caseId`,
  ]
  for (const text of drops) {
    assert.equal(of(text).length, 1, text)
  }
  const keeps = [
    `useCase({ contract: LockNow, act: (work, { caseId, note }) => lock(caseId, note), audit: none('') })`,
    `useCase({ contract: LockNow, act: (work, { caseId, ...rest }) => lock(caseId, rest.note) })`,
    `useCase({ contract: LockNow, act: (work, input) => work.run('', [{ ...input }]), audit: none('') })`,
    `useCase({ contract: LockNow, act: (work, { caseId }) => 1, audit: ({ input }) => ({ detail: input.note }) })`,
    `useCase({ contract: LockNow, act: (work, { caseId }) => 1, audit: (done) => ({ detail: done.input.note }) })`,
    `import { stepOf } from '../casework/steps.ts'
     stepOf(type, { contract: LockNow, line, change: (_, { note }, { content }) => ({ ...content, note }) })`,
  ]
  for (const text of keeps) {
    assert.deepEqual(of(text), [], text)
  }
})
