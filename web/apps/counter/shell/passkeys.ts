// The officer's passkey (WebAuthn L3). The library is fetched only when it is used. What the authenticator
// refuses is told as a sentence.
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type {
  AddPasskey,
  OfficerSignIn,
  OfficerSignInOptions,
  PasskeyOptions,
} from '../../../../contract/officer.ts'
import { deed } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { phrases } from '../../../ui/phrases.ts'
import { navigate } from '../../../ui/router.tsx'
import { welcome } from './officer.ts'

const t = phrases({
  stopped: {
    vi: 'Chưa nhận được khoá truy cập: cửa sổ đã đóng hoặc hết giờ. Không có gì thay đổi; bấm lại khi sẵn sàng.',
    en: 'No passkey was given: the window was closed or timed out. Nothing changed; press again when ready.',
  },
  known: {
    vi: 'Thiết bị này đã có khoá truy cập cho bạn. Dùng ngay khoá đó để đăng nhập.',
    en: 'This device has a passkey of yours already. Use it to sign in.',
  },
  none: {
    vi: 'Trình duyệt này không dùng được khoá truy cập. Mở quầy ở địa chỉ https hoặc bằng trình duyệt khác.',
    en: 'This browser cannot use passkeys. Open the counter at its https address or in another browser.',
  },
})

const canUsePasskeys = (): boolean => typeof window.PublicKeyCredential === 'function'

const told = (error: unknown): unknown => {
  if (error instanceof Problem || !(error instanceof Error)) {
    return error
  }
  const isKnown = error.name === 'InvalidStateError'
  return new Problem({
    code: isKnown ? 'passkey.known' : 'passkey.stopped',
    detail: isKnown ? t('known') : t('stopped'),
    status: 422,
  })
}

const ready = async () => {
  if (!canUsePasskeys()) {
    throw new Problem({ code: 'passkey.none', detail: t('none'), status: 422 })
  }
  return import('@simplewebauthn/browser')
}

/** What the server sends is WebAuthn's own JSON; the library and the browser check it. */
const asRequest = (json: unknown) => json as PublicKeyCredentialRequestOptionsJSON
const asCreation = (json: unknown) => json as PublicKeyCredentialCreationOptionsJSON

export const signInWithPasskey = async () => {
  const { startAuthentication } = await ready()
  const options = await deed<typeof OfficerSignInOptions>('officer.sign-in-options', {})
  const response = await startAuthentication({ optionsJSON: asRequest(options) }).catch((error: unknown) => {
    throw told(error)
  })
  const profile = await deed<typeof OfficerSignIn>('officer.sign-in', { response: { ...response } })
  await welcome(profile)
  // A shift begins with the desk; where she was going is reached from there.
  if (profile.desk === '') {
    navigate('/shift', { replace: true })
  }
}

/** What a passkey is made from; `proof` is what one that she has answers first. */
export type BegunPasskey = {
  readonly options: PublicKeyCredentialCreationOptionsJSON
  readonly proof: AuthenticationResponseJSON | null
}

export const beginPasskey = async (): Promise<BegunPasskey> => {
  const { startAuthentication } = await ready()
  const { proof: asked, ...options } = await deed<typeof PasskeyOptions>('officer.passkey-options', {})
  const proof = asked
    ? await startAuthentication({ optionsJSON: asRequest(asked) }).catch((error: unknown) => {
        throw told(error)
      })
    : null
  return { options: asCreation(options), proof }
}

export const makePasskey = async ({ options, proof }: BegunPasskey) => {
  const { startRegistration } = await ready()
  const response = await startRegistration({ optionsJSON: options }).catch((error: unknown) => {
    throw told(error)
  })
  const input = { response: { ...response }, ...(proof ? { proof: { ...proof } } : {}) }
  await welcome(await deed<typeof AddPasskey>('officer.add-passkey', input))
}
