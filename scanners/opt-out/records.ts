/** A record of a file: its bytes as text and the line it starts on. `broken` = a quote in it is never closed. */
export type LogRecord = { text: string; line: number; broken?: boolean }

/** Whole records and nothing else; `line` is the number of the first. */
export type Block = { bytes: Buffer; line: number }

const newline = 10
const quote = 34
// A quoted cell longer than this is a stray quote, not a note.
const maxOpenBytes = 1024 ** 2

function countLines(bytes: Buffer, from: number, to: number): number {
  let lines = 0
  for (let at = bytes.indexOf(newline, from); at >= 0 && at < to; at = bytes.indexOf(newline, at + 1)) lines += 1
  return lines
}

/** Where the record that starts at `from` ends (its newline), or -1 when its end is not in these bytes. */
export function recordEnd(bytes: Buffer, from: number, delimiter: number): number {
  let end = bytes.indexOf(newline, from)
  let opened = bytes.indexOf(quote, from)
  if (end < 0) return -1
  while (opened >= 0 && opened < end) {
    const before = opened === from ? delimiter : bytes[opened - 1]
    // A quote opens a cell only at its start; inside a word it is an inch mark.
    if (before !== delimiter && before !== 32) {
      opened = bytes.indexOf(quote, opened + 1)
      continue
    }
    let close = bytes.indexOf(quote, opened + 1)
    while (close >= 0 && bytes[close + 1] === quote) close = bytes.indexOf(quote, close + 2)
    if (close < 0) return -1
    if (close > end) {
      end = bytes.indexOf(newline, close)
      if (end < 0) return -1
    }
    opened = bytes.indexOf(quote, close + 1)
  }
  return end
}

/**
 * Cuts a stream into blocks of whole records; a block's bytes are gone when the next one is asked for. `delimiter` null = records are
 * lines (JSON Lines). Who counts lines anyway asks for none.
 */
export async function* blocksOf(
  source: AsyncIterable<Buffer>,
  delimiter: number | null,
  lines: 'counted' | 'not counted' = 'counted',
): AsyncGenerator<Block> {
  // One stretch of memory for all blocks: what is left of one moves to the front, the next chunk goes behind it.
  let space = Buffer.allocUnsafe(0)
  let carry: Buffer = space
  let line = 1
  for await (const chunk of source) {
    const size = carry.length + chunk.length
    if (size > space.length) {
      const wider = Buffer.allocUnsafeSlow(size * 2)
      carry.copy(wider, 0)
      space = wider
    } else space.copyWithin(0, carry.byteOffset - space.byteOffset, carry.byteOffset - space.byteOffset + carry.length)
    chunk.copy(space, carry.length)
    const bytes = space.subarray(0, size)
    let cut = bytes.lastIndexOf(newline) + 1
    if (delimiter !== null && cut > 0 && bytes.indexOf(quote) >= 0) {
      cut = 0
      for (let at = 0; ; ) {
        const end = recordEnd(bytes, at, delimiter)
        if (end < 0) break
        at = end + 1
        cut = at
      }
      // The open cell has grown beyond any note: hand its lines on, they will be rejected one by one.
      if (bytes.length - cut > maxOpenBytes) cut = bytes.lastIndexOf(newline) + 1
    }
    if (cut > 0) {
      yield { bytes: bytes.subarray(0, cut), line }
      if (lines === 'counted') line += countLines(bytes, 0, cut)
    }
    carry = bytes.subarray(cut)
  }
  if (carry.length > 0) yield { bytes: Buffer.concat([carry, Buffer.from('\n')]), line }
}

/** The records of a block. One whose quote never closes is given back line by line: the first broken, the rest as they are. */
export function* recordsOf({ bytes, line: first }: Block, delimiter: number | null): Generator<LogRecord> {
  let line = first
  for (let at = 0; at < bytes.length; ) {
    const plain = bytes.indexOf(newline, at)
    const end = delimiter === null ? plain : recordEnd(bytes, at, delimiter)
    const broken = end < 0
    const stop = broken ? (plain < 0 ? bytes.length : plain) : end
    const text = bytes.toString('utf8', at, bytes[stop - 1] === 13 ? stop - 1 : stop)
    if (text.trim() !== '') yield broken && delimiter !== null ? { text, line, broken } : { text, line }
    line += stop === plain ? 1 : countLines(bytes, at, stop + 1)
    at = stop + 1
  }
}

/** The cells of one record. */
export function cellsOf(record: string, delimiter: string): Array<string> {
  if (!record.includes('"')) return record.split(delimiter)
  const cells: Array<string> = []
  for (let at = 0; at <= record.length; ) {
    let start = at
    while (record[start] === ' ') start += 1
    if (record[start] === '"') {
      let close = record.indexOf('"', start + 1)
      while (close >= 0 && record[close + 1] === '"') close = record.indexOf('"', close + 2)
      const stop = close < 0 ? record.length : close
      cells.push(record.slice(start + 1, stop).replaceAll('""', '"'))
      const next = record.indexOf(delimiter, stop)
      if (next < 0) return cells
      at = next + 1
    } else {
      const next = record.indexOf(delimiter, at)
      cells.push(record.slice(at, next < 0 ? undefined : next))
      if (next < 0) return cells
      at = next + 1
    }
    if (at === record.length) cells.push('')
    if (at >= record.length) return cells
  }
  return cells
}
