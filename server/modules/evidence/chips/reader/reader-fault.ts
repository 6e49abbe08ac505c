/**
 * Why a card was not read. Each is one sentence for the officer beside its code; nothing of a person is in
 * it.
 */
export const readerFaults = {
  'no-reader': { status: 503, detail: 'No card reader is connected to this machine.' },
  'no-native': {
    status: 503,
    detail: 'This machine has no PC/SC package for Node (@pokusew/pcsclite); see docs/counter-agent.md.',
  },
  'no-card': { status: 404, detail: 'There is no card on the reader.' },
  'card-gone': {
    status: 409,
    detail: 'The card was taken away while it was read; put it back and read again.',
  },
  'not-an-identity-card': {
    status: 422,
    detail: 'The card on the reader is no identity card with an ICAO chip.',
  },
  'wrong-key': {
    status: 422,
    detail: 'The chip does not open with what was typed; compare it with the printed card.',
  },
  'needs-mrz': {
    status: 422,
    detail: 'This chip knows no access number; scan or type the machine-readable zone.',
  },
  'bad-request': {
    status: 400,
    detail: 'The request must name either mrz or can, and a challenge of eight bytes if any.',
  },
  'broken-channel': {
    status: 422,
    detail: 'The protected channel to the chip broke: an answer was altered or lost. Read again.',
  },
  'odd-chip': { status: 422, detail: 'The chip answered against ICAO 9303; it cannot be read.' },
} as const
export type ReaderFaultCode = keyof typeof readerFaults

export class ReaderFault extends Error {
  readonly code: ReaderFaultCode
  constructor(code: ReaderFaultCode) {
    super(readerFaults[code].detail)
    this.name = 'ReaderFault'
    this.code = code
  }
}
