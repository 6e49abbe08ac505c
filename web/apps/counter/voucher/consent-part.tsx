// The citizen's own answer at her screen: the officer asks, she presses. The officer's page notices the
// answer by itself.
import { useEffect, useRef } from 'preact/hooks'
import type { ViewDesk } from '../../../../contract/counter.ts'
import { view } from '../../../client/call.ts'
import type { Press } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { monitor, signature } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Verdict } from '../evidence/verdict.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { readCase, type VoucherCase } from './voucher-deeds.ts'

const t = phrases({
  title: { vi: 'Người dân đồng ý', en: 'The citizen agrees' },
  what: {
    vi: 'Người dân tự đọc và tự bấm trên màn hình của mình: máy cũ sẽ mất quyền.',
    en: 'The citizen reads and presses at the own screen: the old phone will lose its rights.',
  },
  ask: { vi: 'Hỏi trên màn hình người dân', en: "Ask on the citizen's screen" },
  again: { vi: 'Hỏi lại', en: 'Ask again' },
  asked: { vi: 'Đang chờ người dân trả lời', en: "Waiting for the citizen's answer" },
  askedWhy: {
    vi: 'Câu hỏi đang hiện trên màn hình người dân. Không ai được bấm thay.',
    en: "The question stands on the citizen's screen. Nobody presses for her.",
  },
  agreed: { vi: 'Người dân đã đồng ý', en: 'The citizen agreed' },
  agreedWhy: { vi: 'Tự bấm trên màn hình của mình.', en: 'Pressed at the own screen.' },
  declined: { vi: 'Người dân không đồng ý', en: 'The citizen did not agree' },
  declinedWhy: {
    vi: 'Không cấp phiếu. Hỏi lại nếu người dân muốn.',
    en: 'No voucher. Ask again if she wants.',
  },
})

/**
 * While a question waits: asks the desk, which leaves no trace with the person, and reads the case once when
 * it is answered.
 */
const useAnswer = (server: VoucherCase, onCase: (server: VoucherCase) => void) => {
  const isReading = useRef(false)
  const isWaiting = server.consent === 'asked'
  useEffect(() => {
    if (!isWaiting) {
      return
    }
    const look = async () => {
      if (isReading.current) {
        return
      }
      isReading.current = true
      try {
        const { asking } = await orSignIn(view<typeof ViewDesk>('desk.state', {}, { retries: 0 }))
        if (!asking) {
          onCase(await readCase(server.caseId))
        }
      } catch {
        // Asked again in a moment.
      } finally {
        isReading.current = false
      }
    }
    const timer = setInterval(() => void look(), 1500)
    return () => clearInterval(timer)
  }, [isWaiting, server.caseId])
}

export const ConsentPart = ({
  server,
  asking,
  onAsk,
  onCase,
}: {
  server: VoucherCase
  asking: Press
  onAsk: () => void
  onCase: (server: VoucherCase) => void
}) => {
  useAnswer(server, onCase)
  const { consent } = server
  return (
    <Card title={t('title')} icon={signature}>
      <div class="stack">
        <Refusal problem={asking.problem} />
        {consent === 'none' && <p class="quiet">{t('what')}</p>}
        {consent === 'asked' && (
          <Verdict tone="neutral" title={t('asked')}>
            {t('askedWhy')}
          </Verdict>
        )}
        {consent === 'agreed' && (
          <Verdict tone="ok" title={t('agreed')}>
            {t('agreedWhy')}
          </Verdict>
        )}
        {consent === 'declined' && (
          <Verdict tone="son" title={t('declined')}>
            {t('declinedWhy')}
          </Verdict>
        )}
        {consent !== 'agreed' && (
          <div>
            <Button icon={monitor} isBusy={asking.isBusy} onPress={onAsk}>
              {t(consent === 'none' ? 'ask' : 'again')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
