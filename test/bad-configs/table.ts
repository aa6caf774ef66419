/** A broken configuration, and the sentence the program must stop with. */
export interface BadConfig {
  readonly what: string
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly says: string
}

const REAL = {
  IMAP_URL: 'imaps://desk:pw@mail.example/INBOX',
  SMTP_URL: 'smtp://mail.example:587',
  INTAGREE_ADDRESS: 'intagree@mail.example',
}
const yaml = (text: string) => ({ 'intagree.yaml': text })

export const BAD_CONFIGS: readonly BadConfig[] = [
  {
    what: 'a port that is a word',
    env: { HTTP_PORT: 'eighty' },
    says: 'HTTP_PORT is "eighty"; it must be a port number from 0 to 65535, where 0 means any free port.',
  },
  {
    what: 'a port that is too large, in .env',
    files: { '.env': 'HTTP_PORT=70000\n' },
    says: 'HTTP_PORT in .env is "70000"; it must be a port number from 0 to 65535, where 0 means any free port.',
  },
  {
    what: 'a token that can be guessed',
    env: { HTTP_TOKEN: 'hunter2' },
    says: 'HTTP_TOKEN is "***"; it must be 16 or more letters, digits and signs without blanks, as "openssl rand -hex 24" makes them.',
  },
  {
    what: 'a collector without a scheme',
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    says: 'OTEL_EXPORTER_OTLP_ENDPOINT is "***"; it must begin with http:// or https://, as in http://collector:4318.',
  },
  {
    what: 'a header field that would begin another',
    env: { OTEL_EXPORTER_OTLP_HEADERS: 'authorization=hunter2%0d%0ahost:evil' },
    says: 'OTEL_EXPORTER_OTLP_HEADERS is "***"; it must be header fields such as authorization=Bearer%20secret, separated by commas.',
  },
  {
    what: 'a token in the yaml',
    files: yaml('environment:\n  HTTP_TOKEN: correct-horse-battery\n'),
    says: 'HTTP_TOKEN in intagree.yaml is a password, and that file is shown around; it must be set in the environment or in .env.',
  },
  {
    what: 'a mode nobody knows',
    env: { INTAGREE_MODE: 'automatic' },
    says: 'INTAGREE_MODE is "automatic"; it must be one of observe, draft, auto.',
  },
  {
    what: 'a log level nobody knows',
    env: { LOG_LEVEL: 'loud' },
    says: 'LOG_LEVEL is "loud"; it must be one of trace, debug, info, warn, error, silent.',
  },
  {
    what: 'a time zone that is no place',
    env: { INTAGREE_TZ: 'Mars/Olympus' },
    says: 'INTAGREE_TZ is "Mars/Olympus"; it must be a time zone of the IANA list such as America/Denver.',
  },
  {
    what: 'another database, its password hidden',
    env: { DATABASE_URL: 'mysql://app:hunter2@db.example/desk' },
    says: 'DATABASE_URL is "mysql://app:***@db.example/desk"; it must begin with postgres:// or postgresql://, as in postgres://user:password@host:5432/database.',
  },
  {
    what: 'a queue that is no Redis',
    env: { REDIS_URL: 'amqp://queue.example' },
    says: 'REDIS_URL is "amqp://queue.example"; it must begin with redis:// or rediss://, as in redis://host:6379/0.',
  },
  {
    what: 'a mailbox without a mail server',
    env: { IMAP_URL: REAL.IMAP_URL, INTAGREE_ADDRESS: REAL.INTAGREE_ADDRESS },
    says: 'SMTP_URL is not set although IMAP_URL is; set both for a real mailbox, or neither for the sandbox.',
  },
  {
    what: 'a mail server without a mailbox',
    env: { SMTP_URL: REAL.SMTP_URL },
    says: 'IMAP_URL is not set although SMTP_URL is; set both for a real mailbox, or neither for the sandbox.',
  },
  {
    what: 'a real mailbox without our own address',
    env: { IMAP_URL: REAL.IMAP_URL, SMTP_URL: REAL.SMTP_URL },
    says: 'INTAGREE_ADDRESS is not set; outside the sandbox it must be our own address, such as intagree@example.com.',
  },
  {
    what: 'an address with a display name',
    env: { INTAGREE_ADDRESS: 'Desk <desk@mail.example>' },
    says: 'INTAGREE_ADDRESS is "Desk <desk@mail.example>"; it must be one mail address such as intagree@example.com.',
  },
  {
    what: 'a mailbox without a password',
    env: { ...REAL, IMAP_URL: 'imap://desk@mail.example' },
    says: 'IMAP_URL is "imap://desk@mail.example"; it must name a user and a password, as in imap://user:password@host:port/Mailbox; write @ : / # ? in them as %40 %3A %2F %23 %3F; or set oauth.provider for a login by access token.',
  },
  {
    what: 'a password with a raw slash, hidden all the same',
    env: { ...REAL, IMAP_URL: 'imap://desk:hunter/2@mail.example' },
    says: 'IMAP_URL is "imap://desk:***@mail.example"; it must name a user and a password, as in imap://user:password@host:port/Mailbox; write @ : / # ? in them as %40 %3A %2F %23 %3F.',
  },
  {
    what: 'a mailbox over another protocol',
    env: { ...REAL, IMAP_URL: 'pop3://desk:hunter2@mail.example' },
    says: 'IMAP_URL is "pop3://desk:***@mail.example"; it must begin with imap:// or imaps://, as in imap://user:password@host:port/Mailbox.',
  },
  {
    what: 'an IMAP port out of range',
    env: { ...REAL, IMAP_URL: 'imap://desk:hunter2@mail.example:99999/' },
    says: 'IMAP_URL is "imap://desk:***@mail.example:99999/"; the port must be a whole number from 1 to 65535.',
  },
  {
    what: 'a broken percent-encoding',
    env: { ...REAL, IMAP_URL: 'imap://desk:100%@mail.example/' },
    says: 'IMAP_URL is "imap://desk:***@mail.example/"; each % must begin a percent-encoded character (RFC 3986), none of them a control character; write % itself as %25.',
  },
  {
    what: 'the same mailbox twice',
    env: { ...REAL, IMAP_URL: 'imap://desk:hunter2@mail.example imap://desk:hunter2@MAIL.example:143/INBOX' },
    says: 'IMAP_URL is "imap://desk:***@MAIL.example:143/INBOX"; it must name each mailbox only once.',
  },
  {
    what: 'a mail server by name only',
    env: { ...REAL, SMTP_URL: 'mail.example' },
    says: 'SMTP_URL is "mail.example"; it must begin with smtp:// or smtps://, as in smtp://user:password@host:587.',
  },
  {
    what: 'a certificate file that is not there',
    env: { IMAP_TLS_CA: 'ca.pem' },
    says: 'IMAP_TLS_CA is "ca.pem", which does not exist; it must name a readable file with PEM certificates.',
  },
  {
    what: 'a certificate file without a certificate',
    env: { IMAP_TLS_CA: 'ca.pem' },
    files: { 'ca.pem': 'nothing of the kind\n' },
    says: 'IMAP_TLS_CA is "ca.pem", which holds no certificate; it must name a readable file with PEM certificates.',
  },
  {
    what: 'a mistyped variable of ours',
    env: { INTAGREE_ADRESS: 'intagree@mail.example' },
    says: 'INTAGREE_ADRESS is not a known name; did you mean INTAGREE_ADDRESS?',
  },
  {
    what: 'a yaml that was named and is not there',
    env: { INTAGREE_CONFIG: 'desk.yaml' },
    says: 'INTAGREE_CONFIG is "desk.yaml", which does not exist; it must name a readable YAML file.',
  },
  {
    what: 'a yaml that is none',
    files: yaml('limits:\n  parts: [1000\ncaps: {}\n'),
    says: 'intagree.yaml, line 3: this is not YAML (Flow sequence in block collection must be sufficiently indented and end with a ]).',
  },
  {
    what: 'a yaml that is a list',
    files: yaml('- limits\n'),
    says: 'intagree.yaml holds no keys; it must be a YAML map such as docs/intagree.example.yaml.',
  },
  {
    what: 'a mistyped key',
    files: yaml('mailbox:\n  polSeconds: 30\n'),
    says: 'mailbox.polSeconds in intagree.yaml is not a known key; did you mean pollSeconds?',
  },
  {
    what: 'a key that resembles none',
    files: yaml('send:\n  colour: blue\n'),
    says: 'send.colour in intagree.yaml is not a known key; known here: connections, timeoutSeconds, attempts.',
  },
  {
    what: 'a limit of nothing',
    files: yaml('limits:\n  depth: 0\n'),
    says: 'limits.depth in intagree.yaml is 0; it must be a whole number from 1 to 500.',
  },
  {
    what: 'a group that is a number',
    files: yaml('caps: 5\n'),
    says: 'caps in intagree.yaml is 5; it must be a group of keys (perAddressPerHour, perDomainPerHour, perCasePerDay, perHour).',
  },
  {
    what: 'alerts by mail without a mail server',
    files: yaml('alerts:\n  mailTo: [oncall@example.com]\n'),
    says: 'alerts.smtpUrl is not set; alerts by mail need both alerts.mailTo and alerts.smtpUrl.',
  },
  {
    what: 'a negotiator without a usable address',
    files: yaml('staff:\n  - name: Anna Keller\n    email: anna\n'),
    says: 'staff[1].email in intagree.yaml is "anna"; it must be one mail address such as intagree@example.com.',
  },
  {
    what: 'a manager by name',
    files: yaml('staff:\n  - name: Anna Keller\n    email: anna@example.com\n    manager: Dana\n'),
    says: 'staff[1].manager in intagree.yaml is "Dana"; it must be true or false.',
  },
  {
    what: 'a state in lower case',
    files: yaml('territories:\n  co: kept\n'),
    says: 'territories.co in intagree.yaml is not a known key; did you mean CO?',
  },
  {
    what: 'an autonomy nobody knows',
    files: yaml('autonomy:\n  opt-in-inquiry: never\n'),
    says: 'autonomy.opt-in-inquiry in intagree.yaml is "never"; it must be one of observe, draft, delayed, auto.',
  },
  {
    what: 'a line break smuggled into the From line',
    files: yaml('displayName: "Desk\\r\\nBcc: all@mail.example"\n'),
    says: 'displayName in intagree.yaml is "Desk\\r\\nBcc: all@mail.example"; it must be one line of text with 1 to 78 characters.',
  },
  {
    what: 'a link that would run',
    files: yaml('links:\n  form: "javascript:alert(1)"\n'),
    says: 'links.form in intagree.yaml is "javascript:alert(1)"; it must be a link that begins with https:// or http://.',
  },
  {
    what: 'a yaml that names another',
    files: yaml('environment:\n  INTAGREE_CONFIG: other.yaml\n'),
    says: 'INTAGREE_CONFIG in intagree.yaml names the file it stands in; it must be set in the environment or in .env.',
  },
  {
    what: 'a home that only a shell understands',
    env: { INTAGREE_HOME: '~/intagree' },
    says: 'INTAGREE_HOME is "~/intagree"; it must be a path without ~, which only a shell replaces.',
  },
  {
    what: 'two mistakes in two places, told together',
    env: { HTTP_PORT: '-1' },
    files: yaml('environment:\n  LOG_LEVEL: loud\n'),
    says: [
      'The configuration has 2 mistakes:',
      '- HTTP_PORT is "-1"; it must be a port number from 0 to 65535, where 0 means any free port.',
      '- LOG_LEVEL in intagree.yaml is "loud"; it must be one of trace, debug, info, warn, error, silent.',
    ].join('\n'),
  },
  {
    what: 'a mail server that is a sentence',
    files: yaml('trust: { authservIds: ["our server"] }\n'),
    says: 'trust.authservIds[1] in intagree.yaml is "our server"; it must be the name of a mail server such as mx.example.com.',
  },
  {
    what: 'a list of template folders',
    files: yaml('templates: [a, b]\n'),
    says: 'templates in intagree.yaml is ["a","b"]; it must be one line of text with 1 to 4000 characters.',
  },
]
