/**
 * Which kinds of documents there are today: those of the product (`built-in/`, one file each) and those
 * that an operator added. Of one kind the latest version that has begun is meant.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentType, keptDocumentType, type DocumentType } from '../../../../contract/document-type.ts'
import { now } from '../../../kernel/clock.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './documents-store.ts'

const FOLDER = join(import.meta.dirname, 'built-in')

let ofTheProduct: readonly DocumentType[] | null = null
export const builtInTypes = (): readonly DocumentType[] =>
  (ofTheProduct ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => documentType.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))))

/** Pure: the latest version of each that has begun by this day, in the order of their names. */
export const inForceOn = (types: readonly DocumentType[], day: string): readonly DocumentType[] => {
  const latest = new Map<string, DocumentType>()
  for (const type of types) {
    const known = latest.get(type.id)
    if (type.from <= day && (!known || known.version < type.version)) {
      latest.set(type.id, type)
    }
  }
  return [...latest.values()].sort((a, b) => a.id.localeCompare(b.id))
}

const allTypes = async (read: Reading): Promise<readonly DocumentType[]> => {
  const added = (await store.addedTypes(read)).map(({ definition }) => keptDocumentType.parse(definition))
  return [...builtInTypes(), ...added]
}

export const typesInForce = async (read: Reading, at: Date): Promise<readonly DocumentType[]> =>
  inForceOn(await allTypes(read), dayInVietnam(at))

/**
 * Another kind with the same mobile form (ISO/IEC 18013-5 `docType`): whoever asks for that form would be
 * shown the one or the other.
 */
export const kindOfSameForm = async (
  read: Reading,
  { id, mdoc }: DocumentType,
): Promise<string | undefined> =>
  mdoc
    ? (await allTypes(read)).find((one) => one.id !== id && one.mdoc?.docType === mdoc.docType)?.id
    : undefined

/** Throws `documents.no-such-type`. */
export const typeInForce = async (read: Reading, id: string, at: Date): Promise<DocumentType> => {
  const type = (await typesInForce(read, at)).find((one) => one.id === id)
  if (!type) {
    throw problem('documents.no-such-type')
  }
  return type
}

/** False when this version of it is there already: a version says one thing for ever. */
export const addType = async (work: Work, type: DocumentType): Promise<boolean> => {
  const isOurs = builtInTypes().some(({ id, version }) => id === type.id && version === type.version)
  return !isOurs && store.insertType(work, { ...pickKey(type), definition: type, at: now() })
}
const pickKey = ({ id, version }: DocumentType) => ({ id, version })
