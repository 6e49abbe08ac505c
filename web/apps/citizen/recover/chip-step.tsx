// The chip of the card. A browser cannot read it: a reading app signs the challenge shown here and writes a
// file; where there is an invented reader, it is at hand.
import { useEffect, useState } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { people, readPeople, simulators, type Simulators } from '../../../kit/simulators.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { card, copy, download } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { toast } from '../../../ui/toast.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { chipInFile, chipOnInventedReader, type PhoneChip } from './phone-chip.ts'
import { RecoverFrame } from './recover-frame.tsx'
import { drawChallenge, proveChip, type Recovery } from './recovery.ts'

const t = phrases({
  heading: { vi: 'Đặt thẻ căn cước lên máy đọc', en: 'Lay the identity card on a reader' },
  lead: {
    vi: 'Chip chứng minh thẻ là thật và đang ở trong tay bạn. Ảnh và dữ liệu trên chip chỉ dùng để đối chiếu, không được giữ lại.',
    en: 'The chip proves that the card is real and in your hands. Its portrait and data are compared and not kept.',
  },
  who: { vi: 'Thẻ của ai nằm trên máy đọc?', en: 'Whose card lies on the reader?' },
  choose: { vi: 'Chọn thẻ', en: 'Choose a card' },
  read: { vi: 'Đọc thẻ', en: 'Read the card' },
  app: { vi: 'Ứng dụng đọc thẻ', en: 'A reading app' },
  appHow: {
    vi: 'Dùng ứng dụng đọc thẻ trên điện thoại có NFC, máy của bạn hoặc máy mượn. Nhập chuỗi dưới đây khi ứng dụng hỏi, rồi chọn tệp mà ứng dụng ghi ra.',
    en: 'Use a reading app on a phone with NFC, yours or a borrowed one. Type the text below when the app asks for it, then choose the file that it writes.',
  },
  challenge: { vi: 'Chuỗi để chip ký, dùng một lần', en: 'For the chip to sign, once' },
  draw: { vi: 'Lấy chuỗi để chip ký', en: 'Get the text for the chip to sign' },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  file: { vi: 'Chọn tệp chip (JSON)', en: 'Choose the chip file (JSON)' },
  not: {
    vi: 'Trình duyệt chưa đọc được chip trực tiếp. Không có cách đọc? Dừng lại và chọn ảnh chân dung hoặc đến quầy.',
    en: 'A browser cannot read a chip by itself yet. No way to read it? Stop, and choose the portrait or a counter.',
  },
})

const InventedReader = ({
  words,
  isBusy,
  onRead,
}: {
  words: Simulators['words']
  isBusy: boolean
  onRead: (personId: string) => void
}) => {
  const present = people.use()
  const [id, setId] = useState('')
  useEffect(() => {
    void readPeople()
  }, [])
  return (
    <Card title={inLanguage(words.reader)} icon={card}>
      <div class="stack">
        <SelectField
          id="card-on-reader"
          label={t('who')}
          value={id}
          options={[
            { value: '', label: t('choose') },
            ...present.map((member) => ({ value: member.id, label: member.name })),
          ]}
          onValue={setId}
        />
        <Button
          kind="primary"
          isWide
          icon={card}
          isDisabled={id === ''}
          isBusy={isBusy}
          onPress={() => onRead(id)}
        >
          {t('read')}
        </Button>
      </div>
    </Card>
  )
}

const FileOfApp = ({
  isBusy,
  onFile,
}: {
  isBusy: boolean
  onFile: (file: File, challenge: string) => void
}) => {
  const [challenge, setChallenge] = useState<string | null>(null)
  const drawing = usePress()
  const draw = () => void drawing.press(async () => setChallenge(await drawChallenge()))
  const copyIt = () =>
    void navigator.clipboard?.writeText(challenge ?? '').then(
      () => toast(t('copied')),
      () => undefined,
    )
  return (
    <Card title={t('app')} icon={download}>
      <div class="stack">
        <p class="quiet">{t('appHow')}</p>
        {drawing.problem && <ProblemNotice key={drawing.refusals} problem={drawing.problem} onRetry={draw} />}
        {challenge === null ? (
          <Button isWide isBusy={drawing.isBusy} onPress={draw}>
            {t('draw')}
          </Button>
        ) : (
          <>
            <div>
              <p class="small quiet">{t('challenge')}</p>
              <p class="challenge">{challenge}</p>
            </div>
            <Button size="small" icon={copy} onPress={copyIt}>
              {t('copy')}
            </Button>
            <FileButton
              icon={download}
              kind="primary"
              label={t('file')}
              accept="application/json,.json"
              isBusy={isBusy}
              onFile={(file) => {
                setChallenge(null)
                onFile(file, challenge)
              }}
            />
          </>
        )}
      </div>
    </Card>
  )
}

export const ChipStep = ({ recovery }: { recovery: Recovery }) => {
  const reading = usePress()
  const simulated = simulators()
  const give = (read: () => Promise<PhoneChip>, drawn?: string) =>
    void reading.press(async () => {
      const chip = await read()
      await proveChip(chip, drawn ?? (await drawChallenge()))
    })
  return (
    <RecoverFrame recovery={recovery} at="chip">
      <div class="page-lead">
        <h2>{t('heading')}</h2>
        <p class="quiet">{t('lead')}</p>
      </div>
      {reading.problem && <ProblemNotice key={reading.refusals} problem={reading.problem} />}
      {simulated && (
        <InventedReader
          words={simulated.words}
          isBusy={reading.isBusy}
          onRead={(id) => give(() => chipOnInventedReader(id))}
        />
      )}
      <FileOfApp
        isBusy={reading.isBusy}
        onFile={(file, challenge) => give(() => chipInFile(file), challenge)}
      />
      <Notice isQuiet>{t('not')}</Notice>
    </RecoverFrame>
  )
}
