/** Letters about codes, devices, secrets, contacts and sign-ins. */
import { assistedWords } from '../../contract/phrases/letters-assistance.ts'
import { maskEmail, type EmailAddress } from '../../formats/email.ts'
import { maskPhone, type PhoneNumber } from '../../formats/phone.ts'
import { now } from '../kernel/clock.ts'
import {
  AccountActivated,
  DeviceBound,
  PasscodeReset,
  DeviceRemoved,
  EmailChanged,
  PasswordChanged,
  PhoneChanged,
  SignedOutEverywhere,
} from '../modules/access/authentication/events.ts'
import { ConsentWithdrawn, SignedInAtParty } from '../modules/access/federation/events.ts'
import {
  OneTimeCodeDrawn,
  PasscodeLocked,
  PhoneAskedAbout,
  PhoneMovedAway,
  proofPurpose,
} from '../modules/people/accounts/events.ts'
import { OwnDataTaken } from '../modules/platform/own-data/events.ts'
import {
  codeAddress,
  holder,
  holderAtFormerEmail,
  holderAtFormerPhone,
  holderBesidesPhone,
} from './audiences.ts'
import { deviceText, momentText } from './blanks.ts'
import { letter, nothing, type LetterRow } from './letter.ts'

const minutesTo = (expiresAt: Date): number =>
  Math.max(1, Math.round((expiresAt.getTime() - now().getTime()) / 60_000))
const isAssistedWord = (text: string): text is keyof typeof assistedWords =>
  Object.hasOwn(assistedWords, text)
const plainCodes = proofPurpose.exclude(['assist']).options

const codeLetters: readonly LetterRow[] = [
  ...plainCodes.map((purpose) =>
    letter(OneTimeCodeDrawn, {
      when: `a one-time code is drawn (${purpose})`,
      template: `code-${purpose}`,
      to: codeAddress,
      applies: (data) => data.purpose === purpose,
      params: ({ about: { code, expiresAt } }) => ({ code, minutes: minutesTo(expiresAt) }),
    }),
  ),
  letter(OneTimeCodeDrawn, {
    when: 'a one-time code is drawn, by which she agrees to what a helper does',
    template: 'code-assist',
    to: codeAddress,
    applies: (data) => data.purpose === 'assist',
    params({ data, about: { code, expiresAt } }) {
      if (!isAssistedWord(data.about ?? '')) {
        throw new Error('a code for a helper does not say what for')
      }
      const act = assistedWords[data.about as keyof typeof assistedWords]
      return { code, minutes: minutesTo(expiresAt), act }
    },
  }),
]

export const accountLetters: readonly LetterRow[] = [
  ...codeLetters,
  letter(AccountActivated, {
    when: 'the account is activated on a device',
    template: 'activated',
    to: holder,
    params: ({ data }) => ({ device: deviceText(data.deviceName) }),
  }),
  letter(DeviceBound, {
    when: 'a device is added',
    template: 'device-bound',
    to: holder,
    params: ({ data }) => ({ device: deviceText(data.deviceName) }),
  }),
  letter(PasscodeReset, {
    when: 'the passcode of a bound phone is set again',
    template: 'passcode-reset',
    to: holder,
    params: ({ data }) => ({ device: deviceText(data.deviceName, 24) }),
  }),
  letter(DeviceRemoved, {
    when: 'a device is removed',
    template: 'device-removed',
    to: holder,
    params: ({ data }) => ({ device: deviceText(data.deviceName, 24), at: momentText(data.at) }),
  }),
  letter(OwnDataTaken, {
    when: 'all that is held of her is downloaded by a device of hers',
    template: 'own-data-taken',
    to: holder,
    params: ({ data }) => ({ device: deviceText(data.deviceName, 24), at: momentText(data.at) }),
  }),
  letter(PasscodeLocked, {
    when: 'too many wrong tries lock the passcode of a device until the next day',
    template: 'passcode-locked',
    to: holder,
    params: ({ data }) => ({ device: deviceText(data.deviceName, 24), until: momentText(data.until) }),
  }),
  letter(PasswordChanged, {
    when: 'the password is changed',
    template: 'password-changed',
    to: holder,
    params: nothing,
  }),
  letter(PhoneChanged, {
    when: 'the account has another phone',
    template: 'phone-changed',
    to: holderAtFormerPhone,
    params: ({ about: { phone } }) => ({ to: phone ? maskPhone(phone as PhoneNumber) : '' }),
  }),
  letter(PhoneAskedAbout, {
    when: 'a counter or the hotline was asked whether the phone is taken, once a day',
    template: 'phone-asked-about',
    to: holderBesidesPhone,
    params: ({ data }) => ({ at: momentText(data.at) }),
  }),
  letter(PhoneMovedAway, {
    when: 'the phone of the account was shown by a code, and by an identity, to be that of another person',
    template: 'phone-moved-away',
    to: holder,
    params: ({ data }) => ({ at: momentText(data.at) }),
  }),
  letter(EmailChanged, {
    when: 'the account has another e-mail',
    template: 'email-changed',
    to: holderAtFormerEmail,
    params: ({ about: { email } }) => ({ to: email ? maskEmail(email as EmailAddress) : '' }),
  }),
  letter(SignedInAtParty, {
    when: 'the account is used at a relying party for the first time',
    template: 'signed-in',
    to: holder,
    params: ({ data }) => ({ party: data.clientName }),
  }),
  letter(ConsentWithdrawn, {
    when: 'the holder takes back what she agreed to share with a relying party',
    template: 'consent-withdrawn',
    to: holder,
    params: ({ data }) => ({ party: data.clientName }),
  }),
  letter(SignedOutEverywhere, {
    when: 'every session and sign-in is ended',
    template: 'signed-out-everywhere',
    to: holder,
    params: ({ data }) => ({ count: data.count }),
  }),
]
