import { SaxesParser } from 'saxes'
import { ScanProblem } from '../../problem.ts'
import { decodeText } from '../decode.ts'
import { limits } from '../limits.ts'

export type Element = { name: string; attributes: Map<string, string>; children: Array<Element | string> }

// Prefixes are the author's choice, and strict OOXML has namespaces of its own; names here always carry the usual one.
const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
])

function named(uri: string, local: string): string {
  const prefix = prefixes.get(uri)
  return prefix === undefined ? local : `${prefix}:${local}`
}

/** Parses one part into a tree. A DOCTYPE is refused: entities are how a reader is made to open other files. */
export function parseXml(bytes: Uint8Array): Element {
  const root: Element = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('doctype', () => {
    throw new ScanProblem('unsafe-document', 'it declares entities')
  })
  parser.on('error', () => {
    throw new ScanProblem('unreadable-document')
  })
  parser.on('opentag', (tag) => {
    if (open.length > limits.xmlDepth) throw new ScanProblem('unsafe-document', 'it is nested too deep')
    const attributes = new Map(Object.values(tag.attributes).map((one) => [named(one.uri, one.local), one.value]))
    const element: Element = { name: named(tag.uri, tag.local), attributes, children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const text = (value: string) => {
    open.at(-1)!.children.push(value)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(decodeText(bytes)).close()
  const first = elements(root)[0]
  if (first === undefined) throw new ScanProblem('unreadable-document')
  return first
}

export function elements(parent: Element | undefined): Array<Element> {
  return parent === undefined ? [] : parent.children.filter((child): child is Element => typeof child !== 'string')
}

export function child(parent: Element | undefined, name: string): Element | undefined {
  return elements(parent).find((element) => element.name === name)
}

export function descendants(parent: Element, name: string): Array<Element> {
  return elements(parent).flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...descendants(element, name),
  ])
}

export function value(element: Element | undefined, attribute = 'w:val'): string | undefined {
  return element?.attributes.get(attribute)
}

/** An on/off property: present without a value is on. */
export function isOn(element: Element | undefined): boolean | undefined {
  if (element === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(value(element) ?? 'true')
}
