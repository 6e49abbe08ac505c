// The parties that ask for documents: a bank's page, a hotel's desk whose printed code the phone beside can
// scan, and what each is made to do wrong.
import { Button, LinkButton } from '../../web/ui/button.tsx'
import { Card } from '../../web/ui/card.tsx'
import { bank, chevronRight, scan } from '../../web/ui/icons.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { Switch } from '../../web/ui/switch.tsx'
import { toast } from '../../web/ui/toast.tsx'
import { usePolled } from './polled.ts'
import { askWorld, said, tellWorld, type Words } from './world.ts'

type Fault = 'none' | 'hangs' | 'fault' | 'asks-too-much'
interface Party {
  readonly id: string
  readonly name: Words
  readonly house: 'account' | 'desk'
  readonly url: string
  readonly fault: Fault
  readonly codes: readonly { readonly place: Words; readonly href: string }[]
}

const t = phrases({
  title: { vi: 'Chia sẻ giấy tờ với ai', en: 'Share papers with somebody' },
  lead: {
    vi: 'Cần căn cước điện tử mức 2 trên điện thoại của {name}. Trang của mỗi bên hiện đúng những gì đã nhận.',
    en: 'This needs a level 2 identity card on the phone of {name}. The page of each party shows just what it received.',
  },
  account: { vi: 'Mở tài khoản ở ngân hàng', en: 'Open an account at a bank' },
  desk: { vi: 'Nhận phòng khách sạn', en: 'Check in at a hotel' },
  openAccount: { vi: 'Mở trang ngân hàng', en: 'Open the bank’s page' },
  openDesk: { vi: 'Mở quầy lễ tân', en: 'Open the front desk' },
  scan: { vi: 'Quét mã: {place}', en: 'Scan: {place}' },
  answers: { vi: '{name} đang trả lời', en: '{name} answers' },
  modest: { vi: '{name} chỉ xin đúng đăng ký', en: '{name} keeps to its registration' },
  failed: { vi: 'Chưa đổi được. Bấm lại sau giây lát.', en: 'That did not work. Press again in a moment.' },
})

const Faults = ({ party, onTold }: { party: Party; onTold: () => void }) => {
  const tell = (fault: Fault) =>
    void tellWorld(`parties/${party.id}`, { is: 'fault', fault })
      .catch(() => toast(t('failed'), 'danger'))
      .then(onTold)
  const name = said(party.name)
  return (
    <>
      <Switch
        label={t('answers', { name })}
        isOn={party.fault !== 'hangs' && party.fault !== 'fault'}
        onSwitch={(isOn) => tell(isOn ? 'none' : 'hangs')}
      />
      <Switch
        label={t('modest', { name })}
        isOn={party.fault !== 'asks-too-much'}
        onSwitch={(isOn) => tell(isOn ? 'none' : 'asks-too-much')}
      />
    </>
  )
}

/** `onScan`: the phone beside is held over a printed code. */
export const Parties = ({ name, onScan }: { name: string; onScan: (href: string) => void }) => {
  const { value, reload } = usePolled(() => askWorld<Party[]>('parties'), 10)
  return (
    <Card title={t('title')} icon={bank}>
      <p class="quiet">{t('lead', { name })}</p>
      <ul class="agencies">
        {(value ?? []).map((party) => (
          <li key={party.id}>
            <p>
              <b>{t(party.house)}</b>
              <br />
              {said(party.name)}
            </p>
            <p class="party-doors">
              <LinkButton
                size="small"
                kind="secondary"
                iconEnd={chevronRight}
                href={party.url}
                target="_blank"
              >
                {t(party.house === 'account' ? 'openAccount' : 'openDesk')}
              </LinkButton>
              {party.codes.map(({ place, href }) => (
                <Button key={href} size="small" kind="quiet" icon={scan} onPress={() => onScan(href)}>
                  {t('scan', { place: said(place) })}
                </Button>
              ))}
            </p>
            <Faults party={party} onTold={reload} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
