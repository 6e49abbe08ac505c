// What a refused or failed call is told to the person: a code, one sentence in her language, the fields it is
// about. The server's sentences
// come with the answer; those of the network are here, because there is nobody to say them.
import { phrases } from '../ui/phrases.ts'

export type FieldFault = { readonly field: string; readonly code: string }

export class Problem extends Error {
  readonly code: string
  /** What happened, what stays safe, what to do next. */
  readonly detail: string
  readonly status: number
  readonly fields: readonly FieldFault[]
  readonly params: Readonly<Record<string, string | number>>
  readonly retryAfter_s: number | null

  constructor(told: {
    code: string
    detail: string
    status?: number
    fields?: readonly FieldFault[]
    params?: Record<string, string | number>
    retryAfter_s?: number | null
  }) {
    super(told.code)
    this.name = 'Problem'
    this.code = told.code
    this.detail = told.detail
    this.status = told.status ?? 0
    this.fields = told.fields ?? []
    this.params = told.params ?? {}
    this.retryAfter_s = told.retryAfter_s ?? null
  }

  /** No answer came: nobody knows whether the deed was done, and the same press may be sent again. */
  get isOfNetwork(): boolean {
    return this.status === 0
  }
}

const t = phrases({
  offline: {
    vi: 'Không có mạng. Những gì đã lưu vẫn còn; nối mạng rồi bấm lại.',
    en: 'There is no network. Everything saved is still there; connect and press again.',
  },
  unreachable: {
    vi: 'Chưa tới được máy chủ. Những gì đã lưu vẫn còn; chờ một lát rồi bấm lại.',
    en: 'The server could not be reached. Everything saved is still there; wait a moment and press again.',
  },
  slow: {
    vi: 'Mạng đang chậm nên chưa có câu trả lời. Bấm lại cũng không bị gửi hai lần.',
    en: 'The network is slow and no answer came. Pressing again sends nothing twice.',
  },
  strange: {
    vi: 'Máy chủ trả lời không đọc được. Dữ liệu của bạn không đổi; tải lại trang rồi thử lại.',
    en: 'The answer could not be read. Your data is unchanged; reload the page and try again.',
  },
})

export const networkProblem = (kind: 'offline' | 'unreachable' | 'slow'): Problem =>
  new Problem({ code: `network.${kind}`, detail: t(kind) })
export const strangeAnswer = (status: number): Problem =>
  new Problem({ code: 'answer.strange', detail: t('strange'), status })

/**
 * Anything thrown, as a Problem; a programmer's mistake is told as a strange answer and goes to the console.
 */
export const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) {
    return error
  }
  console.error(error)
  return strangeAnswer(500)
}
