/**
 * The permanent secrets of an installation, in one file of the data folder that only its owner can read.
 * Losing them loses every sealed
 * value and changes every pairwise `sub`: they belong into the backup, apart from the database.
 */
import { createHmac } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId, newSecret } from '../kernel/id.ts'

export interface Secrets {
  /** Wraps every person's key. */
  readonly kek: { readonly id: string; readonly key: Buffer }
  /** Seals records that belong to nobody yet. */
  readonly platformKey: Buffer
  /** Keys the digests of identifiers. */
  readonly digestKey: Buffer
  /** Keys the verifiers of passcodes. */
  readonly passcodeKey: Buffer
  /** Seals session cookies. */
  readonly cookieKey: Buffer
  /** Makes pairwise subjects (OpenID Connect Core §8.1). */
  readonly pairwiseSalt: Buffer
  /** Ed25519 seed that signs the checkpoints of the audit log. */
  readonly checkpointSeed: Buffer
  /** Signs each audit line. */
  readonly lineKey: Buffer
  /** From which the keys of the authority above the signers of documents are made. */
  readonly documentAuthoritySeed: Buffer
}

const FILE = 'secrets.json'

/**
 * Reads the installation's secrets; the first start draws them. Two first starts at once end with the same
 * file.
 */
export const loadSecrets = async (dataDir: string): Promise<Secrets> => {
  const path = join(dataDir, FILE)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      return drawSecrets(dataDir, path)
    }
    throw error
  })
  const stored = JSON.parse(text) as { kek_id: string; root: string }
  const root = Buffer.from(stored.root, 'base64url')
  const derive = (purpose: string): Buffer => createHmac('sha256', root).update(`sen ${purpose} 1`).digest()
  return {
    kek: { id: stored.kek_id, key: derive('key-encryption') },
    platformKey: derive('house'),
    digestKey: derive('digest'),
    passcodeKey: derive('passcode'),
    cookieKey: derive('cookie'),
    pairwiseSalt: derive('pairwise'),
    checkpointSeed: derive('checkpoint'),
    lineKey: derive('audit-line'),
    documentAuthoritySeed: derive('document-authority'),
  }
}

const drawSecrets = async (dataDir: string, path: string): Promise<string> => {
  await mkdir(dataDir, { recursive: true })
  const draft = `${path}.${newId()}`
  await writeFile(draft, JSON.stringify({ kek_id: newId(), root: newSecret(32).toString('base64url') }), {
    mode: 0o600,
    flush: true,
  })
  await chmod(draft, 0o600)
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') {
      throw error
    }
  })
  await rm(draft)
  return readFile(path, 'utf8')
}
