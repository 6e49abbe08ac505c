/**
 * The inbox of the app: letters that stay with the account, newest first, in the language of whoever reads.
 */
import { MarkRead, ViewInbox } from '../../../../contract/account.ts'
import type { LetterValue } from '../../../../contract/phrases/letters.ts'
import { none } from '../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import * as store from './store.ts'
import type { InboxRow } from './store.ts'
import { isTemplate, writeLetter } from './write-letter.ts'

const PAGE = 20
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The cursor is the id of the last letter shown; ids are time-ordered. */
export const viewInbox = useCase({
  contract: ViewInbox,
  permit: citizenHerself,
  isForWard: true,
  async act(work, { cursor }, { actor, tools, request }) {
    if (cursor !== undefined && !uuid.test(cursor)) {
      throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'invalid' }] })
    }
    const rows = await store.inboxPage(work, actor.subjectId, cursor ?? null, PAGE + 1)
    const shown = rows.slice(0, PAGE)
    const items = await Promise.all(
      shown.map((row) => openLetter(row, actor.subjectId, request.language, tools)),
    )
    return { items, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null }
  },
  audit: none('her own letters, read by herself'),
})

const openLetter = async (row: InboxRow, subjectId: string, language: 'vi' | 'en', tools: Tools) => {
  if (!isTemplate(row.template)) {
    throw new Error(`the inbox holds a letter of the unknown template ${row.template}`)
  }
  const params = JSON.parse(
    (await tools.sealer.open(subjectId, 'letter.sealed_params', row.sealed_params)).toString('utf8'),
  ) as Record<string, LetterValue>
  const { kind, title, text, action } = writeLetter(row.template, params, {
    language,
    publicUrl: tools.publicUrl,
  })
  return {
    id: row.id,
    kind,
    title,
    text,
    action,
    at: row.created_at.toISOString(),
    isRead: row.read_at !== null,
  }
}

export const markRead = useCase({
  contract: MarkRead,
  permit: citizenHerself,
  isForWard: true,
  isForHeldStill: true,
  async act(work, { ids }, { actor, now }) {
    await store.markRead(work, actor.subjectId, ids, now)
    return {}
  },
  audit: none('a read mark on her own letters'),
})
