import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFStream, PDFString } from 'pdf-lib'

const nodeId = /^node[0-9A-Fa-f]{8}$/

/** Calls `change` for every string in an object; what it returns takes the string's place. */
function replaceStrings(object: PDFObject, change: (text: string) => PDFString | undefined): void {
  if (object instanceof PDFStream) replaceStrings(object.dict, change)
  if (object instanceof PDFArray) {
    for (let index = 0; index < object.size(); index++) {
      const item = object.get(index)
      const changed = item instanceof PDFString ? change(item.asString()) : undefined
      if (changed !== undefined) object.set(index, changed)
      else replaceStrings(item, change)
    }
  }
  if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      const changed = value instanceof PDFString ? change(value.asString()) : undefined
      if (changed !== undefined) object.set(key, changed)
      else replaceStrings(value, change)
    }
  }
}

/**
 * Chromium names structure elements after its own node numbers, which differ by one or two between runs (seen on 143).
 * They are numbered anew from 1 in their own order, so that the sorted id tree stays sorted and equal input gives equal
 * bytes.
 */
export function renumberStructureIds(document: PDFDocument): void {
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object)
  const seen = new Set<string>()
  for (const object of objects) {
    replaceStrings(object, (text) => {
      if (nodeId.test(text)) seen.add(text)
      return undefined
    })
  }
  const renamed = new Map([...seen].sort().map((id, index) => [id, `node${(index + 1).toString().padStart(8, '0')}`]))
  for (const object of objects) {
    replaceStrings(object, (text) => {
      const name = renamed.get(text)
      return name === undefined ? undefined : PDFString.of(name)
    })
  }
}
