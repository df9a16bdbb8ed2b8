import { type Label, readText } from './score.ts'

/** One changed text with what must come of it. `expect` lists the readings that count as caught. */
export type Change = {
  doc: string
  op: string
  id: string
  text: string
  expect: Record<string, ReadonlyArray<string>>
  /** Lines that may move with the change, because they share its words or follow from it. */
  free: ReadonlySet<string>
  fact?: { name: 'from' | 'kind'; value: string }
}

type Span = { start: number; end: number }

/** Lines tied to one another by the invariants of the design, or by being two views of one sentence. */
const tied: Record<string, ReadonlyArray<string>> = {
  R01: ['S1', 'R02', 'R03', 'O1', 'O2', 'O3'],
  R02: ['R03', 'S1'],
  R03: ['R02', 'R01', 'S1'],
  R04: ['S2', 'R05'],
  R05: ['S2', 'R10', 'R04'],
  R06: ['R07'],
  R07: ['R06'],
  R08: ['S4', 'R06', 'R07'],
  R09: ['R10', 'S3'],
  R10: [],
  R11: ['R12', 'R13'],
  R12: ['R11'],
  R13: ['R11', 'R12'],
  R14: [],
  R15: ['S6'],
  R16: ['S5'],
  R17: ['S5'],
}
const duties = Object.keys(tied)

function linesOf(label: Label): Record<string, { verdict: string; quotes?: ReadonlyArray<Span & { text: string }> }> {
  return { ...label.clauses, ...label.elements, ...label.options } as ReturnType<typeof linesOf>
}

function sharing(label: Label, spans: ReadonlyArray<Span>): Set<string> {
  const found = new Set<string>()
  for (const [id, line] of Object.entries(linesOf(label))) {
    if (line.quotes?.some((a) => spans.some((b) => a.start < b.end && b.start < a.end))) found.add(id)
  }
  return found
}

function edit(text: string, spans: ReadonlyArray<Span>, by: (words: string) => string): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((out, { start, end }) => out.slice(0, start) + by(out.slice(start, end)) + out.slice(end), text)
}

function sentenceAround(text: string, { start, end }: Span): Span {
  let from = start
  while (from > 0 && !/[.?!;:]\s$|\n\s*$/.test(text.slice(Math.max(0, from - 3), from))) from -= 1
  let to = end
  while (to < text.length && !/[.;?!\n]/.test(text[to - 1]!)) to += 1
  return { start: from, end: to }
}

const firstShall = /\b(shall|will|must|agrees to)\b(?! not| neither)/

/** Whether the words are a whole duty sentence of the vendor that one edit can turn over. */
function whole(words: string, ba: string): boolean {
  const verbs = words.match(/\b(?:shall|will|must|agrees to)\b/g)?.length ?? 0
  return verbs === 1 && new RegExp(`^(?:The )?${ba}\\b`).test(words) && !/\n\n/.test(words)
}

/** Single defects of one labelled agreement. Works on the labelled places only; knows nothing of the engine's words. */
export function defectsOf(
  doc: string,
  text: string,
  label: Label & { ba_term?: string; ce_term?: string; traps?: ReadonlyArray<string> },
): Array<Change> {
  const changes: Array<Change> = []
  const lines = linesOf(label)
  const [ba, ce] = [label.ba_term ?? '', label.ce_term ?? '']
  const named = /^[A-Z][\w ]+$/.test(ba) && /^[A-Z][\w ]+$/.test(ce)
  const alreadyOnly =
    (lines.R01?.quotes ?? []).some(({ text: words }) =>
      /\b(?:only|solely|alone|no other|nothing (?:else|beyond))\b/.test(words),
    ) || (lines.S1?.quotes ?? []).some(({ text: words }) => /\bno other\b/.test(words))
  const scanned = label.traps?.some((trap) => /ocr|tables|struck|cover-page/.test(trap)) ?? false
  for (const id of duties) {
    const line = lines[id]
    if (line?.verdict !== 'present' || line.quotes === undefined || line.quotes.length === 0) continue
    const quotes = line.quotes
    const free = new Set([...sharing(label, quotes), ...(tied[id] ?? [])])
    free.delete(id)
    const add = (op: string, changed: string, expect: ReadonlyArray<string>, more: Partial<Change> = {}) => {
      if (changed !== text)
        changes.push({
          doc,
          op,
          id,
          text: changed,
          expect: { [id]: expect },
          free: new Set([...free, ...(more.free ?? [])]),
          ...(more.fact === undefined ? {} : { fact: more.fact }),
        })
    }
    // A grant "for nothing else" is itself a limit: taking the separate limit away leaves one.
    if (id === 'R03' && alreadyOnly) continue
    const gone =
      id === 'R08' && label.traps?.includes('incorporated-by-reference') === true
        ? ['partial']
        : id === 'R16' || id === 'R01'
          ? ['absent', 'partial', 'contrary']
          : ['absent']
    if (!scanned) {
      const around = quotes.map((quote) => sentenceAround(text, quote))
      const wide = new Set(sharing(label, around))
      add(
        'delete',
        edit(text, quotes, () => ''),
        gone,
        { free: wide },
      )
      add(
        'strike',
        edit(text, quotes, (words) => `~~${words}~~`),
        gone,
        { free: wide },
      )
      add(
        'into a note',
        edit(text, quotes, (words) => `[Note to draft: ${words.replace(/[[\]]/g, '')}]`),
        gone,
        { free: wide },
      )
      if (quotes.length === 1 && whole(quotes[0]!.text, ba)) {
        const single = quotes
        add(
          'shall to may',
          edit(text, single, (words) => words.replace(firstShall, 'may')),
          ['absent', 'partial', 'contrary'],
          { free: wide },
        )
        add(
          'negate',
          edit(text, single, (words) =>
            words.replace(firstShall, (verb) => (verb === 'agrees to' ? 'does not agree to' : `${verb} not`)),
          ),
          ['absent', 'partial', 'contrary'],
          { free: wide },
        )
        add(
          'into a recital',
          edit(text, single, (words) => `WHEREAS ${words.replace(firstShall, 'wishes to')}`),
          ['absent', 'partial'],
          { free: wide },
        )
        add(
          'into a definition',
          edit(text, single, (words) => `"Undertaking ${id}" means a promise under which ${words}`),
          ['absent', 'partial'],
          { free: wide },
        )
        if (named && /^R(?:0[4-8]|1[1235])$/.test(id) && !new RegExp(`\\b${ce}\\b`).test(single[0]!.text.slice(0, 4))) {
          add(
            'swap party',
            edit(text, single, (words) =>
              words.replace(new RegExp(`\\b(${ba}|${ce})\\b`, 'g'), (term) => (term === ba ? ce : ba)),
            ),
            ['absent'],
            { free: wide },
          )
        }
      }
    }
    if (id === 'R15' && quotes.length === 1 && named && /Secretary|HHS/.test(quotes[0]!.text)) {
      add(
        'Secretary to covered entity',
        edit(text, quotes, (words) =>
          words.replace(
            /(?:the )?Secretary(?:\s+of\s+(?:the\s+)?(?:U\.S\.\s+|United States\s+)?(?:Department\s+of\s+)?(?:Health and Human Services|HHS))?/g,
            ce,
          ),
        ),
        ['absent'],
      )
    }
  }
  changes.push(...clockDefects(doc, text, label))
  return changes
}

const amount =
  /\b(?:[a-z]+(?:-[a-z]+)?\s+\((?:\d+)\)|\d+|[a-z]+(?:-[a-z]+)?)\s+(?:(?:State |calendar |business |working )+)?(?:hours|days)\b/

function clockDefects(doc: string, text: string, label: Label): Array<Change> {
  const lines = linesOf(label)
  const quotes = lines.R08?.quotes ?? []
  const quote =
    quotes.length >= 1 && lines.R08?.verdict === 'present' && lines.S4?.verdict === 'present' ? quotes[0]! : null
  if (quote === null || label.facts === undefined || label.facts.breach.kind !== 'fixed') return []
  const found = amount.exec(quote.text)
  if (found === null || (quote.text.match(new RegExp(amount.source, 'g'))?.length ?? 0) !== 1) return []
  const free = new Set(['R06', 'R07', 'S5'])
  const put = (words: string) => edit(text, [quote], (whole) => whole.replace(amount, words))
  const both = (reading: string) => ({ R08: [reading === 'partial' ? 'present' : reading], S4: [reading] })
  const made: Array<Change> = [
    ...[
      'seventy-five (75) calendar days',
      '61 days',
      'ninety days',
      'fifty (50) business days',
      '43 business days',
      '120 days',
      'nine weeks',
    ].map((words) => ({ doc, op: 'number over 60', id: 'S4', text: put(words), expect: both('contrary'), free })),
    ...['sixty (60) calendar days', '42 business days', 'five weeks', '48 hours'].map((words) => ({
      doc,
      op: 'number within 60',
      id: 'S4',
      text: put(words),
      expect: both('present'),
      free,
    })),
  ]
  for (const limit of ['no later than', 'not later than', 'within']) {
    if (!new RegExp(`${limit} ${found[0].replace(/[()]/g, '\\$&')}`).test(quote.text)) continue
    made.push({
      doc,
      op: 'deadline to floor',
      id: 'S4',
      text: edit(text, [quote], (whole) => whole.replace(`${limit} ${found[0]}`, `no sooner than ${found[0]}`)),
      expect: both('partial'),
      free,
      fact: { name: 'kind', value: 'floor' },
    })
  }
  if (/after discovery|of discovery|after the discovery/.test(quote.text)) {
    made.push({
      doc,
      op: 'discovery to determination',
      id: 'S4',
      text: edit(text, [quote], (whole) => whole.replace(/(after|of) (?:the )?discovery/, '$1 its determination')),
      expect: both('present'),
      free,
      fact: { name: 'from', value: 'determination' },
    })
  }
  return made
}

export type Outcome = { change: Change; intended: boolean; moved: Array<string>; got: string }

export function runChange(change: Change, base: Record<string, string>): Outcome {
  const reading = readText(change.text, `${change.doc}-mutant`)
  const lines = Object.fromEntries(Object.entries(reading.lines).map(([id, line]) => [id, line.reading as string]))
  let intended = Object.entries(change.expect).every(([id, allowed]) => allowed.includes(lines[id] ?? 'none'))
  if (change.fact !== undefined)
    intended = intended && String(reading.facts?.breach[change.fact.name]) === change.fact.value
  const moved = Object.keys(base).filter(
    (id) => !(id in change.expect) && !change.free.has(id) && lines[id] !== base[id],
  )
  return {
    change,
    intended,
    moved,
    got: Object.keys(change.expect)
      .map((id) => `${id}=${lines[id]}`)
      .join(' '),
  }
}
