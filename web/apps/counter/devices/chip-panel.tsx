// The reader at the desk: where the chip is read from, whose card lies on it, and the press that reads it.
import './devices.css'
import { useEffect } from 'preact/hooks'
import { usePress } from '../../../client/press.ts'
import { FormSummary, useForm } from '../../../kit/form.tsx'
import type { Problem } from '../../../client/problem.ts'
import { groupPersonalNumber } from '../../../ui/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { card, download } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { useKeys } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.tsx'
import { chipOfAgent, chipOfFile, chipOfSimulator, type ReadChip } from '../../../kit/devices/chip-source.ts'
import { chooseDevice, deviceChoice, type ChipSource } from './device-choice.ts'
import { people, readPeople, simulators, visitor } from '../../../kit/simulators.ts'

const t = phrases({
  source: { vi: 'Nguồn đọc thẻ', en: 'Where the chip is read' },
  agent: { vi: 'Máy đọc tại quầy (sen reader)', en: 'Reader at this desk (sen reader)' },
  file: { vi: 'Tệp chip', en: 'Chip file' },
  who: { vi: 'Thẻ của ai nằm trên máy đọc?', en: 'Whose card lies on the reader?' },
  choose: { vi: 'Chọn tệp chip (JSON)', en: 'Choose a chip file (JSON)' },
  fileHint: {
    vi: 'Tệp JSON có các phần com, dg1, dg2, dg13, dg14, dg15, sod, mã hoá base64.',
    en: 'A JSON file with the parts com, dg1, dg2, dg13, dg14, dg15, sod in base64.',
  },
  number: { vi: '6 số ở mặt trước thẻ', en: "The 6 digits on the card's face" },
  numberHint: {
    vi: 'Số này mở khoá đọc chip (PACE). Nó không phải mã PIN của người dân.',
    en: 'This number unlocks reading (PACE). It is no passcode of the person.',
  },
  numberMissing: { vi: 'Nhập đủ 6 số in trên thẻ.', en: 'Enter the 6 digits printed on the card.' },
  port: { vi: 'Cổng của chương trình máy đọc', en: 'Port of the reader program' },
  lay: {
    vi: 'Đặt thẻ phẳng lên máy đọc và giữ yên.',
    en: 'Lay the card flat on the reader and keep it still.',
  },
  read: { vi: 'Đọc thẻ', en: 'Read the card' },
})

const sources = (): { value: ChipSource; label: string }[] => {
  const simulated = simulators()
  return [
    ...(simulated ? [{ value: 'world' as const, label: inLanguage(simulated.words.reader) }] : []),
    { value: 'agent', label: t('agent') },
    { value: 'file', label: t('file') },
  ]
}

const InventedCards = ({ isBusy, onRead }: { isBusy: boolean; onRead: () => void }) => {
  const present = people.use()
  const here = visitor.use()
  useEffect(() => {
    void readPeople().then(() => {
      if (!visitor.get()) {
        visitor.set(people.get()[0] ?? null)
      }
    })
  }, [])
  useKeys({ Enter: onRead })
  return (
    <>
      <fieldset class="cast-cards">
        <legend>{t('who')}</legend>
        <div>
          {present.map((member) => (
            <label key={member.id} class="cast-card">
              <input
                type="radio"
                name="cast-card"
                value={member.id}
                checked={here?.id === member.id}
                onChange={() => visitor.set(member)}
              />
              <Portrait name={member.name} src={`${member.portraitUrl}?still`} shape="card" size={44} />
              <span>
                <b>{member.name}</b>
                <small class="figures">{groupPersonalNumber(member.personalNumber)}</small>
                <small>{inLanguage(member.about)}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Button
        kind="primary"
        isWide
        icon={card}
        shortcut="Enter"
        isBusy={isBusy}
        isDisabled={!here}
        onPress={onRead}
      >
        {t('read')}
      </Button>
    </>
  )
}

const CardOnAgent = ({ isBusy, onRead }: { isBusy: boolean; onRead: (accessNumber: string) => void }) => {
  const { agentPort } = deviceChoice.use()
  const form = useForm({
    rules: { number: { pattern: '^\\d{6}$' } },
    start: { number: '' },
    ids: { number: 'access-number' },
    words: { number: () => t('numberMissing') },
  })
  const read = () => void form.send(async () => onRead(form.values.number))
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        read()
      }}
    >
      <p>{t('lay')}</p>
      <FormSummary form={form} />
      <Field
        {...form.of('number')}
        label={t('number')}
        hint={t('numberHint')}
        inputMode="numeric"
        maxLength={6}
        width_ch={8}
        onValue={(text) => form.set({ number: text.replace(/\D/g, '') })}
      />
      <Field
        id="agent-port"
        label={t('port')}
        type="number"
        width_ch={8}
        value={String(agentPort)}
        onValue={(text) => chooseDevice({ agentPort: Number(text) || agentPort })}
      />
      <Button kind="primary" type="submit" isWide icon={card} isBusy={isBusy}>
        {t('read')}
      </Button>
    </form>
  )
}

/**
 * `onChip` gets the chip's parts as they were read; what it throws is shown here like a fault of the reader.
 */
export const ChipPanel = ({
  onChip,
  problem,
  isBusy,
}: {
  onChip: (chip: ReadChip) => Promise<void>
  problem?: Problem | null
  isBusy?: boolean
}) => {
  const choice = deviceChoice.use()
  const reading = usePress()
  const run = (read: () => Promise<ReadChip>) => void reading.press(async () => onChip(await read()))
  const isWorking = reading.isBusy || isBusy === true
  return (
    <div class="chip-panel stack">
      <Refusal problem={reading.problem ?? problem ?? null} />
      <SelectField
        id="chip-source"
        label={t('source')}
        value={choice.chip}
        options={sources()}
        onValue={(value) => chooseDevice({ chip: value as ChipSource })}
      />
      {choice.chip === 'world' && (
        <InventedCards
          isBusy={isWorking}
          onRead={() => run(() => chipOfSimulator(visitor.get()?.id ?? ''))}
        />
      )}
      {choice.chip === 'agent' && (
        <CardOnAgent
          isBusy={isWorking}
          onRead={(number) => run(() => chipOfAgent(choice.agentPort, number))}
        />
      )}
      {choice.chip === 'file' && (
        <>
          <p class="quiet">{t('fileHint')}</p>
          <FileButton
            icon={download}
            label={t('choose')}
            accept="application/json,.json"
            kind="primary"
            isBusy={isWorking}
            onFile={(file) => run(() => chipOfFile(file))}
          />
        </>
      )}
    </div>
  )
}
