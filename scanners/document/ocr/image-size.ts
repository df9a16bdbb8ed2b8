import { ScanProblem } from '../../problem.ts'

type Size = { width: number; height: number }

function png(bytes: Buffer): Size | undefined {
  return bytes.readUInt32BE(0) === 0x89504e47
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : undefined
}

/** Walks the JPEG markers to the frame header (SOF0–SOF15 without the tables that share the range). */
function jpeg(bytes: Buffer): Size | undefined {
  if (bytes.readUInt16BE(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 9 < bytes.length) {
    const marker = bytes.readUInt16BE(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

function webp(bytes: Buffer): Size | undefined {
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined
  const kind = bytes.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (kind !== 'VP8L') return undefined
  const packed = bytes.readUInt32LE(21)
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
}

/** First directory of a TIFF: tags 256 and 257. */
function tiff(bytes: Buffer): Size | undefined {
  const little = bytes.readUInt16BE(0) === 0x4949
  if (!little && bytes.readUInt16BE(0) !== 0x4d4d) return undefined
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const directory = long(4)
  const size = { width: 0, height: 0 }
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12
    const value = short(at + 2) === 3 ? short(at + 8) : long(at + 8)
    if (short(at) === 256) size.width = value
    if (short(at) === 257) size.height = value
  }
  return size
}

/** Width and height in pixels from the header, before anything is decoded. Throws `unreadable-document`. */
export function imageSize(bytes: Uint8Array): Size {
  const buffer = Buffer.from(bytes)
  let size: Size | undefined
  try {
    size = png(buffer) ?? jpeg(buffer) ?? webp(buffer) ?? tiff(buffer)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  if (size === undefined || size.width < 1 || size.height < 1) throw new ScanProblem('unreadable-document')
  return size
}
