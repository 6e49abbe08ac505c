/** The demo world, attached to a starting Sen: its post office, its people, its portal, its start page. */
import type { AttachWorld } from '../server/start/main.ts'
import { openAgencyProcesses } from './agencies/agency-processes.ts'
import { openPartyProcesses } from './parties/party-processes.ts'
import { registerParty } from './parties/register-party.ts'
import { mountWorld } from './routes.ts'
import { settleCast } from './settle-cast.ts'
import { openPortalProcess } from './portal-process.ts'
import { startPostOffice } from './post-office/post-office.ts'

export const attachWorld: AttachWorld = async ({ config, context }) => {
  const post = await startPostOffice()
  const portal = openPortalProcess(config, context)
  const agencies = openAgencyProcesses(context)
  const parties = openPartyProcesses({
    host: config.host,
    sen: config.publicUrl,
    register: registerParty(context),
  })
  return {
    lines: { smpp: post.smpp, smtp: post.smtp },
    mount: (app) =>
      mountWorld(app, { config, context, post, agencies, parties, restartPortal: portal.restart }),
    settle: () => settleCast(context, config.dataDir),
    async open() {
      await agencies.start()
      await parties.start()
      const url = await portal.start()
      return [
        `  the demo world      ${config.publicUrl}/`,
        `  the citizen's app   ${config.publicUrl}/app/`,
        `  the counter         ${config.publicUrl}/counter/`,
        `  the demo portal     ${url}`,
      ]
    },
    async stop() {
      await portal.stop()
      await parties.stop()
      await agencies.stop()
      await post.stop()
    },
  }
}
