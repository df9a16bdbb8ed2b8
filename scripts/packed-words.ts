// The word lists of the message audit as the browser gets them: what terms share is written once. Source files stay
// readable, one term a line; the server reads them as they are.
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const knowledge = join(root, 'checklists', 'knowledge')

/** Files of `checklists/knowledge` and the lists in them: `terms` hold one term a line, `words` are parted by any space. */
const packed: Record<'terms' | 'words', Record<string, ReadonlyArray<string>>> = {
  terms: {
    'clinical-anatomy': ['organs'],
    'clinical-conditions': ['conditions'],
    'clinical-context': [
      'contextWords',
      'weakContextWords',
      'bodyParts',
      'careNouns',
      'spanTails',
      'softTerms',
      'dentalVision',
    ],
    'clinical-devices': ['devices'],
    'clinical-phrases': ['phrases'],
    'clinical-procedures': ['procedures'],
    'clinical-sensitive': ['substanceUse', 'mentalHealth', 'reproductive'],
    'clinical-spanish': ['spanishTerms', 'spanishSoft'],
    'clinical-specialties': ['specialties', 'neutralPracticeWords', 'practiceNouns'],
    'clinical-tests': ['tests', 'acronyms'],
    idioms: ['idioms', 'spanishIdioms'],
    'name-words': ['namesLikeTerms', 'placeNames'],
  },
  words: {
    'context-openers': ['careOpeners', 'careFollowers', 'feelingWords', 'visitNouns', 'prepVerbs', 'prepThings'],
    'drug-names': ['drugNames', 'drugLookalikes'],
    'everyday-words': ['everydayWords'],
    'function-words': ['functionWords', 'englishWords', 'spanishWords', 'foreignWords'],
    'medical-shapes': ['everydayLookalikes'],
    'name-words': ['addressWords', 'stateWords'],
    'near-misses': ['nearMisses'],
    'neutral-words': ['neutralNouns', 'neutralModifiers', 'neutralSpanish'],
    'plain-hints': ['plainAbbreviations', 'plainContext'],
  },
}

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*,/:;<>?@[]^_{|}~'

/** Where the literal of an exported list stands in its source. */
function literalOf(source: string, name: string): { from: number; to: number } {
  const opening = `export const ${name} = \``
  const start = source.indexOf(opening)
  if (start < 0) throw new Error(`No list ${name} to pack.`)
  const from = start + opening.length
  return { from, to: source.indexOf('`', from) }
}

/** Every list to pack, in a fixed order: file, name and its terms. */
export function wordLists(): Array<{ file: string; name: string; terms: ReadonlyArray<string> }> {
  return Object.entries(packed).flatMap(([kind, files]) =>
    Object.entries(files).flatMap(([file, names]) => {
      const source = readFileSync(join(knowledge, `${file}.ts`), 'utf8')
      return names.map((name) => {
        const { from, to } = literalOf(source, name)
        const terms = source.slice(from, to).split(kind === 'terms' ? '\n' : /\s+/)
        return { file, name, terms: [...new Set(terms.filter((term) => term !== ''))].sort() }
      })
    }),
  )
}

/** Terms of all lists as two strings and the signs of the lists; `unpackWords` undoes it. */
export function packWords(lists: ReadonlyArray<ReadonlyArray<string>>): {
  heads: string
  tails: string
  signs: string
} {
  if (lists.length > signs.length) throw new Error('More lists than signs.')
  const tails = new Map<string, string>()
  lists.forEach((terms, list) => {
    for (const term of terms) {
      if (/[A-Z\n]/.test(term) || [...term].some((char) => signs.includes(char)))
        throw new Error(`"${term}" cannot be packed: it holds a capital or a sign of the packing.`)
      const space = term.indexOf(' ')
      const head = space < 0 ? term : term.slice(0, space)
      tails.set(head, (tails.get(head) ?? '') + signs[list]! + (space < 0 ? '' : term.slice(space + 1)))
    }
  })
  let before = ''
  let heads = ''
  const rows: Array<string> = []
  for (const head of [...tails.keys()].sort()) {
    let shared = 0
    while (shared < 25 && shared < head.length && head[shared] === before[shared]) shared += 1
    heads += String.fromCharCode(65 + shared) + head.slice(shared)
    before = head
    rows.push(tails.get(head)!)
  }
  return { heads, tails: rows.join('\n'), signs: signs.slice(0, lists.length) }
}

const virtual = 'virtual:packed-words'
const filter = /bits: '([A-Za-z0-9+/=]+)'/

/**
 * For Vite: the browser's bundle gets the lists packed; the server's, and every other bundle, as they stand. The packed
 * module opens the chunk: the filter's bytes are noise to a compressor and cost 2 KB less when they stand alone.
 */
export function packedWords(): Plugin {
  const lists = wordLists()
  const path = (file: string) => join(knowledge, `${file}.ts`)
  const files = new Set(lists.map(({ file }) => path(file)))
  const engine = join(root, 'app', 'views', 'template.ts')
  const common = path('common-words')
  return {
    name: 'packed-words',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === virtual ? { id: `\0${virtual}`, moduleSideEffects: true } : undefined),
    load(id) {
      if (id !== `\0${virtual}`) return undefined
      const { heads, tails, signs: used } = packWords(lists.map(({ terms }) => terms))
      const bits = filter.exec(readFileSync(common, 'utf8'))![1]
      return `import { unpackWords } from ${JSON.stringify(join(root, 'scripts', 'unpack-words.ts'))}
export const bits = '${bits}'
export const lists = unpackWords(${JSON.stringify(heads)}, ${JSON.stringify(tails)}, ${JSON.stringify(used)})`
    },
    transform(source, id, options) {
      if (options?.ssr) return undefined
      if (id === engine) return { code: `import '${virtual}'\n${source}`, map: null }
      if (id === common)
        return { code: `import { bits } from '${virtual}'\n${source.replace(filter, 'bits')}`, map: null }
      if (!files.has(id)) return undefined
      let code = source
      lists.forEach(({ file, name }, list) => {
        if (`${file}.ts` !== basename(id)) return
        const { from, to } = literalOf(code, name)
        code = `${code.slice(0, from - 1)}lists[${list}]${code.slice(to + 1)}`
      })
      return { code: `import { lists } from '${virtual}'\n${code}`, map: null }
    },
  }
}
