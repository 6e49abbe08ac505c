/** The laws of the house that a reader of texts can check, each by its name. */
import { checkArrows, checkBeside, checkCircles, checkFixtures } from './arrows.ts'
import { checkAttention } from './attention.ts'
import { checkHandMadeLines, checkPurposes } from './audit-lines.ts'
import { checkEvents, checkLetters } from './events.ts'
import { checkEdges, checkRoutes } from './http-routes.ts'
import { checkInputs } from './inputs.ts'
import { fieldsOfDeed } from './deed-fields.ts'
import { checkLimitsAsData } from './limits-as-data.ts'
import {
  checkAuditInsert,
  checkBegin,
  checkClock,
  checkEnvironment,
  checkIds,
  checkProblemRenderer,
  checkRegisterPicture,
  checkSavepoint,
} from './one-door.ts'
import { checkLongLines } from './lines.ts'
import { checkPermits } from './permits.ts'
import { checkPrivateFiles, checkReExports } from './private-files.ts'
import {
  checkAny,
  checkDoubleCast,
  checkLongFiles,
  checkLongFunctions,
  checkNames,
  checkSuppressions,
  checkTodo,
} from './shape.ts'
import type { Check, Law } from './source.ts'
import { checkStyles } from './styles.ts'
import { checkTables } from './tables.ts'

export const laws: readonly (readonly [Law, Check])[] = [
  ['arrows', checkArrows],
  ['circles', checkCircles],
  ['world-below', checkBeside],
  ['fixtures', checkFixtures],
  ['private-files', checkPrivateFiles],
  ['re-exports', checkReExports],
  ['tables', checkTables],
  ['environment', checkEnvironment],
  ['begin', checkBegin],
  ['savepoint', checkSavepoint],
  ['audit-insert', checkAuditInsert],
  ['register-picture', checkRegisterPicture],
  ['hand-made-lines', checkHandMadeLines],
  ['purposes', checkPurposes],
  ['problem-renderer', checkProblemRenderer],
  ['clock', checkClock],
  ['ids', checkIds],
  ['attention', checkAttention],
  ['styles', checkStyles],
  ['long-functions', checkLongFunctions],
  ['long-files', checkLongFiles],
  ['lines', checkLongLines],
  ['empty-names', checkNames],
  ['any', checkAny],
  ['double-cast', checkDoubleCast],
  ['suppressions', checkSuppressions],
  ['todo', checkTodo],
  ['routes', checkRoutes()],
  ['edges', checkEdges()],
  ['permits', checkPermits],
  ['untyped-event', checkEvents],
  ['letters', checkLetters],
  ['limits-as-data', checkLimitsAsData],
  ['inputs', checkInputs(fieldsOfDeed)],
]
