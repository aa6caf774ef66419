import { IntakeError } from '../foundation/intake-error.ts'

/** The configuration is wrong: one sentence per mistake, each with the key, the value and what is allowed. */
export class ConfigError extends IntakeError {
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super('config', mistakes.length === 1 ? mistakes[0]! : listed(mistakes))
    this.name = 'ConfigError'
    this.mistakes = mistakes
  }
}

function listed(mistakes: readonly string[]): string {
  return [`The configuration has ${mistakes.length} mistakes:`, ...mistakes.map((sentence) => `- ${sentence}`)].join(
    '\n',
  )
}

/** `KEY in FILE is VALUE; ALLOWED.` The place is left out for the environment, where people look first. */
export function mistake(key: string, place: string, value: string | null, allowed: string): string {
  const where = place === 'environment' ? key : `${key} in ${place}`
  return `${where} is ${value ?? 'not set'}; ${allowed}.`
}

/** A value as a message shows it: in JSON, cut to a line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
