/** S/MIME in one part (RFC 8551 3.4, 3.5): tells whether it is locked or only wrapped in a signature. */
import type { Job } from '../job.ts'

/** Object identifiers of RFC 5652 as DER: signedData 1.2.840.113549.1.7.2, and those of enveloped sorts. */
const SIGNED = Buffer.from('06092a864886f70d010702', 'hex')
const ENVELOPED = ['06092a864886f70d010703', '060b2a864886f70d0109100117'].map((oid) => Buffer.from(oid, 'hex'))

export async function readSmime(job: Job): Promise<void> {
  const head = job.bytes.subarray(0, 4096)
  const der = head[0] === 0x30 ? head : Buffer.from(head.toString('latin1').replace(/-----[^-]*-----/g, ''), 'base64')
  const start = der.subarray(0, 64)
  if (ENVELOPED.some((oid) => start.includes(oid))) job.note('encrypted', 'an S/MIME message, locked')
  else if (start.includes(SIGNED)) job.note('signed', 'an S/MIME message inside its signature; not unwrapped')
  else job.note('damaged-file', 'it is no S/MIME message')
}
