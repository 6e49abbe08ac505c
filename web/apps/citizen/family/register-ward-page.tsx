// Registering a child or ward from one's own account: what it means, a portrait of the child, and the
// passcode of this phone.
import { useStep } from '../../../ui/attention.tsx'
import './family.css'
import { useEffect, useState } from 'preact/hooks'
import type { RegisterWard } from '../../../../contract/representation.ts'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import { usePress } from '../../../client/press.ts'
import type { Problem } from '../../../client/problem.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { check, eye, Icon, key, person, phone } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Portrait } from '../../../ui/portrait.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { PortraitTaker } from '../portrait/portrait-taker.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { Screen } from '../shell/screen.tsx'
import { openProfile, ownDeed } from '../shell/session.ts'
import { chosenMember, givenName, readFamily, relationWords, type Member } from './family.ts'

const t = phrases({
  title: { vi: 'Đăng ký cho {name}', en: 'Register {name}' },
  meaning: { vi: 'Bạn đồng ý những gì', en: 'What you agree to' },
  picture: { vi: 'Ảnh chân dung của {name}', en: 'Portrait of {name}' },
  passcode: { vi: 'Mã PIN của bạn', en: 'Your passcode' },
  enter: { vi: 'Nhập mã PIN để đăng ký cho {name}', en: 'Enter your passcode to register {name}' },
  says: {
    vi: 'Cơ sở dữ liệu ghi bạn là người đại diện. Bạn xác nhận đây đúng là người ấy.',
    en: 'The register names you as the representative. You confirm that this is the person.',
  },
  uses: {
    vi: 'Tài khoản mức 1, không có mật khẩu riêng. Bạn mở trong ứng dụng của mình; mỗi lần dùng giấy tờ cần mã PIN.',
    en: 'An account of level 1 without a password of its own. You open it in your app; each use of a document needs your passcode.',
  },
  sees: {
    vi: 'Cha, mẹ hoặc người giám hộ khác đã có tài khoản mức 2 cũng thấy hồ sơ và nhật ký.',
    en: 'The other parent or guardian with a level-2 account sees the profile and its log as well.',
  },
  ends: {
    vi: 'Với trẻ em, quyền này tự hết vào ngày đủ 14 tuổi, rồi bàn giao sang máy của con.',
    en: "For a child it ends by itself on the day of being 14, and the account goes to a phone of the child's own.",
  },
  go: { vi: 'Tôi đồng ý, chụp ảnh', en: 'I agree, take the picture' },
  tips: {
    vi: 'Nhìn thẳng, đủ sáng, không đội mũ. Ảnh được so với ảnh trong cơ sở dữ liệu, rồi bỏ. Trẻ dưới 6 tuổi không bị so khuôn mặt.',
    en: "Face the camera in good light, no hat. The picture is compared with the register's and then thrown away. Of a child under 6 nothing is compared.",
  },
  again: { vi: 'Chụp lại', en: 'Take it again' },
  counter: { vi: 'Tìm quầy', en: 'Find a counter' },
  done: { vi: '{name} đã có tài khoản', en: '{name} has an account' },
  doneMore: {
    vi: 'Bạn và người đại diện khác đều được báo. Mở hồ sơ để xem căn cước điện tử của {name}.',
    en: 'You and the other representative are told. Open the profile to see the electronic card of {name}.',
  },
  open: { vi: 'Mở hồ sơ của {name}', en: 'Open the profile of {name}' },
  back: { vi: 'Về trang Gia đình', en: 'To the family page' },
  nobody: { vi: 'Chưa chọn ai để đăng ký', en: 'Nobody is chosen' },
  nobodyMore: { vi: 'Chọn người ở trang Gia đình.', en: 'Choose the person on the family page.' },
})

const Meaning = () => (
  <ul class="ticks">
    <li>
      <Icon of={person} size={20} />
      <span>{t('says')}</span>
    </li>
    <li>
      <Icon of={key} size={20} />
      <span>{t('uses')}</span>
    </li>
    <li>
      <Icon of={eye} size={20} />
      <span>{t('sees')}</span>
    </li>
    <li>
      <Icon of={phone} size={20} />
      <span>{t('ends')}</span>
    </li>
  </ul>
)

const Done = ({ member }: { member: Member }) => {
  const name = givenName(member.fullName)
  const opening = usePress()
  const open = () =>
    void opening.press(async () => {
      // The tie reaches this side by a fact, a moment after the answer.
      for (let tries = 0; tries < 20; tries++) {
        const found = (await readFamily()).members.find(
          ({ personalNumber }) => personalNumber === member.personalNumber,
        )
        if (found?.tieId) {
          await openProfile(found.tieId)
          return navigate('/wallet')
        }
        await new Promise((resolve) => setTimeout(resolve, 400))
      }
      navigate('/family')
    })
  return (
    <>
      <EmptyState icon={check} title={t('done', { name: member.fullName })}>
        {t('doneMore', { name })}
      </EmptyState>
      {opening.problem && <ProblemNotice key={opening.refusals} problem={opening.problem} />}
      <Button kind="primary" isWide isBusy={opening.isBusy} onPress={open}>
        {t('open', { name })}
      </Button>
      <LinkButton isWide href={hrefTo('/family')}>
        {t('back')}
      </LinkButton>
    </>
  )
}

type Stage = 'meaning' | 'picture' | 'passcode' | 'done'
const stages: readonly Stage[] = ['meaning', 'picture', 'passcode']
const counterFirst = new Set([
  'representation.counter-needed',
  'representation.not-eligible',
  'representation.unknown',
])

const useRegistering = (member: Member) => {
  const [stage, setStage] = useState<Stage>('meaning')
  useStep(stage)
  const [picture, setPicture] = useState<SentPicture | null>(null)
  const sending = usePress()
  const take = (taken: SentPicture) => {
    setPicture(taken)
    sending.clear()
    setStage('passcode')
    return Promise.resolve([])
  }
  const send = async (passcode: string) => {
    const isDone = await sending.press(async () => {
      await ownDeed<typeof RegisterWard>(
        'representation.register',
        {
          personalNumber: member.personalNumber,
          picture: picture?.base64 ?? '',
          passcode,
          consent: '2026-11',
        },
        { timeout_s: 40 },
      )
    })
    if (isDone) {
      setStage('done')
    }
  }
  return { stage, setStage, picture, take, sending, send }
}

const Head = ({ member, stage, picture }: { member: Member; stage: Stage; picture: SentPicture | null }) => {
  if (stage === 'done') {
    return null
  }
  const name = givenName(member.fullName)
  const titles = { meaning: t('meaning'), picture: t('picture', { name }), passcode: t('passcode') }
  return (
    <>
      <Steps step={stages.indexOf(stage) + 1} total={3} title={titles[stage]} />
      <div class="family-who">
        <Portrait name={member.fullName} size={56} src={picture?.url} />
        <div>
          <b>{member.fullName}</b>
          <span>{relationWords(member)}</span>
        </div>
      </div>
    </>
  )
}

/** What helps after a refusal: a counter, or another picture. */
const wayOn = (problem: Problem | null, onAgain: () => void) => {
  if (problem && counterFirst.has(problem.code)) {
    return (
      <LinkButton size="small" href={hrefTo('/help')}>
        {t('counter')}
      </LinkButton>
    )
  }
  const isOfPicture =
    problem?.code.startsWith('representation.portrait') || problem?.code === 'portrait.not-a-picture'
  return isOfPicture ? (
    <Button size="small" onPress={onAgain}>
      {t('again')}
    </Button>
  ) : undefined
}

const Registering = ({ member }: { member: Member }) => {
  const name = givenName(member.fullName)
  const { stage, setStage, picture, take, sending, send } = useRegistering(member)
  return (
    <Screen
      title={t('title', { name })}
      head={<TopBar title={t('title', { name })} back={hrefTo('/family')} />}
      action={
        stage === 'meaning' ? (
          <Button kind="primary" isWide onPress={() => setStage('picture')}>
            {t('go')}
          </Button>
        ) : undefined
      }
    >
      <Head member={member} stage={stage} picture={picture} />
      {stage === 'meaning' && <Meaning />}
      {stage === 'picture' && (
        <PortraitTaker onUse={take}>
          <p class="quiet">{t('tips')}</p>
        </PortraitTaker>
      )}
      {stage === 'passcode' && (
        <OwnPasscode
          label={t('enter', { name })}
          proving={sending}
          onPasscode={send}
          action={wayOn(sending.problem, () => setStage('picture'))}
        />
      )}
      {stage === 'done' && <Done member={member} />}
    </Screen>
  )
}

export default function RegisterWardPage() {
  const member = chosenMember.use()
  useEffect(() => () => chosenMember.set(null), [])
  if (member) {
    return <Registering member={member} />
  }
  return (
    <Screen title={t('nobody')} head={<TopBar title={t('title', { name: '' })} back={hrefTo('/family')} />}>
      <EmptyState
        icon={person}
        title={t('nobody')}
        action={
          <LinkButton kind="primary" href={hrefTo('/family')}>
            {t('back')}
          </LinkButton>
        }
      >
        {t('nobodyMore')}
      </EmptyState>
      <Notice isQuiet>{t('ends')}</Notice>
    </Screen>
  )
}
