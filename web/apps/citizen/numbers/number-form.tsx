// The frame of the two public pages about a phone number: a few fields, one press, and what follows.
import type { ComponentChildren } from 'preact'
import { FormProblems, type Form } from '../../../kit/form.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { check, shield } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { phrases } from '../../../ui/phrases.ts'
import { hrefTo } from '../../../ui/router.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'
import { EmptyState } from '../../../ui/waiting.tsx'
import { HelpRows } from '../account/help-rows.tsx'
import { Screen } from '../shell/screen.tsx'

const t = phrases({
  warn: {
    vi: 'Cán bộ không bao giờ hỏi mã này. Chỉ nhập ở trang này.',
    en: 'No officer ever asks for this code. Type it on this page only.',
  },
  home: { vi: 'Về trang đầu', en: 'To the first page' },
})

export interface NumberWords {
  readonly title: string
  readonly lead: string
  readonly go: string
}

export const NumberForm = <Name extends string>({
  words: { title, lead, go },
  form,
  onSend,
  children,
}: {
  words: NumberWords
  form: Form<Name>
  onSend: () => void
  children: ComponentChildren
}) => (
  <Screen
    title={title}
    head={<TopBar title={title} back={hrefTo('/')} />}
    action={
      <Button kind="primary" isWide type="submit" form="number-form" isBusy={form.sending.isBusy}>
        {go}
      </Button>
    }
  >
    <form
      class="form"
      id="number-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <FormProblems form={form} onRetry={onSend} />
      <p class="quiet">{lead}</p>
      {children}
      <Notice isQuiet icon={shield}>
        {t('warn')}
      </Notice>
    </form>
  </Screen>
)

export const NumberDone = ({ title, done, more }: { title: string; done: string; more: string }) => (
  <Screen title={done} head={<TopBar title={title} back={hrefTo('/')} isClosing />}>
    <div data-step>
      <EmptyState
        icon={check}
        title={done}
        action={
          <LinkButton kind="primary" href={hrefTo('/')}>
            {t('home')}
          </LinkButton>
        }
      >
        {more}
      </EmptyState>
    </div>
    <HelpRows />
  </Screen>
)
