/**
 * The key that signs our mails (RFC 6376). A key that cannot sign would have every mail leave unsigned and nobody know,
 * so it is tried here, before anything starts.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { mistake, shown } from './mistakes.ts'
import type { Settings } from './settings.ts'

export interface DkimKey {
  /** `d=` of the signature. */
  readonly domain: string
  /** `s=`: the public key stands in DNS at `<selector>._domainkey.<domain>`. */
  readonly selector: string
  /** PEM. */
  readonly privateKey: string
}

interface DkimSources {
  readonly dkim: Settings['dkim']
  /** Our own address; null where it is missing, which is told elsewhere. */
  readonly address: string | null
  readonly path: string
  readonly cwd: string
}

/** RFC 8301 3.2: verifiers take no signature by a shorter one. */
const SHORTEST_BITS = 1024

/** Null where nothing is signed; what is missing or wrong is added to the mistakes. */
export function readDkim({ dkim, address, path, cwd }: DkimSources, mistakes: string[]): DkimKey | null {
  const { domain, selector, keyFile } = dkim
  const keys = Object.entries(dkim)
  const missing = keys.filter(([, value]) => value === null).map(([key]) => `dkim.${key}`)
  if (missing.length === keys.length) return null
  if (domain === null || selector === null || keyFile === null) {
    const group = `${missing.join(' and ')} in ${path} ${missing.length > 1 ? 'are' : 'is'} not set`
    mistakes.push(`${group}; signing needs domain, selector and keyFile, or none of them.`)
    return null
  }
  if (address !== null && !isAligned(address, domain)) {
    const allowed = `it must be the domain of INTAGREE_ADDRESS ${address}, or one above it, or no DMARC check counts it`
    mistakes.push(mistake('dkim.domain', path, shown(domain), allowed))
  }
  const privateKey = readKey(keyFile, { path, cwd }, mistakes)
  return privateKey === null ? null : { domain, selector, privateKey }
}

/** Relaxed alignment (RFC 7489 3.1.1), as far as it can be told without the list of public suffixes. */
function isAligned(address: string, domain: string): boolean {
  const ours = address.slice(address.lastIndexOf('@') + 1)
  return ours === domain || ours.endsWith(`.${domain}`)
}

const ALLOWED = `it must name a PEM file with a private RSA key of at least ${SHORTEST_BITS} bits, as "openssl genrsa 2048" makes it`

function readKey(file: string, { path, cwd }: Pick<DkimSources, 'path' | 'cwd'>, mistakes: string[]): string | null {
  const wrong = (why: string) => {
    mistakes.push(mistake('dkim.keyFile', path, `${shown(file)}, ${why}`, ALLOWED))
    return null
  }
  try {
    const pem = readFileSync(resolve(cwd, file), 'utf8')
    const why = whatIsWrong(pem)
    return why === null ? pem : wrong(why)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return wrong(code === 'ENOENT' ? 'which does not exist' : `which cannot be read (${code})`)
  }
}

function whatIsWrong(pem: string): string | null {
  if (/BEGIN (?:PUBLIC KEY|RSA PUBLIC KEY|CERTIFICATE)/.test(pem)) return 'which holds a public key'
  if (pem.includes('ENCRYPTED')) return 'which is locked with a passphrase'
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    return 'which holds no private key'
  }
  const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: details } = key
  // Ed25519 (RFC 8463) is checked by so few that a mail with it alone counts as unsigned.
  if (type !== 'rsa') return `which holds a key of the type ${type}`
  const bits = details?.modulusLength ?? 0
  return bits < SHORTEST_BITS ? `which holds a key of ${bits} bits` : null
}
