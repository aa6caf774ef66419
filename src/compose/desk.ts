/** What the decisions and the letters need of the configuration, for every role alike. */
import type { Config } from '../config/config.ts'
import { tokenSecret } from '../db/health.ts'
import type { Pool } from '../db/pool.ts'
import type { Autonomy } from '../domain/autonomy.ts'
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import type { Intent } from '../domain/labels.ts'
import { territoryOf } from '../domain/territories.ts'
import type { WriteParts } from '../flows/write-reply.ts'
import type { Clock } from '../ports.ts'
import { openTemplates } from '../render/check-templates.ts'
import { composeMessage } from '../smtp/compose-message.ts'
import { hmacSigner } from '../tokens/signer.ts'

export function deskSettings({ settings, timeZone }: Config): DeskSettings {
  const { links, staff, reminders, territories } = settings
  return { timeZone, territory: territoryOf(territories), links, staff, reminders }
}

export function autonomyOf({ settings, mode }: Config, demoted: readonly Intent[]): Autonomy {
  return { master: mode, held: settings.autonomy, demoted, delayMinutes: settings.delayMinutes }
}

export function ownAddressesOf({ address, settings }: Config): readonly string[] {
  return [address, ...settings.aliases]
}

/** Signs the tokens of this installation. */
export async function signerOf(pool: Pool) {
  return hmacSigner(await tokenSecret(pool))
}

export function writingParts(config: Config, clock: Clock, sign: (text: string) => string): WriteParts {
  const { settings, address, timeZone } = config
  return {
    renderer: openTemplates(config.templates),
    compose: composeMessage,
    sign,
    clock,
    from: { name: settings.displayName, address },
    timeZone,
    returnPath: settings.returnPath,
  }
}
