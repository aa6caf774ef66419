/**
 * Wraps a model so that reading a name it does not hold throws. Handlebars' strict mode checks what is printed but
 * not what a condition asks, so `{{#if compnay}}` would quietly be false; and names of the prototype count as missing.
 */
export function knownOnly<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, name, receiver) {
      mustHold(target, name)
      return knownOnly(Reflect.get(target, name, receiver))
    },
    has(target, name) {
      mustHold(target, name)
      return Reflect.has(target, name)
    },
  })
}

function mustHold(target: object, name: string | symbol): void {
  if (typeof name === 'string' && !Object.hasOwn(target, name)) throw new Error(`"${name}" is not known here`)
}
