/**
 * What we found ourselves about a mail's sender when we read it: its signatures (DKIM, RFC 6376) and the policy of the
 * domain in From (DMARC, RFC 7489). SPF is not among it, for nobody here saw the address that connected. Kept with the
 * reading: keys are withdrawn from the DNS, and what was decided by them is to be understood later.
 */
export interface SenderCheck {
  /**
   * `pass`: a signature that holds is aligned with From, and there is a policy. `fail`: there is a policy, and no such
   * signature. `none`: there is no policy, or nothing to check it with. `temperror`: the DNS did not answer.
   */
  readonly result: 'pass' | 'fail' | 'none' | 'temperror'
  /** Of From, lower case; '' where From names nobody, or several. */
  readonly domain: string
  /** What the domain asks for of mails that are not from it; null without a policy. */
  readonly policy: DmarcPolicy | null
}

export const DMARC_POLICIES = ['none', 'quarantine', 'reject'] as const
export type DmarcPolicy = (typeof DMARC_POLICIES)[number]

/** Of a mail whose sender cannot be checked, such as one of which only the header is here. */
export const NOT_CHECKABLE: SenderCheck = { result: 'none', domain: '', policy: null }
