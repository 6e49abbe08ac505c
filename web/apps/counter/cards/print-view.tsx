// The card bureau: the card as it will be, printed by another person than the taker; then its chip written by
// the machine, and both sides on paper.
import { useState } from 'preact/hooks'
import type { ViewCardChip } from '../../../../contract/card-making.ts'
import { view } from '../../../client/call.ts'
import { spoilCard } from '../../../client/decision-form-rules.ts'
import { usePress } from '../../../client/press.ts'
import { saveFile } from '../../../kit/save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { card, download, print as printIcon, refresh } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { Verdict } from '../evidence/verdict.tsx'
import { NoteDialog } from '../case/note-dialog.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import { act, actWithChip, mayDo } from './application.ts'
import { CardFrame, leave } from './card-frame.tsx'
import { CardPreview } from './card-preview.tsx'
import type { CardApplication } from './card-words.ts'
import { EndButton } from './end-button.tsx'
import { NewChip } from './new-chip.tsx'

const t = phrases({
  preview: { vi: 'Thẻ sẽ in', en: 'The card to be printed' },
  made: { vi: 'Thẻ đã in', en: 'The card that was printed' },
  from: {
    vi: 'Dữ liệu lấy từ CSDL vào lúc in; chip được ký và tự kiểm tra trước khi trả về.',
    en: 'Data is taken from the register at printing; the chip is signed, and checked before it is given out.',
  },
  print: { vi: 'In thẻ và ký chip', en: 'Print the card and sign the chip' },
  mine: {
    vi: 'Bạn đã lấy hồ sơ này, nên một người khác in thẻ.',
    en: 'You took this application, so another person prints the card.',
  },
  wait: {
    vi: 'Hồ sơ đã được chấp nhận, chờ bộ phận in thẻ.',
    en: 'It is accepted and waits for the card bureau.',
  },
  changes: {
    vi: 'Chờ hồ sơ sai lệch kết thúc rồi mới in: thẻ mang thông tin đã đúng.',
    en: 'It is printed when the mismatch cases have ended, so that the card says what is right.',
  },
  printed: { vi: 'Đã in và ký chip', en: 'Printed, and the chip is signed' },
  printedWhy: {
    vi: 'Ghi chip bằng tệp này, in hai mặt, rồi gửi thẻ về quầy. Thẻ chưa có giá trị cho đến khi trao cho người dân.',
    en: 'Write the chip from this file, print both sides and send the card to the counter. It is not valid before it is handed over.',
  },
  chip: { vi: 'Tải tệp chip', en: 'Download the chip file' },
  sides: { vi: 'In hai mặt', en: 'Print both sides' },
  toast: { vi: 'Đã in thẻ.', en: 'The card is printed.' },
  spoil: { vi: 'Thẻ hỏng, in lại', en: 'Spoiled, print anew' },
  spoilTitle: { vi: 'Huỷ thẻ này và in lại?', en: 'Destroy this card and print anew?' },
  spoilWhat: {
    vi: 'Chip của thẻ này không dùng được nữa. Cắt bỏ thẻ hỏng trước khi in lại.',
    en: 'Its chip is of no use any more. Cut the spoiled card before printing anew.',
  },
  receive: { vi: 'Nhận thẻ về quầy', en: 'Receive the card at the counter' },
  receiveWhy: {
    vi: 'Đọc chip của thẻ vừa về. Đúng thẻ thì người dân được báo đến lấy.',
    en: 'Read the chip of the card that came. When it is the right one, the person is told to come.',
  },
})

export const PrintView = ({ app }: { app: CardApplication }) => {
  const printing = usePress()
  const waits = app.remaining.includes('changes')
  const mayPrint = mayDo('card.print') && !app.isTakenByMe && !waits
  const print = () => {
    if (mayPrint) {
      void printing.press(async () => {
        await act('card.print')
        toast(t('toast'))
      })
    }
  }
  useKeys({ Escape: () => leave(app), Enter: print })
  return (
    <CardFrame
      app={app}
      keys={mayPrint ? [['Enter', t('print')]] : []}
      actions={
        <>
          <EndButton />
          {mayPrint && (
            <Button kind="primary" icon={printIcon} shortcut="Enter" isBusy={printing.isBusy} onPress={print}>
              {t('print')}
            </Button>
          )}
        </>
      }
    >
      <Refusal problem={printing.problem} onRetry={print} />
      {waits ? (
        <Notice isQuiet tone="warn">
          {t('changes')}
        </Notice>
      ) : (
        !mayPrint && (
          <Notice isQuiet tone="info">
            {t(app.isTakenByMe && mayDo('card.print') ? 'mine' : 'wait')}
          </Notice>
        )
      )}
      {app.card && (
        <Card title={t('preview')} icon={card}>
          <p class="quiet">{t('from')}</p>
          <CardPreview card={app.card} />
        </Card>
      )}
    </CardFrame>
  )
}

const Made = ({ app }: { app: CardApplication }) => {
  const writing = usePress()
  const write = () =>
    void writing.press(async () => {
      const { chip } = await orSignIn(view<typeof ViewCardChip>('card.chip', { caseId: app.caseId }))
      saveFile(`chip-${app.reference}.json`, chip)
    })
  return (
    <Card title={t('made')} icon={card}>
      <Verdict tone="ok" title={t('printed')}>
        {t('printedWhy')}
      </Verdict>
      <Refusal problem={writing.problem} onRetry={write} />
      <div class="card-acts">
        <Button kind="primary" icon={download} isBusy={writing.isBusy} onPress={write}>
          {t('chip')}
        </Button>
        <Button icon={printIcon} onPress={() => window.print()}>
          {t('sides')}
        </Button>
      </div>
      {app.card && <CardPreview card={app.card} />}
    </Card>
  )
}

const Received = () => (
  <Card title={t('receive')} icon={card}>
    <p>{t('receiveWhy')}</p>
    <NewChip
      onChip={async (chip) => {
        await actWithChip('card.receive', chip)
      }}
    />
  </Card>
)

export const PrintedView = ({ app }: { app: CardApplication }) => {
  const [isSpoiling, setSpoiling] = useState(false)
  useKeys({ Escape: () => leave(app) })
  return (
    <CardFrame
      app={app}
      actions={
        <Button kind="danger-quiet" icon={refresh} onPress={() => setSpoiling(true)}>
          {t('spoil')}
        </Button>
      }
    >
      {mayDo('card.print') && <Made app={app} />}
      {mayDo('card.hand-over') && <Received />}
      <NoteDialog
        id="spoil-note"
        of="ending"
        isOpen={isSpoiling}
        words={{ title: t('spoilTitle'), what: t('spoilWhat'), yes: t('spoil') }}
        rules={spoilCard}
        onNote={async (note) => {
          await act('card.spoil', { note })
          setSpoiling(false)
        }}
        onClose={() => setSpoiling(false)}
      />
    </CardFrame>
  )
}
