/**
 * The clients: each leads one dossier after the other through its story, now on the phone of whoever files,
 * now on that of whoever is asked, now at an office. What is acknowledged is written down. Some tap twice,
 * some file again what was filed, as phones do.
 */
import { newId } from '../server/kernel/id.ts'
import { addDays } from '../formats/vietnam-day.ts'
import { dayInVietnam } from '../server/kernel/policy.ts'
import { Hand, type Manner } from './filing-under-kills-part-hand.ts'
import { Refused } from './kills-part-caller.ts'
import {
  stories,
  type ActName,
  type Journal,
  type KnownDossier,
  type ProcedureName,
  type Story,
} from './filing-under-kills-part-acts.ts'
import {
  COMMUNE,
  offices,
  type BenchCitizen,
  type OfficeCode,
  type Town,
} from './filing-under-kills-part-people.ts'

/** How often a filed dossier is filed once more, and a draft kept before. */
const FILED_AGAIN = 0.2
const DRAFTED = 0.3

const NOTE = 'đã xem đủ giấy tờ'
const answersTo = (procedure: ProcedureName, owner: string): object =>
  ({
    'residence-confirmation': { what: 'present', purpose: 'nộp cho trường học' },
    'temporary-residence': {
      owner,
      address: { unit: COMMUNE, address: 'Số 3, đường Bờ Sông' },
      until: addDays(dayInVietnam(new Date()), 90),
      feeClass: 'none',
    },
    'household-split': { divorced: false, feeClass: 'none' },
  })[procedure]
const refusalOf: Readonly<Record<ProcedureName, string>> = {
  'residence-confirmation': 'differs',
  'temporary-residence': 'untrue',
  'household-split': 'untrue',
}

type Desks = Readonly<Record<OfficeCode, readonly Hand[]>>
interface Shown {
  readonly checklist: readonly { readonly id: string; readonly isTicked: boolean }[]
  readonly consents: readonly { readonly id: string }[]
}

interface People {
  readonly filer: BenchCitizen
  readonly owner: BenchCitizen
  readonly phone: Hand
  readonly ownersPhone: Hand
}
interface Around {
  readonly desks: Desks
  readonly journal: Journal
  readonly chance: () => number
}

/** One dossier on its way. */
class Life {
  private readonly story: Story
  private readonly filer: BenchCitizen
  private readonly owner: BenchCitizen
  private readonly phone: Hand
  private readonly ownersPhone: Hand
  private readonly desks: Desks
  private readonly journal: Journal
  private readonly chance: () => number
  private draft = newId()
  private office: OfficeCode
  private known: KnownDossier | undefined
  private checklist: Shown['checklist'] = []
  constructor(
    story: Story,
    { filer, owner, phone, ownersPhone }: People,
    { desks, journal, chance }: Around,
  ) {
    this.story = story
    this.filer = filer
    this.owner = owner
    this.phone = phone
    this.ownersPhone = ownersPhone
    this.desks = desks
    this.journal = journal
    this.chance = chance
    this.office = story.procedure === 'temporary-residence' ? 'KH-02' : 'TD-01'
  }

  async live(): Promise<void> {
    for (const act of this.story.acts) {
      try {
        await this.deeds[act]()
      } catch (error) {
        if (!(error instanceof Refused)) {
          throw error
        }
        this.journal.missed.push(`${act} ${this.known?.reference ?? this.draft}: ${error.code}`)
        return
      }
      if (act !== 'file' && act !== 'file and ask') {
        this.known?.acts.push(act)
        this.journal.acknowledged++
      }
    }
  }

  private get reference(): string {
    return this.known?.reference ?? ''
  }

  private async file(): Promise<void> {
    const { procedure } = this.story
    const input = { procedure, draft: this.draft, answers: answersTo(procedure, this.owner.personalNumber) }
    if (this.chance() < DRAFTED) {
      await this.phone.deed('services.answer', { ...input, page: null })
    }
    const file = async (): Promise<string> => {
      const filing = { ...input, draft: this.draft, version: 1 }
      const anew = () => ({ ...filing, draft: (this.draft = newId()) })
      return (await this.phone.press<{ reference: string }>('services.file', filing, anew)).reference
    }
    const reference = await file()
    const asked = this.story.acts[0] === 'file and ask' ? this.owner.subjectId : null
    this.known = { draft: this.draft, reference, procedure, filer: this.filer.subjectId, asked, acts: [] }
    this.known.acts.push(asked === null ? 'file' : 'file and ask')
    this.journal.acknowledged++
    this.journal.dossiers.push(this.known)
    const again = this.chance() < FILED_AGAIN ? await file() : reference
    if (again !== reference) {
      throw new Refused(`filed again it is ${again}`)
    }
  }

  private async answerAsked(verdict: 'agree' | 'decline'): Promise<void> {
    const list = (await this.ownersPhone.ask('/api/dossiers/consents')) as {
      items: readonly { id: string; state: string }[]
    }
    const asked = list.items.find(({ state }) => state === 'waiting')
    if (!asked) {
      throw new Refused('nobody asked her')
    }
    await this.ownersPhone.press('dossiers.consent', { id: asked.id, verdict })
  }

  private async atOffice(name: string, input: object, eye = 0): Promise<void> {
    const officer = this.desks[this.office][eye]
    const shown = await officer?.press<Partial<Shown>>(name, { reference: this.reference, ...input })
    this.checklist = shown?.checklist ?? this.checklist
  }

  private async tickNext(): Promise<void> {
    const item = this.checklist.find(({ isTicked }) => !isTicked)?.id
    await this.atOffice('dossiers.tick', { item, isTicked: true })
  }

  private async notePaper(): Promise<void> {
    const path = `/api/dossiers/open?reference=${this.reference}`
    const shown = (await this.desks[this.office][0]?.ask(path)) as Shown | undefined
    await this.atOffice('dossiers.paper-consent', { consent: shown?.consents[0]?.id, note: NOTE })
  }

  private async move(): Promise<void> {
    const office = offices.find((code) => code !== this.office) ?? this.office
    await this.atOffice('dossiers.move', { office, note: NOTE })
    this.office = office
  }

  private own(name: string, input: object = {}): Promise<unknown> {
    return this.phone.press(name, { reference: this.reference, ...input })
  }

  private readonly deeds: Readonly<Record<ActName, () => Promise<unknown>>> = {
    file: () => this.file(),
    'file and ask': () => this.file(),
    agree: () => this.answerAsked('agree'),
    decline: () => this.answerAsked('decline'),
    'note paper': () => this.notePaper(),
    move: () => this.move(),
    receive: () => this.atOffice('dossiers.receive', { verdict: 'receive' }),
    'not receive': () =>
      this.atOffice('dossiers.receive', { verdict: 'not-receive', refusal: this.refusal, note: NOTE }),
    'tick first': () => this.tickNext(),
    tick: () => this.tickNext(),
    'ask more': () => this.atOffice('dossiers.ask', { items: [{ what: 'Ở từ năm nào?', answer: 'text' }] }),
    'send more': () => this.own('dossiers.supplement', { items: [{ id: 'item-1', text: '2019' }] }),
    pause: () => this.atOffice('dossiers.pause', { verdict: 'pause', why: 'consultation', note: NOTE }),
    resume: () => this.atOffice('dossiers.pause', { verdict: 'resume', note: NOTE }),
    'ask fee': () => this.atOffice('dossiers.pay', { step: 'ask' }),
    pay: () => this.atOffice('dossiers.pay', { step: 'paid', receipt: `BL-${this.reference}` }),
    grant: () => this.atOffice('dossiers.propose', { verdict: 'grant' }),
    propose: () => this.atOffice('dossiers.propose', { verdict: 'grant' }),
    'propose no': () =>
      this.atOffice('dossiers.propose', { verdict: 'refuse', refusal: this.refusal, note: NOTE }),
    'send back': () => this.atOffice('dossiers.decide', { verdict: 'send-back', note: NOTE }, 1),
    confirm: () => this.atOffice('dossiers.decide', { verdict: 'confirm' }, 2),
    'confirm no': () => this.atOffice('dossiers.decide', { verdict: 'confirm' }, 1),
    object: () => this.own('dossiers.object', { why: 'Tôi đã ở đây từ năm 2019' }),
    withdraw: () => this.own('dossiers.withdraw'),
  }

  private get refusal(): string {
    return refusalOf[this.story.procedure]
  }
}

/** The same row of stories each time, whatever the seed: as many as make up so many acts. */
export const storiesFor = (most: number): readonly Story[] => {
  const all: Story[] = []
  for (let planned = 0; planned < most;) {
    const story = stories[all.length % stories.length]
    if (!story) {
      break
    }
    all.push(story)
    planned += story.acts.length
  }
  return all
}

interface Clients {
  readonly journal: Journal
  /** Everybody is in; `done` ends when every story has been told. */
  begin(): { readonly done: Promise<void> }
}

/** Officers come in by their tickets. */
export const openClients = async (
  origin: string,
  town: Town,
  manner: Manner & { readonly stories: readonly Story[] },
): Promise<Clients> => {
  const { givesUpAfter } = manner
  const patience = givesUpAfter === undefined ? {} : { givesUpAfter }
  const journal: Journal = { acknowledged: 0, resent: 0, ...patience, dossiers: [], missed: [] }
  const open = (session: string): Hand => new Hand(origin, journal, manner, [['sen_app', session]])
  const enter = async (ticket: string): Promise<Hand> => {
    const hand = new Hand(origin, journal, { ...manner, chance: () => 1 })
    await hand.press('officer.enter', { ticket })
    return new Hand(origin, journal, manner, hand.held)
  }
  const desksOf = async (own: Town['tickets'][number]): Promise<Desks> => ({
    'TD-01': await Promise.all(own['TD-01'].map(enter)),
    'KH-02': await Promise.all(own['KH-02'].map(enter)),
  })
  const allDesks = await Promise.all(town.tickets.map(desksOf))
  const queue = manner.stories.map((story, i) => ({ story, filer: town.filers[i], owner: town.asked[i] }))
  const lead = async (desks: Desks): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { story, filer, owner } = next
      if (filer && owner) {
        const people = { filer, owner, phone: open(filer.session), ownersPhone: open(owner.session) }
        await new Life(story, people, { desks, journal, chance: manner.chance }).live()
      }
    }
  }
  return { journal, begin: () => ({ done: Promise.all(allDesks.map(lead)).then(() => undefined) }) }
}
