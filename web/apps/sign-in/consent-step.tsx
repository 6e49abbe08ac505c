// The last step: what this party will get and what not, before anything is told. Refusing is as easy to hit
// as agreeing.
import { usePress } from '../../client/press.ts'
import { Button } from '../../ui/button.tsx'
import { GroupHead, Row, Rows } from '../../ui/card.tsx'
import { close, Icon } from '../../ui/icons.tsx'
import { phrases } from '../../ui/phrases.ts'
import { Rich } from '../../ui/rich.tsx'
import { askedOf, notAskedOf } from '../../kit/party-asks.ts'
import { giveConsent, refuse, type SignInState } from './interaction.ts'
import { Refusal } from './refusal.tsx'

const t = phrases({
  will: { vi: 'Trang này sẽ nhận', en: 'This service will get' },
  count: { vi: '{count} mục', en: '{count} items' },
  not: { vi: 'Sẽ không nhận', en: 'It will not get' },
  remembered: {
    vi: 'Lựa chọn này **được nhớ cho {name}** đến khi bạn rút lại; lần sau không hỏi lại. Mỗi lần trang này nhận dữ liệu đều có một dòng trong “Ai đã xem dữ liệu của tôi”. Muốn rút lại lúc nào cũng được, trong ứng dụng Sen, mục',
    en: 'Your choice is **remembered for {name}** until you withdraw it, and you are not asked again. Each time it gets data, a line appears in “Who looked at my data”. You can take it back at any time, in the Sen app under',
  },
  connected: { vi: 'Dịch vụ đã kết nối', en: 'Connected services' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  agree: { vi: 'Đồng ý và tiếp tục', en: 'Agree and continue' },
})

export const ConsentStep = ({
  state,
  onState,
}: {
  state: SignInState
  onState: (state: SignInState) => void
}) => {
  const deciding = usePress()
  const asked = askedOf(state.asks)
  return (
    <>
      <Refusal of={deciding} />
      <GroupHead title={t('will')} aside={t('count', { count: asked.length })} />
      <Rows label={t('will')}>
        {asked.map(({ scope, icon, what, purpose }) => (
          <Row key={scope} icon={icon} tone="cham" title={what} detail={purpose} />
        ))}
      </Rows>
      <GroupHead title={t('not')} />
      <ul class="not-asked">
        {notAskedOf(state.asks).map((what) => (
          <li key={what}>
            <Icon of={close} size={18} />
            {what}
          </li>
        ))}
      </ul>
      <p class="quiet">
        <Rich text={t('remembered', { name: state.client.name })} />{' '}
        <a href="/app/services/connected" target="_blank" rel="noopener">
          {t('connected')}
        </a>
        .
      </p>
      <div class="consent-buttons">
        <Button
          isDisabled={deciding.isBusy}
          onPress={() => void deciding.press(async () => onState(await refuse()))}
        >
          {t('refuse')}
        </Button>
        <Button
          kind="primary"
          isBusy={deciding.isBusy}
          onPress={() => void deciding.press(async () => onState(await giveConsent()))}
        >
          {t('agree')}
        </Button>
      </div>
    </>
  )
}
