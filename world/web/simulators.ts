// What the demo world lends to the apps: the cards, fingers and faces of its people, and its time. The server
// sends this script at `/world/simulators.js`, and names it in a page only where the world is on.
import type { Finger } from '../../formats/minutiae/finger.ts'
import { fillSimulators, type SimulatedPerson, type Simulators } from '../../web/kit/simulators.ts'
import { drawPaper } from './draw-paper.ts'
import { askWorld, followClock, tellWorld, type CastMember, type WorldClock, type Words } from './world.ts'

const words: Simulators['words'] = {
  reader: { vi: 'Máy đọc giả lập', en: 'Simulated reader' },
  scanner: { vi: 'Máy quét giả lập', en: 'Simulated scanner' },
  camera: { vi: 'Máy ảnh giả lập', en: 'Simulated camera' },
  desk: {
    vi: '**Môi trường thử.** Máy đọc thẻ, máy ảnh và máy vân tay đang được giả lập.',
    en: '**Trial environment.** Card reader, camera and fingerprint scanner are simulated.',
  },
  newCard: {
    vi: 'Trong thế giới thử, thẻ vừa in nằm trong tệp chip mà máy in đã tải về.',
    en: 'In the demo world the card just printed lies in the chip file that the printer downloaded.',
  },
  paper: { vi: 'Giấy tờ giả lập đang nằm dưới máy ảnh', en: 'A simulated paper lies under the camera' },
}

const inBoth = (about: Words) => (typeof about === 'string' ? { vi: about, en: about } : about)

const personOf = (member: CastMember): SimulatedPerson => ({
  id: member.id,
  name: member.name,
  about: inBoth(member.about),
  personalNumber: member.personal_number,
  portraitUrl: member.portrait_url,
})

const fresh = (path: string): Promise<Response | null> =>
  fetch(path, { cache: 'no-store' }).then(
    (response) => (response.ok ? response : null),
    () => null,
  )

const jsonOf = async (path: string): Promise<Record<string, unknown> | null> => {
  const told: unknown = await fresh(path).then((response) => response?.json() ?? null)
  return typeof told === 'object' && told !== null ? { ...told } : null
}

const chip: Simulators['chip'] = async (personId) => {
  const place = `/world/chips/${encodeURIComponent(personId)}`
  const parts = await jsonOf(`${place}.json`)
  const answer = async (challenge: string) => {
    const told = await jsonOf(`${place}/answer?challenge=${encodeURIComponent(challenge)}`)
    return typeof told?.['answer'] === 'string' ? told['answer'] : null
  }
  return parts && { parts, answer }
}

const print = async (personId: string, finger: Finger, press: number) => {
  const query = new URLSearchParams({ finger, press: String(press) })
  const told = await jsonOf(`/world/fingers/${encodeURIComponent(personId)}?${query}`)
  return typeof told?.['template'] === 'string'
    ? {
        template: told['template'],
        quality: typeof told['quality'] === 'number' ? told['quality'] : null,
      }
    : null
}

fillSimulators({
  words,
  people: async () => (await askWorld<CastMember[]>('cast')).map(personOf),
  chip,
  print,
  paper: drawPaper,
  portrait: async ({ portraitUrl }) => (await fresh(portraitUrl))?.blob() ?? null,
  deviceTicket: async (of) => {
    const told = await tellWorld<{ ticket: string }>('devices', of).catch(() => null)
    return told?.ticket ?? null
  },
  followClock: () => askWorld<WorldClock>('clock').then(followClock, () => undefined),
})
