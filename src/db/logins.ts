/**
 * Logins with access tokens. The row of a login is locked while somebody asks the provider for a new token: everybody
 * else waits and finds it there. The pool is one of its own, for that may take as long as the provider likes.
 */
import type { AccessToken } from '../domain/access-token.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { KeptLogin, LoginStore } from '../ports/stores/logins.ts'
import { type Pool, type Queryable, rows, transaction } from './pool.ts'

/** As `aesSeal` makes it. */
interface Seal {
  close(secret: string, about: string): string
  open(sealed: string, about: string): string | null
}

interface LoginRow {
  readonly refreshToken: string | null
  readonly loggedInAt: Date | null
  readonly refreshedAt: Date | null
  readonly refreshEndsAt: Date | null
  readonly accessToken: string | null
  readonly accessObtainedAt: Date | null
  readonly accessEndsAt: Date | null
}

const COLUMNS = `refresh_token as "refreshToken", logged_in_at as "loggedInAt", refreshed_at as "refreshedAt",
  refresh_ends_at as "refreshEndsAt", access_token as "accessToken", access_obtained_at as "accessObtainedAt",
  access_ends_at as "accessEndsAt"`

const ADD = 'insert into login (name) values ($1) on conflict do nothing'

export function loginStore(pool: Pool, seal: Seal): LoginStore {
  return {
    async look(name) {
      const [row] = await rows<LoginRow>(pool, `select ${COLUMNS} from login where name = $1`, [name])
      return row === undefined ? null : opened(seal, name, row)
    },

    put(name, login) {
      return transaction(pool, 'begin', async (client) => {
        await client.query(ADD, [name])
        await write(client, seal, name, login)
      })
    },

    change(name, work) {
      return transaction(pool, 'begin', async (client) => {
        // The row has to be there before it can be locked; of two who come first, the second waits here.
        await client.query(ADD, [name])
        const locked = `select ${COLUMNS} from login where name = $1 for update`
        const [row] = await rows<LoginRow>(client, locked, [name])
        const changed = await work(row === undefined ? null : opened(seal, name, row))
        if (changed !== null) await write(client, seal, name, changed)
      })
    },
  }
}

async function write(client: Queryable, seal: Seal, name: string, login: KeptLogin): Promise<void> {
  const sealed = (secret: string | undefined | null, what: string) =>
    secret ? seal.close(secret, `${name} ${what}`) : null
  const { access } = login
  await client.query(
    `update login set refresh_token = $2, logged_in_at = $3, refreshed_at = $4, refresh_ends_at = $5, access_token = $6,
       access_obtained_at = $7, access_ends_at = $8
     where name = $1`,
    [
      ...[name, sealed(login.refreshToken, 'refresh'), login.loggedInAt, login.refreshedAt, login.refreshEndsAt],
      ...[sealed(access?.value, 'access'), access?.obtainedAt ?? null, access?.endsAt ?? null],
    ],
  )
}

function opened(seal: Seal, name: string, row: LoginRow): KeptLogin {
  const refreshToken = row.refreshToken === null ? null : seal.open(row.refreshToken, `${name} refresh`)
  if (row.refreshToken !== null && refreshToken === null)
    throw new IntakeError(
      'login',
      'The stored login cannot be opened: it was sealed with another INTAGREE_SECRET_KEY. Put that key behind the new one, separated by a space, or run "intagree login" again.',
    )
  const { loggedInAt, refreshedAt, refreshEndsAt } = row
  return { refreshToken, loggedInAt, refreshedAt, refreshEndsAt, access: openedAccess(seal, name, row) }
}

/** One that cannot be opened is simply asked for anew. */
function openedAccess(seal: Seal, name: string, row: LoginRow): AccessToken | null {
  const { accessToken, accessObtainedAt, accessEndsAt } = row
  if (accessToken === null || accessObtainedAt === null || accessEndsAt === null) return null
  const value = seal.open(accessToken, `${name} access`)
  return value === null ? null : { value, obtainedAt: accessObtainedAt, endsAt: accessEndsAt }
}
