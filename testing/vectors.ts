/**
 * Official test data of standards. It is not ours to hand on, so it stands beside the checkout
 * (`../shared/vectors`, or where SEN_TEST_VECTORS says), and a test without it says that it was left out.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = process.env['SEN_TEST_VECTORS'] ?? join(import.meta.dirname, '..', '..', 'shared', 'vectors')

/** For `skip` of a test: false where they are here. */
export const withoutVectors = (name: string): string | false =>
  existsSync(join(folder, name)) ? false : `the official vectors ${name} are not beside this checkout`

export const readVector = (path: string): Promise<string> => readFile(join(folder, path), 'utf8')

export const listVectors = (name: string): Promise<string[]> => readdir(join(folder, name))

export const readVectorBytes = async (path: string): Promise<Uint8Array> =>
  Uint8Array.from(await readFile(join(folder, path)))
