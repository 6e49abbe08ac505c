/**
 * Law 6, the deeds: each has a permit with a sentence, an audit line or the reason why none, and is in its
 * module's list.
 */
import ts from 'typescript'
import type { Permit } from '../../server/kernel/permit.ts'
import type { AnyUseCase } from '../../server/kernel/use-case.ts'
import { declaredBy } from './shape.ts'
import { isScript, isTest, treeOf, lineOf, type Check, type Finding, type Source } from './source.ts'

/** What makes a use case: itself, or one of the commands that every kind of case has. */
const MAKERS =
  /^(useCase|stepOf|lookOf|discardOf|listOf|(portrait|prints|fingerException|contact|contactCode|consent|chip|paper)Step)$/

const SENTENCE_MIN = 8

/** What the running product hands to its routers. Answers the faults as sentences. */
export const faultsOfUseCases = (
  useCases: readonly Pick<AnyUseCase, 'contract' | 'permit' | 'audit' | 'find' | 'about'>[],
): string[] => {
  const seen = new Set<string>()
  return useCases.flatMap(({ contract, permit, audit, find, about }) => {
    const faults: string[] = []
    if (seen.has(contract.name)) {
      faults.push(`${contract.name} is listed twice`)
    }
    seen.add(contract.name)
    // The types promise both; a cast or a plain object can still get by them.
    const says: unknown = (permit as { says?: unknown } | undefined)?.says
    if (typeof says !== 'string' || says.trim() === '') {
      faults.push(`${contract.name} has no permit: say who may do it (server/kernel/permit.ts)`)
    }
    const why: unknown =
      typeof audit === 'function' ? 'a line' : (audit as { none?: unknown } | undefined)?.none
    if (typeof why !== 'string' || (typeof audit !== 'function' && why.trim().length < SENTENCE_MIN)) {
      faults.push(`${contract.name} leaves no audit line and does not say why: none('…')`)
    }
    // The same again: a bare use case has no permit to ask.
    if (
      (permit as Permit | undefined)?.session === 'counter' &&
      find &&
      !about &&
      typeof audit !== 'function'
    ) {
      faults.push(`${contract.name} finds and does not say whom it is about: about(found), for its refusals`)
    }
    if (typeof contract.summary !== 'string' || contract.summary.trim() === '') {
      faults.push(`${contract.name} has no summary`)
    }
    return faults
  })
}

export const checkPermits: Check = (sources) => {
  const scripts = sources.filter(
    (source) => isScript(source) && source.path.startsWith('server/') && !isTest(source.path),
  )
  return [
    ...scripts
      .filter(({ text }) => /useCase\(|Of\(|Step\(/.test(text))
      .flatMap((source) => [...unlisted(source, scripts), ...silentlyPublic(source)]),
    ...unmounted(scripts),
  ]
}

const finding = (path: string, line: number, what: string, mend: string): Finding => ({
  law: 'permits',
  path,
  line,
  what,
  mend,
})

const unlisted = (source: Source, scripts: readonly Source[]): Finding[] => {
  const module = /^server\/modules\/[^/]+\/[^/]+/.exec(source.path)?.[0]
  if (module === undefined) {
    return []
  }
  const listed = scripts
    .filter(({ path }) => path === `${module}/module.ts` || path === `${module}/use-cases.ts`)
    .map(({ text }) => text)
    .join('\n')
  const made = source.path.includes('/casework/')
    ? []
    : declaredBy(source, source.text.includes('/casework/') ? MAKERS : 'useCase')
  return made
    .filter(({ name }) => name === '' || !new RegExp(`\\b${name}\\b`).test(listed))
    .map(({ name, line }) =>
      finding(
        source.path,
        line,
        `the use case ${name || 'without a name'} is in no list`,
        `add it to ${module}/module.ts, or take it out of the product`,
      ),
    )
}

/** `permit: anyone` is the one permit that refuses nobody, so its line says why that is right. */
const silentlyPublic = (source: Source): Finding[] => {
  const tree = treeOf(source)
  return declaredBy(source, 'useCase').flatMap(({ call }) => {
    const [definition] = call.arguments
    if (!definition || !ts.isObjectLiteralExpression(definition)) {
      return []
    }
    const permit = definition.properties.find((property) => property.name?.getText(tree) === 'permit')
    if (!permit) {
      return [
        finding(
          source.path,
          lineOf(tree, call.getStart(tree)),
          'a use case without a permit',
          'say who may do it (server/kernel/permit.ts)',
        ),
      ]
    }
    if (!/^permit:\s*anyone/.test(permit.getText(tree))) {
      return []
    }
    const comments = [
      ...(ts.getLeadingCommentRanges(source.text, permit.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, permit.end + 1) ?? []),
    ]
    return comments.length > 0
      ? []
      : [
          finding(
            source.path,
            lineOf(tree, permit.getStart(tree)),
            'a public permit that does not say why',
            "add `// why` at the end of the permit's line",
          ),
        ]
  })
}

/** The sign-in page's router stands with the provider; it mounts the list that the module declares. */
const SIGN_IN_ROUTER = 'server/modules/access/federation/provider/mount.ts'

/** A module outside of the one list would be dead, and so a list that no router takes: unwatched deeds. */
const unmounted = (scripts: readonly Source[]): Finding[] => {
  const textOf = (path: string): string => scripts.find((source) => source.path === path)?.text ?? ''
  const all = textOf('server/modules/all.ts')
  return scripts.flatMap(({ path, text }) => {
    const [, module, file] = /^server\/modules\/([^/]+\/[^/]+)\/(module|use-cases)\.ts$/.exec(path) ?? []
    if (module === undefined) {
      return []
    }
    if (file === 'module') {
      return [
        ...(all.includes(`'./${module}/module.ts'`)
          ? []
          : [finding(path, 1, 'no router takes these use cases', 'add the module to server/modules/all.ts')]),
        ...(/\bsignInUseCases\b/.test(text) && module !== 'access/federation'
          ? [finding(path, 1, 'the sign-in router mounts another list', `leave it to ${SIGN_IN_ROUTER}`)]
          : []),
      ]
    }
    const isDeclared = textOf(`server/modules/${module}/module.ts`).includes(`'./use-cases.ts'`)
    const isTaken = module === 'access/federation' && textOf(SIGN_IN_ROUTER).includes(`'../use-cases.ts'`)
    return isDeclared && isTaken
      ? []
      : [finding(path, 1, 'no router takes these use cases', `take it in ${module}/module.ts and mount it`)]
  })
}
