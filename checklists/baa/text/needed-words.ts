/**
 * Words of which a text must hold one before a pattern can match in it: looking for a plain word costs far less than
 * asking the pattern, and a pattern that is never asked is never compiled. Read off the pattern itself, so that no list
 * can fall behind it. Null where the pattern tells none (or folds case).
 */
type Words = ReadonlyArray<string> | null

/** More words to look for would cost as much as the pattern. */
const mostWords = 6

type Atom = { kind: 'letter'; letter: string } | { kind: 'group'; words: Words } | { kind: 'edge' } | { kind: 'any' }

const edge: Atom = { kind: 'edge' }
const any: Atom = { kind: 'any' }

/** The longer its shortest word and the fewer its words, the more a requirement turns away. */
const worth = (words: ReadonlyArray<string>) => Math.min(...words.map(({ length }) => length)) - words.length / 2

class Reader {
  private at = 0

  constructor(private readonly source: string) {}

  /** One of several branches: a word of each, or none at all. */
  branches(): Words {
    const words = new Set<string>()
    let open = false
    for (;;) {
      const branch = this.sequence()
      if (branch === null) open = true
      else for (const word of branch) words.add(word)
      if (this.source[this.at] !== '|') return open ? null : [...words]
      this.at += 1
    }
  }

  private sequence(): Words {
    let best: Words = null
    let run = ''
    const offer = (words: Words) => {
      if (words !== null && words.length <= mostWords && (best === null || worth(words) > worth(best))) best = words
    }
    const flush = () => {
      if (run !== '') offer([run])
      run = ''
    }
    while (this.at < this.source.length && !/[|)]/.test(this.source[this.at]!)) {
      const atom = this.atom()
      const least = this.least()
      if (atom.kind === 'edge') continue
      if (atom.kind === 'letter' && (least ?? 1) > 0) run += atom.letter
      if (atom.kind !== 'letter' || least !== null) flush()
      if (atom.kind === 'group' && (least ?? 1) > 0) offer(atom.words)
    }
    flush()
    return best
  }

  private atom(): Atom {
    const letter = this.source[this.at]!
    this.at += 1
    if (letter === '\\') return this.escape()
    if (letter === '(') return this.group()
    if (letter === '[') {
      while (this.source[this.at] !== ']') this.at += this.source[this.at] === '\\' ? 2 : 1
      this.at += 1
      return any
    }
    if (letter === '^' || letter === '$') return edge
    return letter === '.' ? any : { kind: 'letter', letter }
  }

  private escape(): Atom {
    const letter = this.source[this.at]!
    this.at += 1
    if (/[bB]/.test(letter)) return edge
    if (letter === 'u') this.at += 4
    if (letter === 'x') this.at += 2
    return /[\w]/.test(letter) ? any : { kind: 'letter', letter }
  }

  private group(): Atom {
    const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.at, this.at + 24))?.[0] ?? ''
    this.at += opening.length
    const words = this.branches()
    this.at += 1
    return /[!]$|^\?<=/.test(opening) ? edge : { kind: 'group', words }
  }

  /** The fewest times the atom before stands there; null without a quantifier. */
  private least(): number | null {
    const found = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12))
    if (found === null) return null
    this.at += found[0].length
    return found[0].startsWith('+') ? 1 : Number(found[1] ?? 0)
  }
}

const known = new WeakMap<RegExp, Words>()

export function neededWords(pattern: RegExp): Words {
  const found = known.get(pattern)
  if (found !== undefined) return found
  const plain = !/[imsuvy]/.test(pattern.flags) && !/\\[kcpP]/.test(pattern.source)
  const words = plain ? new Reader(pattern.source).branches() : null
  known.set(pattern, words)
  return words
}

/** False where the pattern cannot match in the text. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  const words = neededWords(pattern)
  return words === null || words.some((word) => text.includes(word))
}
