// What a paper is worth, asked of whoever handed it out: one outcome. Only the code goes out, or the digest
// of a file; never the file.
import type { CheckPaper, CheckPaperFile } from '../../../../contract/dossiers.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { parsePaperCode, type PaperCodeReason } from '../../../../formats/paper-code.ts'
import { deed } from '../../../client/call.ts'
import { asProblem, type Problem } from '../../../client/problem.ts'
import { now } from '../../../ui/clock.ts'

/** By the printed code, or by the file that somebody sent. */
export type Asked =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'file'; readonly file: File }
export type CheckedPaper = OutputOf<typeof CheckPaper>

export type Outcome =
  | { readonly is: 'holds' | 'run-out' | 'ended'; readonly paper: CheckedPaper; readonly at: number }
  | { readonly is: 'no-such-code' | 'no-such-file' | 'no-pdf' }
  | { readonly is: 'cut-code'; readonly why: PaperCodeReason }
  /** Nobody knows yet: it says nothing about the paper. */
  | { readonly is: 'not-checked'; readonly problem: Problem }

/** A paper of an office has a few pages; what is larger is none, and would fill a phone's memory. */
const MOST_bytes = 20 * 1024 * 1024
const PDF = '%PDF-'

const digestOf = async (file: File): Promise<string | null> => {
  const bytes = file.size > MOST_bytes ? null : await file.arrayBuffer().catch(() => null)
  if (bytes === null || new TextDecoder('latin1').decode(bytes.slice(0, PDF.length)) !== PDF) {
    return null
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const answered = async (by: Asked['by'], ask: () => Promise<CheckedPaper>): Promise<Outcome> => {
  try {
    const paper = await ask()
    return { is: paper.state, paper, at: now() }
  } catch (error) {
    const problem = asProblem(error)
    return problem.code === 'services.paper-unknown'
      ? { is: by === 'code' ? 'no-such-code' : 'no-such-file' }
      : { is: 'not-checked', problem }
  }
}

export const checkPaper = async (asked: Asked): Promise<Outcome> => {
  if (asked.by === 'code') {
    const code = parsePaperCode(asked.code)
    return code.ok
      ? answered('code', () => deed<typeof CheckPaper>('dossiers.check-paper', { paperCode: code.value }))
      : { is: 'cut-code', why: code.reason }
  }
  const sha256 = await digestOf(asked.file)
  return sha256 === null
    ? { is: 'no-pdf' }
    : answered('file', () => deed<typeof CheckPaperFile>('dossiers.check-paper-file', { sha256 }))
}
