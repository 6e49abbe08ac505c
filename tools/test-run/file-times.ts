/**
 * A reporter for node:test that says of each file how long it took, a line of JSON each. Of several files in
 * one process each is a suite that is named after it.
 */
import { isAbsolute, relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

const isFile = ({ name, nesting }: { readonly name: string; readonly nesting: number }): boolean =>
  nesting === 0 && name.endsWith('.test.ts') && !isAbsolute(name)

export default async function* fileTimes(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type === 'test:complete' && isFile(event.data)) {
      yield `${JSON.stringify({ file: event.data.name, ms: event.data.details.duration_ms })}\n`
    } else if (event.type === 'test:summary' && event.data.file?.startsWith(process.cwd())) {
      const { file, duration_ms: ms } = event.data
      yield `${JSON.stringify({ file: relative(process.cwd(), file), ms })}\n`
    }
  }
}
