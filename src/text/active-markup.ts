/** Scripts, event handlers and embedded programs in HTML, SVG or XML. Linear: no pattern looks past the next tag. */
const ACTIVE = /<script\b|<(?:iframe|object|embed|applet)\b|\bjavascript:|<[^<>]{0,500}\son[a-z]{3,20}\s*=/i

export function hasActiveMarkup(text: string): boolean {
  return ACTIVE.test(text)
}

/** Types and extensions of files that are markup. */
export const MARKUP_TYPE = /^(?:text\/html|image\/svg|application\/(?:[\w.]+\+)?xml|application\/xhtml|text\/xml)/
