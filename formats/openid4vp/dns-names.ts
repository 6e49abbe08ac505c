/** The names of hosts in a certificate: subjectAltName (RFC 5280 §4.2.1.6). */
import { extensionList, type Certificate } from '../emrtd/certificate.ts'
import { childrenOf, mustBeDistinguished, readOne, SEQUENCE, TlvCursor } from '../emrtd/der-reader.ts'

const SUBJECT_ALT_NAME = '2.5.29.17'
const [EXTENSIONS, DNS_NAME] = [0xa3, 0x82]

/** In lower case; empty where there is none. Throws what the chips' reader throws. */
export const dnsNamesOf = ({ tbs }: Certificate, where: string): readonly string[] => {
  const wrapped = childrenOf(readOne(tbs, where), where).find(({ tag }) => tag === EXTENSIONS)
  const found = extensionList(wrapped, where).find(({ oid }) => oid === SUBJECT_ALT_NAME)
  if (!found) {
    return []
  }
  const names = readOne(found.value, where)
  mustBeDistinguished(names, where)
  TlvCursor.of(names, SEQUENCE, where)
  return childrenOf(names, where)
    .filter(({ tag }) => tag === DNS_NAME)
    .map(({ value }) => String.fromCharCode(...value).toLowerCase())
}

/** A name of a host with at least two labels, as it stands in `client_id`: no wildcard, no address. */
export const isDnsName = (text: string): boolean =>
  text.length <= 253 &&
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text)
