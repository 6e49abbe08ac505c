/** Somebody's browser in a test: it does deeds with the sessions that it holds. */
import type { Operation, OutputOf } from '../contract/operation.ts'
import { anonymous, type Actor } from '../server/kernel/actor.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import { newId } from '../server/kernel/id.ts'
import { perform } from '../server/kernel/perform.ts'
import { Problem } from '../server/kernel/problem.ts'
import type { SessionName } from '../server/kernel/session-name.ts'
import type { Effects, RequestContext, UseCase } from '../server/kernel/use-case.ts'
import { citizenOfSession } from '../server/modules/access/authentication/sessions/app-session.ts'
import { recoveringOfSession } from '../server/modules/access/authentication/recovery/recovery-session.ts'
import { screenOfSession } from '../server/modules/registry/organisations/desk-screen.ts'
import { drawCaptureNonce } from '../server/modules/registry/organisations/devices/capture-seal.ts'
import { facilityOfBearer, facilityOfSession } from '../server/modules/services/stays/facility-session.ts'
import { officerOfSession } from '../server/modules/registry/organisations/officer-session.ts'
import { withSeal } from './desk-devices.ts'
import { presenceFor } from './presence.ts'

let networks = 0

/** A browser's place in the house: its sessions, its network, its language. */
export class Visitor {
  readonly sessions = new Map<SessionName, string>()
  readonly network = `10.7.${++networks >> 8}.${networks & 255}`
  language: 'vi' | 'en' = 'vi'
  /** What its browser says of itself. */
  device = 'test'
  /** Whether the devices of an officer's desk are registered, and sign what she takes. */
  hasDevices = true
  private readonly context: AppContext
  constructor(context: AppContext) {
    this.context = context
  }

  private async actorBy(session: SessionName | null): Promise<Actor> {
    const token = session && this.sessions.get(session)
    if (!token) {
      return anonymous
    }
    if (session === 'enrol') {
      return { kind: 'applicant', draftId: token }
    }
    if (session === 'recovery') {
      return recoveringOfSession(this.context.tools, token) ?? anonymous
    }
    const { read } = this.context.tools
    if (session === 'stay') {
      const { tools } = this.context
      // A program shows its key each time, and holds no session.
      return (
        (token.startsWith('Bearer ')
          ? await facilityOfBearer(read, tools, token)
          : await facilityOfSession(read, tools, token)) ?? anonymous
      )
    }
    if (session === 'screen') {
      return (await screenOfSession(read, this.context.tools, token)) ?? anonymous
    }
    return (
      (session === 'app'
        ? await citizenOfSession(this.context, token)
        : await officerOfSession(read, this.context.tools, token)) ?? anonymous
    )
  }

  private readonly drawNonce = async (caseId: string): Promise<string> =>
    (await this.do(drawCaptureNonce, { caseId })).nonce

  /** Replaced by a test that shows none, or another one. */
  presenceFor = (contract: Operation, input: unknown): Promise<string | undefined> =>
    presenceFor(this.context.tools, contract, input, this.network)

  get request(): RequestContext {
    const { network, language, device } = this
    return { requestId: newId(), network, language, device, holds: [...this.sessions.keys()] }
  }
  /** Done by whoever opens a session for her beside her deeds. */
  readonly effects: Effects = {
    setSession: (name, token) => void this.sessions.set(name, token),
    endSession: (name) => void this.sessions.delete(name),
  }

  async do<Op extends Operation, A extends Actor, F, P>(
    useCase: UseCase<Op, A, F, P>,
    input: unknown = {},
    idempotencyKey?: string,
  ): Promise<OutputOf<Op>> {
    const actor = await this.actorBy(useCase.permit.session)
    const presence = await this.presenceFor(useCase.contract, input)
    const request = { ...this.request, idempotencyKey, presence }
    const { contract } = useCase
    const sent =
      actor.kind === 'officer' && this.hasDevices
        ? await withSeal(this.context, { contract, actor, input }, this.drawNonce)
        : input
    const { output, effects } = await perform(this.context, useCase, { input: sent, actor, request })
    for (const effect of effects) {
      if ('end' in effect) {
        this.sessions.delete(effect.end)
      } else {
        this.sessions.set(effect.set, effect.token)
      }
    }
    return output
  }

  /** The refusal that a deed must meet. */
  async refusal<Op extends Operation, A extends Actor, F, P>(
    useCase: UseCase<Op, A, F, P>,
    input: unknown = {},
  ): Promise<Problem> {
    try {
      await this.do(useCase, input)
    } catch (error) {
      if (error instanceof Problem) {
        return error
      }
      throw error
    }
    throw new Error(`${useCase.contract.name} was not refused`)
  }
}
