/**
 * The counters: each client takes one person after the other from chip to decision, over HTTP. What was
 * acknowledged is written down; what was not is
 * sent again under the same idempotency key until it is. An acknowledged step that the server later does not
 * know is a loss, and is done anew.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../server/kernel/id.ts'
import { stepTaken } from '../formats/capture-seal.ts'
import { screenProof, sealBy, seatProof } from '../testing/desk-devices.ts'
import type { WorldChip } from '../world/chips/chip-of.ts'
import { Caller, Refused } from './kills-part-caller.ts'
import type { BenchDesk, BenchPerson, Town } from './enrol-under-kills-part-people.ts'

/** What a line of the person's log says about a deed. */
export const purposeOf = {
  'level-2.open': 'level-2-opened',
  'level-2.read-chip': 'level-2-chip',
  'level-2.contact': 'level-2-contact',
  'level-2.verify-code': 'level-2-code',
  'level-2.portrait': 'level-2-portrait',
  'level-2.prints': 'level-2-prints',
  'level-2.documents': 'level-2-documents',
  'level-2.ask-consent': 'level-2-consent-asked',
  'level-2.submit': 'level-2-decision',
} as const
type Recorded = keyof typeof purposeOf

export interface Journal {
  finished: number
  resent: number
  /** One for each acknowledged deed: the case's reference and the deed. */
  readonly acknowledged: { readonly reference: string; readonly deed: Recorded }[]
  readonly accepted: {
    readonly personalNumber: string
    readonly caseId: string
    readonly reference: string
  }[]
  /** Acknowledged steps that were gone afterwards, as the counters saw it. */
  readonly seenLost: string[]
}

interface Nonce {
  readonly nonce: string
}

interface Seen {
  readonly reference: string
  readonly state: string
  readonly remaining: readonly string[]
  readonly chip: { readonly answered: boolean | null } | null
  readonly contact: { readonly isProven: boolean } | null
}

class Counter extends Caller {
  private readonly town: Town
  private readonly journal: Journal
  private readonly desk: BenchDesk
  constructor(origin: string, town: Town, journal: Journal, desk: BenchDesk) {
    super(origin, journal)
    this.desk = desk
    this.town = town
    this.journal = journal
  }

  async signIn(): Promise<void> {
    const { ticket, officeId, desk, screen } = this.desk
    await this.deed('officer.enter', { ticket })
    await this.deed('counter.choose-desk', { officeId, desk })
    const seat = (await this.ask('/api/desk/devices')) as Nonce
    await this.deed('desk.take-seat', seatProof(this.desk.devices, seat.nonce))
    const { nonce } = (await this.ask(`/api/desk/screen-nonce?device=${screen.id}`)) as Nonce
    await this.deed('desk.open-screen', screenProof(screen, nonce))
  }

  /** Signed by the desk's devices, where it brings something out of them. */
  private async sealed(input: { readonly caseId: string }): Promise<object> {
    const step = stepTaken(input)
    if (!step) {
      return input
    }
    const { nonce } = (await this.ask(`/api/desk/capture-nonce?caseId=${input.caseId}`)) as Nonce
    return { ...input, seal: sealBy(this.desk.devices, { step, input, nonce }) }
  }

  private async step<I extends { readonly caseId: string }>(deed: Recorded, input: I): Promise<Seen> {
    const seen = (await this.deed(deed, await this.sealed(input))) as Seen
    this.journal.acknowledged.push({ reference: seen.reference, deed })
    return seen
  }

  /** Also when the server lost what it had acknowledged: then it is done anew, and the loss is noted. */
  async enrol(person: BenchPerson): Promise<void> {
    const caseId = newId()
    for (let tries = 0; tries < 20; tries++) {
      try {
        const seen = await this.walk(caseId, person)
        if (seen.state !== 'accepted') {
          throw new Error(`${person.personalNumber} ended ${seen.state}: ${seen.remaining.join()}`)
        }
        this.journal.accepted.push({
          personalNumber: person.personalNumber,
          caseId,
          reference: seen.reference,
        })
        this.journal.finished++
        return
      } catch (error) {
        if (!(error instanceof Refused)) {
          throw error
        }
        this.journal.seenLost.push(`${person.personalNumber} ${error.code}`)
        if (error.code === 'level-2.closed') {
          return
        }
      }
    }
    throw new Error(
      `${person.personalNumber} could not be enrolled: ${this.journal.seenLost
        .filter((what) => what.startsWith(person.personalNumber))
        .slice(0, 8)
        .join('; ')}`,
    )
  }

  private async walk(caseId: string, person: BenchPerson): Promise<Seen> {
    const { personalNumber } = person
    await this.step('level-2.open', { caseId, personalNumber, openedAt: new Date().toISOString() })
    await this.readChip(caseId, await person.chip())
    await this.proveContact(caseId, person.phone)
    await this.step('level-2.portrait', { caseId, picture: this.town.picture })
    await this.step('level-2.prints', { caseId, templates: this.town.templates })
    await this.step('level-2.documents', {
      caseId,
      documents: [{ kind: 'health-insurance', key: 'DN 4010112345678' }],
    })
    await this.step('level-2.ask-consent', { caseId })
    const { prompt } = (await this.ask('/api/desk/screen')) as { prompt: { id: string } | null }
    if (!prompt) {
      throw new Refused('the question is gone')
    }
    await this.deed('desk.answer', { promptId: prompt.id, answer: 'agreed' })
    return this.step('level-2.submit', { caseId })
  }

  /** A challenge may be lost with the server that drew it; the card is asked by another then. */
  private async readChip(caseId: string, chip: WorldChip): Promise<void> {
    for (let tries = 0; tries < 10; tries++) {
      const { challenge } = (await this.deed('level-2.draw-challenge', { caseId })) as { challenge: string }
      const answer = chip.answer(Buffer.from(challenge, 'base64url')).toString('base64')
      const seen = await this.step('level-2.read-chip', { caseId, chip: chip.file, challenge, answer })
      if (seen.chip?.answered) {
        return
      }
    }
    throw new Refused('the chip never answered')
  }

  /** A code may be lost with the server that was about to send it; the citizen asks for another. */
  private async proveContact(caseId: string, phone: string): Promise<void> {
    for (;;) {
      const before = new Set((await this.codes(phone)).map(({ id }) => id))
      const { contact } = await this.step('level-2.contact', { caseId, phone })
      if (contact?.isProven) {
        return
      }
      const code = await this.newCode(phone, before)
      if (code === null) {
        continue
      }
      await this.step('level-2.verify-code', { caseId, code })
      return
    }
  }

  private codes(phone: string): Promise<{ id: string; code: string | null }[]> {
    return this.ask(`/world/outbox?to=${encodeURIComponent(phone)}`) as Promise<
      { id: string; code: string | null }[]
    >
  }

  private async newCode(phone: string, before: ReadonlySet<string>): Promise<string | null> {
    for (let i = 0; i < 100; i++, await pause(80)) {
      const message = (await this.codes(phone)).find(({ id, code }) => code !== null && !before.has(id))
      if (message) {
        return message.code
      }
    }
    return null
  }
}

/** `ready`: called when every client is signed in, before the first person. */
export const openClients = async (
  origin: string,
  town: Town,
  ready: () => Promise<void>,
): Promise<{ readonly journal: Journal; readonly done: Promise<void> }> => {
  const journal: Journal = { finished: 0, resent: 0, acknowledged: [], accepted: [], seenLost: [] }
  const counters = await Promise.all(
    town.desks.map(async (desk) => {
      const counter = new Counter(origin, town, journal, desk)
      await counter.signIn()
      return counter
    }),
  )
  await ready()
  const queue = [...town.people]
  const work = async (counter: Counter): Promise<void> => {
    for (let person = queue.shift(); person; person = queue.shift()) {
      await counter.enrol(person)
    }
  }
  return { journal, done: Promise.all(counters.map(work)).then(() => undefined) }
}
