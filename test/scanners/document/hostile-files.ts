import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** A PDF put together by hand: numbered objects as given, with a correct table and trailer. */
export function pdfOfObjects(objects: ReadonlyArray<string | Buffer>, trailer = '/Root 1 0 R'): Buffer {
  const parts: Array<Buffer> = [Buffer.from('%PDF-1.7\n')]
  const offsets: Array<number> = []
  let at = parts[0]!.length
  objects.forEach((object, index) => {
    offsets.push(at)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    parts.push(part)
    at += part.length
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  parts.push(Buffer.from(`${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}

function stream(content: Buffer, entries = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${entries} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ])
}

/** A page of text with boxes, clips and colours whose operators are not packed, so that a changed byte changes one. */
export function plainPdf(text: string): Buffer {
  const lines = text.split('\n').slice(0, 40)
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '')}) Tj T*`)
  const box = 'q 0.9 0.9 0.2 rg 60 300 200 40 re f Q q 50 50 500 700 re W n 1 0 0 RG 72 500 m 300 500 l S'
  const content = `${box} BT /F 11 Tf 14 TL 72 720 Td 0 g ${shown.join(' ')} 1 Tr (outline) Tj 3 Tr (unseen) Tj ET Q`
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    stream(Buffer.from(content, 'latin1')),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
  ])
}

/** A page whose content stream unpacks to `megabytes` of operators from a few kilobytes. */
export function flateBomb(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 'q Q '), { level: 9 })
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
    stream(packed, '/Filter /FlateDecode'),
  ])
}

export function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, () => '3 0 R').join(' ')
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
  ])
}

/** A page tree that names itself as its child. */
export function cyclicPages(): Buffer {
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>',
  ])
}

/** A form that paints itself. */
export function cyclicForm(): Buffer {
  const paint = Buffer.from('/F Do /F Do /F Do')
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R >>',
    stream(paint),
    stream(paint, '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>'),
  ])
}

type ZipPart = { name: string; content: Buffer; stored?: boolean; sayCrc?: number; mode?: number; offset?: number }

/** A ZIP written by hand, so that it can lie: `offset` points a directory entry at another part's bytes. */
export function zipByHand(parts: ReadonlyArray<ZipPart>): Buffer {
  const locals: Array<Buffer> = []
  const directory: Array<Buffer> = []
  let at = 0
  for (const part of parts) {
    const data = part.stored === true ? part.content : deflateRawSync(part.content)
    const name = Buffer.from(part.name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(part.stored === true ? 0 : 8, 4)
    head.writeUInt32LE(part.sayCrc ?? crc32(part.content), 10)
    head.writeUInt32LE(data.length, 14)
    head.writeUInt32LE(part.content.length, 18)
    head.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(part.offset ?? at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), head, tail, name]))
    if (part.offset !== undefined) continue
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, name, data])
    locals.push(local)
    at += local.length
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}
