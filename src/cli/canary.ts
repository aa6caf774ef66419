/** The canary of `doctor`: told step by step, as it flies. */
import { flyCanary } from '../compose/canary.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { mailToLookAt } from '../places/mail-place.ts'
import type { ExitCode, Io, OptionValue } from './command.ts'
import { withDatabase } from './database.ts'
import { findingText } from './examine.ts'
import { print, printJson } from './print.ts'

export function canaryFlight(io: Io, json: boolean, patience: OptionValue): Promise<ExitCode> {
  const patienceMs = secondsOf(patience)
  return withDatabase<ExitCode>(io, async ({ pool, config, tokens }) => {
    const mail = await mailToLookAt(config, tokens)
    let ok = true
    try {
      for await (const step of flyCanary({ pool, config, mail }, { patienceMs })) {
        ok &&= step.ok
        const says = `after ${(step.milliseconds / 1000).toFixed(2)} s: ${step.says}`
        if (json) await printJson(io, step)
        else await print(io.stdout, findingText({ ...step, part: step.step, says }, io))
      }
    } finally {
      await mail.stop()
    }
    return ok ? 0 : 1
  })
}

function secondsOf(text: OptionValue): number {
  const seconds = Number(text)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600)
    throw new IntakeError('usage', `--patience is "${text}"; it must be a whole number of seconds from 1 to 3600.`)
  return seconds * 1000
}
