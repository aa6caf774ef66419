/** Mail inside an S/MIME signature (RFC 8551 3.5.2): the entity that was signed, unwrapped; the signature is not checked. */
import { isMimeEntity, openCms } from '../documents/cms.ts'

export interface SignedEntity {
  readonly bytes: Buffer
  /** False when its end is missing. */
  readonly isWhole: boolean
}

export const SMIME_TYPE = /^application\/(?:x-)?pkcs7-mime$/

/** By what the sender says; some say only by the name. */
export function maySign(type: string, filename: string): boolean {
  return SMIME_TYPE.test(type) || /\.p7m$/i.test(filename)
}

/** Null when no mail lies inside a signature there: locked ones and signed files are for the document reader. */
export function signedEntity(file: Buffer): SignedEntity | null {
  const cms = openCms(file)
  if (cms.kind !== 'signed' || cms.content === null || !isMimeEntity(cms.content)) return null
  return { bytes: cms.content, isWhole: cms.isWhole }
}
