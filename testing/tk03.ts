/** Form TK03 as a competent body fills it in. */
import type { ReceiveTk03 } from '../contract/lock.ts'
import type { z } from 'zod'

export const tk03For = (
  { personalNumber }: { readonly personalNumber: string },
  changes: Partial<z.input<typeof ReceiveTk03.input>> = {},
): z.input<typeof ReceiveTk03.input> => ({
  personalNumber,
  kind: 'body-lock',
  authority: 'Viện kiểm sát tỉnh Nghệ An',
  documentNumber: '12/VKS',
  documentDate: '2025-11-20',
  reason: 'phục vụ điều tra',
  replyTo: 'vks@thu.example',
  ...changes,
})
