import { ScanProblem } from '../problem.ts'

/**
 * Bytes of a text file as a string: UTF-8 or UTF-16 by byte order mark, else UTF-8, else windows-1252, which is what
 * old Windows editors write. The mark itself is dropped, line ends stay.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw new ScanProblem('unreadable-document')
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
