/** A text that says the same in another dress; every line and the breach and audit facts must stay. */
export type Rewrite = { op: string; text: string }

const pairs: ReadonlyArray<readonly [string, string]> = [
  ['Northgate', 'Zephyr'],
  ['Purchaser', 'Seller'],
  ['Health Organization', 'Data Handler'],
  ['Principal', 'Performing Party'],
  ['Kelmscott', 'Ravelin'],
  ['Orchard', 'Lantern'],
  ['Engaging Party', 'Engaged Party'],
  ['Subscriber', 'Operator'],
  ['Institution', 'Bureau'],
  ['Beacon', 'Quill'],
  ['Ashgrove', 'Pelham'],
  ['Requester', 'Respondent'],
]
const unrelated: ReadonlyArray<string> = [
  'Notices are sent to the addresses stated above.',
  'Invoices are due forty-five (45) days after receipt.',
  'The laws of the State of Ohio apply to this Agreement.',
  'Neither party may assign this Agreement without the consent of the other.',
  'This Agreement may be signed in counterparts.',
  'The parties are independent contractors.',
  'Support is offered within two business days of a ticket.',
  'Training materials are kept for ninety (90) days.',
  'Headings are for convenience and do not affect what a clause means.',
  'Fees may be adjusted once a year on sixty (60) days\u2019 notice.',
  'Each party bears its own costs of preparing this Agreement.',
  'Parking is available behind the building for visitors.',
  'The parties may agree on a different address for invoices by e-mail.',
  'If a clause is found invalid, the others stay in force.',
  'Telephone support is offered from eight to six on working days.',
  'A failure to enforce a right on one occasion is no waiver of it.',
]

const paragraphs = (text: string) => text.split(/\n[ \t]*\n/)
const hasTable = (paragraph: string) => /\||\t|\S {3,}\S/.test(paragraph)

function wrap(paragraph: string, width: number, hyphenate: boolean): string {
  const already = paragraph.split('\n')
  // Lines that are short on purpose (headings, lists, addresses) stay; only running text is wrapped anew.
  if (
    hasTable(paragraph) ||
    already.slice(0, -1).some((line) => line.length < 58) ||
    already.some((line, index) => index > 0 && /^\s*(?:\(?[a-z0-9]{1,4}[.)]|\d+(?:\.\d+)+|[-*#])\s/i.test(line))
  )
    return paragraph
  const lines: Array<string> = []
  let line = ''
  for (const word of paragraph.replace(/\s*\n\s*/g, ' ').split(' ')) {
    const full = line === '' ? word : `${line} ${word}`
    if (full.length <= width) line = full
    else if (hyphenate && /^[a-z]{9,}[.,;]?$/.test(word) && width - line.length > 6) {
      const cut = 4
      lines.push(`${line} ${word.slice(0, cut)}-`)
      line = word.slice(cut)
    } else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  return lines.join('\n')
}

function curly(text: string): string {
  return text
    .replace(/(^|[\s([])"/g, '$1\u201C')
    .replace(/"/g, '\u201D')
    .replace(/(^|[\s([])'/g, '$1\u2018')
    .replace(/'/g, '\u2019')
}

function swapTerms(text: string, from: readonly [string, string], to: readonly [string, string]): string {
  let out = text
  for (const index of [0, 1] as const) {
    const [old, fresh] = [from[index], to[index]]
    out = out.replace(new RegExp(`(?<![\\w-])${old}(?![\\w])(?! (?:Agreement|Contract|Addendum|Clients?))`, 'g'), fresh)
    out = out.replace(
      new RegExp(`(?<![\\w-])${old.toUpperCase()}(?![\\w])(?! (?:AGREEMENT|CONTRACT|ADDENDUM|TERMS))`, 'g'),
      fresh.toUpperCase(),
    )
  }
  return out
}

/** "(a) …; (b) …" under a lead-in as a table under it; a change of dress only where each item stands on lines of its own. */
function listToTable(text: string): string {
  return text.replace(
    /(:[ \t]*\n)((?:\n?[ \t]*\([a-z]\) [^\n|]+(?:\n[ \t]+(?!\()[^\n|]+)*\n){2,})/g,
    (_, lead: string, list: string) => {
      const items = [...list.matchAll(/\(([a-z])\) ((?:(?!\n[ \t]*\n?[ \t]*\([a-z]\) )[\s\S])+)/g)]
      const rows = items.map(
        ([, mark, words]) => `| ${mark} | ${words!.replace(/\s+/g, ' ').replace(/;?(?: and| or)?\s*$/, '')} |`,
      )
      return `${lead}\n| Item | Term |\n|---|---|\n${rows.join('\n')}\n`
    },
  )
}

/** A table of two columns written with pipes as a list: "- first: second". */
function tableToList(text: string): string {
  return text.replace(
    /^\|([^|\n]+)\|([^|\n]+)\|\n\|[-: |]+\|\n((?:\|[^|\n]+\|[^|\n]+\|\n?)+)/gm,
    (_, first: string, second: string, rows: string) =>
      [
        `${first.trim()} and ${second.trim()}:`,
        ...rows
          .trim()
          .split('\n')
          .map(
            (row) =>
              `- ${row
                .split('|')
                .slice(1, 3)
                .map((cell) => cell.trim())
                .join(': ')}`,
          ),
        '',
      ].join('\n'),
  )
}

/** `terms`: the words for covered entity and business associate, when each is a plain name that can be replaced. */
export function rewritesOf(text: string, terms: readonly [string, string] | null): Array<Rewrite> {
  const made: Array<Rewrite> = []
  const add = (op: string, changed: string) => {
    if (changed !== text) made.push({ op, text: changed })
  }
  if (terms !== null) for (const to of pairs) add('roles renamed', swapTerms(text, terms, to))
  const wrapped = text.split('\n').filter((line) => line.length > 100).length >= 3
  if (wrapped) {
    for (const width of [56, 60, 66, 72, 80, 88, 96, 104])
      add(
        'hard wraps',
        paragraphs(text)
          .map((part) => wrap(part, width, false))
          .join('\n\n'),
      )
    for (const width of [58, 64, 70, 76])
      add(
        'hyphenation',
        paragraphs(text)
          .map((part) => wrap(part, width, true))
          .join('\n\n'),
      )
  }
  add('smart quotes', curly(text))
  add('line ends', text.replace(/\n/g, '\r\n'))
  add('no-break spaces', text.replace(/ (?=[A-Z])/g, '\u00A0'))
  add('double spaces', text.replace(/\. (?=[A-Z])/g, '.  '))
  add('invisible characters', text.replace(/\b([a-z]{4})([a-z]{4,})\b/g, '$1\u00AD$2'))
  add('must for shall', text.replace(/\bshall\b/g, 'must'))
  add('will for shall', text.replace(/\bshall\b/g, 'will'))
  add(
    'renumbered',
    text.replace(/^(\d{1,2})\. /gm, (_, n: string) => `${Number(n) + 20}. `),
  )
  add('renumbered', text.replace(/^(\d{1,2})\. (?=[A-Z])/gm, 'Section $1. '))
  // A number that another clause names is part of the meaning.
  if (!/\b(?:Section|Sections|Article|paragraph|clause) \d/i.test(text))
    add('numbers removed', text.replace(/^\d{1,2}\. (?=[A-Z])/gm, ''))
  add('list to table', listToTable(text))
  add('table to list', tableToList(text))
  add(
    'tabs to pipes',
    text.replace(/^[^\n|]*\t[^\n|]*$/gm, (row) => `| ${row.split('\t').join(' | ')} |`),
  )
  add(
    'pipes to tabs',
    text.replace(/^\|[-: |]+\|\n/gm, '').replace(/^\|(.+)\|$/gm, (_, row: string) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    ),
  )
  const blocks = paragraphs(text)
  for (const [index, clause] of unrelated.entries()) {
    const step = Math.max(1, Math.floor(blocks.length / (unrelated.length + 1)))
    const at = Math.min(blocks.length - 1, 2 + index * step)
    // Not between a lead-in and its list, nor inside a table.
    const before = blocks[at - 1] ?? ''
    if (
      hasTable(before) ||
      hasTable(blocks[at] ?? '') ||
      /[:;,]\s*$|\?\s*$/.test(before) ||
      /^\s*(?:\(?[a-z0-9]{1,3}\)|[-*])/.test(blocks[at] ?? '') ||
      !/[.)]\s*$/.test(before)
    )
      continue
    add('unrelated clause', [...blocks.slice(0, at), clause, ...blocks.slice(at)].join('\n\n'))
  }
  const capitals = blocks.filter((part) => /^[A-Z0-9 .,&'-]{6,70}$/.test(part.trim()) && !/\?$/.test(part.trim()))
  if (capitals.length > 1)
    add(
      'headings removed',
      blocks
        .filter(
          (part) =>
            part === blocks[0] || !capitals.includes(part) || /EXHIBIT|SCHEDULE|RECITAL|DEFINITION|COVER/.test(part),
        )
        .join('\n\n'),
    )
  for (const [index, part] of blocks.entries()) {
    if (
      index === 0 ||
      part.length < 120 ||
      part.length > 900 ||
      hasTable(part) ||
      /["\u201C]/.test(part) ||
      index % 2 !== 0
    )
      continue
    add('capitals', [...blocks.slice(0, index), part.toUpperCase(), ...blocks.slice(index + 1)].join('\n\n'))
  }
  return made
}
