/**
 * Bytes found by undoing encodings. `chain` names them, outermost first; `locate` says where a span of this view lies in
 * the raw bytes.
 */
export type View = {
  bytes: Buffer
  chain: ReadonlyArray<string>
  locate: (start: number, length: number) => { offset: number; length: number }
  parent: View | undefined
}

export function rootView(bytes: Buffer): View {
  return { bytes, chain: [], parent: undefined, locate: (offset, length) => ({ offset, length }) }
}

/** `origins` says for every byte of the view where in its parent it came from. */
export function mapped(parent: View, name: string, bytes: Array<number>, origins: Array<number>, end: number): View {
  return {
    bytes: Buffer.from(bytes),
    chain: [...parent.chain, name],
    parent,
    locate: (start, length) => {
      const from = origins[start] ?? 0
      const to = origins[start + length] ?? end
      return parent.locate(from, to - from)
    },
  }
}

/** Where a stretch of a view came from: byte by byte when it was copied, else all from one place. */
export type Place = { start: number; origin: number; copied: boolean }

/** A view made of stretches of its parent, in order. */
export function stretched(parent: View, name: string, bytes: Buffer, places: ReadonlyArray<Place>): View {
  const originOf = (at: number): number => {
    if (at >= bytes.length) return parent.bytes.length
    let low = 0
    let high = places.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (places[middle]!.start <= at) low = middle
      else high = middle - 1
    }
    const { start, origin, copied } = places[low]!
    return copied ? origin + at - start : origin
  }
  return {
    bytes,
    chain: [...parent.chain, name],
    parent,
    locate: (start, length) => {
      const from = originOf(start)
      return parent.locate(from, originOf(start + length) - from)
    },
  }
}

/** A view of one stretch of its parent; `width` parent characters make one byte. Mirrored ones are counted from the end. */
export function segment(
  parent: View,
  names: ReadonlyArray<string>,
  at: { start: number; length: number; width: number },
  bytes: Buffer,
): View {
  const { start, length, width } = at
  const isMirrored = names.includes('reversed')
  return {
    bytes,
    chain: [...parent.chain, ...names],
    parent,
    locate: (from, size) => {
      const first = Math.min(length, Math.floor(from * width))
      const last = Math.min(length, Math.ceil((from + size) * width))
      return parent.locate(start + (isMirrored ? length - last : first), last - first)
    },
  }
}

export function whole(parent: View, name: string, bytes: Buffer): View {
  return {
    bytes,
    chain: [...parent.chain, name],
    parent,
    locate: () => parent.locate(0, parent.bytes.length),
  }
}
