/** The parties' own clock and chance: they are programs of others, with the machine's time, not Sen's. */
import { randomBytes } from 'node:crypto'

export const machineTime = (): Date => new Date()

/** Letters that are safe in an address (base64url); 22 of them hold 128 bits. */
export const drawn = (size_bytes = 16): string => randomBytes(size_bytes).toString('base64url')
