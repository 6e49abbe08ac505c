// The agencies beside Sen: which papers they have of whoever was chosen, with the numbers that find them; an
// agency that takes no questions for a while, and one that corrects what was reported.
import { Button } from '../../web/ui/button.tsx'
import { Card } from '../../web/ui/card.tsx'
import { check, wallet } from '../../web/ui/icons.tsx'
import { phrases } from '../../web/ui/phrases.ts'
import { Switch } from '../../web/ui/switch.tsx'
import { toast } from '../../web/ui/toast.tsx'
import { usePolled } from './polled.ts'
import { askWorld, said, tellWorld, type Words } from './world.ts'

interface Agency {
  readonly id: string
  readonly name: Words
  readonly hangs: boolean
  readonly papers: readonly {
    readonly member: string
    readonly title: Words
    readonly keys: readonly { readonly name: Words; readonly value: string }[]
  }[]
}

const t = phrases({
  title: { vi: 'Giấy tờ ở các cơ quan', en: 'Papers at other agencies' },
  lead: {
    vi: 'Thêm vào ví của {name} bằng số dưới đây. Tắt một cơ quan để thấy ví nói gì khi nguồn im lặng.',
    en: 'Add them to the wallet of {name} by these numbers. Switch an agency off to see what the wallet says of a silent source.',
  },
  none: {
    vi: 'Không cơ quan nào có giấy tờ của {name}. Chọn người khác để thử.',
    en: 'No agency has papers of {name}. Choose somebody else to try.',
  },
  noKey: { vi: 'tìm theo số định danh', en: 'found by the personal number' },
  answers: { vi: '{name} đang trả lời', en: '{name} answers' },
  judgments: {
    vi: 'Được hỏi khi có người xin phiếu lý lịch tư pháp.',
    en: 'Asked when somebody wants a criminal record certificate.',
  },
  correct: { vi: 'Cơ quan sửa theo các báo sai', en: 'Let agencies correct what was reported' },
  corrected: {
    vi: 'Các cơ quan đã xem các báo sai. Ví tự hỏi lại trong ít phút.',
    en: 'The agencies have looked into what was reported. The wallet asks again within minutes.',
  },
  failed: {
    vi: 'Chưa đổi được. Bấm lại sau giây lát.',
    en: 'That did not work. Press again in a moment.',
  },
})

export const Agencies = ({ member, name }: { member: string; name: string }) => {
  const { value, reload } = usePolled(() => askWorld<Agency[]>('agencies'), 10)
  const isHolding = ({ papers }: Agency) => papers.some((one) => one.member === member)
  const having = (value ?? []).filter((agency) => isHolding(agency) || agency.id === 'judgments')
  const tell = async (id: string, told: Record<string, unknown>) => {
    await tellWorld(`agencies/${id}`, told).catch(() => toast(t('failed'), 'danger'))
  }
  const settle = async () => {
    for (const { id } of value ?? []) {
      await tell(id, { is: 'settle' })
    }
    toast(t('corrected'))
  }
  return (
    <Card title={t('title')} icon={wallet}>
      <p class="quiet">{t(value && !value.some(isHolding) ? 'none' : 'lead', { name })}</p>
      <ul class="agencies">
        {having.map((agency) => (
          <li key={agency.id}>
            {agency.papers
              .filter((one) => one.member === member)
              .map(({ title, keys }) => (
                <p key={`${said(title)} ${keys[0]?.value}`}>
                  <b>{said(title)}</b>{' '}
                  {keys.length === 0
                    ? t('noKey')
                    : keys.map((key) => `${said(key.name)} ${key.value}`).join(' · ')}
                </p>
              ))}
            {agency.id === 'judgments' && <p class="quiet">{t('judgments')}</p>}
            <Switch
              label={t('answers', { name: said(agency.name) })}
              isOn={!agency.hangs}
              onSwitch={(isOn) =>
                void tell(agency.id, { is: 'fault', fault: isOn ? 'none' : 'hangs' }).then(reload)
              }
            />
          </li>
        ))}
      </ul>
      {having.length > 0 && (
        <Button size="small" icon={check} onPress={() => void settle()}>
          {t('correct')}
        </Button>
      )}
    </Card>
  )
}
