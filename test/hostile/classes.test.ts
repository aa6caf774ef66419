/**
 * Every hostile class: archived byte for byte, read within its limits or refused with its header, its problems told, and
 * nothing of it reflected as anything but words. `docs/hostile.md` shows the same table with times and memory.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MB } from './classes/hostile-class.ts'
import { HOSTILE } from './classes/index.ts'
import { type HostileDesk, hostileDesk } from './handle.ts'

let desk: HostileDesk
beforeAll(async () => {
  desk = await hostileDesk()
})
afterAll(() => desk.close())

/** What the program promises of any mail, in milliseconds. */
const MOST_MS = 10_000
/** Who writes the mails here, unless a class says otherwise. */
const SENDER = 'ann@acme.example'
/** A mail travels as one row. */
const MOST_CHARS = 4 * MB

describe.each(Object.entries(HOSTILE))('%s', (_group, classes) => {
  it.each(classes.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const handled = await desk.handle(one.mail())
    const { inspected, outcome, checked, answered, flaws, written } = handled
    const { problems, ms, autoReply } = inspected.line
    expect(flaws).toEqual([])
    expect(outcome.outcome === 'refused' ? outcome.code : undefined).toBe(one.refused)
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining([...one.says]))
    expect(problems.map(({ detail }) => detail).join('\n')).toContain(one.detail ?? '')
    expect(ms).toBeLessThan(MOST_MS)
    expect(['fail', 'none', undefined]).toContain(checked?.result)
    expect(inspected.mail?.text.length ?? 0).toBeLessThanOrEqual(MB)
    expect(JSON.stringify(inspected).length).toBeLessThan(MOST_CHARS)
    expect([one.answers ?? SENDER]).toEqual(expect.arrayContaining([...answered]))
    if (one.silent) expect([autoReply.allowed, answered]).toEqual([false, []])
    const found = [inspected.mail?.text, ...(inspected.mail?.attachments ?? []).map(({ text }) => text)].join('\n')
    expect(found).toContain(one.finds ?? '')
    for (const word of one.hides ?? []) expect(written).not.toContain(word)
  })
})
