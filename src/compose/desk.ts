/** The desk as configured: what the decisions and the letters need of it. Opened once in a process, for all its roles. */
import type { Config } from '../config/config.ts'
import { tokenSecret } from '../db/health.ts'
import type { Pool } from '../db/pool.ts'
import type { Autonomy } from '../domain/autonomy.ts'
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import type { Intent } from '../domain/labels.ts'
import { territoryOf } from '../domain/territories.ts'
import type { WriteParts } from '../flows/write-reply.ts'
import type { Clock } from '../ports/clock.ts'
import { openTemplates } from '../render/check-templates.ts'
import { composeMessage } from '../smtp/compose-message.ts'
import { hmacSigner, type Signer } from '../tokens/signer.ts'

export interface Desk {
  readonly config: Config
  readonly settings: DeskSettings
  readonly ownAddresses: readonly string[]
  /** How far the system goes at the moment. */
  readonly autonomy: () => Autonomy
  /** Signs the tokens of this installation. */
  readonly signer: Signer
  readonly writing: WriteParts
}

/** `autonomy`: as configured where nothing else is in force. Throws `IntakeError` `template` for a broken wording. */
export async function openDesk(
  pool: Pool,
  config: Config,
  clock: Clock,
  autonomy: Desk['autonomy'] = () => autonomyOf(config, []),
): Promise<Desk> {
  const { settings, address, timeZone } = config
  const signer = hmacSigner(await tokenSecret(pool))
  return {
    ...{ config, settings: deskSettings(config), ownAddresses: [address, ...settings.aliases], autonomy, signer },
    writing: {
      renderer: openTemplates(config.templates),
      compose: composeMessage,
      sign: signer.sign,
      clock,
      from: { name: settings.displayName, address },
      timeZone,
      returnPath: settings.returnPath,
    },
  }
}

export function deskSettings({ settings, timeZone }: Config): DeskSettings {
  const { links, departments, staff, reminders, territories } = settings
  return { timeZone, territory: territoryOf(territories), links, departments, staff, reminders }
}

export function autonomyOf({ settings, mode }: Config, demoted: readonly Intent[]): Autonomy {
  return { master: mode, held: settings.autonomy, demoted, delayMinutes: settings.delayMinutes }
}
