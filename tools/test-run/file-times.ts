/** A reporter for node:test that says of each file how long it took, a line of JSON each. */
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

export default async function* fileTimes(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type === 'test:summary' && event.data.file) {
      const { file, duration_ms: ms } = event.data
      yield `${JSON.stringify({ file: relative(process.cwd(), file), ms })}\n`
    }
  }
}
