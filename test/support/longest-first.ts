/** The order of test files: what takes longest begins, so that no worker is left alone with it at the end. */
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Longer than fifteen seconds, longest first. A new clone knows no durations, and sizes do not tell them. */
const LONGEST = [
  'test/services/end-to-end/kill.test.ts',
  'test/services/end-to-end/outages.test.ts',
  'test/services/end-to-end/delivery.test.ts',
  'test/services/end-to-end/sandbox-start.test.ts',
  'test/services/end-to-end/year.test.ts',
  'test/services/embedded-postgres-ends.test.ts',
  'test/services/end-to-end/restore.test.ts',
  'test/services/end-to-end/operator.test.ts',
  'test/services/bell-conformance.test.ts',
  'test/services/fair-turns.test.ts',
  'test/fuzz/fuzz.test.ts',
  'test/hostile/classes.test.ts',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.indexOf(relative(process.cwd(), moduleId))
      return at < 0 ? LONGEST.length : at
    }
    // Projects stay together: each starts servers and workers of its own.
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project.name))]
    return projects.flatMap((name) =>
      sorted.filter(({ project }) => project.name === name).sort((a, b) => place(a) - place(b)),
    )
  }
}
