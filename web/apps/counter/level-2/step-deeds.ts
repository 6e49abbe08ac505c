// What is done with a case from its steps: an exception noted, sent, ended.
import { usePress } from '../../../client/press.ts'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { dropItem } from '../case/outbox.ts'
import type { FingerName } from '../devices/finger-source.ts'
import type { ExceptionReason } from '../evidence/finger-result.ts'
import type { DeskCase } from './desk-case.ts'
import { act, closeCase, deskCase, noteEvent, putInOutbox } from './level2-case.ts'

const t = phrases({
  queued: {
    vi: 'Đã đưa vào Chờ gửi. Chưa có hiệu lực cho đến khi đồng bộ.',
    en: 'It is in the outbox. Not final until synchronised.',
  },
})

export const useSending = (desk: DeskCase) => {
  const sending = usePress()
  const send = () =>
    void sending.press(async () => {
      const server = await act(desk.id, 'level-2.submit', {})
      if (server && server.state !== 'open') {
        const here = deskCase.get()
        await closeCase(desk.id)
        // What the outbox could not finish by itself is finished now.
        await dropItem(desk.id)
        // The draft is gone; what stays on the page is the result.
        if (here) {
          deskCase.set({ ...here, server, savedAt: null })
        }
        return
      }
      const here = deskCase.get()
      if (!server && here) {
        await putInOutbox(here)
        toast(t('queued'))
        navigate('/outbox')
      }
    })
  return { sending, send }
}

export const endCase = async (desk: DeskCase, note: string): Promise<void> => {
  if (desk.server) {
    await act(desk.id, 'level-2.discard', { note })
  }
  await closeCase(desk.id)
  await dropItem(desk.id)
  navigate('/level-2')
}

export const noteException = async (
  id: string,
  finger: FingerName,
  reason: ExceptionReason,
): Promise<void> => {
  await act(id, 'level-2.except-finger', { finger, reason }, (before) => ({
    ...before,
    exceptions: [...before.exceptions.filter((one) => one.finger !== finger), { finger, reason }],
  }))
  await noteEvent(id, { key: 'finger-excepted', params: { finger } })
}
