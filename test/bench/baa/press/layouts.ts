import type { Content, Item } from './content.ts'
import { capital, forms, type Style, worded } from './parties.ts'

/** The terms of an agreement in one dress. `null`: this dress does not fit the style. */
export type Layout = { name: string; terms: (content: Content, style: Style) => string | null; wide?: boolean }

const roman = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
  'XXI',
  'XXII',
  'XXIII',
]
const letter = (index: number) => String.fromCharCode(97 + (index % 26))
const spoken = (style: Style) => style.ba.it === 'we' || style.ba.it === 'you'

/** The items of one party in one mode, in their order: what a lead-in can carry. */
function groups(content: Content): Array<{ by: Item['by']; mode: Item['mode']; items: Array<Item> }> {
  const found: Array<{ by: Item['by']; mode: Item['mode']; items: Array<Item> }> = []
  for (const item of content.items) {
    const known = found.find(({ by, mode }) => by === item.by && mode === item.mode)
    if (known === undefined) found.push({ by: item.by, mode: item.mode, items: [item] })
    else known.items.push(item)
  }
  return found
}

const each =
  (line: (item: Item, style: Style, index: number) => string, between = '\n\n') =>
  (content: Content, style: Style) =>
    content.items.map((item, index) => line(item, style, index)).join(between)

function listed(
  mark: (index: number) => string,
  options: { indent?: string; between?: string; number?: boolean; will?: boolean } = {},
) {
  return (content: Content, style: Style) =>
    groups(content)
      .map(({ by, mode, items }, group) => {
        const verb = options.will ? mode.replace('shall', 'agrees to').replace('agrees to not', 'agrees not to') : mode
        const head = `${options.number ? `${group + 1}. ` : ''}${capital(style[by].subject)} ${verb}:`
        const lines = items.map(
          (item, index) =>
            `${options.indent ?? ''}${mark(index)} ${forms.bare(style, item)}${index === items.length - 1 ? '.' : index === items.length - 2 ? '; and' : ';'}`,
        )
        return [head, ...lines].join(options.between ?? '\n')
      })
      .join('\n\n')
}

const party = (style: Style, item: Item) => capital(style[item.by].subject)
const rows = (lines: ReadonlyArray<ReadonlyArray<string>>, glue: string) =>
  lines.map((cells) => cells.join(glue)).join('\n')
const piped = (lines: ReadonlyArray<ReadonlyArray<string>>) =>
  [lines[0]!, lines[0]!.map(() => '---'), ...lines.slice(1)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function dutyTable(content: Content, style: Style): Array<Array<string>> {
  return [
    ['Topic', 'Who', 'Duty'],
    ...content.items.map((item) => [item.head, party(style, item), `${item.mode} ${forms.bare(style, item)}`]),
  ]
}

function twoSides(content: Content, style: Style): Array<Array<string>> {
  return [
    ['Requirement', `${capital(style.ba.subject)} commitment`, `${capital(style.ce.subject)} commitment`],
    ...content.items.map((item) =>
      item.by === 'ba' ? [item.head, forms.full(style, item), ''] : [item.head, '', forms.full(style, item)],
    ),
  ]
}

/** Text in a box of drawn lines, cells broken at a width. */
function boxed(lines: ReadonlyArray<ReadonlyArray<string>>, widths: ReadonlyArray<number>): string {
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`
  const out = [rule]
  for (const cells of lines) {
    const broken = cells.map((cell, index) => wrap(cell, widths[index]!))
    const height = Math.max(...broken.map((part) => part.length))
    for (let row = 0; row < height; row += 1)
      out.push(`|${widths.map((width, index) => ` ${(broken[index]![row] ?? '').padEnd(width)} `).join('|')}|`)
    out.push(rule)
  }
  return out.join('\n')
}

/** Columns held apart by spaces, as a program that keeps the layout of a page prints them. */
function ragged(lines: ReadonlyArray<ReadonlyArray<string>>, widths: ReadonlyArray<number>): string {
  return lines
    .map((cells) => {
      const broken = cells.map((cell, index) => wrap(cell, widths[index]!))
      const height = Math.max(...broken.map((part) => part.length))
      return Array.from({ length: height }, (_, row) =>
        widths
          .map((width, index) => (broken[index]![row] ?? '').padEnd(width + 3))
          .join('')
          .trimEnd(),
      ).join('\n')
    })
    .join('\n\n')
}

export function wrap(text: string, width: number): Array<string> {
  const lines: Array<string> = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const numbered = each((item, style, index) => `${index + 1}. ${item.head}. ${forms.full(style, item)}`)

export const layouts: ReadonlyArray<Layout> = [
  { name: 'numbered, titles run in', terms: numbered },
  {
    name: 'lettered, titles above',
    terms: each((item, style, index) => `${capital(letter(index))}. ${item.head}\n${forms.full(style, item)}`),
  },
  {
    name: 'Roman, titles in capitals',
    terms: each((item, style, index) => `${roman[index]}. ${item.head.toUpperCase()}\n\n${forms.full(style, item)}`),
  },
  { name: 'titles only', terms: each((item, style) => `${item.head}\n\n${forms.full(style, item)}`) },
  { name: 'no titles', terms: each((item, style) => forms.full(style, item)) },
  { name: 'title and dash', terms: each((item, style) => `${item.head} \u2014 ${forms.full(style, item)}`) },
  {
    name: 'title and colon',
    terms: each((item, style, index) => `${index + 1}) ${item.head}: ${forms.full(style, item)}`),
  },
  {
    name: 'section numbers',
    terms: each((item, style, index) => `Section ${index + 1}. ${item.head}. ${forms.full(style, item)}`),
  },
  {
    name: 'decimal',
    terms: each(
      (item, style, index) => `${1 + Math.floor(index / 5)}.${1 + (index % 5)}  ${forms.full(style, item)}`,
      '\n',
    ),
  },
  { name: 'one paragraph', terms: (content, style) => content.items.map((item) => forms.full(style, item)).join(' ') },
  { name: 'all in capitals', terms: each((item, style) => forms.full(style, item).toUpperCase()) },
  { name: 'list under a lead-in', terms: listed((index) => `(${letter(index)})`, { number: true }) },
  { name: 'list, blank lines between', terms: listed((index) => `(${letter(index)})`, { between: '\n\n' }) },
  { name: 'list with numbers', terms: listed((index) => `${index + 1}.`, { indent: '   ' }) },
  { name: 'list with points', terms: listed(() => '\u2022') },
  { name: 'list with hyphens', terms: listed(() => '-', { indent: '  ' }) },
  { name: 'list with Roman numbers', terms: listed((index) => `(${roman[index]!.toLowerCase()})`, { indent: '    ' }) },
  { name: 'list under "agrees to"', terms: listed((index) => `${letter(index)}.`, { will: true }) },
  {
    name: 'list inside a sentence',
    terms: (content, style) =>
      groups(content)
        .map(
          ({ by, mode, items }) =>
            `${capital(style[by].subject)} ${mode}${items.length > 1 ? ':' : ''} ${items.map((item, index) => `${items.length > 1 ? `(${letter(index)}) ` : ''}${forms.bare(style, item)}`).join('; ')}.`,
        )
        .join('\n\n'),
  },
  {
    name: 'list in a list',
    terms: (content, style) =>
      groups(content)
        .map(({ by, mode, items }, group) =>
          [
            `${group + 1}. ${by === 'ba' ? 'Undertakings' : 'Other terms'}. ${capital(style[by].subject)} ${mode}:`,
            ...items.map(
              (item, index) =>
                `   (${letter(index)}) as to ${item.head.toLowerCase()}:\n      (i) ${forms.bare(style, item)};`,
            ),
          ].join('\n'),
        )
        .join('\n\n'),
  },
  {
    name: 'gerunds',
    terms: (content, style) =>
      groups(content)
        .map(({ by, mode, items }) =>
          mode === 'shall'
            ? [
                `${capital(style[by].subject)} ${style[by].plural ? 'are' : 'is'} responsible for:`,
                ...items.map((item, index) => `(${letter(index)}) ${forms.gerund(style, item)};`),
              ].join('\n')
            : items.map((item) => forms.full(style, item)).join('\n\n'),
        )
        .join('\n\n'),
  },
  { name: 'told as done', terms: each((item, style) => forms.told(style, item)) },
  { name: 'passive', terms: each((item, style, index) => `${index + 1}. ${forms.passive(style, item)}`) },
  {
    name: 'questions',
    terms: each((item, style) => `${capital(worded(style, item.ask, item.by))}\n${forms.full(style, item)}`),
  },
  {
    name: 'numbered questions',
    terms: each(
      (item, style, index) => `${index + 1}. ${capital(worded(style, item.ask, item.by))} ${forms.full(style, item)}`,
    ),
  },
  {
    name: 'Q and A',
    terms: each((item, style) => `Q: ${capital(worded(style, item.ask, item.by))}\nA: ${forms.full(style, item)}`),
  },
  { name: 'tab table with Who', terms: (content, style) => rows(dutyTable(content, style), '\t') },
  { name: 'pipe table with Who', terms: (content, style) => piped(dutyTable(content, style)) },
  {
    name: 'tab table of duties, "shall" read in',
    terms: (content, style) =>
      spoken(style)
        ? null
        : groups(content)
            .map(
              ({ by, mode, items }) =>
                `${capital(style[by].subject)} ${mode} do what the following table states.\n\n${rows([['Topic', 'Term'], ...items.map((item) => [item.head, capital(forms.bare(style, item))])], '\t')}`,
            )
            .join('\n\n'),
  },
  {
    name: 'topic and promise',
    terms: (content, style) =>
      piped([['Topic', 'What is agreed'], ...content.items.map((item) => [item.head, forms.full(style, item)])]),
  },
  { name: 'both sides in columns, tabs', terms: (content, style) => rows(twoSides(content, style), '\t') },
  { name: 'both sides in columns, pipes', terms: (content, style) => piped(twoSides(content, style)) },
  {
    name: 'drawn box',
    terms: (content, style) =>
      boxed(
        [['Topic', 'What is agreed'], ...content.items.map((item) => [item.head, forms.full(style, item)])],
        [18, 58],
      ),
  },
  {
    name: 'ragged columns',
    terms: (content, style) =>
      ragged(
        [['TOPIC', 'WHAT IS AGREED'], ...content.items.map((item) => [item.head, forms.full(style, item)])],
        [20, 56],
      ),
    wide: true,
  },
  {
    name: 'heading names the party',
    terms: (content, style) =>
      groups(content)
        .map(({ by, mode, items }) =>
          mode === 'shall' && !spoken(style)
            ? [
                `OBLIGATIONS OF ${style[by].object.toUpperCase()}`,
                ...items.map((item, index) => `${index + 1}. ${capital(forms.bare(style, item))}.`),
              ].join('\n\n')
            : items.map((item) => forms.full(style, item)).join('\n\n'),
        )
        .join('\n\nGENERAL\n\n'),
  },
  {
    name: 'numbers alone on a line',
    terms: each((item, style, index) => `${index + 1}.\n${item.head}\n${forms.full(style, item)}`),
  },
]
