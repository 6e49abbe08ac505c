/** One status list for forty million documents: how large, how long to publish, how long to look up. */
import { createStatusList, setStatus, statusAt } from '../formats/token-status-list/status-list.ts'
import { signStatusList, verifyStatusList } from '../formats/token-status-list/status-list-token.ts'
import { cardIssuer, SHOWN_AT_s } from '../testing/shown-card-kit.ts'

const URI = 'https://id.example.vn/status-lists/nation'

/** One in a hundred is revoked, by chance as it falls: what comes by chance packs worst. */
export const measureStatuses = async (entries: number) => {
  const list = createStatusList(entries, 1)
  const revoked: number[] = []
  for (
    let entry = Math.floor(Math.random() * 200);
    entry < entries;
    entry += 1 + Math.floor(Math.random() * 199)
  ) {
    setStatus(list, entry, 1)
    revoked.push(entry)
  }
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const token = await signStatusList({
    list,
    uri: URI,
    issuedAt_s: SHOWN_AT_s,
    expiresAt_s: SHOWN_AT_s + 86_400,
    ttl_s: 3600,
    signer: cardIssuer.signer,
  })
  const publish_ms = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  const read = performance.now()
  const seen = await verifyStatusList(token, {
    uri: URI,
    issuerKey: () => ({ ...cardIssuer.jwk }),
    algorithms: ['ES256'],
    now_s: SHOWN_AT_s,
  })
  const fetched_ms = performance.now() - read
  if (!seen.ok) {
    throw new Error(seen.reason)
  }
  const looked = performance.now()
  for (const entry of revoked.slice(0, 10_000)) {
    const found = statusAt(seen.value.list, entry)
    if (!found.ok || found.value.meaning !== 'invalid') {
      throw new Error(`entry ${entry} is not revoked any more`)
    }
  }
  const round = (value: number, digits = 0): number => Math.round(value * 10 ** digits) / 10 ** digits
  return {
    entries,
    revoked: revoked.length,
    unpacked_bytes: list.bytes.length,
    token_bytes: token.length,
    publish_ms: round(publish_ms),
    publish_cpu_ms: round((user + system) / 1000),
    read_and_check_ms: round(fetched_ms),
    look_up_us: round(((performance.now() - looked) * 1000) / Math.min(revoked.length, 10_000), 2),
  }
}
