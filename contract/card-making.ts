/** Making the card of an accepted application, receiving it at its office, and handing it over. */
import { z } from 'zod'
import { captureSeal } from './devices.ts'
import { cardApplication } from './card.ts'
import { chipFile, fingerTemplate } from './evidence.ts'
import { caseId, picture } from './values.ts'
import { deed, view } from './operation.ts'

const named = z.object({ caseId })
const common = ['card.no-such-application', 'permit.refused'] as const
const note = z.string().trim().min(5).max(500)

export const PrintCard = deed('card.print', {
  summary:
    "Makes the card: its data, its QR, and the chip's signed files. `answerKey`: the public key that the blank chip drew for itself (SubjectPublicKeyInfo), where it did.",
  input: named.extend({ answerKey: z.base64().max(1200).optional() }),
  output: cardApplication,
  problems: [
    ...common,
    'card.same-eyes',
    'card.about-yourself',
    'card.not-to-print',
    'card.register-forbids',
    'card.changes-open',
    'card.one-a-day',
    'card.no-signer',
    'card.bad-chip-key',
  ],
})
export const ViewCardChip = view('card.chip', {
  summary: "The chip's files for the machine that writes them, until the card is received at its office.",
  input: named,
  output: z.object({ chip: chipFile }),
  problems: [...common, 'card.not-printed'],
})
export const SpoilCard = deed('card.spoil', {
  summary: 'The printed card is bad: it is destroyed and printed anew.',
  input: named.extend({ note }),
  output: cardApplication,
  problems: [...common, 'card.not-printed'],
})
const answeredChip = {
  chip: chipFile,
  challenge: z.string().max(40).optional(),
  answer: z.base64().max(2048).optional(),
}
export const DrawCardChallenge = deed('card.draw-challenge', {
  summary: 'A challenge for the chip of a printed card to sign, so that a copy of its files shows.',
  input: named,
  output: z.object({ challenge: z.string() }),
  problems: [...common, 'card.not-printed'],
})
export const ReceiveCard = deed('card.receive', {
  summary: 'The printed card has come to the office: its chip is read, and the citizen is told.',
  input: named.extend(answeredChip),
  output: cardApplication,
  problems: [...common, 'card.not-printed', 'card.chip-differs', 'card.chip-unproven'],
})

export const CheckCardRecipient = deed('card.check-recipient', {
  summary: 'Whoever takes the card is compared with the register: by portrait or by one print.',
  input: named.extend({
    picture: picture.optional(),
    template: fingerTemplate.optional(),
    seal: captureSeal.optional(),
  }),
  output: cardApplication,
  problems: [
    ...common,
    'card.not-ready',
    'card.recipient-spent',
    'card.portrait-shown',
    'portrait.not-a-picture',
    'evidence.register-picture',
    'portrait.too-large',
    'evidence.not-a-print',
    'server.busy',
  ],
})
export const ReadNewChip = deed('card.read-chip', {
  summary: 'The chip of the card that is handed over, read before the citizen: genuine, and this very card.',
  input: named.extend(answeredChip),
  output: cardApplication,
  problems: [...common, 'card.not-ready', 'card.chip-differs', 'card.chip-unproven'],
})
export const AskCardReceipt = deed('card.ask-receipt', {
  summary: "Puts the receipt on the citizen's own screen.",
  input: named,
  output: cardApplication,
  problems: [...common, 'card.not-ready', 'desk.no-screen'],
})
export const HandOverCard = deed('card.hand-over', {
  summary:
    'The card is hers: it becomes the valid one of the register, the old one is void, and the account that was asked for is issued or raised with it.',
  input: named,
  output: cardApplication,
  problems: [
    ...common,
    'card.not-ready',
    'card.register-forbids',
    'card.incomplete',
    'card.same-eyes',
    'card.about-yourself',
    'card.one-a-day',
  ],
})
