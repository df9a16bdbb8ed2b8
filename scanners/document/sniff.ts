import { fileTypeFromBuffer } from 'file-type'
import { ScanProblem } from '../problem.ts'

export type SniffedFormat = 'pdf' | 'docx' | 'html' | 'txt' | 'image'

const extensions: Record<string, SniffedFormat> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  html: 'html',
  htm: 'html',
  txt: 'txt',
  text: 'txt',
  md: 'txt',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  webp: 'image',
  tif: 'image',
  tiff: 'image',
}
const pictures = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/tiff'])
/** The first bytes are enough for every type we take, and no archive is inflated to find out. */
const headBytes = 4096

function starts(bytes: Uint8Array, ...magic: Array<number>): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  // Readers accept rubbish before the header within the first kilobyte.
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}

/** Old Office container: a .docx with a password is one, with a stream of this name. */
function isLockedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function looksLikeText(bytes: Uint8Array): boolean {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return true
  const head = bytes.subarray(0, headBytes)
  const control = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length
  return control === 0
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1').replaceAll('\0', '')
  return /^[^<]{0,16}(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(head)
}

async function byContent(bytes: Uint8Array, wished: SniffedFormat | undefined): Promise<SniffedFormat> {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'docx'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (isLockedOffice(bytes)) throw new ScanProblem('encrypted-document')
    throw new ScanProblem('unsupported-type', 'an old Office file; save it as .docx or PDF')
  }
  if (wished !== 'html' && wished !== 'txt' && hasPdfHeader(bytes)) return 'pdf'
  const found = await fileTypeFromBuffer(bytes.subarray(0, headBytes))
  if (found !== undefined && pictures.has(found.mime)) return 'image'
  if (found !== undefined && !/^(?:text|application)\/(?:.*\+)?xml$/.test(found.mime)) {
    throw new ScanProblem('unsupported-type', `the content is ${found.mime}`)
  }
  if (!looksLikeText(bytes)) {
    if (wished === undefined || wished === 'txt') throw new ScanProblem('unsupported-type', 'the content is not text')
    throw new ScanProblem('unreadable-document')
  }
  if (looksLikeHtml(bytes)) return 'html'
  if (wished === 'html') return 'html'
  return 'txt'
}

/**
 * The format by content, against the allowlist of the documents door. Throws `unsupported-type` when the content is
 * of another type or the file name's ending says another, `unreadable-document` when a named type cannot be found
 * inside, `encrypted-document` for an Office file with a password.
 */
export async function sniffFormat(bytes: Uint8Array, name: string): Promise<SniffedFormat> {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
  const wished = ending === undefined ? undefined : extensions[ending]
  if (ending !== undefined && wished === undefined && /^[a-z]/.test(ending)) {
    throw new ScanProblem('unsupported-type', `.${ending} is not among PDF, DOCX, TXT, HTML, PNG, JPEG, WebP and TIFF`)
  }
  const format = await byContent(bytes, wished)
  if (wished === undefined || format === wished) return format
  // Text where a PDF, DOCX or picture was promised is a broken export, not a disguise.
  if (format === 'txt') throw new ScanProblem('unreadable-document', `the file is named .${ending} but holds text`)
  throw new ScanProblem('unsupported-type', `the file is named .${ending} but holds ${format.toUpperCase()}`)
}
