/**
 * The three places a value can come from, read once. The nearest that names a key wins, and naming it without a value
 * means "not set": `IMAP_URL= intagree start` is the sandbox whatever `.env` says.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import dotenv from 'dotenv'
import { nearest } from '../domain/nearest.ts'
import { ENVIRONMENT_NAMES, type EnvironmentName } from './environment.ts'
import { mistake } from './mistakes.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

export interface ConfigInput {
  readonly env: NodeJS.ProcessEnv
  /** Where `.env`, `intagree.yaml` and relative paths are looked for. */
  readonly cwd: string
  /** Options of the command line, by the name of the variable they stand for. They win over everything. */
  readonly flags?: { readonly [Name in EnvironmentName]?: string }
}

/** A value and the place it was found in: `command line`, `environment`, `.env`, the yaml's path, or `default`. */
export interface Found {
  readonly value: string
  readonly from: string
}

export interface Sources {
  /** Only names with a value. */
  readonly found: ReadonlyMap<EnvironmentName, Found>
  readonly yaml: YamlFile
  readonly mistakes: readonly string[]
}

const DEFAULT_YAML = 'intagree.yaml'
/** What the yaml must not hold, and why. */
const NOT_IN_YAML: { readonly [Name in EnvironmentName]?: string } = {
  INTAGREE_CONFIG: 'names the file it stands in',
  HTTP_TOKEN: 'is a password, and that file is shown around',
  OTEL_EXPORTER_OTLP_HEADERS: 'may hold a password, and that file is shown around',
}

export function readSources({ env, cwd, flags = {} }: ConfigInput): Sources {
  const mistakes: string[] = []
  const dotEnv = readDotEnv(cwd, mistakes)
  const near = [
    { from: 'command line', values: flags },
    { from: 'environment', values: env },
    { from: '.env', values: dotEnv },
  ]
  const named = lookUp('INTAGREE_CONFIG', near)
  const path = named?.value ?? DEFAULT_YAML
  const yaml = readYaml(resolve(cwd, path), path, { mayBeMissing: named === null })
  const places = [...near, { from: path, values: yaml.environment }]
  for (const { from, values } of places.slice(1)) mistakes.push(...unknownNames(from, values))
  mistakes.push(...yaml.mistakes)
  for (const [name, why] of Object.entries(NOT_IN_YAML))
    if (yaml.environment[name] !== undefined)
      mistakes.push(`${name} in ${path} ${why}; it must be set in the environment or in .env.`)
  const found = new Map<EnvironmentName, Found>()
  for (const name of ENVIRONMENT_NAMES) {
    const hit = lookUp(name, places)
    if (hit !== null) found.set(name, hit)
  }
  return { found, yaml, mistakes }
}

interface Place {
  readonly from: string
  readonly values: Readonly<Record<string, string | undefined>>
}

function lookUp(name: EnvironmentName, places: readonly Place[]): Found | null {
  for (const { from, values } of places) {
    const value = values[name]
    if (value !== undefined) return value.trim() === '' ? null : { value: value.trim(), from }
  }
  return null
}

function readDotEnv(cwd: string, mistakes: string[]): Record<string, string> {
  try {
    return dotenv.parse(readFileSync(resolve(cwd, '.env')))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT') mistakes.push(`.env cannot be read (${code}); it must be a readable file, or not be there.`)
    return {}
  }
}

/** Names that begin like ours and are none: a typing mistake there would silently mean a default. */
function unknownNames(from: string, values: Place['values']): string[] {
  const ours = Object.keys(values).filter((name) => name.startsWith('INTAGREE_') || !isMachinePlace(from))
  return ours
    .filter((name) => !(ENVIRONMENT_NAMES as readonly string[]).includes(name))
    .map((name) => {
      const close = nearest(name, ENVIRONMENT_NAMES)
      const hint = close === null ? `the known ones are ${ENVIRONMENT_NAMES.join(', ')}` : `did you mean ${close}?`
      return mistake(name, from, 'not a known name', hint).replace(/\?\.$/, '?')
    })
}

/** The environment and `.env` are shared with other programs; the yaml is ours alone. */
function isMachinePlace(from: string): boolean {
  return from === 'environment' || from === '.env'
}
