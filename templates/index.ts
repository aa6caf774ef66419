import { acknowledgement } from './acknowledgement/model.ts'
import { receivedForPerson } from './received-for-person/model.ts'

/**
 * Every mail we can write, by the name of its folder: the schema of what it is told. To add one, create the folder
 * (model.ts, subject.hbs, text.hbs, html.hbs, sample.json, expected.txt) and a line here. A name has at most 19
 * characters, for it becomes part of the Message-ID.
 */
export const TEMPLATES = {
  acknowledgement,
  'received-for-person': receivedForPerson,
} as const

export type TemplateName = keyof typeof TEMPLATES

export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(TEMPLATES, name)
}
