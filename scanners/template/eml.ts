import { ScanProblem } from '../problem.ts'

/** A mail reduced to what is read: one subject and one body, HTML preferred because it holds more. */
export type Mail = { subject: string; from: string; body: string }

const maxDepth = 8
const maxParts = 200

type Part = { headers: Map<string, string>; body: string }

/** Headers up to the first empty line; folded lines are joined. `raw` holds one character per byte. */
function split(raw: string): Part {
  const gap = /\r?\n\r?\n/.exec(raw)
  const head = gap === null ? raw : raw.slice(0, gap.index)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: gap === null ? '' : raw.slice(gap.index + gap[0].length) }
}

function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header)
  return match?.[1] ?? match?.[2]
}

function bytesOf(raw: string): Uint8Array {
  return Uint8Array.from(raw, (char) => char.charCodeAt(0) & 0xff)
}

function decode(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes)
  } catch {
    // An unknown charset label: the letters that matter are ASCII in all of them.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function quotedPrintable(raw: string): string {
  return raw
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function transferDecoded(part: Part): Uint8Array {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase()
  if (encoding === 'base64') return Uint8Array.from(Buffer.from(part.body.replace(/\s/g, ''), 'base64'))
  return bytesOf(encoding === 'quoted-printable' ? quotedPrintable(part.body) : part.body)
}

/** =?utf-8?Q?...?= words of a header. */
function headerText(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?]+)\?([bqBQ])\?([^?]*)\?=/g, (_, charset: string, how: string, text: string) =>
      decode(
        how.toLowerCase() === 'b'
          ? Uint8Array.from(Buffer.from(text, 'base64'))
          : bytesOf(quotedPrintable(text.replace(/_/g, ' '))),
        charset,
      ),
    )
}

type Found = { html: Array<string>; plain: Array<string>; parts: number }

function collect(part: Part, depth: number, found: Found): void {
  found.parts += 1
  if (depth > maxDepth || found.parts > maxParts) throw new ScanProblem('too-large', 'the mail holds too many parts')
  const type = part.headers.get('content-type') ?? 'text/plain'
  if (/^multipart\//i.test(type)) {
    const boundary = parameter(type, 'boundary')
    if (boundary === undefined) throw new ScanProblem('unreadable-document', 'the mail names no boundary')
    for (const piece of part.body.split(`--${boundary}`).slice(1)) {
      if (piece.startsWith('--')) break
      collect(split(piece.replace(/^\r?\n|\r?\n$/g, '')), depth + 1, found)
    }
    return
  }
  if (/attachment/i.test(part.headers.get('content-disposition') ?? '')) return
  const charset = parameter(type, 'charset')
  if (/^text\/(?:html|x-amp-html)/i.test(type)) found.html.push(decode(transferDecoded(part), charset))
  else if (/^text\/plain/i.test(type)) found.plain.push(decode(transferDecoded(part), charset))
}

/** Reads an EML file. Throws `too-large`, `unreadable-document`, `empty-input`. */
export function readMail(bytes: Uint8Array): Mail {
  const part = split(Buffer.from(bytes).toString('latin1'))
  const found: Found = { html: [], plain: [], parts: 0 }
  collect(part, 0, found)
  const body = (found.html.length > 0 ? found.html : found.plain).join('\n')
  if (body.trim() === '') throw new ScanProblem('empty-input', 'the mail has no text')
  const read = (name: string) => {
    const value = part.headers.get(name) ?? ''
    return headerText(/[^\x00-\x7f]/.test(value) ? decode(bytesOf(value), 'utf-8') : value)
  }
  return { subject: read('subject'), from: read('from'), body }
}

/** The mail as one text the audit reads: subject line, sender's name in sight, body. */
export function mailText(mail: Mail): string {
  const subject = mail.subject === '' ? '' : `Subject: ${mail.subject}\n\n`
  return `${subject}${mail.body}`
}
