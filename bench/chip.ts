/**
 * The promise: verifying one SOD (reading it strictly, digests of the groups, signature, signer's
 * certificate, revocation list, authority) costs at
 * most 5 ms more than the bare signature checks that it needs, by the same library on the same bytes.
 */
import { constants, createPublicKey, verify } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readCertificate } from '../formats/emrtd/certificate.ts'
import { readSecurityObject } from '../formats/emrtd/security-object.ts'
import { verifyChip } from '../formats/emrtd/verify-chip.ts'
import { nodeCrypto } from '../server/modules/evidence/chips/node-crypto.ts'
import { chipAlgorithms, type ChipAlgorithm } from '../server/modules/evidence/chips/signing-key.ts'
import { AT, authority, card, chip, kitSigner, trustOf } from '../world/chips/chip-kit.ts'
import { groupsOf } from '../server/modules/evidence/chips/personalise-chip.ts'
import { currentList } from '../world/chips/mutations-of-trust.ts'

const MOST_MS = 5

/** Half of the time is below. */
const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0
const rounded = (ms: number): number => Math.round(ms * 1000) / 1000

const timed = (deed: () => boolean): number => {
  const began = performance.now()
  if (!deed()) {
    throw new Error('a good chip did not verify')
  }
  return performance.now() - began
}

/** `args`: --rounds N (300). Both are measured in turns, so that what else the machine does falls on both. */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string' } } })
  const rounds = Number(values.rounds ?? 300)
  const algorithms = Object.fromEntries(
    (Object.keys(chipAlgorithms) as ChipAlgorithm[]).map((algorithm) => [
      algorithm,
      measure(algorithm, rounds),
    ]),
  )
  const most = Math.max(...Object.values(algorithms).map(({ difference_ms }) => difference_ms))
  return {
    bench: 'chip',
    rounds,
    algorithms,
    difference_ms: most,
    difference_most_ms: MOST_MS,
    passed: most <= MOST_MS,
  }
}

const measure = (algorithm: ChipAlgorithm, rounds: number) => {
  const groups = groupsOf(card())
  const file = chip({ groups, signer: kitSigner(algorithm) })
  const trust = trustOf({ roots: [authority.certificate], lists: [currentList()] })
  const bare = bareChecks(algorithm, file.sod ?? new Uint8Array())
  const whole = (): boolean => verifyChip(nodeCrypto, file, trust, AT).verdict === 'genuine'
  const [bareTimes, wholeTimes]: [number[], number[]] = [[], []]
  for (let round = -20; round < rounds; round++) {
    const [one, other] = [timed(bare), timed(whole)]
    if (round >= 0) {
      bareTimes.push(one)
    }
    if (round >= 0) {
      wholeTimes.push(other)
    }
  }
  const [bare_ms, whole_ms] = [median(bareTimes), median(wholeTimes)]
  return {
    bare_ms: rounded(bare_ms),
    whole_ms: rounded(whole_ms),
    ratio: rounded(whole_ms / bare_ms),
    difference_ms: rounded(whole_ms - bare_ms),
    sod_bytes: file.sod?.length,
    chip_bytes: Object.values(file).reduce((sum, part) => sum + part.length, 0),
  }
}

/** The two checks with nothing around them: keys ready, bytes cut out beforehand. */
const bareChecks = (algorithm: ChipAlgorithm, sod: Uint8Array): (() => boolean) => {
  const { signed } = readSecurityObject(sod)
  const certificate = readCertificate(signed.certificates[0] ?? new Uint8Array(), 'signer')
  const spki = (one: { publicKeyInfo: Uint8Array }) =>
    createPublicKey({ key: Buffer.from(one.publicKeyInfo), format: 'der', type: 'spki' })
  const [signerKey, authorityKey] = [spki(kitSigner(algorithm).key), spki(authority.key)]
  const { kind, hash } = chipAlgorithms[algorithm]
  const key =
    kind === 'ecdsa'
      ? { key: signerKey, dsaEncoding: 'der' as const }
      : kind === 'rsa'
        ? { key: signerKey, padding: constants.RSA_PKCS1_PADDING }
        : { key: signerKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  return () =>
    verify(hash, signed.signer.attributes, key, signed.signer.signature) &&
    verify('sha384', certificate.tbs, { key: authorityKey, dsaEncoding: 'der' }, certificate.signature)
}
