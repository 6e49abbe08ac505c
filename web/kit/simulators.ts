// The one port through which people and devices that do not exist come into the apps: a card on a reader, a
// finger on a scanner, a face before a camera, a clock that can be moved. Nothing fills it here. Where the
// server runs the demo world, the page loads the world's own script before the app, and that script fills it;
// a build without the world holds none of it.
import type { DeviceKind } from '../../contract/devices.ts'
import type { Finger } from '../../formats/minutiae/finger.ts'
import { createStore } from '../ui/store.ts'

type Words = { readonly vi: string; readonly en: string }

/** Who can stand at the desk. */
export interface SimulatedPerson {
  readonly id: string
  readonly name: string
  readonly about: Words
  readonly personalNumber: string
  readonly portraitUrl: string
}

/** A paper that lies before the camera, in words. */
export interface SimulatedPaper {
  readonly kind: string
  readonly number: string
  readonly authority: string
  /** As it is written on it. */
  readonly date: string
}

export interface Simulators {
  /** What the invented devices are called, and what is to be said of them. */
  readonly words: {
    readonly reader: Words
    readonly scanner: Words
    readonly camera: Words
    readonly desk: Words
    readonly newCard: Words
    readonly paper: Words
  }
  readonly people: () => Promise<readonly SimulatedPerson[]>
  /** The parts of her card as a reader gives them, and how it signs a challenge; null: no card is there. */
  readonly chip: (
    personId: string,
  ) => Promise<{ parts: unknown; answer: (challenge: string) => Promise<string | null> } | null>
  /** `press` counts from 1: each press of a finger is another impression. */
  readonly print: (
    personId: string,
    finger: Finger,
    press: number,
  ) => Promise<{ template: string; quality: number | null } | null>
  readonly portrait: (person: SimulatedPerson) => Promise<Blob | null>
  /** A drawn page that says what was typed of the paper; `page` counts from 1. */
  readonly paper: (paper: SimulatedPaper, page: number) => Promise<Blob | null>
  /** An administrator's ticket for devices of a desk. */
  readonly deviceTicket: (of: {
    readonly officeId: string
    readonly desk: string
    readonly kinds: readonly DeviceKind[]
  }) => Promise<string | null>
  /** Lets the page's clock follow a time that can be moved. */
  readonly followClock: () => Promise<void>
}

let filled: Simulators | null = null

export const fillSimulators = (simulators: Simulators): void => {
  filled = simulators
}

/** Null on every page but the demo world's. */
export const simulators = (): Simulators | null => filled

export const people = createStore<readonly SimulatedPerson[]>([])
/** Whose card lies on the reader, whose finger on the scanner, whose face before the camera. */
export const visitor = createStore<SimulatedPerson | null>(null)

export const readPeople = async (): Promise<void> => {
  if (filled && people.get().length === 0) {
    people.set(await filled.people().catch(() => []))
  }
}

/** The invented person with this personal number, if there is one: her chip tells who she is. */
export const visitorOf = async (personalNumber: string): Promise<SimulatedPerson | null> => {
  await readPeople()
  return people.get().find((person) => person.personalNumber === personalNumber) ?? null
}
