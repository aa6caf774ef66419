/** The day on which an absence note says that its writer is back, `YYYY-MM-DD`; null when it does not say. */
export function returnDateIn(_text: string, _today: string): string | null {
  return null
}
