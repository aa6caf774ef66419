/** The tagged end of a command (RFC 3501 7.1). `wait` means that it comes later: IDLE, AUTHENTICATE. */
export type Reply =
  | { readonly status: 'OK' | 'NO' | 'BAD'; readonly text: string }
  | { readonly status: 'wait'; readonly prompt: string }

export function ok(text: string): Reply {
  return { status: 'OK', text }
}

export function no(text: string): Reply {
  return { status: 'NO', text }
}

export function bad(text: string): Reply {
  return { status: 'BAD', text }
}

export function wait(prompt: string): Reply {
  return { status: 'wait', prompt }
}
