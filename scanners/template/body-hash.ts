import { createHash } from 'node:crypto'

/** SHA-256 of a body, blind to line ends and runs of spaces: how a sent message is matched to an approved version. */
export function bodySha256(text: string): string {
  const normal = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return createHash('sha256').update(normal, 'utf8').digest('hex')
}
