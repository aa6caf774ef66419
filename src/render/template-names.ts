import Handlebars from 'handlebars'
import { IntakeError } from '../foundation/intake-error.ts'
import { HELPERS } from './template-files.ts'

/** Every variable a template names, in all its branches, field by field. Throws `IntakeError template` on a syntax error. */
export function namesIn(file: string, source: string): readonly string[] {
  const names: string[] = []
  const visitor = new Handlebars.Visitor()
  visitor.PathExpression = (path: hbs.AST.PathExpression) => {
    if (!path.data && !Object.hasOwn(HELPERS, path.original)) names.push(...path.parts)
  }
  try {
    visitor.accept(Handlebars.parse(source))
  } catch (error) {
    throw new IntakeError('template', `The template file ${file} does not work: ${(error as Error).message}`)
  }
  return names
}
