// A new request: whose it is, who acts for her, and by which right. Both stand at the counter.
import { focusField } from '../../../ui/attention.tsx'
import './representation.css'
import { useState } from 'preact/hooks'
import type { OpenRepresentation } from '../../../../contract/representation.ts'
import { parsePersonalNumber } from '../../../../formats/personal-number.ts'
import { deed } from '../../../client/call.ts'
import { faultSentence } from '../../../client/faults.ts'
import { usePress } from '../../../client/press.ts'
import { newId } from '../../../client/uuid7.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { PageHead } from '../../../ui/console-frame.tsx'
import { arrowLeft, arrowRight, family } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PersonalNumberField } from '../../../kit/personal-number-field.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { navigate } from '../../../ui/router.tsx'
import { CounterFrame } from '../shell/counter-frame.tsx'
import { useKeys } from '../shell/keys.ts'
import { orSignIn } from '../shell/officer.ts'
import { Refusal } from '../shell/refusal.tsx'
import type { Kind } from './request.ts'

const t = phrases({
  title: { vi: 'Đăng ký cho trẻ em hoặc người được giám hộ', en: 'Register a child or ward' },
  ward: { vi: 'Số định danh của người được đại diện', en: 'Personal number of the represented person' },
  wardHint: {
    vi: '12 số, trên giấy khai sinh hoặc thẻ căn cước.',
    en: '12 digits, on the birth certificate or the card.',
  },
  by: { vi: 'Số định danh của người đại diện', en: 'Personal number of the representative' },
  byHint: { vi: 'Người này cần tài khoản mức 2.', en: 'This person needs a level-2 account.' },
  kind: { vi: 'Người đại diện là', en: 'The representative is' },
  parent: { vi: 'Cha hoặc mẹ', en: 'A parent' },
  parentMore: {
    vi: 'Con dưới 14 tuổi; quyền tự hết khi đủ 14.',
    en: 'Of a child under 14; it ends by itself at 14.',
  },
  guardian: { vi: 'Người giám hộ', en: 'A guardian' },
  guardianMore: {
    vi: 'Theo quyết định của UBND hoặc Toà án.',
    en: 'By a decision of the commune or a court.',
  },
  logged: {
    vi: 'Mở hồ sơ là tra cứu: người được đại diện thấy đơn vị bạn và lý do.',
    en: 'Opening it is a look-up: the represented person sees your office and why.',
  },
  go: { vi: 'Mở hồ sơ', en: 'Open the request' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
})

const faultOf = (number: string): string | undefined => {
  const read = parsePersonalNumber(number)
  return read.ok ? undefined : faultSentence('personalNumber', read.reason)
}

const NewPage = () => {
  const [ward, setWard] = useState('')
  const [by, setBy] = useState('')
  const [kind, setKind] = useState<Kind>('parent')
  const [isTried, setTried] = useState(false)
  const [caseId] = useState(() => newId())
  const opening = usePress()
  const back = () => navigate('/representation')
  useKeys({ Escape: back })
  const open = () => {
    setTried(true)
    const first = faultOf(ward) ? 'rep-ward' : faultOf(by) ? 'rep-by' : null
    if (first) {
      return focusField(first)
    }
    void opening.press(async () => {
      await orSignIn(
        deed<typeof OpenRepresentation>('representation.open', {
          caseId,
          personalNumber: ward,
          representativeNumber: by,
          kind,
        }),
      )
      navigate(`/representation/${caseId}`, { replace: true })
    })
  }
  return (
    <CounterFrame title={t('title')} keys={[['Esc', t('back')]]}>
      <PageHead title={t('title')} />
      <div class="rep-desk">
        <Card title={t('title')} icon={family}>
          <form
            class="rep-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              open()
            }}
          >
            <Refusal problem={opening.problem} onRetry={open} />
            <PersonalNumberField
              id="rep-ward"
              label={t('ward')}
              hint={t('wardHint')}
              value={ward}
              onValue={setWard}
              autocomplete="off"
              error={isTried ? faultOf(ward) : undefined}
            />
            <PersonalNumberField
              id="rep-by"
              label={t('by')}
              hint={t('byHint')}
              value={by}
              onValue={setBy}
              autocomplete="off"
              error={isTried ? faultOf(by) : undefined}
            />
            <RadioCards<Kind>
              name="rep-kind"
              legend={t('kind')}
              value={kind}
              onValue={setKind}
              choices={[
                { value: 'parent', title: t('parent'), detail: t('parentMore') },
                { value: 'guardian', title: t('guardian'), detail: t('guardianMore') },
              ]}
            />
            <div class="rep-acts">
              <Button icon={arrowLeft} shortcut="Esc" onPress={back}>
                {t('back')}
              </Button>
              <Button kind="primary" type="submit" iconEnd={arrowRight} isBusy={opening.isBusy}>
                {t('go')}
              </Button>
            </div>
          </form>
        </Card>
        <Notice isQuiet>{t('logged')}</Notice>
      </div>
    </CounterFrame>
  )
}

export default NewPage
