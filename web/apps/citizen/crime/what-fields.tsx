// What happened, where, when, and pictures, made anew on the phone: of their files nothing else goes out.
import './crime.css'
import { useState } from 'preact/hooks'
import type { SendNamedReport } from '../../../../contract/crime-report.ts'
import type { GivenTo } from '../../../client/call.ts'
import { crimeReport } from '../../../client/form-rules.ts'
import { usePress } from '../../../client/press.ts'
import { Problem } from '../../../client/problem.ts'
import { crimeKinds, crimeKindWords } from '../../../kit/crime-words.ts'
import { useForm, type Form } from '../../../kit/form.tsx'
import { pageOfFile, type SentPicture } from '../../../kit/portrait/picture.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { unitCodeOf, UnitFields } from '../../../kit/unit-fields.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { now } from '../../../ui/clock.ts'
import { Field, SelectField } from '../../../ui/field.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { isoDayVN } from '../../../ui/format.ts'
import { camera, trash } from '../../../ui/icons.tsx'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({
  kind: { vi: 'Việc gì?', en: 'What kind of thing?' },
  choose: { vi: 'Chọn việc gần nhất', en: 'Choose what comes nearest' },
  kindMissing: {
    vi: 'Chọn việc gần nhất; không rõ thì chọn dòng cuối.',
    en: 'Choose what comes nearest; the last line if you do not know.',
  },
  text: { vi: 'Chuyện gì đã xảy ra?', en: 'What happened?' },
  named: {
    vi: 'Ai, ở đâu, lúc nào, bạn thấy gì. Ít nhất 20 chữ cái.',
    en: 'Who, where exactly, when, what you saw. 20 letters at least.',
  },
  anonymous: {
    vi: 'Ai, ở đâu, lúc nào, bạn thấy gì. Ít nhất 20 chữ cái. Muốn ẩn danh thì đừng viết tên, số, hay điều chỉ mình bạn biết.',
    en: 'Who, where exactly, when, what you saw. 20 letters at least. To stay anonymous leave out your name, numbers, and what only you know.',
  },
  textMissing: { vi: 'Kể lại, ít nhất 20 chữ cái.', en: 'Tell it, in 20 letters at least.' },
  placeMissing: { vi: 'Chọn tỉnh, thành phố nơi xảy ra.', en: 'Choose the province where it happened.' },
  day: { vi: 'Ngày xảy ra', en: 'The day' },
  dayLongAgo: { vi: 'Ngày này đã quá lâu. Xem lại năm.', en: 'This day is too long ago. Look at the year.' },
  dayLater: { vi: 'Ngày này chưa đến.', en: 'This day has not come yet.' },
  pictures: { vi: 'Ảnh', en: 'Pictures' },
  picturesMore: {
    vi: 'Nhiều nhất 3 ảnh, không bắt buộc. Ảnh được vẽ lại trên máy: nơi chụp, giờ chụp và tên máy không gửi đi.',
    en: 'Up to 3, if you like. They are drawn anew on the phone: place, time and camera do not go out.',
  },
  add: { vi: 'Thêm ảnh', en: 'Add a picture' },
  picture: { vi: 'Ảnh {no}', en: 'Picture {no}' },
  remove: { vi: 'Bỏ ảnh {no}', en: 'Remove picture {no}' },
  unreadable: {
    vi: 'Tệp này không mở được như một ảnh. Chưa có gì được gửi; hãy chọn ảnh JPEG, PNG hoặc WebP.',
    en: 'This file does not open as a picture. Nothing was sent; choose a JPEG, PNG or WebP.',
  },
})

const PICTURES_MOST = 3
/** A year before that is a slip of the finger: nobody saw it who lives. */
const EARLIEST = '1900-01-01'
export type Way = 'anonymous' | 'named'
type Fields = 'kind' | 'text' | 'unitCode' | 'happenedOn'
type Told = Omit<GivenTo<typeof SendNamedReport>, 'isNameShown'>

const isNothing = (code: string): boolean => code === 'required' || code === 'too_small'

export const useReport = () => {
  const [pictures, setPictures] = useState<readonly SentPicture[]>([])
  const [chosen, choose] = useState({ province: '', commune: '' })
  const form = useForm<Fields>({
    rules: crimeReport,
    start: { kind: '', text: '', unitCode: '', happenedOn: '' },
    ids: { kind: 'crime-kind', text: 'crime-text', unitCode: 'unit-province', happenedOn: 'crime-day' },
    words: {
      kind: () => t('kindMissing'),
      unitCode: () => t('placeMissing'),
      text: (code) => (isNothing(code) ? t('textMissing') : undefined),
      happenedOn: (code) =>
        code === 'too_big' ? t('dayLater') : code === 'too_small' ? t('dayLongAgo') : undefined,
    },
    also: ({ happenedOn }) =>
      happenedOn > isoDayVN(now())
        ? [{ field: 'happenedOn', code: 'too_big' }]
        : happenedOn !== '' && happenedOn < EARLIEST
          ? [{ field: 'happenedOn', code: 'too_small' }]
          : [],
  })
  return { form, pictures, setPictures, chosen, choose }
}
type Report = ReturnType<typeof useReport>

/** Throws a plain Error: the form has looked at it. */
export const reportOf = (values: Form<Fields>['values'], pictures: readonly SentPicture[]): Told => {
  const kind = crimeKinds.find((one) => one === values.kind)
  if (!kind) {
    throw new Error('a report of no kind')
  }
  return {
    kind,
    text: values.text.trim(),
    unitCode: values.unitCode,
    ...(values.happenedOn === '' ? {} : { happenedOn: values.happenedOn }),
    pictures: pictures.map(({ base64 }) => base64),
  }
}

const Pictures = ({ pictures, setPictures }: Pick<Report, 'pictures' | 'setPictures'>) => {
  const adding = usePress()
  const add = (file: File) =>
    void adding.press(async () => {
      const picture = await pageOfFile(file)
      if (!picture) {
        throw new Problem({ code: 'evidence.page-unreadable', detail: t('unreadable'), status: 422 })
      }
      setPictures((before) => [...before, picture])
    })
  return (
    <fieldset class="crime-pictures">
      <legend>{t('pictures')}</legend>
      <p class="quiet small">{t('picturesMore')}</p>
      {adding.problem && <ProblemNotice key={adding.refusals} problem={adding.problem} />}
      <ul>
        {pictures.map(({ url }, index) => (
          <li key={url}>
            <img src={url} alt={t('picture', { no: index + 1 })} />
            <IconButton
              icon={trash}
              label={t('remove', { no: index + 1 })}
              onPress={() => setPictures((before) => before.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      {pictures.length < PICTURES_MOST && (
        <FileButton
          icon={camera}
          label={t('add')}
          accept="image/jpeg,image/png,image/webp"
          isBusy={adding.isBusy}
          onFile={add}
        />
      )}
    </fieldset>
  )
}

export const WhatFields = ({
  report: { form, pictures, setPictures, chosen, choose },
  way,
}: {
  report: Report
  way: Way
}) => {
  const { error } = form.of('unitCode')
  return (
    <>
      <SelectField
        {...form.of('kind')}
        label={t('kind')}
        options={[
          { value: '', label: t('choose') },
          ...crimeKinds.map((value) => ({ value, label: crimeKindWords(value) })),
        ]}
      />
      <UnitFields
        chosen={chosen}
        {...(error === undefined ? {} : { error })}
        onChosen={(place) => {
          choose(place)
          form.set({ unitCode: unitCodeOf(place) })
        }}
      />
      <Field {...form.of('happenedOn')} type="date" isOptional label={t('day')} />
      <Field {...form.of('text')} label={t('text')} hint={t(way)} rows={7} maxLength={4000} />
      <Pictures pictures={pictures} setPictures={setPictures} />
    </>
  )
}
