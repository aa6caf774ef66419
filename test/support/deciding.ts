/** Deciding mails that lie in a ledger, with the real wording, composer and signer. */
import { letterText } from '../../src/compose/letter-text.ts'
import type { Mode } from '../../src/domain/autonomy.ts'
import { isCanary } from '../../src/domain/canary.ts'
import type { ArrivalFacts } from '../../src/domain/decide/arrival.ts'
import type { Decision } from '../../src/domain/decision.ts'
import { asCorrected } from '../../src/domain/learn/correct.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import type { Understanding } from '../../src/domain/understanding.ts'
import { decideMail } from '../../src/flows/decide-mail.ts'
import { factKeys } from '../../src/flows/fact-keys.ts'
import { writeReply } from '../../src/flows/write-reply.ts'
import type { DecideStore } from '../../src/ports/stores/decide-mail.ts'
import type { Reading } from '../../src/ports/stores/read-mail.ts'
import type { WrittenReply } from '../../src/ports/stores/written-reply.ts'
import { builtInTemplates, createRenderer } from '../../src/render/handlebars.ts'
import { composeMessage } from '../../src/smtp/compose-message.ts'
import { hmacSigner } from '../../src/tokens/signer.ts'
import { AUTO, anUnderstanding, DESK_SETTINGS, OURS } from './arrivals.ts'
import { type HeardBell, type Ledger, rememberingBell } from './ledger-on.ts'

export interface Decider {
  /** Decides one piece of work; the decision is null when there was nothing left to decide. */
  decide(workId: string): Promise<Decision | null>
  /** Decides a mail that was just read, under the work of reading it. */
  decideReading(workId: string, reading: Reading): Promise<void>
  /** Puts the mail into the ledger and decides it. */
  receive(mail: ReadMail): Promise<{ readonly messageId: number; readonly decision: Decision }>
  readonly bell: HeardBell
}

export interface DeciderOptions {
  /** As a process of its own would. */
  readonly elsewhere?: boolean
  readonly store?: DecideStore
  readonly understand?: (mail: ReadMail) => Understanding
  readonly mode?: Mode
  readonly caps?: Partial<ArrivalFacts['caps']>
  /** Changes a reply before it is committed. */
  readonly change?: (reply: WrittenReply) => WrittenReply
}

const signer = hmacSigner('a secret of the test')
export const WRITING = {
  renderer: createRenderer({ directories: [builtInTemplates()] }),
  compose: composeMessage,
  sign: signer.sign,
  clock: () => new Date('2026-03-02T16:00:01Z'),
  from: { name: 'Interconnection Agreements', address: OURS },
  timeZone: 'America/Denver',
  returnPath: 'plus',
} as const

/** Each mail asks for an agreement of another company, so that none is about the matter of another. */
function aRequest(mail: ReadMail): Understanding {
  return anUnderstanding({ company: `Company of ${mail.messageId}`, states: ['CO'] })
}

export function decider(ledger: Ledger, options: DeciderOptions = {}): Decider {
  const { understand = aRequest, mode = 'auto', change = (reply) => reply } = options
  const bell = rememberingBell()
  const keys = { address: OURS, ownAddresses: [OURS], holds: signer.holds, territory: DESK_SETTINGS.territory }

  function deciding(onDecided: (decision: Decision) => void) {
    return decideMail({
      store: options.store ?? (options.elsewhere ? ledger.decidingElsewhere : ledger.deciding),
      ...{ work: ledger.work, bell },
      clock: () => new Date(),
      autonomy: () => ({ ...AUTO, master: mode }),
      settled: {
        ...{ desk: DESK_SETTINGS, ownAddresses: [OURS], authservIds: [], mailMegabytes: 150 },
        caps: { perAddressPerHour: 5, perDomainPerHour: 50, perCasePerDay: 5, perHour: 500, ...options.caps },
      },
      understand,
      understandAs: (mail, label) => asCorrected(aRequest(mail), label),
      keysOf: (mail, understanding) => factKeys(keys, mail, understanding),
      letterText,
      write: async (arrived, wish) => change(await writeReply(WRITING, arrived, wish)),
      isCanary: (mail, receivedAt) => isCanary(mail, receivedAt, signer.holds),
      staffMail: async () => null,
      joinIntroduced: async () => undefined,
      onDecided,
    })
  }

  async function decide(workId: string): Promise<Decision | null> {
    const decided: Decision[] = []
    await deciding((decision) => void decided.push(decision)).answer(workId)
    return decided[0] ?? null
  }

  return {
    decide,
    bell,
    decideReading: (workId, reading) => deciding(() => {}).decideReading(workId, reading),
    async receive(mail) {
      const { messageId, workId } = await ledger.arrive(mail)
      const decision = await decide(workId)
      if (decision === null) throw new Error(`mail ${messageId} was not decided`)
      return { messageId, decision }
    },
  }
}
