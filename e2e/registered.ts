/**
 * Somebody who has registered before the story begins: the requests of her app's pages, without the pages,
 * which stories of their own walk. Her phone then shows the accepted application.
 */
import type { Page } from 'playwright-core'
import { ENROLMENT_CONSENT } from '../contract/enrolment.ts'
import { presenceAt } from '../testing/presence.ts'
import { activateHere } from './citizen-steps.ts'
import type { CastMember, OpenSen } from './open-sen.ts'

type Deed = (name: string, data: object, shown?: object) => Promise<void>

/** All of an application but its sending, in this browser. */
export const prepared = async (
  page: Page,
  sen: OpenSen,
  id: string,
): Promise<{ member: CastMember; deed: Deed }> => {
  const member = await sen.member(id)
  const { phone, email } = member
  const deed: Deed = async (name, data, shown = {}) => {
    const headers = { origin: sen.url, ...shown }
    const answer = await page.request.post(`/api/enrolment/${name}`, { data, headers })
    if (!answer.ok()) {
      throw new Error(`${name}: ${answer.status()} ${await answer.text()}`)
    }
  }
  await deed('start', { consent: ENROLMENT_CONSENT, language: 'vi' })
  await deed('declare', {
    personalNumber: member.personal_number,
    fullName: member.name,
    birthDate: member.birth_date,
  })
  const presence = await presenceAt(sen.url, 'enrolment.send-code')
  await deed('send-code', { phone, email }, { 'sen-presence': presence })
  await deed('verify-code', { code: await sen.code(phone) })
  await deed('take-portrait', { picture: (await sen.portraitOf(id)).toString('base64') })
  return { member, deed }
}

const registered = async (page: Page, sen: OpenSen, id: string): Promise<CastMember> => {
  const { member, deed } = await prepared(page, sen, id)
  await deed('submit', {})
  await page.goto('/app/enrol/result')
  return member
}

/** From nothing to her open wallet, which she has activated herself on this phone. */
export const settleHere = async (page: Page, sen: OpenSen, id: string): Promise<CastMember> => {
  const member = await registered(page, sen, id)
  await activateHere(page, sen, member)
  return member
}
