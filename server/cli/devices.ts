/** device add, device list, device remove: what stands at the desks of offices and signs what it takes. */
import { deviceKind, type DeviceKind } from '../../contract/devices.ts'
import { deskName } from '../../contract/counter.ts'
import {
  drawTicketAt,
  eachDevice,
  endDevice,
} from '../modules/registry/organisations/devices/enrol-device.ts'
import { readWords, UsageRefused, type Command, type CommandContext, type ExitCode } from './command.ts'
import { inAppContext } from './in-app-context.ts'
import { leaveOperatorLine } from './operator-line.ts'

const kindsOf = (text: string): DeviceKind[] => {
  const kinds = [...new Set(text.split(','))].map((kind) => deviceKind.safeParse(kind))
  if (kinds.some(({ success }) => !success)) {
    throw new UsageRefused(`--kinds takes ${deviceKind.options.join(', ')}, with commas between.`)
  }
  const known = kinds.flatMap(({ data }) => data ?? [])
  if (known.includes('screen') && known.length > 1) {
    throw new UsageRefused(
      "A citizen's screen is registered by itself: what takes pictures for the officer does not answer for the citizen.",
    )
  }
  return known
}

const addOneDevice = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(
    words,
    {
      office: { type: 'string' },
      desk: { type: 'string' },
      kinds: { type: 'string', default: 'camera,scanner,reader' },
      name: { type: 'string', default: '' },
    },
    0,
  )
  const desk = deskName.safeParse(values.desk)
  if (!values.office || !desk.success) {
    throw new UsageRefused('--office CODE and --desk NAME (as on its sign, at most 30 letters) are needed.')
  }
  const kinds = kindsOf(values.kinds)
  const [code, name] = [values.office, values.name.trim().slice(0, 60)]
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    const ticket = await context.transact(async (work) => {
      const effect = { office: code, desk: desk.data, kinds: kinds.join(' ') }
      leaveOperatorLine(work, { config }, { command: 'device add', purpose: 'operator-device', effect })
      const drawn = await drawTicketAt(work, context.tools, {
        officeCode: code,
        desk: desk.data,
        name,
        kinds,
      })
      if (drawn === null) {
        throw new UsageRefused(`There is no office with the code ${code}.`)
      }
      return drawn
    })
    const page = kinds.includes('screen') ? 'screen' : 'enrol-device'
    out(
      JSON.stringify({
        office: code,
        desk: desk.data,
        kinds,
        ticket,
        enrol: `${config.publicUrl}/counter/${page}#device-ticket=${ticket}`,
      }),
    )
    return 0
  })
}

const listAllDevices = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const { values } = readWords(words, { office: { type: 'string' } }, 0)
  return inAppContext<ExitCode>(env, async ({ context }) => {
    for await (const device of eachDevice(context.tools.read, values.office ?? null)) {
      out(JSON.stringify(device))
    }
    return 0
  })
}

const removeOneDevice = async (words: readonly string[], { env, out }: CommandContext): Promise<ExitCode> => {
  const {
    values: { reason },
    positionals: [id = ''],
  } = readWords(words, { reason: { type: 'string' } }, 1)
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || !reason || reason.trim().length < 3) {
    throw new UsageRefused('The id of a device (sen device list) and --reason are needed.')
  }
  return inAppContext<ExitCode>(env, async ({ context, config }) => {
    await context.transact(async (work) => {
      if (!(await endDevice(work, id, reason.trim()))) {
        throw new UsageRefused('There is no such device, or it was ended before.')
      }
      const effect = { device: id, reason: reason.trim() }
      leaveOperatorLine(
        work,
        { config },
        { command: 'device remove', purpose: 'operator-device-ended', effect },
      )
    })
    out(JSON.stringify({ device: id, ended: true }))
    return 0
  })
}

export const deviceCommands: Command[] = [
  {
    usage:
      'device add --office CODE --desk NAME [--kinds camera,scanner,reader | --kinds screen] [--name NAME]',
    says: "draws a one-time ticket that registers a device of a desk: what takes pictures, prints and chips, or the citizen's screen",
    leaves: 'operator-device',
    run: addOneDevice,
  },
  {
    usage: 'device list [--office CODE]',
    says: 'lists the registered devices, one JSON object a line',
    leaves: null,
    run: listAllDevices,
  },
  {
    usage: 'device remove ID --reason TEXT',
    says: 'ends a device: what it signs counts no more',
    leaves: 'operator-device-ended',
    run: removeOneDevice,
  },
]
