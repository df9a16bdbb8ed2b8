import { fromBuffer, type ZipFile as ReadZip } from 'yauzl'
import { ZipFile } from 'yazl'
import { ScanProblem } from '#scanners/problem.ts'
import type { AgreementRequest, AskedClause } from '../views/agreement-request.ts'

const author = 'Proviso draft'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const maxEntryBytes = 20_000_000

const escaped = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** One paragraph as a tracked insertion: Word shows it as proposed by `author` until somebody accepts it. */
function inserted(text: string, id: number, date: string): string {
  const mark = `w:id="${id}" w:author="${author}" w:date="${date}"`
  return `<w:p><w:pPr><w:rPr><w:ins ${mark}/></w:rPr></w:pPr><w:ins ${mark}><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:ins></w:p>`
}

function insertions({ law, bar }: AgreementRequest, date: string): string {
  const strikes = (clause: AskedClause) => (clause.strike === null ? [] : [`[To be taken out: “${clause.strike}”]`])
  const part = (title: string, clauses: ReadonlyArray<AskedClause>) =>
    clauses.length === 0 ? [] : [title, ...clauses.flatMap((clause) => [...strikes(clause), clause.text])]
  const paragraphs = [
    '[Draft for counsel]',
    ...part('Content asked for by 45 CFR 164.504(e) and 164.314(a)', law),
    ...part('Practice bar; stricter than the law requires', bar),
  ]
  // Ids above any that a real document uses, so that they cannot collide with its own changes.
  return paragraphs.map((text, index) => inserted(text, 900_000 + index, date)).join('')
}

function openZip(bytes: Buffer): Promise<ReadZip> {
  return new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))),
  )
}

async function entriesOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await openZip(bytes).catch(() => {
    throw new ScanProblem('unreadable-document')
  })
  const entries = new Map<string, Buffer>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry) => {
      if (entry.fileName.endsWith('/')) return zip.readEntry()
      if (entry.uncompressedSize > maxEntryBytes) return reject(new ScanProblem('too-large'))
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        const parts: Array<Buffer> = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('error', reject)
        stream.on('end', () => {
          entries.set(entry.fileName, Buffer.concat(parts))
          zip.readEntry()
        })
      })
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

function zipped(entries: ReadonlyMap<string, Buffer>, at: Date): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name, { mtime: at })
  zip.end()
  return new Promise((resolve, reject) => {
    const parts: Array<Buffer> = []
    zip.outputStream.on('data', (part: Buffer) => parts.push(part))
    zip.outputStream.on('end', () => resolve(Buffer.concat(parts)))
    zip.outputStream.on('error', reject)
  })
}

const contentTypes =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

function plainDocument(text: string): Map<string, Buffer> {
  const paragraphs = text
    .split(/\r?\n/)
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('')
  const body = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${word}"><w:body>${paragraphs}<w:sectPr/></w:body></w:document>`
  return new Map([
    ['[Content_Types].xml', Buffer.from(contentTypes)],
    ['_rels/.rels', Buffer.from(relations)],
    ['word/document.xml', Buffer.from(body)],
  ])
}

/** Before the section properties that close the body; those of an earlier section stand inside a paragraph. */
function endOfBody(body: string): number {
  const section = body.lastIndexOf('<w:sectPr')
  return section >= 0 && !body.slice(section).includes('</w:p>') ? section : body.lastIndexOf('</w:body>')
}

/**
 * The agreement as DOCX with the asked clauses as tracked insertions at its end: on a copy of the uploaded DOCX, or,
 * for other formats, on its text. The original file is never changed. Throws ScanProblem `unreadable-document`.
 */
export async function redlineDocx(
  original: { docx: Buffer } | { text: string },
  request: AgreementRequest,
  at: Date,
): Promise<Buffer> {
  const entries = 'docx' in original ? await entriesOf(original.docx) : plainDocument(original.text)
  const body = entries.get('word/document.xml')?.toString('utf8')
  const place = body === undefined ? -1 : endOfBody(body)
  if (body === undefined || place < 0 || !body.includes(word)) throw new ScanProblem('unreadable-document')
  const date = `${at.toISOString().slice(0, 19)}Z`
  entries.set('word/document.xml', Buffer.from(body.slice(0, place) + insertions(request, date) + body.slice(place)))
  return zipped(entries, at)
}
