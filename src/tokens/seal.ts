/** Secrets at rest: AES-256-GCM (NIST SP 800-38D) under the keys of the installation. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

export interface Seal {
  /** `about` names what the secret belongs to; it opens under that name alone. */
  close(secret: string, about: string): string
  /** Null when the key it was sealed with is not there, or somebody changed it. */
  open(sealed: string, about: string): string | null
}

/** Bytes of a nonce; one is drawn for each sealing. */
const NONCE = 12
/** Bytes of the authentication tag. */
const TAG = 16

/** Keys of 32 bytes: the first seals, all of them open. A sealed secret says by its first word which key it needs. */
export function aesSeal(keys: readonly [Uint8Array, ...Uint8Array[]]): Seal {
  const byId = new Map(keys.map((key) => [idOf(key), key]))
  const [newest] = keys
  return {
    close(secret, about) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', newest, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return `${idOf(newest)}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, about) {
      const [id = '', packed = ''] = sealed.split('.')
      const key = byId.get(id)
      const bytes = Buffer.from(packed, 'base64url')
      if (key === undefined || bytes.length < NONCE + TAG) return null
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

/** Eight hexadecimal digits of the key's own hash: nobody has to name keys, and the name gives nothing away. */
function idOf(key: Uint8Array): string {
  return createHash('sha256').update('intagree key id').update(key).digest('hex').slice(0, 8)
}
