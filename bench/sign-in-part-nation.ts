/**
 * The people of the sign-in bench: N in the register, M of them with an activated account, some of these with
 * a device in our hand. All by COPY.
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { AppContext } from '../server/kernel/app-context.ts'
import { newId } from '../server/kernel/id.ts'
import { deviceToken } from '../server/modules/people/accounts/device.ts'
import type { Pool } from '../server/storage/pool.ts'

export const PASSWORD = 'Sen-no-2026!a'
export const PASSCODE = '274916'

export interface BenchCitizen {
  readonly personalNumber: string
  readonly device: string
  readonly key: KeyObject
}

const numberOf = (i: number): string => `9${String(i).padStart(11, '0')}`
const bytea = (bytes: Buffer): string => `\\\\x${bytes.toString('hex')}`

const copy = async (pool: Pool, into: string, lines: Iterable<string>): Promise<void> => {
  const connection = await pool.connect()
  try {
    await pipeline(
      Readable.from(inBlocks(lines), { objectMode: false }),
      connection.query(copyFrom(`copy ${into} from stdin`)),
    )
  } finally {
    connection.release()
  }
}

function* inBlocks(lines: Iterable<string>): Generator<Buffer> {
  let block: string[] = []
  for (const line of lines) {
    block.push(line)
    if (block.length >= 2000) {
      yield Buffer.from(block.join(''))
      block = []
    }
  }
  yield Buffer.from(block.join(''))
}

const times = function* (count: number, line: (i: number) => string): Generator<string> {
  for (let i = 0; i < count; i++) {
    yield line(i)
  }
}

/**
 * Fills an empty, migrated database. `hands` people can sign in; the other accounts hold the same shape of
 * data.
 */
export const settleNation = async (
  pool: Pool,
  context: AppContext,
  { registered, activated, hands }: { registered: number; activated: number; hands: number },
): Promise<BenchCitizen[]> => {
  const { tools } = context
  const at = new Date().toISOString()
  await copy(
    pool,
    'person (personal_number, full_name, birth_date, sex, nationality, permanent_address, life_status, changed_at)',
    times(
      registered,
      (i) =>
        `${numberOf(i)}\tNguyễn Thị Sen ${i}\t1990-02-03\tfemale\tVNM\t${i} Đường Hoa Sen\talive\t${at}\n`,
    ),
  )
  const subjects = Array.from({ length: activated }, newId)
  const subject = (i: number): string => subjects[i] ?? ''
  await copy(
    pool,
    'identifier (kind, digest, subject_id, state)',
    times(
      activated,
      (i) => `number\t${bytea(tools.digests.identifier('number', numberOf(i)))}\t${subject(i)}\tconfirmed\n`,
    ),
  )
  await copy(
    pool,
    'account (subject_id, personal_number, level, state, language, issued_at, activate_by, activated_at)',
    times(activated, (i) => `${subject(i)}\t${numberOf(i)}\t2\tactive\tvi\t${at}\t${at}\t${at}\n`),
  )
  // One hash for everybody: verifying costs the same for each, and drawing 100,000 of them half an hour.
  const phc = await tools.passwords.hash(PASSWORD)
  await copy(
    pool,
    'password (subject_id, phc, set_at)',
    times(activated, (i) => `${subject(i)}\t${phc}\t${at}\n`),
  )
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const devices = Array.from({ length: activated }, newId)
  await copy(
    pool,
    'device (subject_id, id, name, public_key, passcode_verifier, bound_at, last_seen_at)',
    times(activated, (i) => {
      const verifier = tools.digests.secret('passcode', `${subject(i)} ${devices[i]} ${PASSCODE}`)
      return `${subject(i)}\t${devices[i]}\tMáy\t${JSON.stringify({ x, y })}\t${bytea(verifier)}\t${at}\t${at}\n`
    }),
  )
  for (let i = 0; i < hands; i++) {
    await pool.query(
      'insert into contact (subject_id, kind, sealed_value, verified_at) values ($1, $2, $3, now())',
      [subject(i), 'phone', await tools.sealer.seal(subject(i), 'contact.phone', '+84901234567')],
    )
  }
  await pool.query('vacuum analyze')
  return Array.from({ length: hands }, (_, i) => ({
    personalNumber: numberOf(i),
    key: privateKey,
    device: deviceToken(tools, { subjectId: subject(i), deviceId: devices[i] ?? '' }),
  }))
}
