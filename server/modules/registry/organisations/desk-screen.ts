/**
 * The citizen's own screen at a desk. It is a device that an administrator registered for this desk, and
 * opens by its own key for whichever officer works there: no session of an officer opens one. It shows what
 * is asked and takes the citizen's answer, and ends with that officer's session.
 */
import { timingSafeEqual } from 'node:crypto'
import { AnswerPrompt, OpenScreen, UnpairScreen, ViewDesk, ViewScreen } from '../../../../contract/counter.ts'
import { DrawScreenNonce } from '../../../../contract/devices.ts'
import { screenText } from '../../../../formats/capture-seal.ts'
import type { Screen } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { isSignedBy } from '../../../kernel/es256.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { mustBeInside } from '../../../kernel/limit.ts'
import { anyone, citizenAtScreen } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { openParams } from './desk-params.ts'
import { endScreensOf, type PromptKind } from './desk-prompt.ts'
import * as store from './desk-store.ts'
import type { PromptRow, ScreenRow } from './desk-store.ts'
import { findDevice, holdDesk } from './devices/device-store.ts'
import { drawNonce, isFreshNonce } from './devices/device-nonce.ts'
import { whoSitsAt } from './devices/take-seat.ts'
import { officerAtWork } from './officer-at-work.ts'

const SHAPE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const rowOfToken = async (read: Reading, tools: Tools, token: string): Promise<ScreenRow | null> => {
  const [id = '', secret = ''] = token.split('.')
  const row = SHAPE.test(id) ? await store.findScreen(read, id, presentMoment()) : undefined
  return row && timingSafeEqual(row.secret_digest, tools.digests.secret('screen-session', secret))
    ? row
    : null
}

/** The screen behind a cookie; null when it was ended or its officer's session has ended. */
export const screenOfSession = async (read: Reading, tools: Tools, token: string): Promise<Screen | null> => {
  const row = await rowOfToken(read, tools, token)
  return row && { kind: 'screen', officerSessionId: row.officer_session_id, officeId: row.office_id }
}

const nonceFor = (device: string): string => `screen ${device}`

export const drawScreenNonce = useCase({
  contract: DrawScreenNonce,
  permit: anyone, // a nonce says nothing: it is the same work for a device that is not known
  act: (_, { device }, { tools, now }) =>
    Promise.resolve({ nonce: drawNonce(tools.digests, nonceFor(device), now) }),
  audit: none('a nonce; opening the screen leaves a line'),
})

/** Of a device that has shown its key, and of what is none: neither spends what is the other's. */
const limitOf = (deviceId: string | null, { network }: RequestContext) =>
  deviceId === null
    ? { scope: 'desk.open-screen-unknown', key: network, most: 600, per_s: 600 }
    : { scope: 'desk.open-screen', key: deviceId, most: 600, per_s: 600 }

export const openScreen = useCase({
  contract: OpenScreen,
  isNeverReplayed: true,
  permit: anyone, // the device's signature is the proof
  async act(work, { device: deviceId, nonce, signature }, { now, tools, effects, request, refuse }) {
    const device = await findDevice(work, deviceId)
    const isProven =
      device?.kinds.includes('screen') === true &&
      isFreshNonce(tools.digests, nonceFor(deviceId), nonce, now) &&
      isSignedBy(device.public_key, screenText(deviceId, nonce), signature)
    await mustBeInside(work, tools.digests, limitOf(isProven ? deviceId : null, request))
    if (!isProven) {
      return refuse(problem('desk.screen-unknown'))
    }
    // In the demo world one browser is both the officer's and the citizen's.
    if (request.holds?.includes('counter') && !tools.allowsTestPeople) {
      throw problem('desk.screen-in-officers-browser')
    }
    const { office_id: officeId, desk_key: deskKey } = device
    await holdDesk(work, officeId, deskKey)
    const desk = await whoSitsAt(work, tools, { officeId, deskKey }, now)
    if (!desk) {
      return refuse(problem('desk.nobody-there'))
    }
    const [id, secret] = [newId(), newSecret(24).toString('base64url')]
    await store.saveScreen(work, {
      id,
      officerSessionId: desk.id,
      deviceId,
      secret: tools.digests.secret('screen-session', secret),
      at: now,
      endsAt: desk.ends_at,
    })
    effects.setSession(
      'screen',
      `${id}.${secret}`,
      Math.max(1, Math.floor((desk.ends_at.getTime() - now.getTime()) / 1000)),
    )
    return { office: desk.office, desk: desk.desk }
  },
  // A stranger's request and an empty desk leave no line.
  audit: ({ input, refusal }) =>
    refusal ? null : { about: null, purpose: 'desk-screen-opened', detail: { device: input.device } },
})

const promptOf = async (tools: Tools, row: PromptRow) => ({
  id: row.id,
  kind: row.kind as PromptKind,
  askedAt: row.asked_at.toISOString(),
  params: await openParams(tools, row),
})

export const viewScreen = useCase({
  contract: ViewScreen,
  permit: citizenAtScreen,
  async act(work, _, { actor, tools, now }) {
    const desk = await store.deskOf(work, actor.officerSessionId, now)
    if (!desk) {
      throw problem('session.required')
    }
    const row = await store.waitingPrompt(work, actor.officerSessionId)
    return { office: desk.office, desk: desk.desk, prompt: row ? await promptOf(tools, row) : null }
  },
  audit: none('the citizen reads what she is asked; her answer leaves a line'),
})

const promptForUpdate = async (
  work: Work,
  { promptId }: { promptId: string },
  actor: { kind: string; officerSessionId?: string },
): Promise<PromptRow> => {
  const row =
    actor.officerSessionId === undefined
      ? undefined
      : await store.waitingForUpdate(work, actor.officerSessionId, promptId)
  if (!row) {
    throw problem('desk.prompt-gone')
  }
  return row
}

export const answerPrompt = useCase({
  contract: AnswerPrompt,
  find: promptForUpdate,
  permit: citizenAtScreen,
  async act(work, { answer }, { found, now }) {
    // What a code must confirm no press confirms; it may still be declined.
    if (found.kind === 'assisted-code' && answer === 'agreed') {
      throw problem('desk.prompt-gone')
    }
    await store.saveAnswer(work, found, answer, now)
    return {}
  },
  audit: ({ found, input }) => ({
    about: found.subject_id,
    purpose: 'desk-answer',
    outcome: input.answer,
    detail: { asked: found.kind, case: found.case_id },
  }),
})

/** How the citizen's screen stands, for the officer beside it. */
export const viewDesk = useCase({
  contract: ViewDesk,
  permit: officerAtWork,
  async act(work, _, { actor, now }) {
    const row = await store.waitingPrompt(work, actor.sessionId)
    return {
      isPaired: await store.hasScreen(work, actor.sessionId, now),
      asking: row ? { id: row.id, kind: row.kind as PromptKind, askedAt: row.asked_at.toISOString() } : null,
    }
  },
  audit: none("whether a screen is open at one's own desk"),
})

export const unpairScreen = useCase({
  contract: UnpairScreen,
  permit: officerAtWork,
  async act(work, _, { actor, now }) {
    await endScreensOf(work, actor.sessionId, now)
    return {}
  },
  audit: ({ actor }) => ({
    about: null,
    purpose: 'desk-screen-ended',
    detail: { officerNumber: actor.number, office: actor.officeName, desk: actor.desk },
  }),
})
