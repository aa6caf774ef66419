/**
 * Checks by ourselves whether a mail is from its From: signatures and alignment by mailauth. What the library takes more
 * easily than the RFCs do is asked for here: that From is signed, the whole body, not with SHA-1, and strict alignment.
 */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { DMARC_POLICIES, type DmarcPolicy, type SenderCheck } from '../domain/sender-check.ts'
import { domainOf } from '../domain/thread.ts'
import type { SenderChecker } from '../ports/sender-checker.ts'
import type { TxtLookup } from './txt-records.ts'

/** Of one mail, all questions to the DNS and all hashing together. */
const PATIENCE_MS = 8_000
/** RFC 5322 2.1.1 allows 998; the library takes time that grows with the square of a line. */
const LINE_BYTES = 16_384

/** The library's word for one signature, as far as it is used. Its own types name other fields than it gives. */
const Signature = z.object({
  signingDomain: z.string(),
  algo: z.string(),
  signingHeaders: z.object({ keys: z.string() }),
  status: z.object({ result: z.string(), underSized: z.number().optional() }),
})
type Signature = z.infer<typeof Signature>

const Alignment = z.object({
  status: z.object({ result: z.string() }),
  policy: z.unknown().optional(),
  alignment: z.object({ dkim: z.object({ strict: z.boolean() }) }).optional(),
})

type Resolver = (name: string, type: string) => Promise<string[][]>

export interface SenderCheckerOptions {
  readonly txt: TxtLookup
  readonly patienceMs?: number
}

export function senderChecker({ txt, patienceMs = PATIENCE_MS }: SenderCheckerOptions): SenderChecker {
  const resolver: Resolver = async (name) => (await txt(name)).map((pieces) => [...pieces])
  return {
    async check(raw, author, at) {
      const domain = domainOf(author.toLowerCase())
      const unknown: SenderCheck = { result: 'temperror', domain, policy: null }
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<SenderCheck>((resolve) => {
        timer = setTimeout(resolve, patienceMs, unknown)
      })
      try {
        return await Promise.race([late, examine(raw, domain, at, resolver)])
      } catch {
        return unknown
      } finally {
        clearTimeout(timer)
        raw?.destroy()
      }
    },
  }
}

async function examine(raw: Readable | null, domain: string, at: Date, resolver: Resolver): Promise<SenderCheck> {
  const signatures = raw === null ? [] : await signaturesOf(raw, at, resolver)
  const signers = (result: string) =>
    signatures.filter(({ status }) => status.result === result).map((one) => one.signingDomain.toLowerCase())
  const { result, policy } = await alignmentOf(domain, signers('pass'), resolver)
  if (result !== 'fail') return { result, domain, policy }
  // A signature whose key could not be asked for may be the one that holds.
  const { result: perhaps } = await alignmentOf(domain, signers('temperror'), resolver)
  return { result: perhaps === 'pass' ? 'temperror' : 'fail', domain, policy }
}

/** Loaded when the first mail is checked: it is large, and most installations do without. */
async function signaturesOf(raw: Readable, at: Date, resolver: Resolver): Promise<readonly Signature[]> {
  const { dkimVerify } = await import('mailauth/lib/dkim/verify.js')
  const lines = { tooLong: false }
  // Bytes on which the library breaks are a stranger's, and prove nothing; those that cannot be read are not.
  const results = await dkimVerify(Readable.from(boundedLines(raw, lines)), { resolver, curTime: at }).then(
    (verified) => verified.results,
    (error) => (raw.errored ? Promise.reject(error) : []),
  )
  if (lines.tooLong) return []
  return results.flatMap((one) => Signature.safeParse(one).data ?? []).filter(isWorthMuch)
}

/** RFC 6376 5.4 (From is signed), 8.2 (what follows `l=` bytes is anybody's) and RFC 8301 3.1 (no SHA-1). */
function isWorthMuch({ algo, signingHeaders, status }: Signature): boolean {
  const signed = signingHeaders.keys.toLowerCase().split(': ')
  return signed.includes('from') && (status.underSized ?? 0) === 0 && !/sha1$/i.test(algo)
}

/** Ends early at a line over the limit: no signature of such a mail counts. */
async function* boundedLines(raw: Readable, lines: { tooLong: boolean }): AsyncGenerator<Buffer> {
  let open = 0
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    const first = chunk.indexOf(10)
    open = first < 0 ? open + chunk.length : longest(chunk, open)
    if (open > LINE_BYTES) {
      lines.tooLong = true
      return
    }
    if (first >= 0) open = chunk.length - chunk.lastIndexOf(10) - 1
    yield chunk
  }
}

/** Bytes of the longest line in a chunk; `open`: those of its first line that came before. */
function longest(chunk: Buffer, open: number): number {
  let most = 0
  let start = -open
  for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, end + 1)) {
    most = Math.max(most, end - start)
    start = end + 1
  }
  return Math.max(most, chunk.length - start)
}

async function alignmentOf(
  domain: string,
  signers: readonly string[],
  resolver: Resolver,
): Promise<Pick<SenderCheck, 'result' | 'policy'>> {
  const { dmarc } = await import('mailauth/lib/dmarc/index.js')
  const ask = async (domains: readonly string[]) => {
    const found = await dmarc({ headerFrom: domain, dkimDomains: domains.map((one) => ({ domain: one })), resolver })
    return Alignment.parse(found)
  }
  const found = await ask(signers)
  const isStrict = found.alignment?.dkim.strict === true
  const { status, policy } = isStrict ? await ask(signers.filter((one) => one === domain)) : found
  if (status.result === 'pass' || status.result === 'fail') return { result: status.result, policy: policyOf(policy) }
  return { result: status.result === 'temperror' ? 'temperror' : 'none', policy: null }
}

/** RFC 7489 6.6.3: a record without a policy that can be understood asks for nothing. */
function policyOf(said: unknown): DmarcPolicy {
  const word = String(said).trim().toLowerCase()
  return DMARC_POLICIES.find((one) => one === word) ?? 'none'
}
