import type { LetterHead, Section } from '../domain/letter/section.ts'

export interface Rendered {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Renderer {
  /** Throws `IntakeError template` when a model does not fit: a bug or a broken custom template, never the mail's fault. */
  render(letter: { readonly head: LetterHead; readonly sections: readonly [Section, ...Section[]] }): Rendered
}
