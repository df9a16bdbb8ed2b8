import { inflateOnce, looksLikeText } from '../capture/payload.ts'
import { decompressLz } from './lz-string.ts'
import { type Probe, segmentViews, valueViews } from './segment-views.ts'
import { textViews } from './text-views.ts'
import { mapped, rootView, type View, whole } from './view.ts'

const maxDepth = 4
const maxViews = 400
const maxBlindTries = 24
const maxTotal = 8 * 1024 * 1024

function binaryViews(view: View): Array<View> {
  const found: Array<View> = []
  const inflated = inflateOnce(view.bytes)
  if (inflated !== undefined) found.push(whole(view, inflated.name, Buffer.from(inflated.bytes)))
  const zeros = view.bytes.subarray(0, 200).filter((byte) => byte === 0).length
  if (zeros > Math.min(view.bytes.length, 200) * 0.3) {
    const origins: Array<number> = []
    const bytes: Array<number> = []
    view.bytes.forEach((byte, index) => {
      if (byte === 0) return
      bytes.push(byte)
      origins.push(index)
    })
    found.push(mapped(view, 'utf-16', bytes, origins, view.bytes.length))
  }
  // Recorders pack events as a binary string inside JSON: two bytes of UTF-8 for each byte above 127.
  const text = view.bytes.toString('utf8')
  if (view.bytes.includes(0xc2) || view.bytes.includes(0xc3)) {
    const narrow = Buffer.from(text, 'latin1')
    const packed = narrow.length < view.bytes.length ? inflateWithin(narrow) : undefined
    if (packed !== undefined) found.push(whole(view, 'packed', packed))
  }
  const unpacked = decompressLz(view.bytes)
  if (unpacked !== undefined) found.push(whole(view, 'lz-string', Buffer.from(unpacked)))
  return found
}

/** A zlib stream somewhere in a binary string (a JSON value's inner text, quotes around it). */
function inflateWithin(bytes: Buffer): Buffer | undefined {
  for (let at = bytes.indexOf(0x78), tries = 0; at !== -1 && tries < 20; at = bytes.indexOf(0x78, at + 1), tries++) {
    const inner = inflateOnce(bytes.subarray(at), false)
    if (inner?.name === 'zlib') return Buffer.from(inner.bytes)
  }
  return undefined
}

/**
 * The raw bytes and everything decodable from them, nearest first; bounded in depth, number and size. `values` are the
 * parameter values in them, for encodings that only a whole value can have.
 */
export function viewsOf(raw: Uint8Array, values: ReadonlyArray<string>, probe: Probe): Array<View> {
  const root = rootView(Buffer.from(raw))
  const views: Array<View> = [root]
  const seen = new Set<string>([root.bytes.toString('latin1')])
  const budget = { blindTries: maxBlindTries }
  let total = root.bytes.length
  for (let at = 0; at < views.length; at++) {
    const view = views[at]!
    if (view.chain.length >= maxDepth) continue
    const isText = looksLikeText(view.bytes)
    const next = [
      ...(view === root ? valueViews(view, values) : []),
      ...(isText ? textViews(view) : []),
      ...binaryViews(view),
      ...(isText ? segmentViews(view, probe, budget) : []),
    ]
    for (const child of next) {
      if (child === undefined || child.bytes.length < 4) continue
      const key = child.bytes.toString('latin1')
      if (seen.has(key)) continue
      seen.add(key)
      total += child.bytes.length
      if (views.length >= maxViews || total > maxTotal) return views
      views.push(child)
    }
  }
  return views
}
