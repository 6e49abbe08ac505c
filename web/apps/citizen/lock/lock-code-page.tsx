// The lock code for paper: made and shown once. The first one, at the end of activation, wants no passcode;
// later ones do.
import { focusField } from '../../../ui/attention.tsx'
import { useState } from 'preact/hooks'
import type { MakeLockCode, ViewLockHistory } from '../../../../contract/lock.ts'
import { Problem } from '../../../client/problem.ts'
import { useLoad, usePress, type Press } from '../../../client/press.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { now } from '../../../ui/clock.ts'
import { dateVN } from '../../../ui/format.ts'
import { check, copy, Icon, lock, print, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo, navigate, type PageProps } from '../../../ui/router.tsx'
import { Checkbox } from '../../../ui/switch.tsx'
import { toast } from '../../../ui/toast.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { Skeleton } from '../../../ui/waiting.tsx'
import { useOnlyCopy } from '../../../kit/only-copy.ts'
import { ProblemNotice } from '../../../kit/problem-notice.tsx'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { Screen } from '../shell/screen.tsx'
import { ownDeed, ownView } from '../shell/session.ts'
import './lock.css'

const t = phrases({
  title: { vi: 'Mã khoá trên giấy', en: 'Lock code on paper' },
  what: { vi: 'Để khoá khi không còn máy', en: 'To lock without your phone' },
  how: {
    vi: 'Ghi mã ra giấy và cất ở nhà. Mất điện thoại, bạn nhập số định danh và mã này ở trang khoá, từ bất kỳ máy nào.',
    en: 'Write the code on paper and keep it at home. If the phone is lost, enter your personal number and this code at the lock page, from any device.',
  },
  only: { vi: 'Mã chỉ khoá được', en: 'It can only lock' },
  onlyMore: {
    vi: 'Không đăng nhập, không mở khoá, không xem được gì.',
    en: 'It cannot sign in, unlock or show anything.',
  },
  once: { vi: 'Chỉ hiện một lần', en: 'Shown once' },
  onceMore: {
    vi: 'Sen chỉ giữ dấu vết để so, không giữ mã. Mất giấy thì tạo mã mới.',
    en: 'Sen keeps only a trace to compare with, not the code. If the paper is lost, make a new one.',
  },
  held: {
    vi: 'Bạn đang có một mã, tạo ngày {day}. Tạo mã mới thì mã đó hết tác dụng.',
    en: 'You hold a code made on {day}. A new one makes it void.',
  },
  make: { vi: 'Tạo mã khoá', en: 'Make the lock code' },
  passcode: { vi: 'Nhập mã PIN để tạo mã mới', en: 'Enter the passcode to make a new one' },
  yours: { vi: 'Mã khoá của bạn', en: 'Your lock code' },
  spoken: { vi: 'Đọc từng ký tự: {characters}', en: 'Character by character: {characters}' },
  copy: { vi: 'Sao chép', en: 'Copy' },
  copied: {
    vi: 'Đã sao chép. Đừng để mã trong chính chiếc máy này.',
    en: 'Copied. Do not keep it on this very phone.',
  },
  notCopied: {
    vi: 'Máy không cho sao chép. Hãy ghi ra giấy.',
    en: 'The browser does not allow copying. Write it down.',
  },
  print: { vi: 'In', en: 'Print' },
  where: { vi: 'Trang khoá: {site}', en: 'Lock page: {site}' },
  made: { vi: 'Tạo ngày {day}', en: 'Made on {day}' },
  wrote: { vi: 'Tôi đã ghi ra giấy', en: 'I have written it down' },
  wroteMore: {
    vi: 'Rời trang này thì mã không hiện lại.',
    en: 'Leaving this page, the code is not shown again.',
  },
  must: { vi: 'Ghi mã ra giấy trước, rồi đánh dấu ở đây.', en: 'Write the code down first, then tick here.' },
  done: { vi: 'Xong', en: 'Done' },
  later: { vi: 'Để sau', en: 'Later' },
  saved: { vi: 'Mã khoá đã có hiệu lực.', en: 'The lock code is in force.' },
})

const TheCode = ({ code }: { code: string }) => (
  <div class="lock-code">
    <h2>{t('yours')}</h2>
    <output
      data-lock-code={code}
      aria-label={t('spoken', { characters: code.replaceAll('-', '').split('').join(' ') })}
    >
      {code}
    </output>
    <p class="small">{t('where', { site: `${location.host}/app/lock` })}</p>
    <p class="lock-print">{t('made', { day: dateVN(now()) })}</p>
  </div>
)

const Copies = ({ code }: { code: string }) => {
  const take = () =>
    void navigator.clipboard.writeText(code).then(
      () => toast(t('copied')),
      () => toast(t('notCopied'), 'danger'),
    )
  return (
    <ButtonRow>
      <Button icon={print} onPress={() => window.print()}>
        {t('print')}
      </Button>
      <Button icon={copy} onPress={take}>
        {t('copy')}
      </Button>
    </ButtonRow>
  )
}

const Shown = ({ code, onDone }: { code: string; onDone: () => void }) => {
  const [isWritten, write] = useState(false)
  const [isMissed, miss] = useState(false)
  useOnlyCopy(!isWritten)
  const done = () => {
    if (isWritten) {
      return onDone()
    }
    miss(true)
    focusField('written')
  }
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} />}
      action={
        <Button kind="primary" isWide icon={check} onPress={done}>
          {t('done')}
        </Button>
      }
    >
      <TheCode code={code} />
      <Copies code={code} />
      <Card>
        <Checkbox
          id="written"
          label={t('wrote')}
          detail={t('wroteMore')}
          isOn={isWritten}
          onSwitch={(isOn) => {
            write(isOn)
            miss(false)
          }}
          error={isMissed ? t('must') : undefined}
        />
      </Card>
    </Screen>
  )
}

const About = ({ heldSince }: { heldSince: string | null }) => (
  <>
    <div class="page-lead">
      <h2>{t('what')}</h2>
      <p>{t('how')}</p>
    </div>
    <ul class="ticks">
      <li>
        <Icon of={lock} size={20} />
        <span>
          <b>{t('only')}.</b> {t('onlyMore')}
        </span>
      </li>
      <li>
        <Icon of={shield} size={20} />
        <span>
          <b>{t('once')}.</b> {t('onceMore')}
        </span>
      </li>
    </ul>
    {heldSince && (
      <Notice isQuiet tone="warn">
        {t('held', { day: dateVN(heldSince) })}
      </Notice>
    )}
  </>
)

/** The passcode is asked for where a code is replaced, and where the server wants it. */
const useMaking = (madeAt: string | null | undefined) => {
  const [code, show] = useState<string | null>(null)
  const [isAsked, ask] = useState(false)
  const making = usePress()
  const make = (passcode?: string) =>
    making.press(async () => {
      try {
        show((await ownDeed<typeof MakeLockCode>('lock.make-code', passcode ? { passcode } : {})).lockCode)
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'lock.passcode-needed' || passcode) {
          throw error
        }
        ask(true)
      }
    })
  const begin = () => {
    if (madeAt) {
      ask(true)
    } else {
      void make()
    }
  }
  return { code, isAsked, making, make, begin }
}

const MakeButtons = ({
  making,
  isFirst,
  onBegin,
}: {
  making: Press
  isFirst: boolean
  onBegin: () => void
}) => (
  <>
    <Button kind="primary" isWide icon={lock} isBusy={making.isBusy} onPress={onBegin}>
      {t('make')}
    </Button>
    {isFirst && (
      <Button isWide onPress={() => navigate('/', { replace: true })}>
        {t('later')}
      </Button>
    )}
  </>
)

export default function LockCodePage({ query }: PageProps) {
  const isFirst = query.get('of') === 'activation'
  const back = isFirst ? '/' : '/me/lock'
  const { data, problem, reload } = useLoad(() => ownView<typeof ViewLockHistory>('lock.history', {}))
  const { code, isAsked, making, make, begin } = useMaking(data?.lockCodeMadeAt)
  if (code) {
    return (
      <Shown
        code={code}
        onDone={() => {
          toast(t('saved'))
          navigate(back, { replace: true })
        }}
      />
    )
  }
  return (
    <Screen
      title={t('title')}
      head={<TopBar title={t('title')} back={hrefTo(back)} />}
      action={data && !isAsked && <MakeButtons making={making} isFirst={isFirst} onBegin={begin} />}
    >
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {making.problem && !isAsked && (
        <ProblemNotice key={making.refusals} problem={making.problem} onRetry={() => making.clear()} />
      )}
      {!data && !problem && <Skeleton lines={4} />}
      {data && !isAsked && <About heldSince={data.lockCodeMadeAt} />}
      {isAsked && (
        <OwnPasscode
          label={t('passcode')}
          proving={making}
          onPasscode={make}
          onRetry={() => making.clear()}
        />
      )}
    </Screen>
  )
}
