/**
 * The digits of a notice that goes to every channel: whoever types them on the public page ends what goes on.
 * Kept as a digest for the comparison, and sealed for the notices that repeat it.
 */
import { timingSafeEqual } from 'node:crypto'
import { newCode } from '../../../kernel/id.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { NOBODY } from '../../people/accounts/open-account.ts'

const DIGITS = 8

/** `label`: of the digest; `column`: which the sealed digits are bound to. */
export const stopCodes = (label: string, column: string) => {
  const digestOf = (tools: Pick<Tools, 'digests'>, subjectId: string, code: string): Buffer =>
    tools.digests.secret(label, `${subjectId} ${code}`)
  const isOf = (
    tools: Pick<Tools, 'digests'>,
    { subjectId, code }: { readonly subjectId: string | null; readonly code: string },
    row: { readonly stop_code_digest: Buffer; readonly ended_at: Date | null } | undefined,
  ): boolean => {
    const digest = digestOf(tools, subjectId ?? NOBODY, code)
    return (
      timingSafeEqual(digest, row?.stop_code_digest ?? Buffer.alloc(digest.length)) &&
      subjectId !== null &&
      row?.ended_at === null
    )
  }
  return {
    digestOf,
    isOf,

    /** A new one, as its columns. */
    async draw(tools: Tools, subjectId: string) {
      const code = newCode(DIGITS)
      return {
        sealed_stop_code: await tools.sealer.seal(subjectId, column, code),
        stop_code_digest: digestOf(tools, subjectId, code),
      }
    },

    /** For the notices. */
    open: async (tools: Tools, subjectId: string, sealed: Uint8Array): Promise<string> =>
      (await tools.sealer.open(subjectId, column, sealed)).toString('utf8'),

    /** The same look-up and the same comparison for a number of nobody. */
    async isRight(
      tools: Pick<Tools, 'digests'>,
      { subjectId, code }: { readonly subjectId: string | null; readonly code: string },
      rowOf: (
        subjectId: string,
      ) => Promise<{ readonly stop_code_digest: Buffer; readonly ended_at: Date | null } | undefined>,
    ): Promise<boolean> {
      return isOf(tools, { subjectId, code }, await rowOf(subjectId ?? NOBODY))
    },
  }
}
