// The citizen's own answer at her screen, before a voucher is decided.
import type { Press } from '../../../client/press.ts'
import { Card } from '../../../ui/card.tsx'
import { signature } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { ScreenAnswer } from '../evidence/screen-answer.tsx'
import { readCase, type VoucherCase } from './voucher-deeds.ts'

const t = phrases({
  title: { vi: 'Người dân đồng ý', en: 'The citizen agrees' },
  what: {
    vi: 'Người dân tự đọc và tự bấm trên màn hình của mình: máy cũ sẽ mất quyền.',
    en: 'The citizen reads and presses at the own screen: the old phone will lose its rights.',
  },
  agreedWhy: { vi: 'Tự bấm trên màn hình của mình.', en: 'Pressed at the own screen.' },
  declinedWhy: {
    vi: 'Không cấp phiếu. Hỏi lại nếu người dân muốn.',
    en: 'No voucher. Ask again if she wants.',
  },
})

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
}) => (
  <Card title={t('title')} icon={signature}>
    <div class="stack">
      <ScreenAnswer
        caseId={server.caseId}
        answer={server.consent}
        words={{ agreedWhy: t('agreedWhy'), declinedWhy: t('declinedWhy') }}
        asking={asking}
        read={async () => onCase(await readCase(server.caseId))}
        onAsk={onAsk}
      >
        <p class="quiet">{t('what')}</p>
      </ScreenAnswer>
    </div>
  </Card>
)
