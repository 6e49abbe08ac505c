// What lies on this phone, opened by the passcode on a page that was reached without it.
import type { OpenApp } from '../../../../contract/activation.ts'
import { deed } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { usePress } from '../../../client/press.ts'
import { phrases } from '../../../ui/phrases.ts'
import { byThisDevice } from '../activate/journey.ts'
import { OwnPasscode } from '../shell/own-passcode.tsx'
import { refreshAndKeep } from './hold-card.ts'
import { hasKeptCard, openKeptCard } from './vault.ts'

const t = phrases({
  wrong: {
    vi: 'Mã PIN chưa đúng. Bạn còn {left} lần, sau đó giấy tờ lưu trong máy sẽ bị xoá; tài khoản vẫn an toàn.',
    en: 'That passcode is not right. {left} tries are left, then what is kept here is deleted; the account is safe.',
  },
  destroyed: {
    vi: 'Giấy tờ lưu trong máy đã được xoá để giữ an toàn. Tài khoản không đổi; mở lại ứng dụng khi có mạng để lấy lại.',
    en: 'What was kept here was deleted to keep it safe. The account is unchanged; open the app with a network to get it back.',
  },
})

/** By the passcode alone; where nothing lies here, the server is asked, and it is kept anew. */
const unlock = async (passcode: string): Promise<void> => {
  if (!(await hasKeptCard())) {
    await byThisDevice('open-app', (proof) =>
      deed<typeof OpenApp>('authentication.open-app', { ...proof, passcode }),
    )
    return refreshAndKeep(passcode)
  }
  const opening = await openKeptCard(passcode)
  if (!opening?.ok) {
    const left = opening?.left ?? 0
    const detail = left > 0 ? t('wrong', { left }) : t('destroyed')
    throw new Problem({ code: left > 0 ? 'passcode.wrong' : 'card.none', detail, status: 422 })
  }
}

export const UnlockVault = ({ label, again }: { label: string; again: () => void }) => {
  const proving = usePress()
  return (
    <OwnPasscode
      label={label}
      proving={proving}
      onPasscode={(passcode) =>
        proving.press(async () => {
          await unlock(passcode)
          again()
        })
      }
    />
  )
}
