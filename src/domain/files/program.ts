/** Files that run when somebody opens them. They are stored like all others; nobody is handed one by this program. */

/** As file signatures tell them: Windows, Linux and Mac programs, Windows shortcuts, installers, Java. */
const TYPES =
  /^application\/(?:x-msdownload|x-dosexec|vnd\.microsoft\.portable-executable|x-elf|x-executable|x-sharedlib|x-mach-binary|x-ms-shortcut|x-msi|x-shockwave-flash|java-vm|java-archive|vnd\.android\.package-archive|x-apple-diskimage|x-iso9660-image|vnd\.debian\.binary-package|x-deb|x-rpm|x-sh|x-bat|javascript|x-javascript|hta)$|^text\/(?:javascript|vbscript|x-sh)$/

/** What Windows or a Mac runs at a double click, disk images and help files that carry such things included. */
const EXTENSIONS = new Set(
  (
    'ade adp apk app appx bat chm cmd com cpl deb dll dmg exe gadget hlp hta img inf ins iso isp jar js jse lnk mde msc ' +
    'msi msix msp mst one pif ps1 psm1 rb reg rpm scf scr sct sh shb sys url vb vbe vbs vhd vhdx wsc wsf wsh xbap xll'
  ).split(' '),
)

/** Whether the bytes (as told by `mediaType`) or the name say that the file is a program. */
export function isProgram(mediaType: string, filename: string): boolean {
  return TYPES.test(mediaType) || EXTENSIONS.has(extensionOf(filename))
}

/** In lower case, without its dot; Windows ignores dots and blanks at the end. */
export function extensionOf(filename: string): string {
  const name = filename.replace(/[. ]+$/, '')
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}
