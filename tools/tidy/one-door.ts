/** Law 4: each concern has one door. Who else goes through it stands in `exceptions.ts` with its reason. */
import ts from 'typescript'
import { isProduct, isTest, lookAt, textOf, type Check } from './source.ts'
import { isSql } from './tables.ts'

const but =
  (...homes: readonly string[]) =>
  (path: string): boolean =>
    isProduct(path) && !homes.includes(path)
const isServer = (path: string): boolean => /^(server|world)\//.test(path) && !isTest(path)

/** `process.env`, `const { env } = process` and `import { env } from 'node:process'`. */
export const checkEnvironment: Check = (sources) =>
  lookAt(
    sources,
    but('server/start/config.ts'),
    (node, found) => {
      const isRead =
        (ts.isPropertyAccessExpression(node) &&
          node.name.text === 'env' &&
          node.expression.getText() === 'process') ||
        (ts.isVariableDeclaration(node) &&
          node.initializer?.getText() === 'process' &&
          /\benv\b/.test(node.name.getText())) ||
        (ts.isImportSpecifier(node) && (node.propertyName ?? node.name).text === 'env')
      if (isRead) {
        found(node, 'it reads the environment')
      }
    },
    { law: 'environment', mend: 'name the setting in server/start/config.ts and hand its value in' },
  )

export const checkBegin: Check = (sources) =>
  lookAt(
    sources,
    (path) => isServer(path) && path !== 'server/storage/transact.ts',
    (node, found) => {
      const text = textOf(node)
      if (
        text !== undefined &&
        /^\s*(begin|start transaction)(\s+(work|transaction|isolation|read)\b.*)?;?\s*$/i.test(text)
      ) {
        found(node, 'it begins a transaction')
      }
    },
    { law: 'begin', mend: 'take the Work of the deed, or call context.transact' },
  )

/** A savepoint of its own would take audit lines back without their writer, who then misses them for ever. */
export const checkSavepoint: Check = (sources) =>
  lookAt(
    sources,
    (path) => isServer(path) && !path.startsWith('server/storage/'),
    (node, found) => {
      if (/^\s*(savepoint|rollback\s+(work\s+|transaction\s+)?to)\b/i.test(textOf(node) ?? '')) {
        found(node, 'it sets a savepoint or goes back to one')
      }
    },
    { law: 'savepoint', mend: 'call work.mark and work.undoTo, which tell the writer of the audit lines' },
  )

export const checkAuditInsert: Check = (sources) =>
  lookAt(
    sources,
    (path) => isServer(path) && path !== 'server/kernel/audit-store.ts',
    (node, found) => {
      if (/\binsert\s+into\s+audit_line\b/i.test(textOf(node) ?? '')) {
        found(node, 'it inserts an audit line')
      }
    },
    { law: 'audit-insert', mend: 'say the line in the use case (`audit`), or call leaveLine in a reaction' },
  )

/** Who has it whole stands in `exceptions.ts`: what compares with it, the card's maker, she herself. */
export const checkRegisterPicture: Check = (sources) =>
  lookAt(
    sources,
    (path) => isServer(path) && path !== 'server/modules/evidence/capture/shown-portrait.ts',
    (node, found) => {
      const isNamed =
        ts.isImportSpecifier(node) && (node.propertyName ?? node.name).text === 'registerPortraitOf'
      const isWhole =
        ts.isNamespaceImport(node) &&
        node.parent.parent.moduleSpecifier.getText().includes('/register-portrait.ts')
      if (isNamed || isWhole) {
        found(node, "it takes the register's picture whole")
      }
    },
    {
      law: 'register-picture',
      mend: 'call showRegisterPortrait, which makes it small and notes who was shown it',
    },
  )

export const checkProblemRenderer: Check = (sources) =>
  lookAt(
    sources,
    (path) => isServer(path) && path !== 'server/http/render-problem.ts',
    (node, found) => {
      if (textOf(node)?.includes('application/problem+json')) {
        found(node, 'it writes application/problem+json')
      }
    },
    { law: 'problem-renderer', mend: 'throw a Problem; server/http/render-problem.ts answers it' },
  )

/**
 * The product's time can run ahead of the machine's in the demo world, so the database's own `now()` is
 * another clock.
 */
export const checkClock: Check = (sources) => {
  const mend =
    'ask now() of server/kernel/clock.ts (web/ui/clock.ts in a browser) and hand the moment in; SQL takes it as a parameter'
  const inScripts = lookAt(
    sources,
    but('server/kernel/clock.ts', 'web/ui/clock.ts'),
    (node, found) => {
      if (ts.isCallExpression(node) && /^Date(\.now)?$/.test(node.expression.getText())) {
        found(node, "it asks the machine's clock")
      }
      if (
        ts.isNewExpression(node) &&
        node.expression.getText() === 'Date' &&
        (node.arguments?.length ?? 0) === 0
      ) {
        found(node, "it asks the machine's clock")
      }
      const sql = textOf(node)
      if (sql !== undefined && isSql(sql) && SQL_CLOCK.test(sql)) {
        found(node, "it asks the database's clock")
      }
    },
    { law: 'clock', mend },
  )
  const inMigrations = sources
    .filter(({ path }) => path.startsWith('server/storage/migrations/'))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, i) =>
          SQL_CLOCK.test(line.replace(/--.*/, ''))
            ? [{ law: 'clock' as const, path, line: i + 1, what: "it asks the database's clock", mend }]
            : [],
        ),
    )
  return [...inScripts, ...inMigrations]
}
const SQL_CLOCK =
  /\b(now\(\)|current_timestamp|current_date|localtimestamp|clock_timestamp\(\)|statement_timestamp\(\))/

const RANDOM = /^(randomUUID|randomBytes|randomInt|randomFill|randomFillSync|getRandomValues)$/

export const checkIds: Check = (sources) =>
  lookAt(
    sources,
    but('server/kernel/id.ts'),
    (node, found) => {
      const isDrawn =
        (ts.isPropertyAccessExpression(node) &&
          (RANDOM.test(node.name.text) || node.getText() === 'Math.random')) ||
        (ts.isImportSpecifier(node) && RANDOM.test((node.propertyName ?? node.name).text))
      if (isDrawn) {
        found(node, `it draws chance itself (${node.getText()})`)
      }
    },
    { law: 'ids', mend: 'call newId, newSecret or newCode of server/kernel/id.ts' },
  )
