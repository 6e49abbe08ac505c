// The head of a screen on the phone: either a page with a way back, or home with the person whose profile is
// open.
import './top-bar.css'
import type { ComponentChildren } from 'preact'
import { IconButton } from './button.tsx'
import { arrowLeft, bell, chevronDown, close, Icon } from './icons.tsx'
import { phrases } from './phrases.ts'
import { Portrait } from './portrait.tsx'

const t = phrases({
  back: { vi: 'Quay lại', en: 'Back' },
  close: { vi: 'Đóng', en: 'Close' },
  using: { vi: 'Đang dùng hồ sơ của', en: 'Using the profile of' },
  acting: { vi: 'Bạn đang làm thay cho', en: 'You are acting for' },
  change: { vi: 'Chuyển hồ sơ', en: 'Change profile' },
  messages: { vi: 'Hộp thư, {count} tin mới', en: 'Inbox, {count} new' },
})

/** `back` is a path's address; with `isClosing` the sign is a cross. `end` stands at the right. */
export const TopBar = ({
  title,
  back,
  isClosing,
  onBack,
  end,
}: {
  title: string
  back?: string
  isClosing?: boolean
  onBack?: () => void
  end?: ComponentChildren
}) => (
  <header class="top-bar">
    {back || onBack ? (
      <IconButton
        icon={isClosing ? close : arrowLeft}
        label={isClosing ? t('close') : t('back')}
        href={back}
        onPress={onBack}
      />
    ) : (
      <span />
    )}
    <h1>{title}</h1>
    {end ?? <span />}
  </header>
)

export type ProfileBarProps = {
  name: string
  portrait?: string
  profileHref: string
  inboxHref: string
  newMessages: number
  isActingFor?: boolean
}

export const ProfileBar = ({
  name,
  portrait,
  profileHref,
  inboxHref,
  newMessages,
  isActingFor,
}: ProfileBarProps) => (
  <header class={`profile-bar${isActingFor ? ' is-acting' : ''}`}>
    <a href={profileHref} class="profile-who">
      <Portrait name={name} src={portrait} />
      <span>
        <small>{isActingFor ? t('acting') : t('using')}</small>
        <b>
          {name}
          <Icon of={chevronDown} size={18} />
        </b>
        <span class="unseen">. {t('change')}</span>
      </span>
    </a>
    <IconButton
      icon={bell}
      label={t('messages', { count: newMessages })}
      count={newMessages}
      href={inboxHref}
    />
  </header>
)
