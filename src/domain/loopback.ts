/** Whether a host is this machine: no line that somebody could listen on lies between. As in a URL, or without brackets. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || /^\[?::1\]?$/.test(host) || /^127(\.\d{1,3}){3}$/.test(host)
}
