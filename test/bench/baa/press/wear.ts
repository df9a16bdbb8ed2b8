import type { Content } from './content.ts'
import { wrap } from './layouts.ts'
import type { Style } from './parties.ts'

/** What a text goes through after it is written. `narrow`: lines are broken, so columns would be lost. */
export type Wear = {
  name: string
  narrow: boolean
  worn: (text: string, content: Content, style: Style) => string | null
}

const prose = (line: string) => !/[\t|]|\S {3,}\S|^[+|]/.test(line)
const broken = (width: number) => (text: string) =>
  text
    .split('\n')
    .map((line) => {
      const indent = /^ */.exec(line)![0]
      return prose(line)
        ? wrap(line.trimStart(), width - indent.length)
            .map((part) => indent + part)
            .join('\n')
        : line
    })
    .join('\n')

/** A page end every so many lines, with a foot and a running head. */
function paged(text: string): string {
  const lines = broken(88)(text).split('\n')
  const out: Array<string> = []
  for (const [index, line] of lines.entries()) {
    out.push(line)
    if (index % 30 === 29 && prose(line))
      out.push(
        '',
        `Page ${Math.ceil(index / 30)} of ${Math.ceil(lines.length / 30)}`,
        'Confidential draft 4 - Business Associate Agreement',
        '',
      )
  }
  return out.join('\n')
}

const curly = (text: string) =>
  text
    .replace(/(^|[\s([])"/g, '$1\u201C')
    .replace(/"/g, '\u201D')
    .replace(/'/g, '\u2019')

export const wears: ReadonlyArray<Wear> = [
  { name: 'clean', narrow: false, worn: (text) => text },
  { name: 'broken at 46', narrow: true, worn: broken(46) },
  { name: 'broken at 64', narrow: true, worn: broken(64) },
  { name: 'broken at 78', narrow: true, worn: broken(78) },
  { name: 'broken at 100', narrow: true, worn: broken(100) },
  { name: 'pages', narrow: true, worn: paged },
  { name: 'curly quotes', narrow: false, worn: curly },
  {
    name: 'as a forwarded mail',
    narrow: true,
    worn: (text) =>
      `From: Ruth Alder <ruth@northfield.example>\nTo: Omar Finch <omar@pinestreet.example>\nSubject: our HIPAA agreement\n\n${text}`,
  },
]
