/** What another party answers, up to a length: a server that never ends must not fill our memory. */

/** UTF-8. null when it is longer; the rest is not waited for. */
export const boundedText = async (
  { body }: Pick<Response, 'body'>,
  most_bytes: number,
): Promise<string | null> => {
  const parts: Uint8Array[] = []
  let length_bytes = 0
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    length_bytes += part.length
    if (length_bytes > most_bytes) {
      return null
    }
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
