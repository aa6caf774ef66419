import type { Section } from './section.ts'

/**
 * References of the cases in which a letter asks for what is missing: those that its asking parts name, else those whose
 * news it tells, else all that it is about.
 */
export function asksIn(sections: readonly Section[], about: readonly string[]): readonly string[] {
  const asking = sections.flatMap((one) =>
    one.section === 'missing-information' || one.section === 'reminder' ? (one.refs ?? []) : [],
  )
  const told = sections.flatMap((one) => (one.section === 'next-step' ? one.cases.map(({ ref }) => ref) : []))
  return [asking, told].find((refs) => refs.length > 0) ?? about
}
