import type { Config } from '../config/config.ts'
import { DEPARTMENTS } from '../domain/casework/desk-settings.ts'
import type { Seen } from './examine.ts'

/** Which matters of others letters can give a name or a page for; the last stands for all that have none of their own. */
export function departmentsSeen({ departments, links }: Pick<Config['settings'], 'departments' | 'links'>): Seen {
  const named = DEPARTMENTS.filter((one) => departments[one] !== undefined || links[one] !== undefined)
  if (named.includes('other-departments')) return `letters name ${named.join(', ')}`
  const without = DEPARTMENTS.filter((one) => !named.includes(one))
  return {
    warning: `letters can name nobody for ${without.join(', ')}: whoever writes here about it is told who usually takes such a matter, and a task asks you. Put names under departments, or pages under links, in intagree.yaml (docs/intagree.example.yaml)`,
  }
}
