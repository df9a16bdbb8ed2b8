import { readSheet } from 'read-excel-file/node'
import { ScanProblem } from '../problem.ts'
import type { PackedJob, PackedPart } from './child-messages.ts'
import { openArchive } from './docx/archive.ts'
import { limits } from './limits.ts'

/** The first sheet's cells as text. The archive is checked before the workbook reader inflates it. */
async function sheetRows(bytes: Uint8Array): Promise<Array<Array<string>>> {
  await openArchive(bytes)
  const rows = await readSheet(Buffer.from(bytes)).catch(() => {
    throw new ScanProblem('unreadable-document')
  })
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
}

/** A workbook's rows, or the files of a ZIP with the workbooks in it read. Runs in the child process only. */
export async function readPacked(format: PackedJob['packed'], bytes: Uint8Array): Promise<Array<PackedPart>> {
  if (format === 'sheet') return [{ name: '', rows: await sheetRows(bytes) }]
  const archive = await openArchive(bytes)
  const parts: Array<PackedPart> = []
  for (const name of archive.names) {
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX|\.)/.test(name)) continue
    const part = await archive.read(name, limits.inflatedBytes)
    if (part === undefined || part.length === 0) continue
    const packed = part[0] === 0x50 && part[1] === 0x4b
    if (packed && !name.endsWith('.xlsx')) throw new ScanProblem('unsafe-document', 'it holds another archive')
    parts.push(packed ? { name, rows: await sheetRows(part) } : { name, bytes: part })
  }
  return parts
}
