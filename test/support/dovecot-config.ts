import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface DovecotPlan {
  readonly directory: string
  readonly imapPort: number
  readonly imapsPort: number
  readonly lmtpPort: number
  /** Lines added at the end of the configuration. */
  readonly extra: string
}

/** The system users Dovecot runs as: its own when started by root, else the caller for everything. */
export interface DovecotRoles {
  readonly internal: string
  readonly internalGroup: string
  readonly login: string
  readonly mail: string
  readonly mailGroup: string
  readonly root: boolean
}

export async function dovecotRoles(): Promise<DovecotRoles> {
  const me = userInfo()
  if (me.uid === 0) {
    const mailGroup = (await run('id', ['-gn', 'nobody'])).stdout.trim()
    return { internal: 'dovecot', internalGroup: 'dovecot', login: 'dovenull', mail: 'nobody', mailGroup, root: true }
  }
  const group = (await run('id', ['-gn'])).stdout.trim()
  const name = me.username
  return { internal: name, internalGroup: group, login: name, mail: name, mailGroup: group, root: false }
}

/** A whole configuration: nothing of /etc/dovecot is read. */
export function dovecotConfig(plan: DovecotPlan, roles: DovecotRoles): string {
  const { directory } = plan
  return `
base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/dovecot.log
listen = 127.0.0.1
protocols = imap lmtp
default_internal_user = ${roles.internal}
default_internal_group = ${roles.internalGroup}
default_login_user = ${roles.login}
ssl = yes
ssl_cert = <${directory}/cert.pem
ssl_key = <${directory}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
mail_uid = ${roles.mail}
mail_gid = ${roles.mailGroup}
mail_location = maildir:~/Maildir
mail_fsync = never
mail_max_userip_connections = 200
submission_host = 127.0.0.1:1
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%n ${directory}/users
}
userdb {
  driver = passwd-file
  args = username_format=%n ${directory}/users
  default_fields = uid=${roles.mail} gid=${roles.mailGroup}
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  service_count = 0
  process_min_avail = 1
  inet_listener imap {
    port = ${plan.imapPort}
  }
  inet_listener imaps {
    port = ${plan.imapsPort}
    ssl = yes
  }
}
service lmtp {
  user = ${roles.mail}
  inet_listener lmtp {
    port = ${plan.lmtpPort}
  }
}
${plan.extra}
`
}

/** Lines for the end of a configuration: access tokens log in as well. */
export function tokenLogins(directory: string): string {
  return `
auth_mechanisms = plain login xoauth2 oauthbearer
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${directory}/tokens.conf
}
`
}

/** Dovecot checks the tokens by itself, with the keys in its folder. */
export function tokenRules(directory: string): string {
  return `introspection_mode = local
local_validation_key_dict = fs:posix:prefix=${directory}/keys/
username_attribute = preferred_username
`
}
