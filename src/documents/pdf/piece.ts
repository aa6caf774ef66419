/** Something on a page with its place, in points from the top left corner as the page is shown. */
export interface Piece {
  /** `field`: a form field; `box`: a check box or radio button. */
  readonly sort: 'text' | 'field' | 'box'
  /** The words, or the value that is filled in. */
  readonly text: string
  readonly isTicked: boolean
  /** What the form's author calls a field, for want of words beside it. */
  readonly name: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Pieces at one height, from left to right. */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly top: number
  readonly bottom: number
}

export function middleOf({ top, bottom }: { readonly top: number; readonly bottom: number }): number {
  return (top + bottom) / 2
}

export function heightOf({ top, bottom }: { readonly top: number; readonly bottom: number }): number {
  return bottom - top
}
