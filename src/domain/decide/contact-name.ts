import type { CaseFile } from '../casework/case-file.ts'

/** Whom we greet: as the contact for notices was named, where it is the one we write to; '' where it is another. */
export function contactName(file: CaseFile, address: string): string {
  const [name = '', ...rest] = (file.items['notice-contact']?.value ?? '').split(', ')
  return rest.some((part) => part.toLowerCase() === address.toLowerCase()) ? name : ''
}
