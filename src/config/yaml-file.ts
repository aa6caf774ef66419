import { readFileSync } from 'node:fs'
import { isMap, parseDocument } from 'yaml'

/** `intagree.yaml` as read: not yet checked against what is allowed. */
export interface YamlFile {
  /** As the operator named it; for messages. */
  readonly path: string
  /** False when the file is missing, which is fine unless it was named. */
  readonly present: boolean
  /** Everything but `environment`, keys without a value left out. */
  readonly settings: Readonly<Record<string, unknown>>
  /** The group `environment`: variables by their names, for those who want one file. */
  readonly environment: Readonly<Record<string, string>>
  readonly mistakes: readonly string[]
}

const LARGEST_BYTES = 1_000_000

export function readYaml(file: string, path: string, { mayBeMissing }: { readonly mayBeMissing: boolean }): YamlFile {
  const nothing = { path, present: false, settings: {}, environment: {} }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' && mayBeMissing) return { ...nothing, mistakes: [] }
    return { ...nothing, mistakes: [unreadable(path, code, mayBeMissing)] }
  }
  if (text.length > LARGEST_BYTES)
    return { ...nothing, mistakes: [`${path} is larger than 1 MB; it must be the settings of intagree.`] }
  return { ...nothing, present: true, ...parsed(text, path) }
}

function unreadable(path: string, code: string | undefined, mayBeMissing: boolean): string {
  const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`
  if (mayBeMissing) return `${path} ${why}; it must be a readable file, or not be there.`
  return `INTAGREE_CONFIG is ${JSON.stringify(path)}, which ${why}; it must name a readable YAML file.`
}

function parsed(text: string, path: string): Pick<YamlFile, 'settings' | 'environment' | 'mistakes'> {
  const document = parseDocument(text)
  const broken = document.errors.map((error) => {
    const place = error.linePos?.[0]
    const where = place === undefined ? path : `${path}, line ${place.line}`
    return `${where}: this is not YAML (${error.message.split(/ at line |\n/)[0]}).`
  })
  if (broken.length > 0) return { settings: {}, environment: {}, mistakes: broken }
  if (document.contents !== null && !isMap(document.contents)) {
    const mistakes = [`${path} holds no keys; it must be a YAML map such as docs/intagree.example.yaml.`]
    return { settings: {}, environment: {}, mistakes }
  }
  const { environment, ...settings } = withoutEmpty(document.toJS() ?? {}) as Record<string, unknown>
  return { settings, ...asEnvironment(environment ?? {}, path) }
}

function asEnvironment(group: unknown, path: string): Pick<YamlFile, 'environment' | 'mistakes'> {
  if (typeof group !== 'object' || group === null || Array.isArray(group)) {
    return { environment: {}, mistakes: [`environment in ${path} is no group; it must hold names and values.`] }
  }
  const environment: Record<string, string> = {}
  for (const [name, value] of Object.entries(group)) {
    environment[name] = typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  return { environment, mistakes: [] }
}

/** A key without a value means its default: somebody commented out all that was below it. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEmpty(inner)]))
}
