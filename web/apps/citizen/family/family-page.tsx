// My family: whose profile is open, whom I act for, whom I can register, what has ended, and what is missing.
import './family.css'
import type { JSX } from 'preact'
import { useLoad, usePress } from '../../../client/press.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../../ui/card.tsx'
import { dateVN } from '../../../ui/format.ts'
import { alert, family as familyIcon, heart, info, person, phone } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { Pill } from '../../../ui/pill.tsx'
import { Portrait } from '../../../ui/portrait.tsx'
import { hrefTo, navigate } from '../../../ui/router.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState, Skeleton } from '../../../ui/waiting.tsx'
import { CitizenNav } from '../shell/citizen-nav.tsx'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { openProfile, useSession } from '../shell/session.ts'
import {
  chosenMember,
  endWords,
  givenName,
  readFamily,
  relationWords,
  whyWords,
  type Ended,
  type Member,
} from './family.ts'

const t = phrases({
  title: { vi: 'Gia đình', en: 'Family' },
  own: { vi: 'Hồ sơ của tôi', en: 'My own profile' },
  ownOpen: { vi: 'Đang mở', en: 'Open now' },
  actFor: { vi: 'Tôi đại diện cho', en: 'I act for' },
  open: { vi: 'Mở hồ sơ', en: 'Open the profile' },
  openOf: { vi: 'Mở hồ sơ của {name}', en: 'Open the profile of {name}' },
  isOpen: { vi: 'Đang mở hồ sơ của {name}', en: 'The profile of {name} is open' },
  register: { vi: 'Đăng ký', en: 'Register' },
  registerOf: { vi: 'Đăng ký cho {name}', en: 'Register {name}' },
  level: { vi: 'Mức {level}', en: 'Level {level}' },
  until: { vi: '{relation} · đến hết {day}', en: '{relation} · until {day}' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
  endedOn: { vi: '{why} · {day}', en: '{why} · {day}' },
  handOver: { vi: 'Bàn giao tài khoản', en: 'Hand the account over' },
  handOverBy: {
    vi: 'Bàn giao trước {day}, sau đó phải đến quầy',
    en: 'Hand it over by {day}; afterwards only a counter can',
  },
  handedOver: { vi: 'Đã bàn giao', en: 'Handed over' },
  late: {
    vi: 'Quá hạn bàn giao: mang thẻ căn cước của con đến quầy',
    en: "Too late to hand over here: bring the child's card to a counter",
  },
  none: { vi: 'Cơ sở dữ liệu chưa ghi ai do bạn đại diện', en: 'The register names nobody for whom you act' },
  noneWhy: {
    vi: 'Con dưới 14 tuổi và người được giám hộ hiện ở đây khi giấy khai sinh hoặc quyết định đã vào cơ sở dữ liệu.',
    en: 'Children under 14 and wards show here once the birth or the decision is in the register.',
  },
  missing: { vi: 'Thiếu ai đó?', en: 'Is somebody missing?' },
  missingMore: { vi: 'Báo để cơ quan hộ tịch kiểm tra', en: 'Say so, and the register is looked at' },
  relatives: { vi: 'Người thân tin cậy', en: 'Trusted relatives' },
  relativesMore: {
    vi: 'Giúp lấy lại tài khoản khi mất máy, hoặc khoá giúp',
    en: 'They help when the phone is lost, or lock for you',
  },
  rule: {
    vi: 'Mỗi lần dùng giấy tờ của người được đại diện cần mã PIN của bạn. Cả cha và mẹ đều thấy nhật ký. Quyền tự hết khi con đủ 14 tuổi.',
    en: "Each use of a represented person's document needs your passcode. Both parents see the log. It ends by itself when the child is 14.",
  },
})

const useOpening = () => {
  const opening = usePress()
  const open = (tieId: string | null, name: string) =>
    void opening.press(async () => {
      const me = await openProfile(tieId)
      toast(t('isOpen', { name: me.fullName || name }))
      navigate('/wallet')
    })
  return { opening, open }
}

const MemberRow = ({ member, onOpen, isBusy }: { member: Member; onOpen: () => void; isBusy: boolean }) => {
  const { fullName: name, state, why, until } = member
  const relation = until
    ? t('until', { relation: relationWords(member), day: dateVN(until) })
    : relationWords(member)
  const register = () => {
    chosenMember.set(member)
    navigate('/family/register')
  }
  return (
    <Row
      lead={<Portrait name={name} size={44} />}
      title={name}
      detail={
        why ? (
          <>
            {relation}
            <br />
            {whyWords(why)}
          </>
        ) : (
          relation
        )
      }
      end={
        member.isOpen ? (
          <Pill tone="jade">{t('ownOpen')}</Pill>
        ) : member.level !== null ? (
          <Pill tone={member.level === 2 ? 'jade' : 'neutral'}>{t('level', { level: member.level })}</Pill>
        ) : undefined
      }
      below={
        state === 'registered' && !member.isOpen ? (
          <div class="family-act">
            <Button
              size="small"
              kind="primary"
              isBusy={isBusy}
              label={t('openOf', { name })}
              onPress={onOpen}
            >
              {t('open')}
            </Button>
          </div>
        ) : state === 'can-register' ? (
          <div class="family-act">
            <Button size="small" kind="primary" label={t('registerOf', { name })} onPress={register}>
              {t('register')}
            </Button>
          </div>
        ) : undefined
      }
    />
  )
}

const EndedRow = ({ ended }: { ended: Ended }): JSX.Element => {
  const { fullName: name, handOver, handOverBy } = ended
  const line = t('endedOn', { why: endWords(ended.reason), day: dateVN(ended.endedAt) })
  const more =
    handOver === 'possible' && handOverBy
      ? t('handOverBy', { day: dateVN(handOverBy) })
      : handOver === 'late'
        ? t('late')
        : null
  return (
    <Row
      lead={<Portrait name={name} size={44} />}
      title={name}
      detail={
        more ? (
          <>
            {line}
            <br />
            {more}
          </>
        ) : (
          line
        )
      }
      end={handOver === 'done' ? <Pill tone="ok">{t('handedOver')}</Pill> : undefined}
      below={
        handOver === 'possible' ? (
          <div class="family-act">
            <LinkButton
              size="small"
              kind="primary"
              icon={phone}
              href={hrefTo(`/family/hand-over/${ended.tieId}`)}
            >
              {t('handOver')}
            </LinkButton>
          </div>
        ) : undefined
      }
    />
  )
}

type Me = ReturnType<typeof useSession>['me']
type Opening = ReturnType<typeof useOpening>

const OwnProfile = ({ me, name, open }: { me: Me; name: string; open: Opening['open'] }) => (
  <Rows>
    <Row
      lead={<Portrait name={name} size={44} />}
      title={name}
      detail={t('own')}
      {...(me?.acting
        ? { onPress: () => open(null, name) }
        : { end: <Pill tone="jade">{t('ownOpen')}</Pill> })}
    />
  </Rows>
)

const Members = ({
  members,
  opening: { opening, open },
}: {
  members: readonly Member[]
  opening: Opening
}) => (
  <>
    <GroupHead title={t('actFor')} />
    {members.length === 0 ? (
      <div class="card">
        <EmptyState icon={familyIcon} title={t('none')}>
          {t('noneWhy')}
        </EmptyState>
      </div>
    ) : (
      <Rows>
        {members.map((member) => (
          <MemberRow
            key={member.personalNumber}
            member={member}
            isBusy={opening.isBusy}
            onOpen={() => open(member.tieId, givenName(member.fullName))}
          />
        ))}
      </Rows>
    )}
  </>
)

const EndedTies = ({ all }: { all: readonly Ended[] }) =>
  all.length === 0 ? null : (
    <>
      <GroupHead title={t('ended')} />
      <Rows>
        {all.map((ended) => (
          <EndedRow key={ended.tieId} ended={ended} />
        ))}
      </Rows>
    </>
  )

/** Only from one's own profile. */
const Further = () => (
  <Rows>
    <Row
      icon={alert}
      tone="gold"
      title={t('missing')}
      detail={t('missingMore')}
      href={hrefTo('/family/missing')}
    />
    <Row
      icon={heart}
      tone="cham"
      title={t('relatives')}
      detail={t('relativesMore')}
      href={hrefTo('/family/relatives')}
    />
  </Rows>
)

export default function FamilyPage() {
  const { me } = useSession()
  const { data, problem, reload } = useLoad(readFamily)
  const profile = useOpening()
  const { opening, open } = profile
  const ownName = me?.acting?.holderName ?? me?.fullName ?? ''
  return (
    <Screen
      title={t('title')}
      nav={<CitizenNav current="me" />}
      head={<TopBar title={t('title')} back={hrefTo('/wallet')} />}
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {opening.problem && <ProblemNotice key={opening.refusals} problem={opening.problem} />}
      {!data && !problem && <Skeleton lines={5} />}
      {data && (
        <>
          <OwnProfile me={me} name={ownName} open={open} />
          <Members members={data.members} opening={profile} />
          <EndedTies all={data.ended} />
          <Notice isQuiet icon={info}>
            {t('rule')}
          </Notice>
          {me?.acting ? (
            <Button isWide icon={person} isBusy={opening.isBusy} onPress={() => open(null, ownName)}>
              {t('own')}
            </Button>
          ) : (
            <Further />
          )}
        </>
      )}
    </Screen>
  )
}
