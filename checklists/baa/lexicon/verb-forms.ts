import { plainVerbs } from '#checklists/knowledge/baa-verbs.ts'

/** The forms of one verb: plain, third person, gerund, past, participle. */
export type VerbForms = { plain: string; third: string; gerund: string; past: string; participle: string }

const doubles = /(?:^|[^aeiou])[aeiou][bdgmnprt]$/
const keepsSingle = /(?:en|er|et|it|ip|or|on|op)$/
const stressed =
  /(?:[^i]mit|get|let|put|set|forbid|bar|log|scan|rent|ship|strip|stop|flag|plan|cancel|permit|refer|control|wrap|cut|run|pin|pen)$/

function stem(plain: string): string {
  if (plain === 'control') return 'controll'
  const short = plain.replace(/qu/, 'k').length < 5
  return doubles.test(plain) &&
    (short || stressed.test(plain) || !keepsSingle.test(plain)) &&
    !/(?:ail|aim)$/.test(plain)
    ? plain + plain.at(-1)!
    : plain
}

export function formsOf(entry: string): VerbForms {
  const [plain, past, participle] = entry.split('/') as [string, string?, string?]
  const third = /[^aeiou]y$/.test(plain)
    ? plain.replace(/y$/, 'ies')
    : /(?:s|sh|ch|x|z|[^aeiou]o)$/.test(plain)
      ? `${plain}es`
      : plain === 'have'
        ? 'has'
        : plain === 'be'
          ? 'is'
          : `${plain}s`
  const gerund = /ie$/.test(plain)
    ? plain.replace(/ie$/, 'ying')
    : /[^eoy]e$/.test(plain) && plain !== 'be'
      ? plain.replace(/e$/, 'ing')
      : `${stem(plain)}ing`
  const regular = /e$/.test(plain)
    ? `${plain}d`
    : /[^aeiou]y$/.test(plain)
      ? plain.replace(/y$/, 'ied')
      : `${stem(plain)}ed`
  return { plain, third, gerund, past: past ?? regular, participle: participle ?? past ?? regular }
}

const byGerund = new Map(plainVerbs.map((entry) => [formsOf(entry).gerund, formsOf(entry).plain]))

const everyForm = new Set(plainVerbs.flatMap((entry) => Object.values(formsOf(entry))))

/** A proper word, whatever it resembles: "raising" is no slip of "arising". */
export function isVerb(word: string): boolean {
  return everyForm.has(word)
}

/** "notifying" → "notify"; an unknown verb is cut as well as spelling tells. */
export function plainOf(gerund: string): string {
  const hyphen = gerund.lastIndexOf('-')
  if (hyphen > 0) return gerund.slice(0, hyphen + 1) + plainOf(gerund.slice(hyphen + 1))
  const known = byGerund.get(gerund)
  if (known !== undefined) return known
  const cut = gerund.replace(/ing$/, '')
  if (/([bdgmnprt])\1$/.test(cut)) return cut.slice(0, -1)
  return /(?:[iau]z|[aeiou]s|[aeiou]c|v|[aeiou]g|u|[^aeiou]l|rs|nc|rg|dg)$/.test(cut) ? `${cut}e` : cut
}

/** Every form of each verb, as one alternation. */
export function anyForm(entries: ReadonlyArray<string>): string {
  const words = entries.flatMap((entry) => Object.values(formsOf(entry)))
  return [...new Set(words)].sort((a, b) => b.length - a.length).join('|')
}
