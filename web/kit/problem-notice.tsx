// A refusal in the page: the server's own sentence, the focus on it, and always a next step.
import { useFocusAt } from '../ui/attention.tsx'
import type { ComponentChildren } from 'preact'
import type { Problem } from '../client/problem.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { phrases } from '../ui/phrases.ts'
import { hrefTo } from '../ui/router.tsx'

const t = phrases({
  again: { vi: 'Thử lại', en: 'Try again' },
  open: { vi: 'Nhập mã PIN', en: 'Enter the passcode' },
  restart: { vi: 'Bắt đầu lại', en: 'Start again' },
  result: { vi: 'Xem kết quả', en: 'See the result' },
  see: { vi: 'Xem và dừng lại', en: 'See it and end it' },
  help: { vi: 'Cách được giúp', en: 'How to get help' },
  bind: { vi: 'Gắn lại thiết bị này', en: 'Bind this device again' },
  reset: { vi: 'Đặt lại mã PIN', en: 'Set the passcode again' },
  forgot: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  locked: { vi: 'Vì sao khoá, cách mở', en: 'Why, and how to unlock' },
  reload: { vi: 'Tải lại trang', en: 'Reload the page' },
})

const ways: Readonly<Record<string, readonly [path: string, label: () => string]>> = {
  'session.required': ['/open', () => t('open')],
  'recovery.gone': ['/recover', () => t('restart')],
  'recovery.order': ['/recover/continue', () => t('restart')],
  'recovery.barred': ['/help', () => t('help')],
  'recovery.held-still': ['/wallet', () => t('see')],
  'journey.gone': ['/activate', () => t('restart')],
  'journey.order': ['/activate/continue', () => t('restart')],
  'enrolment.draft-gone': ['/enrol', () => t('restart')],
  'enrolment.already-sent': ['/enrol/result', () => t('result')],
  'activation.too-late': ['/activate/too-late', () => t('help')],
  'device.unknown': ['/activate/new-device', () => t('bind')],
  'passcode.locked': ['/activate/new-device?reset=1', () => t('reset')],
  'sign-in.no-match': ['/activate/password', () => t('forgot')],
  'account.locked': ['/locked', () => t('locked')],
}

/** `onRetry` is offered for what the network or the server failed at; `action` replaces the next step. */
export const ProblemNotice = ({
  problem,
  onRetry,
  action,
}: {
  problem: Problem
  onRetry?: () => void
  action?: ComponentChildren
}) => {
  const box = useFocusAt<HTMLDivElement>(problem)
  const way = ways[problem.code]
  const isTransient = problem.isOfNetwork || problem.status >= 500
  const next =
    action ??
    (way ? (
      <LinkButton size="small" href={hrefTo(way[0])}>
        {way[1]()}
      </LinkButton>
    ) : onRetry && isTransient ? (
      <Button size="small" onPress={onRetry}>
        {t('again')}
      </Button>
    ) : isTransient || problem.status >= 400 ? null : (
      <Button size="small" onPress={() => location.reload()}>
        {t('reload')}
      </Button>
    ))
  return (
    <div ref={box} tabIndex={-1} class="problem" data-code={problem.code}>
      <Notice tone={isTransient ? 'warn' : 'danger'} title={problem.detail} action={next} />
    </div>
  )
}
