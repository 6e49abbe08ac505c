/** Which source registers this Sen has a line to, and asking one of them. */
import { now } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Transact, Work } from '../../../kernel/work.ts'
import type { JudgmentQuestion, JudgmentsAnswer } from './judgment-wire.ts'
import { askForCorrection, findJudgments, findRecord } from './rest-line.ts'
import { sourceLines } from './rules.ts'
import { openSourceLines, type Asked } from './source-lines.ts'
import { sourceRegister, type SourceRegister } from './source-register.ts'
import type { Correction, Question, SourceAnswer } from './source-wire.ts'
import * as store from './sources-store.ts'

const COLUMN = 'source_register.key'

export interface KnownSource extends SourceRegister {
  readonly silentSince: Date | null
  /** As it was when the silence began. */
  readonly silentWhy: string | null
}
const knownOf = (row: store.SourceRow): KnownSource => ({
  ...sourceRegister.parse(row.definition),
  silentSince: row.silent_since,
  silentWhy: row.silent_why,
})

/** `key`: what shows the agency that we ask; it is sealed, and never shown again. */
export const addSource = (
  work: Work,
  { sealer }: Pick<Tools, 'sealer'>,
  definition: SourceRegister,
  key: string,
): Promise<number> =>
  store.put(work, {
    id: definition.id,
    definition,
    sealedKey: sealer.sealWithPlatformKey(COLUMN, key),
    at: now(),
  })

/** False when there is none of this name. Documents that came from it stay as they were last received. */
export const closeSource = store.close

export const openSources = async (read: Reading): Promise<readonly KnownSource[]> =>
  (await store.all(read)).filter(({ is_open: isOpen }) => isOpen).map(knownOf)

/** Whether this Sen has a line to it now; whether it answers is another thing. */
export const isConnected = async (read: Reading, id: string): Promise<boolean> =>
  (await store.find(read, id))?.is_open === true

/** Of this process: what it has seen of each register's silence. */
const lines = openSourceLines()

export interface SourceLine {
  readonly source: KnownSource
  find(question: Question): Promise<Asked<SourceAnswer>>
  correct(correction: Correction): Promise<Asked<void>>
  /** Of the register of judgments alone: another has no such door. */
  judgments(question: JudgmentQuestion): Promise<Asked<JudgmentsAnswer>>
}

/** null when this Sen has no line to it, or has it no more. */
export const lineTo = async (
  read: Reading,
  { sealer }: Pick<Tools, 'sealer'>,
  id: string,
): Promise<SourceLine | null> => {
  const row = await store.find(read, id)
  if (!row?.is_open) {
    return null
  }
  const source = knownOf(row)
  const line = { ...source, key: sealer.unsealWithPlatformKey(COLUMN, row.sealed_key).toString('utf8') }
  const rules = inForce(sourceLines, now())
  return {
    source,
    find: (question) => lines.ask(source, rules, () => findRecord(line, question)),
    correct: (correction) => lines.ask(source, rules, () => askForCorrection(line, correction)),
    judgments: (question) => lines.ask(source, rules, () => findJudgments(line, question)),
  }
}

/** What its last answer, or silence, tells everybody who waits for it. Written when it changes. */
export const noteAnswer = async (
  transact: Transact,
  { id, silentSince }: KnownSource,
  asked: Asked<unknown>,
): Promise<void> => {
  const isThere = asked.is === 'answered' || (asked.is === 'silent' && asked.why === 'record')
  if (asked.is === 'silent' && !isThere && silentSince === null) {
    await transact((work) => store.fellSilent(work, id, now(), asked.why))
  } else if (isThere && silentSince !== null) {
    await transact((work) => store.answersAgain(work, id))
  }
}
