import { ScanProblem } from '../../problem.ts'
import { assemble } from '../assemble.ts'
import { pageCounter } from '../page-counter.ts'
import type { Block, Hidden, ParsedDocument, Warning, Zone } from '../parsed.ts'
import { hiddenTextWarnings, warning } from '../warnings.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type WordPackage } from './package.ts'
import type { Cursor, Inline } from './runs.ts'
import { readStory, type Story, type StorySetting } from './story.ts'
import { readStyles } from './styles.ts'
import { child, descendants, type Element, elements, isOn, value } from './xml.ts'

/** Headers and footers a page can show; "first" and "even" count only where the document switches them on. */
function furnitureIds(document: Element, settings: Element | undefined): Array<{ id: string; zone: Zone }> {
  const evenToo = isOn(child(settings, 'w:evenAndOddHeaders')) === true
  return descendants(document, 'w:sectPr').flatMap((section) => {
    const firstToo = isOn(child(section, 'w:titlePg')) === true
    return elements(section).flatMap((reference) => {
      if (reference.name !== 'w:headerReference' && reference.name !== 'w:footerReference') return []
      const kind = value(reference, 'w:type') ?? 'default'
      if ((kind === 'even' && !evenToo) || (kind === 'first' && !firstToo)) return []
      const zone: Zone = reference.name === 'w:headerReference' ? 'header' : 'footer'
      return [{ id: value(reference, 'r:id') ?? '', zone }]
    })
  })
}

function textOf(block: Block): string {
  return block.pieces.map((piece) => piece.text).join('')
}

async function readFurniture(word: WordPackage, settings: Element | undefined, base: StorySetting): Promise<Story> {
  const all: Story = { blocks: [], hidden: [], notes: [] }
  const seen = new Set<string>()
  for (const { id, zone } of furnitureIds(word.document, settings)) {
    const part = await word.byId(id)
    if (part === undefined) continue
    const story = readStory(part, { ...base, zone, cursor: { page: 1, marked: false, fields: [] } })
    for (const block of story.blocks) {
      const text = textOf(block)
      if (seen.has(text) || pageCounter.test(text)) continue
      seen.add(text)
      all.blocks.push(block)
    }
    all.hidden.push(...story.hidden)
  }
  return all
}

async function readNotes(word: WordPackage, notes: Inline['notes'], base: StorySetting): Promise<Story> {
  const all: Story = { blocks: [], hidden: [], notes: [] }
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = await word.part(`${kind}s`)
    const byId = new Map(elements(part).map((note) => [value(note, 'w:id') ?? '', note]))
    for (const id of new Set(notes.filter((note) => note.kind === kind).map((note) => note.id))) {
      const note = byId.get(id)
      if (note === undefined) continue
      const story = readStory(note, { ...base, zone: 'footnote', cursor: { page: 1, marked: false, fields: [] } })
      all.blocks.push(...story.blocks)
      all.hidden.push(...story.hidden)
    }
  }
  return all
}

async function packageWarnings(word: WordPackage): Promise<Array<Warning>> {
  const found: Array<Warning> = []
  const { names } = word.archive
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) {
    found.push(warning('macros', 'The file holds macros. They were not run.'))
  }
  if (names.some((name) => /\/embeddings\//i.test(name))) {
    found.push(warning('embedded-files', 'The file holds other files inside. They were not opened.'))
  }
  if (word.relations.some((relation) => relation.type === 'attachedTemplate' && relation.external)) {
    found.push(warning('remote-template', 'The file points to a template elsewhere. It was not fetched.'))
  }
  if (
    word.relations.some((relation) => relation.external && !['hyperlink', 'attachedTemplate'].includes(relation.type))
  ) {
    found.push(warning('external-content', 'The file shows content kept elsewhere. It was not fetched.'))
  }
  if (word.relations.some((relation) => relation.type === 'aFChunk')) {
    found.push(warning('embedded-files', 'Part of the text is a file of another type inside. It was not read.'))
  }
  const comments = elements(await word.part('comments')).length
  if (comments > 0) {
    const message = comments === 1 ? '1 comment is in the margin.' : `${comments} comments are in the margin.`
    found.push(warning('comments', `${message} Comments were not counted.`))
  }
  return found
}

function changeWarnings(hidden: ReadonlyArray<Hidden>, pending: number): Array<Warning> {
  const deleted = hidden.filter(({ reason }) => reason === 'deleted').length
  if (deleted + pending === 0) return []
  const says = `${pending} proposed insertions counted as pending, ${deleted} deletions not counted.`
  return [warning('tracked-changes', `Changes in this file are not accepted yet: ${says}`)]
}

function isPictureOnly(word: WordPackage, text: string): boolean {
  return (
    text.trim().length < 20 &&
    word.archive.names.some((name) => /^word\/media\/.*\.(?:png|jpe?g|tiff?|emf|wmf)$/i.test(name))
  )
}

/** Reads a Word document: what its printed page shows, with the unseen and deleted words apart. */
export async function readDocx(bytes: Uint8Array): Promise<ParsedDocument> {
  const word = await openPackage(bytes)
  const body = child(word.document, 'w:body')
  if (body === undefined) throw new ScanProblem('unreadable-document')
  const settings = await word.part('settings')
  const cursor: Cursor = { page: 1, marked: false, fields: [] }
  const setting: StorySetting = {
    styles: readStyles(await word.part('styles')),
    numbering: readNumbering(await word.part('numbering')),
    cursor,
    tables: { count: 0 },
  }
  const main = readStory(body, setting)
  const notes = await readNotes(word, main.notes, setting)
  const furniture = await readFurniture(word, settings, setting)
  // Word marks where pages broke when it last laid the text out; the first page has no mark before it.
  const paged = main.blocks.map((block) => ({ ...block, page: cursor.marked ? (block.page ?? 1) : null }))
  const laid = assemble([...paged, ...notes.blocks, ...furniture.blocks])
  const hidden = [...main.hidden, ...notes.hidden, ...furniture.hidden]
  if (isPictureOnly(word, laid.text)) throw new ScanProblem('no-text-layer')
  return {
    ...laid,
    hidden,
    unreadPages: [],
    warnings: [
      ...hiddenTextWarnings(hidden),
      ...changeWarnings(hidden, laid.pending.length),
      ...(await packageWarnings(word)),
    ],
    pages: cursor.marked ? cursor.page : null,
    ocr: false,
  }
}
