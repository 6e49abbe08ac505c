/**
 * Law 7: an event is a declared value with a schema, everywhere; something follows it, or it says why nothing
 * does; and a letter leaves by the table of letters only.
 */
import ts from 'typescript'
import type { EventType } from '../../server/kernel/event.ts'
import { declaredBy } from './shape.ts'
import { isScript, isTest, lookAt, textOf, type Check, type Finding } from './source.ts'

const SENTENCE_MIN = 8

interface Follows {
  readonly event: Pick<EventType, 'name'>
}

/** The events of every module and what follows them, in the running product. Answers faults as sentences. */
export const faultsOfEvents = (
  events: readonly Pick<EventType, 'name' | 'nobody'>[],
  follows: readonly Follows[],
): string[] => {
  const declared = new Set<string>()
  const heard = new Set(follows.map(({ event }) => event.name))
  const faults = events.flatMap(({ name, nobody }) => {
    const own: string[] = []
    if (declared.has(name)) {
      own.push(`${name} is declared twice`)
    }
    declared.add(name)
    if (nobody === null && !heard.has(name)) {
      own.push(`${name} is heard by nobody: add a reaction or a letter, or say why nothing follows (nobody)`)
    }
    if (nobody !== null && heard.has(name)) {
      own.push(`${name} says that nothing follows, and something does`)
    }
    if (nobody !== null && nobody.trim().length < SENTENCE_MIN) {
      own.push(`${name} does not say why nothing follows`)
    }
    return own
  })
  const strange = [...heard].filter((name) => !declared.has(name))
  return [...faults, ...strange.map((name) => `${name} has reactions and stands in no module's events`)]
}

const isServer = (path: string): boolean => /^(server|world)\//.test(path) && !isTest(path)
const OUTBOX = 'server/storage/outbox-store.ts'
const KERNEL = 'server/kernel/event.ts'

/** A declared event by its name, or a choice between two. */
const isDeclared = (node: ts.Expression): boolean =>
  ts.isConditionalExpression(node)
    ? isDeclared(node.whenTrue) && isDeclared(node.whenFalse)
    : ts.isIdentifier(node) && (/^[A-Z]/.test(node.text) || node.text === 'event')

const untyped: Check = (sources) =>
  lookAt(
    sources,
    isServer,
    (node, found) => {
      const { fileName } = node.getSourceFile()
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const [first] = node.arguments
        const isOfWork = node.expression.expression.getText() === 'work'
        const isBare = first && (ts.isStringLiteralLike(first) || ts.isObjectLiteralExpression(first))
        if (
          node.expression.name.text === 'publish' &&
          (isBare || (isOfWork && !(first && isDeclared(first))))
        ) {
          found(node, 'it publishes something else than a declared event')
        }
        if (node.expression.name.text === 'announce') {
          found(node, 'it announces an event without a schema')
        }
      }
      if (fileName !== OUTBOX && /\binsert\s+into\s+outbox\b/i.test(textOf(node) ?? '')) {
        found(node, 'it puts an event into the outbox by hand')
      }
    },
    { law: 'untyped-event', mend: 'declare it in events.ts of its module and call work.publish' },
  )

/** Declared where a reader looks for it, and in its module's list. */
const undeclared: Check = (sources) =>
  sources
    .filter((source) => isScript(source) && isServer(source.path) && source.path !== KERNEL)
    .filter(({ text }) => text.includes('defineEvent('))
    .flatMap((source): Finding[] => {
      const module = /^server\/modules\/[^/]+\/[^/]+/.exec(source.path)?.[0]
      const list = sources.find(({ path }) => path === `${module}/module.ts`)?.text ?? ''
      const isAtHome = module !== undefined && source.path.endsWith('/events.ts')
      return declaredBy(source, 'defineEvent')
        .filter(({ name }) => {
          // Once where it is declared; once more in the list that module.ts takes.
          const isNamed = new RegExp(`\\b${name}\\b(?! = )`)
          return !isAtHome || name === '' || !(isNamed.test(list) || isNamed.test(listIn(source.text)))
        })
        .map(({ name, line }) => ({
          law: 'untyped-event',
          path: source.path,
          line,
          what: `the event ${name || 'without a name'} is in no module's list`,
          mend: 'declare it in events.ts of a module and name it in `events` of its module.ts',
        }))
    })
const listIn = (text: string): string => /readonly EventType\[\] = \[([^\]]*)\]/.exec(text)?.[1] ?? ''

export const checkEvents: Check = (sources) => [...untyped(sources), ...undeclared(sources)]

/** Who hears what is one table: whoever sends a letter past it would be missing there. */
export const checkLetters: Check = (sources) =>
  lookAt(
    sources,
    (path) =>
      isServer(path) &&
      !path.startsWith('server/letters/') &&
      !path.startsWith('server/modules/platform/notifications/'),
    (node, found) => {
      if (ts.isIdentifier(node) && node.text === 'sendLetter') {
        found(node, 'it sends a letter past the table of letters')
      }
    },
    { law: 'letters', mend: 'publish an event, and add a row for it in server/letters/' },
  )
