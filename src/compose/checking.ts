import type { CheckParts } from '../flows/check-sender.ts'
import { senderChecker } from '../mailauth/sender-checker.ts'
import { dnsTxt, rememberedTxt } from '../mailauth/txt-records.ts'
import type { Base } from './base.ts'

/** Null: senders are not checked by us. */
export function checkingOf({ config, archive }: Pick<Base, 'config' | 'archive'>): CheckParts | null {
  const { verify, authservIds } = config.settings.trust
  if (!verify) return null
  // By the clock of the machine, also where somebody drives the time of the cases: the DNS does not go along.
  const txt = rememberedTxt(dnsTxt(), () => new Date())
  return { checker: senderChecker({ txt }), archive, authservIds }
}
