// Which devices this desk uses. Kept at this machine; where there are invented devices they are the first
// choice.
import { simulators } from '../../../kit/simulators.ts'
import { createStore, remember, remembered } from '../../../ui/store.ts'

export type ChipSource = 'agent' | 'file' | 'world'
export type FingerSource = 'file' | 'world'
export type PortraitSource = 'camera' | 'file' | 'world'
export type DeviceChoice = {
  chip: ChipSource
  finger: FingerSource
  portrait: PortraitSource
  paper: PortraitSource
  /** Which of several cameras looks at papers, by the browser's own id; empty: the browser chooses. */
  paperCamera: string
  agentPort: number
}

const place = 'sen.counter-devices'
/** Where `sen reader` listens unless it was told otherwise. */
const usualAgentPort = 9473

const first = (): DeviceChoice => ({
  ...(simulators()
    ? { chip: 'world', finger: 'world', portrait: 'world', paper: 'world' }
    : { chip: 'agent', finger: 'file', portrait: 'camera', paper: 'camera' }),
  paperCamera: '',
  agentPort: usualAgentPort,
})

const kept = (): DeviceChoice => {
  try {
    const choice = { ...first(), ...(JSON.parse(remembered(place) ?? '{}') as Partial<DeviceChoice>) }
    // An invented device that was chosen does not stand at every place.
    return simulators()
      ? choice
      : {
          ...choice,
          chip: choice.chip === 'world' ? 'agent' : choice.chip,
          finger: 'file',
          portrait: choice.portrait === 'world' ? 'camera' : choice.portrait,
          paper: choice.paper === 'world' ? 'camera' : choice.paper,
        }
  } catch {
    return first()
  }
}

export const deviceChoice = createStore<DeviceChoice>(
  typeof document === 'undefined'
    ? {
        chip: 'agent',
        finger: 'file',
        portrait: 'camera',
        paper: 'camera',
        paperCamera: '',
        agentPort: usualAgentPort,
      }
    : kept(),
  (choice) => remember(place, JSON.stringify(choice)),
)

export const chooseDevice = (change: Partial<DeviceChoice>) =>
  deviceChoice.set({ ...deviceChoice.get(), ...change })
