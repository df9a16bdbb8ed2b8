/** How a merge field is written; the ids are those of the design table and of the labelled cases. */
export type Syntax =
  | 'mustache' | 'mustache3' | 'handlebars_block' | 'liquid_tag' | 'brace' | 'sf' | 'js' | 'mc' | 'pct' | 'dblpct'
  | 'dbl_sq' | 'sq' | 'ang' | 'asm' | 'word' | 'epic' | 'dollar' | 'colon' | 'paren' // biome-ignore format: one list

/**
 * A merge field as it stands in the text. `names` are the variables it reads (a condition may read several);
 * `literals` are the stretches inside it that a person would read or that reveal a value: fallback text and the
 * right side of a comparison. Offsets are UTF-16 units of the original text.
 */
export type MergeField = {
  raw: string
  start: number
  end: number
  syntax: Syntax
  names: ReadonlyArray<string>
  literals: ReadonlyArray<{ start: number; end: number; place: 'default' | 'condition' }>
  /** false: only a field if its name is known ($name, :name, (Name)); else it is plain text. */
  certain: boolean
}

const maxInside = 200

type Opener = { open: string; close: string; syntax: Syntax; inside?: RegExp; certain?: false }

const identifier = /^[A-Za-z_][\w.-]*$/
const spaced = /^[A-Za-z_][\w.'’/| #&-]*$/

/** Longest opener first within each first character. */
const openers: Record<string, ReadonlyArray<Opener>> = {
  '{': [
    { open: '{{{', close: '}}}', syntax: 'mustache3' },
    { open: '{{#', close: '}}', syntax: 'handlebars_block' },
    { open: '{{^', close: '}}', syntax: 'handlebars_block' },
    { open: '{{/', close: '}}', syntax: 'handlebars_block' },
    { open: '{{', close: '}}', syntax: 'mustache' },
    { open: '{%', close: '%}', syntax: 'liquid_tag' },
    { open: '{!', close: '}', syntax: 'sf' },
    { open: '{', close: '}', syntax: 'brace' },
  ],
  $: [
    { open: '${', close: '}', syntax: 'js' },
    { open: '$', close: '', syntax: 'dollar', certain: false },
  ],
  '*': [
    { open: '*|', close: '|*', syntax: 'mc' },
    { open: '***', close: '', syntax: 'epic' },
  ],
  '%': [
    { open: '%%', close: '%%', syntax: 'dblpct', inside: /^[A-Za-z_][\w.\- ]*$/ },
    { open: '%', close: '%', syntax: 'pct', inside: identifier },
  ],
  '[': [
    { open: '[[', close: ']]', syntax: 'dbl_sq' },
    { open: '[', close: ']', syntax: 'sq', inside: spaced },
  ],
  '<': [
    { open: '<%', close: '%>', syntax: 'asm' },
    { open: '<', close: '>', syntax: 'ang', inside: /^[A-Za-z_][\w.'’ -]*$/ },
  ],
  '«': [{ open: '«', close: '»', syntax: 'word' }],
  '@': [{ open: '@', close: '@', syntax: 'epic', inside: /^[A-Z][A-Z0-9_]*(\([^)@]*\))?$/ }],
  ':': [{ open: ':', close: '', syntax: 'colon', certain: false }],
  '(': [{ open: '(', close: ')', syntax: 'paren', inside: /^[A-Z][a-z]+(?: [A-Za-z]+){0,4}$/, certain: false }],
}

const htmlTags = new Set(
  ('a abbr acronym address amp-img area article aside audio b base bdi bdo big blink blockquote body br button canvas ' +
    'caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl doctype dt em embed ' +
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img ' +
    'input ins kbd label legend li link main map mark marquee meta meter nav nobr noscript o:p object ol optgroup ' +
    'option output p param picture pre progress q rp rt ruby s samp script section select slot small source span ' +
    'strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt ' +
    'u ul v:rect v:fill v:roundrect var video wbr xml').split(' '),
) // biome-ignore format: one table

export function isHtmlTag(name: string): boolean {
  return htmlTags.has(name.toLowerCase())
}

const plainName = /[A-Za-z_][\w]*(?:(?:\.|->)[A-Za-z_]\w*)*/y

function closerOf(text: string, from: number, opener: Opener): number {
  const { close } = opener
  const limit = Math.min(text.length, from + maxInside + close.length)
  const first = close.charCodeAt(0)
  const nests = close[0] === '}'
  let depth = 0
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return -1
    if (code === first && depth === 0 && (close.length === 1 || text.startsWith(close, at))) return at
    // ${p.map(x => { … })} and {{ {a: 1} }}: an inner brace belongs to the expression.
    if (nests) {
      if (code === 123) depth += 1
      else if (code === 125 && depth > 0) depth -= 1
    }
  }
  return -1
}

function bare(text: string, at: number, opener: Opener): MergeField | undefined {
  if (opener.open === '***') {
    if (text[at + 3] === '*' || text[at - 1] === '*') return undefined
    return { raw: '***', start: at, end: at + 3, syntax: 'epic', names: ['***'], literals: [], certain: true }
  }
  if (/[\w:$]/.test(text[at - 1] ?? '')) return undefined
  plainName.lastIndex = at + 1
  const match = plainName.exec(text)
  if (match === null) return undefined
  const end = at + 1 + match[0].length
  const raw = text.slice(at, end)
  return { raw, start: at, end, syntax: opener.syntax, names: [match[0]], literals: [], certain: false }
}

function plausible(text: string, at: number, end: number, inside: string, opener: Opener): boolean {
  if (inside.trim() === '') return opener.syntax === 'mustache' || opener.syntax === 'word'
  if (opener.inside !== undefined && !opener.inside.test(inside)) return false
  switch (opener.syntax) {
    case 'pct':
      // "50% off … 30%" and percent-encoded bytes are no fields.
      return !/[\d%]/.test(text[at - 1] ?? '') && !/^[\dA-Fa-f]{2}$/.test(inside)
    case 'sq':
      return text[end] !== '(' && text[end] !== '[' && !/^(?:x|https?)$/i.test(inside)
    case 'ang':
      return !htmlTags.has(inside.split(/[\s/]/)[0]!.toLowerCase())
    case 'brace':
      return /^[\w$ ]/.test(inside) && !/;/.test(inside)
    case 'paren':
      return true
    default:
      return true
  }
}

function fieldAt(text: string, at: number): MergeField | undefined {
  for (const opener of openers[text[at]!] ?? []) {
    if (!text.startsWith(opener.open, at)) continue
    if (opener.close === '') {
      const found = bare(text, at, opener)
      if (found !== undefined) return found
      continue
    }
    const from = at + opener.open.length
    const close = closerOf(text, from, opener)
    if (close < 0) continue
    const inside = text.slice(from, close)
    const end = close + opener.close.length
    if (!plausible(text, at, end, inside, opener)) continue
    const expression = opener.open === '{{/' ? { names: [], literals: [] } : readExpression(inside, from, opener.syntax)
    const raw = text.slice(at, end)
    return { raw, start: at, end, syntax: opener.syntax, ...expression, certain: opener.certain ?? true }
  }
  return undefined
}

const structural = /^(?:\/\s*\w*|else|end\w*|elsif\s*$|ELSE:?|END:.*|ENDIF)$/i
const keyword =
  /^(?:if|unless|each|with|elsif|elseif|else if|for|case|when|set|let|assign|capture|include|IF|IFNOT|ELSEIF|LIST|MC|MERGE)\b[ :]*/
const operatorWords = /\b(?:and|or|not|eq|ne|contains|in|is|gt|lt|then|typeof)\b/g
const helperNames =
  /^(?:format(?:_?date|_?time|_?phone)?|date|date_?format|moment|uppercase|lowercase|capitalize|upcase|downcase|title_?case|trim|default|fallback|concat|lookup|eq|ne|contains|json|safe|raw)$/i
const stringLiteral = /(["'“”])((?:(?!\1).)*)\1/g

type Expression = Pick<MergeField, 'names' | 'literals'>

function readExpression(inside: string, from: number, syntax: Syntax): Expression {
  const trimmed = inside.trim()
  if (structural.test(trimmed) || (syntax === 'liquid_tag' && /^(?:comment|raw|break|continue)$/.test(trimmed)))
    return { names: [], literals: [] }
  const literals: Array<MergeField['literals'][number]> = []
  if (syntax === 'word' || syntax === 'dbl_sq' || syntax === 'sq') return fallbackChain(inside, from)
  const bar = inside.search(/\|(?!\|)/)
  for (const match of inside.matchAll(stringLiteral)) {
    if (match[2]!.trim().length < 2) continue
    const start = from + match.index + 1
    const place =
      bar >= 0 && match.index > bar
        ? 'default'
        : /[=?]|\b(?:eq|contains|in|is)\b/.test(inside)
          ? 'condition'
          : 'default'
    literals.push({ start, end: start + match[2]!.length, place })
  }
  let code = inside.replace(stringLiteral, ' ')
  const filter = code.search(/\|(?!\|)/)
  if (filter >= 0 && syntax !== 'mc') {
    // {{ name|Dear patient }}: words after the bar with no known filter form are fallback text.
    const after = code.slice(filter + 1)
    if (/^\s*[A-Z][a-z]* [\w ]+$/.test(after))
      literals.push({ start: from + filter + 1, end: from + inside.length, place: 'default' })
    code = code.slice(0, filter)
  }
  return { names: namesIn(code, syntax), literals }
}

/** «A|B|text», [[first_name|Dear Reader]]: names first, then words a person reads when they are empty. */
function fallbackChain(inside: string, from: number): Expression {
  const names: Array<string> = []
  const literals: Array<MergeField['literals'][number]> = []
  let at = 0
  for (const part of inside.split('|')) {
    const text = part.trim()
    if (at === 0 || /^[A-Za-z]\w*[_.]\w+$/.test(text) || /^[A-Z]{1,2}$/.test(text)) names.push(text)
    else if (text !== '') literals.push({ start: from + at, end: from + at + part.length, place: 'default' })
    at += part.length + 1
  }
  return { names, literals }
}

function namesIn(code: string, syntax: Syntax): ReadonlyArray<string> {
  let rest = code
    .trim()
    .replace(/^[#^~=&>-]+\s*/, '')
    .replace(/->/g, '.')
    .replace(/^\$/, '')
  rest = rest.replace(keyword, '')
  if (syntax === 'mc')
    rest = rest.replace(/^[A-Z]+:(?=.)/, (head) => (head === 'LIST:' ? 'LIST_' : '')).replace(/[=!<>].*$/, '')
  if (syntax === 'brace')
    rest = rest.replace(/:.*$/s, (tail, offset: number) =>
      /^label$/i.test(rest.slice(0, offset)) ? tail.replace(/:/g, ' ') : '',
    )
  if (syntax === 'epic') return [rest.replace(/\(.*$/, '')]
  // Calls: .split(' ') says nothing of the value, get_type_display() does.
  rest = rest.replace(/\.?\b([A-Za-z_]\w*)\s*\(/g, (whole, name: string) =>
    /^get_/.test(name) ? `.${name.replace(/^get_|_display$/g, '')} ` : whole.startsWith('.') ? ' ' : ' ',
  )
  if (/^[\d\s]+$/.test(rest)) return [rest.trim()]
  const split =
    /[=!<>&|?:+*/,()[\]]/.test(rest) || syntax === 'js' || syntax === 'handlebars_block' || syntax === 'liquid_tag'
  if (split) {
    const found = rest
      .replace(operatorWords, ' ')
      .split(/[^\w.$-]+/)
      .map((word) => word.replace(/^[.$-]+|[.-]+$/g, ''))
      .filter((word) => /[A-Za-z]/.test(word) && !/^(?:true|false|null|nil|undefined|blank|empty|as|this)$/.test(word))
    return found.length > 0 ? found : [rest.trim()]
  }
  const words = rest.split(/\s+/)
  if (words.length === 1) return [rest]
  // {{formatDate visit.date}}: a helper and what it reads.
  if (helperNames.test(words[0]!)) return words.slice(1)
  // Therabill puts CSS after the name; "first name" is a name with a space.
  if (/[._]|[a-z][A-Z]/.test(words[0]!))
    return [words[0]!, ...words.slice(1).filter((word) => /[._]|[a-z][A-Z]/.test(word))]
  return [words.join(' ')]
}

/** Every merge field of the text, in order. One pass, no nesting, nothing across a line end. */
export function readMergeFields(text: string): Array<MergeField> {
  const fields: Array<MergeField> = []
  const mark = /[{$*%[<«@:(]/g
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const field = fieldAt(text, match.index)
    if (field === undefined) continue
    fields.push(field)
    mark.lastIndex = field.end
  }
  return fields
}
