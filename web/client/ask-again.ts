// A challenge that ended on a slow line, or was drawn before the server was renewed, says nothing of the
// device: it asks for another one, once.
import { Problem } from './problem.ts'

/** `act` asks for a challenge of its own each time. */
export const askAgainIfSpent = async <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Problem && error.code === 'device.proof-spent') {
      return act()
    }
    throw error
  }
}
