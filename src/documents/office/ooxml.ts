/** What Word and Excel packages share: parts, the relations between them, and what of them could run (ECMA-376 part 2). */
import { posix } from 'node:path'
import type { Job } from '../job.ts'
import { Refusal, reasonOf } from '../refusal.ts'
import { walkXml, type XmlHandler } from '../xml.ts'
import type { Package } from '../zip.ts'

export interface Relation {
  /** Last word of its type, e.g. `officeDocument`, `worksheet`. */
  readonly type: string
  /** Name of a part, or an address outside. */
  readonly target: string
  readonly isExternal: boolean
}

/** The part a reader starts with; `usual` where the package does not say. */
export async function mainPart(parts: Package, usual: string, job: Job): Promise<string> {
  const relations = await relationsOf(parts, '', job)
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')
  return main !== undefined && parts.names.includes(main.target) ? main.target : usual
}

/** The relations of a part by id; of the package itself for ''. */
export async function relationsOf(parts: Package, part: string, job: Job): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part) === '.' ? '' : `${posix.dirname(part)}/`
  const relations = new Map<string, Relation>()
  await walkPart(parts, `${folder}_rels/${posix.basename(part)}.rels`, job, {
    open(name, attribute) {
      if (name !== 'Relationship') return
      const isExternal = attribute('TargetMode') === 'External'
      const target = attribute('Target') ?? ''
      const type = (attribute('Type') ?? '').split('/').at(-1) ?? ''
      // An absolute target begins at the package, which `resolve` of the path rules sees to.
      const named = isExternal ? target : posix.resolve('/', folder, target).slice(1)
      relations.set(attribute('Id') ?? '', { type, target: named, isExternal })
    },
  })
  return relations
}

/** Walks a part; false when there is none. A damaged part is noted, and what came of it until then counts. */
export async function walkPart(parts: Package, name: string, job: Job, handler: XmlHandler): Promise<boolean> {
  try {
    const bytes = await parts.read(name)
    if (bytes === null) return false
    walkXml(bytes, handler, job)
  } catch (error) {
    if (error instanceof Refusal) throw error
    job.note('damaged-file', `${name} cannot be read: ${reasonOf(error)}`)
  }
  return true
}

const MACROS = /(?:^|\/)(?:vbaProject\.bin|macrosheets\/[^/]+\.xml|activeX\/[^/]+)$/i

/** Notes macros, controls, and templates fetched from elsewhere. Nothing of them is ever run. */
export async function noteActiveContent(parts: Package, job: Job): Promise<void> {
  const macro = parts.names.find((name) => MACROS.test(name))
  if (macro !== undefined) job.note('active-content', `it holds macros or controls (${macro})`)
  const settings = await relationsOf(parts, 'word/settings.xml', job)
  const template = [...settings.values()].find(({ type, isExternal }) => type === 'attachedTemplate' && isExternal)
  if (template !== undefined && /^(?:https?:|\\\\|file:\/\/[^/])/i.test(template.target)) {
    job.note('active-content', `it loads a template from ${template.target.slice(0, 100)}`)
  }
}
