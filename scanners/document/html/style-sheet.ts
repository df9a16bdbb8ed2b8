import type { CheerioAPI } from 'cheerio'
import type { Element } from './nodes.ts'

/** Declarations by element, from the page's own style elements; order decides, as in a sheet without tricks. */
export type SheetStyles = Map<Element, Map<string, string>>

const mostRules = 2000

export function declarations(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of text.split(';')) {
    const at = part.indexOf(':')
    if (at < 0) continue
    const value = part.slice(at + 1).replace(/!\s*important/i, '')
    found.set(part.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase())
  }
  return found
}

type SheetRule = { selector: string; body: string }

/** Rules that count on paper: those outside at-rules, and those of `@media` for all or print. */
function rulesOf(sheet: string): Array<SheetRule> {
  const rules: Array<SheetRule> = []
  const text = sheet.replace(/\/\*[\s\S]*?\*\//g, '')
  const skipped: Array<boolean> = []
  for (const [, head = '', sign] of text.matchAll(/([^{}]*)([{}])/g)) {
    if (sign === '{' && head.trim().startsWith('@'))
      skipped.push(!/^@(?:media\b.*\b(?:all|print)\b|layer|supports)/i.test(head.trim()))
    else if (sign === '{') rules.push({ selector: skipped.includes(true) ? '' : head.trim(), body: '' })
    else if (rules.length > 0 && rules.at(-1)!.body === '' && head.includes(':')) rules.at(-1)!.body = head
    else skipped.pop()
  }
  return rules.filter((rule) => rule.selector !== '' && rule.body !== '').slice(0, mostRules)
}

export function readSheets($: CheerioAPI): SheetStyles {
  const styles: SheetStyles = new Map()
  const sheets = $('style')
    .toArray()
    .map((element) => $(element).text())
  for (const { selector, body } of sheets.flatMap(rulesOf)) {
    const said = declarations(body)
    for (const element of matching($, selector)) {
      const own = styles.get(element) ?? new Map<string, string>()
      for (const [name, value] of said) own.set(name, value)
      styles.set(element, own)
    }
  }
  return styles
}

function matching($: CheerioAPI, selector: string): Array<Element> {
  try {
    return $(selector).toArray() as Array<Element>
  } catch {
    // A selector the engine does not know (":hover::after") styles nothing that is printed.
    return []
  }
}
