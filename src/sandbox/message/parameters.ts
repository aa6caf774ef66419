/** A value with parameters, as Content-Type and Content-Disposition have them (RFC 2045 5.1). */
export interface Parameterised {
  /** In lower case. */
  readonly value: string
  /** Names in lower case; values without quotes, RFC 2231 left as it stands. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

export function readParameterised(field: string): Parameterised {
  const [value = '', ...rest] = field.match(/(?:"(?:[^"\\]|\\.)*"?|[^";])+/g) ?? []
  const parameters: [string, string][] = []
  for (const parameter of rest) {
    const equals = parameter.indexOf('=')
    if (equals <= 0) continue
    const text = parameter.slice(equals + 1).trim()
    const plain = text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : text
    parameters.push([parameter.slice(0, equals).trim().toLowerCase(), plain])
  }
  return { value: value.trim().toLowerCase(), parameters }
}
