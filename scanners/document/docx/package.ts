import { posix } from 'node:path'
import { ScanProblem } from '../../problem.ts'
import { limits } from '../limits.ts'
import { type Archive, openArchive } from './archive.ts'
import { type Element, elements, parseXml } from './xml.ts'

type Relation = { id: string; type: string; target: string; external: boolean }

/** A Word package: its main part and the parts it points to, by the last word of the relation's type. */
export type WordPackage = {
  archive: Archive
  document: Element
  relations: ReadonlyArray<Relation>
  part: (kind: string) => Promise<Element | undefined>
  byId: (id: string) => Promise<Element | undefined>
}

async function relationsOf(archive: Archive, part: string): Promise<Array<Relation>> {
  const { dir, base } = posix.parse(part)
  const bytes = await archive.read(posix.join(dir, '_rels', `${base}.rels`), limits.documentXmlBytes)
  if (bytes === undefined) return []
  return elements(parseXml(bytes)).map(({ attributes }) => {
    const target = attributes.get('Target') ?? ''
    const external = attributes.get('TargetMode') === 'External'
    const resolved = target.startsWith('/') ? target.slice(1) : posix.join(dir, target)
    return {
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolved,
      external,
    }
  })
}

/** Opens a .docx as Word does: by relations, not by file names. Throws `unsupported-type` for other packages. */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  const archive = await openArchive(bytes)
  const main = (await relationsOf(archive, '')).find((relation) => relation.type === 'officeDocument')
  const mainBytes = main === undefined ? undefined : await archive.read(main.target, limits.documentXmlBytes)
  if (main === undefined || mainBytes === undefined) {
    if (archive.names.includes('word/document.xml')) throw new ScanProblem('unreadable-document')
    throw new ScanProblem('unsupported-type', 'it is a ZIP file but not a Word document')
  }
  const document = parseXml(mainBytes)
  if (document.name !== 'w:document')
    throw new ScanProblem('unsupported-type', 'it is an Office file but not a Word document')
  const relations = await relationsOf(archive, main.target)
  async function load(relation: Relation | undefined): Promise<Element | undefined> {
    if (relation === undefined || relation.external) return undefined
    const part = await archive.read(relation.target, limits.documentXmlBytes)
    return part === undefined ? undefined : parseXml(part)
  }
  return {
    archive,
    document,
    relations: [...relations, ...(await relationsOf(archive, posix.join(posix.dirname(main.target), 'settings.xml')))],
    part: (kind) => load(relations.find((relation) => relation.type === kind)),
    byId: (id) => load(relations.find((relation) => relation.id === id)),
  }
}
