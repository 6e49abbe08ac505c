/**
 * All that is held of one person as plain data: each module's part by itself, in the order of the page, and
 * what is not given with its reason. Whoever opens the file years later finds in it how it is checked.
 */
import { ownParts, untoldKinds, type OwnPart } from '../../../../contract/own-data.ts'
import { canonicalJson } from '../../../../formats/canonical-json.ts'
import type { JsonObject } from '../../../../formats/jws/strict-json.ts'
import type { Telling, TellingTo } from '../../../kernel/telling.ts'

const howToCheck = {
  vi: '“signature” là chữ ký ES256 (JWS, RFC 7515 phụ lục F) trên dạng chuẩn hoá (RFC 8785) của “data”. Khoá công khai ở địa chỉ “keysAt”; chứng thư đi kèm trong chữ ký (x5c). Hướng dẫn và chương trình kiểm tra: docs/guides/own-data.md.',
  en: '"signature" is an ES256 signature (JWS, RFC 7515 appendix F) over the canonical form (RFC 8785) of "data". The public keys are at "keysAt"; the certificate comes with the signature (x5c). Guide and a program that checks: docs/guides/own-data.md.',
} as const

const told = async (tellings: readonly Telling[], to: TellingTo): Promise<Record<string, unknown>> => {
  const byPart = new Map(tellings.map((telling) => [telling.part, telling]))
  const parts: Record<string, unknown> = {}
  // One after the other: they share one connection.
  for (const part of Object.keys(ownParts) as OwnPart[]) {
    parts[part] = await byPart.get(part)?.tell(to)
  }
  return parts
}

export const gatherOwnData = async (tellings: readonly Telling[], to: TellingTo): Promise<JsonObject> => {
  const { doing, account, newest } = to
  const { language } = doing.request
  const data = {
    format: 'sen-own-data/1',
    about: account.personalNumber,
    takenAt: doing.now.toISOString(),
    takenFrom: doing.tools.publicUrl,
    language,
    newest,
    titles: Object.fromEntries(Object.entries(ownParts).map(([part, words]) => [part, words[language]])),
    parts: await told(tellings, to),
    notGiven: Object.values(untoldKinds).map((words) => words[language]),
    howToCheck: howToCheck[language],
    keysAt: `${doing.tools.publicUrl}/credentials/trust`,
  }
  return JSON.parse(canonicalJson(data)) as JsonObject
}
