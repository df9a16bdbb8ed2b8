import { type Pair, readPayload } from './payload.ts'
import type { Captured } from './recorder.ts'

export type OpenedPart = { bytes: Uint8Array; kind: string; pairs: ReadonlyArray<Pair> }

/** What one message carries under names, opened once for all who join values of several messages. */
type OpenedMessage = { url: URL; frames: ReadonlyArray<OpenedPart>; body: OpenedPart | undefined }

const opened = new WeakMap<Captured, { stamp: string; message: OpenedMessage }>()

function openPart(bytes: Uint8Array): OpenedPart {
  const { kind, pairs } = readPayload(bytes)
  return { bytes, kind, pairs }
}

/** undefined for an address that cannot be read. A socket that went on speaking is opened again. */
export function openMessage(request: Captured): OpenedMessage | undefined {
  if (!URL.canParse(request.url)) return undefined
  const stamp = `${request.frames.length} ${request.body instanceof Uint8Array ? request.body.length : ''}`
  const known = opened.get(request)
  if (known?.stamp === stamp) return known.message
  const message = {
    url: new URL(request.url),
    frames: request.frames.map(openPart),
    body: request.body instanceof Uint8Array ? openPart(request.body) : undefined,
  }
  opened.set(request, { stamp, message })
  return message
}

/** A part of an address as a person would read it. */
export function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
