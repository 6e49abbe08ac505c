// How far a case has come: which steps are done, which one may be gone to, and what the citizen is asked for.
import type { FingerName } from '../devices/finger-source.ts'
import {
  cardPrompt,
  codePrompt,
  consentPrompt,
  contactPrompt,
  documentsPrompt,
  donePrompt,
  fingerPrompt,
  portraitPrompt,
} from '../evidence/prompts.ts'
import type { Said as Prompt } from '../screen/desk-channel.ts'
import { isPrintsDone } from './finger-looks.ts'
import { STEPS, type DeskCase } from './desk-case.ts'

export const isStepDone = (desk: DeskCase, step: number): boolean => {
  const server = desk.written.length === 0 ? desk.server : null
  if (step === 1) {
    return server ? server.chip !== null : desk.chip !== null
  }
  if (step === 2) {
    return server ? server.contact?.isProven === true : desk.contact !== null
  }
  if (step === 3) {
    return (
      (server
        ? server.portrait !== null && server.portrait.verdict !== 'unfinished'
        : desk.portrait !== null) && isPrintsDone(desk)
    )
  }
  return step === 4
}

export const reachedOf = (desk: DeskCase): number => {
  let reached = 1
  while (reached < STEPS && isStepDone(desk, reached)) {
    reached++
  }
  // Documents are optional, so only having been there counts as having reached the consent.
  return reached === STEPS &&
    desk.step < STEPS &&
    desk.consentAt === null &&
    (desk.server?.consent ?? 'none') === 'none'
    ? Math.max(4, desk.step)
    : reached
}

export const promptOf = (desk: DeskCase, finger: FingerName | null): Prompt => {
  if (desk.server && desk.server.state !== 'open') {
    return donePrompt
  }
  if (desk.step === 1) {
    return cardPrompt
  }
  if (desk.step === 2) {
    return desk.server?.contact?.code && !desk.server.contact.isProven ? codePrompt : contactPrompt
  }
  if (desk.step === 4) {
    return documentsPrompt
  }
  if (desk.step === 5) {
    return consentPrompt
  }
  const hasPortrait =
    desk.written.length === 0 && desk.server
      ? desk.server.portrait?.verdict !== undefined && desk.server.portrait.verdict !== 'unfinished'
      : desk.portrait !== null
  return hasPortrait && finger ? fingerPrompt(finger) : portraitPrompt
}
