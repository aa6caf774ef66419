/** Whether a file is a mail, as programs attach it or as Outlook saves it: its text is shown with its header. */
export function isAttachedMail(mediaType: string): boolean {
  return mediaType === 'message/rfc822' || mediaType === 'application/vnd.ms-outlook'
}
