/** Where the pages of a recognised file begin in its text; null where nobody noted it. */
export const pages = {
  name: '0006-pages',
  sql: `alter table recognised_text add column pages json;`,
}
