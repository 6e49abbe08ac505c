/**
 * What breaks a client of the last release, and why that is right. Each entry also stands in CHANGELOG.md
 * in words for those who call the API. At a release the list begins empty.
 */
import type { Intended } from './compare.ts'

const passkey = ['POST /api/officer/add-passkey', 'POST /api/officer/sign-in'].map((where) => ({
  where,
  what: 'input, response.',
  why: 'a passkey without its parts (WebAuthn §5.1) was refused before too, after longer work; now its form says so',
}))

const newPassword = [
  'POST /api/activation/start',
  'POST /api/activation/start-new-device',
  'GET /api/activation/state',
  'POST /api/activation/verify-code',
  'POST /api/activation/resend-code',
].map((where) => ({
  where,
  what: 'journey: may be "new-password"',
  why: 'a forgotten password is a journey of its own since the recovery methods came',
}))

const presence = ['POST /api/enrolment/send-code', 'POST /api/activation/resend-code'].map((where) => ({
  where,
  what: 'input, header sen-presence',
  why: 'nothing is sent for whoever has shown nothing before her browser has shown presence: docs/decisions/0020',
}))

export const intended: readonly Intended[] = [
  ...presence,
  ...passkey,
  ...newPassword,
  {
    where: 'POST /api/activation/start-recovery',
    what: 'the operation is gone',
    why: 'one way of recovery became several, each with its own proofs: /api/recovery/…',
  },
  {
    where: 'GET /api/audit/who-looked',
    what: 'whoKind: may be',
    why: 'whoever acted for somebody has a kind of her own in the log, which said "system" before',
  },
]
