import { atLeast, atMost, type Bar, cost, printBars, unmeasured } from './bars.ts'
import { compareFormat, type FormatTally, formats, scans } from './formats.ts'
import { tryFolder } from './model-sentences.ts'
import { runMutation } from './mutation.ts'
import { macroF1, scoreFolder, type Tally } from './score.ts'
import { measureSpeed } from './speed.ts'

type Wish = { mutants: boolean; scans: boolean; misses: boolean }

const say = (lines: ReadonlyArray<string>, misses: boolean) => {
  if (misses) for (const line of lines) process.stdout.write(`    ${line}\n`)
}

function readingBars(tally: Tally): Array<Bar> {
  const { docs, lines, right, undetermined, falseAlarms, presents, falsePasses, quotes, verbatim, overlap } = tally
  const f1 = macroF1(tally)
  const fact = (name: string) => tally.facts.get(name) ?? { right: 0, all: 0 }
  return [
    atLeast(`clause and element readings, ${docs} agreements`, 0.99, { right, all: lines }),
    { measure: 'macro-F1 of the readings', bar: '≥ 0.95', measured: f1.toFixed(3), holds: f1 >= 0.95 },
    atMost('undetermined on readable text', 0.005, { right: undetermined, all: lines }),
    atMost('false alarms (present called otherwise)', 0.01, { right: falseAlarms, all: presents }),
    atMost('false passes on the watched lines', 0, { right: falsePasses.length, all: lines }),
    atLeast('breach facts exact', 1, fact('breach')),
    ...(tally.facts.has('breach tiers') ? [atLeast('breach tiers exact', 1, fact('breach tiers'))] : []),
    atLeast('audit holder exact', 1, fact('audit')),
    atLeast('quotes verbatim, up to 600 characters', 1, { right: verbatim, all: quotes }),
    atLeast('quotes that meet a labelled quote where readings agree', 0.95, overlap),
    atMost('present, weak or contrary without a quote', 0, { right: tally.bareQuotes, all: lines }),
  ]
}

function mutationBars(folder: string, { mutants, misses }: Wish): Array<Bar> {
  const [defect, rewrite] = ['mutants: intended reading, no other line moved', 'rewrites: every line unchanged']
  if (!mutants) return [unmeasured(defect, '≥ 99 %', '--mutants'), unmeasured(rewrite, '≥ 99 %', '--mutants')]
  const { defects, caught, rewrites } = runMutation([folder], misses)
  return [
    atLeast(defect, 0.99, caught, `; intended reading alone ${defects.right}/${defects.all}`),
    atLeast(rewrite, 0.99, rewrites),
    { measure: 'single-defect mutants made', bar: '≥ 1000', measured: `${defects.all}`, holds: defects.all >= 1000 },
    { measure: 'rewrites made', bar: '≥ 1000', measured: `${rewrites.all}`, holds: rewrites.all >= 1000 },
  ]
}

function modelBars(folder: string, misses: boolean): Array<Bar> {
  const tried = tryFolder(folder)
  const lacking = tried.filter(({ was }) => was === 'absent')
  const weak = tried.filter(({ was }) => was === 'partial')
  const clean = lacking.filter(({ now, touched }) => now === 'present' && touched.length === 0)
  const turned = (list: typeof tried) => ({
    right: list.filter(({ now }) => now === 'present').length,
    all: list.length,
  })
  say(
    tried
      .filter(({ now, touched }) => now !== 'present' || touched.length > 0)
      .map(
        ({ what, was, now, touched }) => `${what}: ${was} > ${now}${touched.length > 0 ? `, moved ${touched}` : ''}`,
      ),
    misses,
  )
  const together = lacking.filter((one) => one.together.length > 0).length
  return [
    atLeast(
      'model sentence put where it lacks: exactly that reading turns present',
      1,
      { right: clean.length, all: lacking.length },
      `; in ${together} a line tied to it by law turned too`,
    ),
    { ...atLeast('model sentence put beside a weak one: turns present', 1, turned(weak)), bar: '-', holds: null },
  ]
}

async function formatBars(folder: string, wish: Wish): Promise<Array<Bar>> {
  const bars: Array<Bar> = []
  const one = async (name: string, least: number): Promise<FormatTally> => {
    const tally = await compareFormat(folder, { ...formats, ...scans }[name]!)
    say(tally.differing, wish.misses)
    bars.push(atLeast(`same readings as the text: ${name} (${tally.files} files)`, least, tally.same))
    bars.push(
      atLeast(`quotes found again in its text${/PDF|scan/.test(name) ? ', with page and place' : ''}`, 1, tally.quotes),
    )
    return tally
  }
  for (const name of Object.keys(formats)) await one(name, 0.99)
  for (const name of Object.keys(scans)) {
    if (!wish.scans) {
      bars.push(unmeasured(`same readings as the text: ${name}`, '≥ 97 %', '--scans'))
      bars.push(unmeasured('a scanned page', '≤ 3 CPU-s', '--scans'))
      continue
    }
    const { pages, cpuSeconds } = await one(name, 0.97)
    bars.push(cost(`a scanned page (${pages} pages)`, 3, 'CPU-s', cpuSeconds === null ? null : cpuSeconds / pages))
  }
  return bars
}

/** Every bar of the issue, measured on the folder; what is long only where asked for, and named where it is not. */
export async function measureBars(folder: string, wish: Wish): Promise<void> {
  const agreements = scoreFolder(folder, (_, label) => label.is_baa && label.kind !== 'almost')
  const everything = scoreFolder(folder, () => true)
  const bars = [
    ...readingBars(agreements),
    atLeast('kinds told apart, refusals by kind, over all documents', 1, everything.kinds),
    {
      measure: 'engine, two runs over each document',
      bar: 'same bytes',
      measured: everything.repeats ? 'byte-identical' : 'DIFFER',
      holds: everything.repeats,
    },
    ...mutationBars(folder, wish),
    ...modelBars(folder, wish.misses),
    ...(await measureSpeed()),
    ...(await formatBars(folder, wish)),
  ]
  printBars(folder.split('/').slice(-2).join('/'), bars)
}
