import { generateKeyPairSync } from 'node:crypto'

/** A private key in PEM, as `openssl genrsa` makes it. */
export function rsaKey(bits = 2048): string {
  return generateKeyPairSync('rsa', {
    modulusLength: bits,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey
}

/** The file that the Google Cloud console hands out for a service account. */
export function serviceAccountFile(privateKey: string, more: object = {}): string {
  const fields = { type: 'service_account', client_email: 'desk@project.iam.example', private_key_id: 'key-1' }
  return JSON.stringify({ ...fields, private_key: privateKey, ...more })
}

/** 32 bytes in base64. */
export const SECRET_KEY = Buffer.alloc(32, 'one key ').toString('base64')
