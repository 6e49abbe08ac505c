// Who sent a named report: asked for a purpose, which the person reads with the officer's number.
import { useState } from 'preact/hooks'
import type { RevealReporter } from '../../../../contract/crime-report.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, type GivenTo } from '../../../client/call.ts'
import { usePress } from '../../../client/press.ts'
import { Button } from '../../../ui/button.tsx'
import { DataPairs } from '../../../ui/data-pairs.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { groupPersonalNumber } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'

const t = phrases({
  title: { vi: 'Xem ai báo tin', en: 'See who reported' },
  why: { vi: 'Để làm gì?', en: 'What for?' },
  contact: { vi: 'Mời người báo tin làm việc', en: 'To invite whoever reported' },
  protect: { vi: 'Bảo vệ người báo tin', en: 'To protect whoever reported' },
  procuracy: { vi: 'Theo yêu cầu của Viện kiểm sát', en: 'The procuracy asks for it' },
  logged: {
    vi: 'Người báo tin đọc được ai đã xem, khi nào và để làm gì. Không cho ai khác biết.',
    en: 'The person reads who looked, when and what for. Tell nobody else.',
  },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  done: { vi: 'Đóng', en: 'Close' },
  go: { vi: 'Xem', en: 'See' },
  name: { vi: 'Họ tên', en: 'Name' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  unknown: { vi: 'không có', en: 'none' },
})

type Purpose = GivenTo<typeof RevealReporter>['purpose']
type Told = OutputOf<typeof RevealReporter>

const Who = ({ told: { name, personalNumber, phone } }: { told: Told }) => (
  <DataPairs
    pairs={[
      { label: t('name'), value: name ?? t('unknown') },
      { label: t('number'), value: groupPersonalNumber(personalNumber) },
      { label: t('phone'), value: phone ?? t('unknown') },
    ]}
  />
)

export const NameDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [purpose, choose] = useState<Purpose>('contact')
  const [told, tell] = useState<Told | null>(null)
  const asking = usePress()
  const go = () =>
    void asking.press(async () =>
      tell(await orSignIn(deed<typeof RevealReporter>('crime-report.name', { id, purpose }))),
    )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      actions={
        <>
          <Button onPress={onClose}>{t(told ? 'done' : 'cancel')}</Button>
          {!told && (
            <Button kind="primary" isBusy={asking.isBusy} onPress={go}>
              {t('go')}
            </Button>
          )}
        </>
      }
    >
      <div class="stack">
        <Refusal problem={asking.problem} onRetry={go} />
        {told ? (
          <Who told={told} />
        ) : (
          <RadioCards<Purpose>
            name="name-purpose"
            legend={t('why')}
            value={purpose}
            onValue={choose}
            choices={(['contact', 'protect', 'procuracy'] as const).map((value) => ({
              value,
              title: t(value),
            }))}
          />
        )}
        <p class="quiet small">{t('logged')}</p>
      </div>
    </Dialog>
  )
}
