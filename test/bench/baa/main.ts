import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#scanners/package-root.ts'
import { compose, scoreGrammar } from './grammar.ts'
import { measureBars } from './measure-bars.ts'
import { runMutation } from './mutation.ts'
import { scoreParaphrases } from './paraphrases.ts'
import { runPress } from './press/run.ts'
import { type Label, type Miss, macroF1, scoreFolder, type Tally } from './score.ts'

const percent = (part: number, all: number) => (all === 0 ? '-' : `${((100 * part) / all).toFixed(2)} %`)
const print = (line = '') => process.stdout.write(`${line}\n`)

function printMiss({ doc, what, expected, got, because, quote }: Miss): void {
  print(
    `    ${doc.slice(0, 34)} ${what}: expected ${expected}, got ${got} ${because === '' ? '' : `(${because})`} ${quote === '' ? '' : `"${quote.replace(/\s+/g, ' ').slice(0, 110)}"`}`,
  )
}

function report(title: string, tally: Tally, misses: boolean): void {
  if (tally.docs === 0) return
  print(`\n${title}: ${tally.docs} documents`)
  print(`  kinds right              ${tally.kinds.right}/${tally.kinds.all}`)
  if (tally.lines > 0) {
    print(
      `  readings right           ${tally.right}/${tally.lines} = ${percent(tally.right, tally.lines)}   macro-F1 ${macroF1(tally).toFixed(3)}`,
    )
    print(
      `  undetermined             ${percent(tally.undetermined, tally.lines)}   false alarms ${percent(tally.falseAlarms, tally.presents)}`,
    )
    print(`  false passes (watched)   ${tally.falsePasses.length}`)
    print(
      `  quotes verbatim          ${percent(tally.verbatim, tally.quotes)}   overlap ${percent(tally.overlap.right, tally.overlap.all)}   present without a quote ${tally.bareQuotes}`,
    )
    for (const [name, { right, all }] of tally.facts) print(`  fact ${name.padEnd(20)}${right}/${all}`)
    const weak = [...tally.perId]
      .filter(([, { right, all }]) => right < all)
      .map(([id, { right, all }]) => `${id} ${right}/${all}`)
    print(`  lines short              ${weak.join(', ') || 'none'}`)
  }
  const sorted = [...tally.ms].sort((a, b) => a - b)
  print(
    `  engine ms a document     median ${sorted[Math.floor(sorted.length / 2)]!.toFixed(1)}, worst ${sorted.at(-1)!.toFixed(1)}   repeats ${tally.repeats ? 'byte-identical' : 'DIFFER'}`,
  )
  if (!misses) return
  for (const miss of [...tally.kinds.misses, ...tally.misses, ...tally.factMisses]) printMiss(miss)
  for (const miss of tally.overlap.misses)
    print(
      `    ${miss.doc.slice(0, 34)} ${miss.what} quotes elsewhere: "${miss.quote.replace(/\s+/g, ' ').slice(0, 90)}" not "${miss.expected.replace(/\s+/g, ' ').slice(0, 90)}"`,
    )
}

function phrases(misses: boolean, name: string, title: string): void {
  const { present, notPresent, missed, falsePresent } = scoreParaphrases(join(packageRoot, 'test/fixtures', name))
  print(`\n${title}, each wording in three carriers`)
  print(`  duty met                 ${present.right}/${present.all} = ${percent(present.right, present.all)}`)
  print(
    `  near miss not taken      ${notPresent.right}/${notPresent.all} = ${percent(notPresent.right, notPresent.all)}`,
  )
  if (!misses) return
  for (const { line, carrier, wording, reading } of [...missed, ...falsePresent])
    print(`    ${line} ${reading} in ${carrier}: "${wording.replace(/\n/g, ' / ')}"`)
}

function grammar(misses: boolean): void {
  for (const heldOut of [false, true]) {
    const sentences = compose(join(packageRoot, 'test/fixtures/baa-grammar'), 140, heldOut)
    const { met, refused, clocks, misses: missed } = scoreGrammar(sentences)
    const sum = (table: typeof met) =>
      [...table.values()].reduce((total, { right, all }) => ({ right: total.right + right, all: total.all + all }), {
        right: 0,
        all: 0,
      })
    const [duties, near] = [sum(met), sum(refused)]
    print(
      `\ncomposed sentences, ${heldOut ? 'words held out' : 'words the rules were worked on with'}: ${sentences.length}`,
    )
    print(`  duty met                 ${duties.right}/${duties.all} = ${percent(duties.right, duties.all)}`)
    print(`  near miss not taken      ${near.right}/${near.all} = ${percent(near.right, near.all)}`)
    print(`  breach clocks exact      ${clocks.right}/${clocks.all} = ${percent(clocks.right, clocks.all)}`)
    for (const [id, { right, all }] of met) {
      const other = refused.get(id) ?? { right: 0, all: 0 }
      print(`    ${id}  met ${percent(right, all)}, near misses ${percent(other.right, other.all)}`)
    }
    if (misses && !heldOut)
      for (const { sentence, said, reading } of missed)
        print(`    ${sentence.line} ${sentence.how} ${reading}: "${said}"`)
  }
}

/** Prints the tables and the bars; answers 1 when a document was refused wrongly or a watched line passed wrongly. */
export async function main(args: ReadonlyArray<string>): Promise<number> {
  const misses = args.includes('--misses')
  const given = args.filter((word) => !word.startsWith('--'))
  const folders =
    given.length > 0
      ? given
      : ['test/fixtures/baa', 'test/fixtures/baa-own', 'test/fixtures/baa-blind', 'test/fixtures/baa-learned'].map(
          (folder) => join(packageRoot, folder),
        )
  let bad = 0
  const onlyBars = args.includes('--bars')
  for (const folder of onlyBars ? folders.slice(0, 1) : folders) {
    if (!existsSync(join(folder, 'labels.json'))) continue
    const groups: ReadonlyArray<readonly [string, (id: string, label: Label) => boolean]> = [
      ['agreements', (_, label) => label.is_baa && label.kind !== 'almost'],
      ['almost', (_, label) => label.kind === 'almost'],
      ['negatives', (_, label) => !label.is_baa && label.kind !== 'almost'],
    ]
    for (const [name, pick] of groups) {
      const tally = scoreFolder(folder, pick)
      if (!onlyBars) report(`${folder.split('/').slice(-2).join('/')} ${name}`, tally, misses)
      bad += tally.falsePasses.length + (tally.kinds.all - tally.kinds.right)
    }
  }
  if (given.length === 0 && !onlyBars) {
    phrases(misses, 'baa-paraphrases', 'phrase bank')
    phrases(misses, 'baa-drafting', 'drafting variants')
    phrases(misses, 'baa-constructs', 'duties told across sentences and by denial')
    phrases(misses, 'baa-near-misses', 'near misses and their counterparts')
    grammar(misses)
  }
  if (args.includes('--mutants') && !onlyBars) {
    for (const folder of folders.slice(1)) {
      print(`\nmutation of ${folder.split('/').slice(-2).join('/')}`)
      runMutation([folder], misses)
    }
  }
  if (args.includes('--press')) await runPress(misses)
  await measureBars(folders[0]!, {
    mutants: args.includes('--mutants'),
    scans: args.includes('--scans'),
    misses,
  })
  return bad > 0 ? 1 : 0
}
