// Writes a petition: what it is about, where, and in her own words.
import { useState } from 'preact/hooks'
import type { SendPetition } from '../../../../contract/petition.ts'
import { sendPetition } from '../../../client/form-rules.ts'
import { FormProblems, useForm, type Form } from '../../../kit/form.tsx'
import { petitionTopics, topicWords } from '../../../kit/petition-words.ts'
import { unitCodeOf, UnitFields } from '../../../kit/unit-fields.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field, SelectField } from '../../../ui/field.tsx'
import { info } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed } from '../shell/session.ts'

const t = phrases({
  title: { vi: 'Gửi phản ánh', en: 'Send a petition' },
  topic: { vi: 'Về việc gì?', en: 'What is it about?' },
  choose: { vi: 'Chọn một việc', en: 'Choose' },
  topicMissing: { vi: 'Chọn việc bạn phản ánh.', en: 'Choose what it is about.' },
  where: { vi: 'Ở đâu?', en: 'Where?' },
  home: { vi: 'Nơi tôi cư trú', en: 'Where I live' },
  homeMore: { vi: 'Theo cơ sở dữ liệu về cư trú', en: 'As the register of residence has it' },
  elsewhere: { vi: 'Nơi khác', en: 'Somewhere else' },
  placeMissing: { vi: 'Chọn tỉnh, thành phố.', en: 'Choose the province.' },
  text: { vi: 'Nội dung phản ánh', en: 'What you want to say' },
  textHint: {
    vi: 'Việc gì, ở chỗ nào, từ bao giờ, bạn muốn cơ quan làm gì. Ít nhất 20 chữ cái. Đừng ghi số giấy tờ của người khác.',
    en: 'What, where exactly, since when, and what the office should do. 20 letters at least. Leave out other people’s numbers.',
  },
  textMissing: { vi: 'Viết nội dung, ít nhất 20 chữ cái.', en: 'Write it, in 20 letters at least.' },
  send: { vi: 'Gửi', en: 'Send' },
  sent: {
    vi: 'Đã gửi. Bạn có trả lời trong 10 ngày làm việc.',
    en: 'Sent. You hear within 10 working days.',
  },
  after: { vi: 'Điều gì xảy ra tiếp theo', en: 'What happens next' },
  afterMore: {
    vi: 'Phản ánh đến cơ quan có thẩm quyền ở nơi đó; phản ánh về cán bộ do cơ quan cấp trên xem. Cán bộ giải quyết biết tên bạn. Có trả lời trong 10 ngày làm việc, bằng thư và văn bản.',
    en: 'It goes to the office that is competent there; the conduct of an officer is looked at by the office above. The officer who answers knows your name. You hear within 10 working days, by letter and on paper.',
  },
  crime: {
    vi: 'Việc có dấu hiệu tội phạm đang xảy ra: gọi 113.',
    en: 'A crime that is going on: call 113.',
  },
})

type PetitionFields = 'topic' | 'unitCode' | 'text'
type Where = 'home' | 'elsewhere'

const isNothing = (code: string): boolean => code === 'required' || code === 'too_small'

const usePetition = (where: Where) =>
  useForm<PetitionFields>({
    rules: sendPetition,
    start: { topic: '', unitCode: '', text: '' },
    ids: { topic: 'petition-topic', unitCode: 'unit-province', text: 'petition-text' },
    words: {
      topic: () => t('topicMissing'),
      unitCode: () => t('placeMissing'),
      text: (code) => (isNothing(code) ? t('textMissing') : undefined),
    },
    also: ({ unitCode }) =>
      where === 'elsewhere' && unitCode === '' ? [{ field: 'unitCode', code: 'required' }] : [],
  })

const PlaceFields = ({
  where,
  onWhere,
  form,
}: {
  where: Where
  onWhere: (where: Where) => void
  form: Form<PetitionFields>
}) => {
  const [chosen, choose] = useState({ province: '', commune: '' })
  const { error } = form.of('unitCode')
  return (
    <>
      <RadioCards<Where>
        name="where"
        legend={t('where')}
        value={where}
        onValue={onWhere}
        choices={[
          { value: 'home', title: t('home'), detail: t('homeMore') },
          { value: 'elsewhere', title: t('elsewhere') },
        ]}
      />
      {where === 'elsewhere' && (
        <UnitFields
          chosen={chosen}
          {...(error === undefined ? {} : { error })}
          onChosen={(place) => {
            choose(place)
            form.set({ unitCode: unitCodeOf(place) })
          }}
        />
      )}
    </>
  )
}

const sendFilled = async (values: Form<PetitionFields>['values'], where: Where): Promise<void> => {
  const topic = petitionTopics.find((one) => one === values.topic)
  if (!topic) {
    return
  }
  const place = where === 'elsewhere' ? { unitCode: values.unitCode } : {}
  const input = { topic, text: values.text.trim(), ...place }
  const { id } = await ownDeed<typeof SendPetition>('petition.send', input)
  toast(t('sent'))
  navigate(`/petitions/${id}`, { replace: true })
}

export default function NewPetitionPage() {
  const [where, setWhere] = useState<Where>('home')
  const form = usePetition(where)
  const send = () => void form.send(() => sendFilled(form.values, where))
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo('/petitions')} />}
      action={
        <Button kind="primary" isWide type="submit" form="petition" isBusy={form.sending.isBusy}>
          {t('send')}
        </Button>
      }
    >
      <form
        id="petition"
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FormProblems form={form} onRetry={send} />
        <SelectField
          {...form.of('topic')}
          label={t('topic')}
          options={[
            { value: '', label: t('choose') },
            ...petitionTopics.map((value) => ({ value, label: topicWords(value) })),
          ]}
        />
        <PlaceFields where={where} onWhere={setWhere} form={form} />
        <Field {...form.of('text')} label={t('text')} hint={t('textHint')} rows={7} maxLength={4000} />
      </form>
      <Notice isQuiet icon={info} title={t('after')}>
        {t('afterMore')}
      </Notice>
      <p class="quiet small">{t('crime')}</p>
    </Screen>
  )
}
