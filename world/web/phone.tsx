// The chosen person's phone: the real app in a frame of its own, so that nothing is faked.
import { now, useNow } from '../../web/ui/clock.ts'
import { timeVN } from '../../web/ui/format.ts'
import { Button, LinkButton } from '../../web/ui/button.tsx'
import { monitor, phone, refresh } from '../../web/ui/icons.tsx'
import { phrases } from '../../web/ui/phrases.ts'

const t = phrases({
  title: { vi: 'Điện thoại của {name}', en: 'Phone of {name}' },
  wide: { vi: 'Mở to', en: 'Open large' },
  blank: { vi: 'Máy trắng', en: 'Blank phone' },
  open: { vi: 'Mở điện thoại', en: 'Open the phone' },
})

const Bars = () => (
  <svg viewBox="0 0 62 14" style="width:3.875rem;height:.875rem" fill="currentColor" aria-hidden="true">
    <path d="M0 9h3v5H0zM5 6h3v8H5z" />
    <path d="M10 3h3v11h-3zM15 0h3v14h-3z" opacity=".3" />
    <text x="22" y="11.500" font-size="11" font-weight="600">
      4G
    </text>
    <rect
      x="41"
      y="1.500"
      width="18"
      height="11"
      rx="3"
      fill="none"
      stroke="currentColor"
      stroke-width="1.300"
      opacity=".6"
    />
    <rect x="43" y="3.500" width="9" height="7" rx="1.500" />
    <path d="M60.500 5v4c1-.4 1-3.600 0-4Z" opacity=".6" />
  </svg>
)

const StatusBar = () => {
  useNow(10)
  return (
    <div class="phone-status" aria-hidden="true">
      <b>{timeVN(now())}</b>
      <Bars />
    </div>
  )
}

/** `round` is changed to load the app anew although the address stays. */
export const Phone = ({
  name,
  address,
  round,
  isBusy,
  onBlank,
}: {
  name: string
  address: string
  round: number
  isBusy: boolean
  onBlank: () => void
}) => (
  <aside class="phone-place" aria-label={t('title', { name })}>
    <div class="phone">
      <div class="phone-screen">
        <StatusBar />
        <iframe
          loading="lazy"
          key={`${address} ${round}`}
          src={address}
          title={t('title', { name })}
          allow="camera; clipboard-write; publickey-credentials-get; publickey-credentials-create"
        />
        <i aria-hidden="true" />
      </div>
    </div>
    <div class="phone-doors">
      <LinkButton size="small" kind="quiet" icon={monitor} href={address} target="_blank">
        {t('wide')}
      </LinkButton>
      <Button size="small" kind="quiet" icon={refresh} isBusy={isBusy} onPress={onBlank}>
        {t('blank')}
      </Button>
    </div>
  </aside>
)

/** Where there is no room for the frame. */
export const PhoneLink = ({ address }: { address: string }) => (
  <p class="phone-link">
    <LinkButton kind="primary" icon={phone} isWide href={address} target="_blank">
      {t('open')}
    </LinkButton>
  </p>
)
