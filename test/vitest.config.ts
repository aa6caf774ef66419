import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.ts'

/** `unit` needs nothing but Node; `services` starts real servers (PostgreSQL, Dovecot, Redis, SMTP) by itself. */
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    root: '.',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/services/**'],
          testTimeout: 20_000,
          // Files share what they import: to load and compile all of it for each file took a minute of the whole run.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'services',
          include: ['test/services/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
