/** A letter about several requests that was to leave by itself when somebody answered in one of them. */
export const partedLetters = {
  name: '0018-parted-letters',
  // Nothing but a column with a default, so that programs of before go on beside it: they leave such a letter as a draft.
  sql: `
-- It waits only until it is written anew without that request, and then leaves without a yes.
alter table outbox add column parted boolean not null default false;
`,
}
