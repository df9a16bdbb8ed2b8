import { join } from 'node:path'
import { commonWords } from '#checklists/knowledge/common-words.ts'
import { everydayWords } from '#checklists/knowledge/everyday-words.ts'
import { neutralModifiers, neutralNouns, neutralSpanish } from '#checklists/knowledge/neutral-words.ts'
import { auditTemplate } from '#checklists/messaging/audit-template.ts'
import { lexicon } from '#checklists/messaging/lexicon.ts'
import { tables } from '#checklists/messaging/lexicon-tables.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { baselines } from './baselines.ts'
import { channelWords } from './channel-words.ts'
import { fieldCases } from './field-suite.ts'
import { corpusSet, type Labelled, markedSet, scoreSet } from './labelled-sets.ts'
import { insertions, obfuscations } from './obfuscate.ts'
import { speed } from './speed.ts'
import { clean, failing, type SuiteCase } from './suite.ts'
import { cpu, percent, printTable, row } from './table.ts'
import { clinicalNouns } from './words.ts'

/** Prints every bar of the message audit with its measured number. Suites are made from lists the tables do not import. */

const clinicalRules = /^(?:literal-clinical|specialty-on-visit|sensitive)$/

const started = cpu()
lexicon()
row('CPU to load the lexicon', '≤ 10 ms', `${((cpu() - started) / 1000).toFixed(1)} ms`)

const fails = failing()
const cleans = clean()

function fields(): void {
  const cases = fieldCases()
  const hidden = (found: string) => found === 'clinical' || found === 'identifier'
  let [wanted, found, said, passed, wrong] = [0, 0, 0, 0, 0]
  for (const item of cases) {
    const got = auditTemplate(`Birch Clinic: hello ${item.raw} there. Reply STOP to opt out.`, 'sms', {
      rewrite: false,
    }).fields[0]?.class
    // <time> and <address> are HTML tags before they are fields.
    if (got === undefined && item.syntax === 'ang') continue
    if (hidden(item.class)) wanted += 1
    if (got !== undefined && hidden(got)) said += 1
    if (hidden(item.class) && got !== undefined && hidden(got)) found += 1
    if (item.class === 'opaque' && got === 'ok') passed += 1
    if (got !== item.class) wrong += 1
  }
  row('clinical and identifier fields: recall', '100 %', percent(found, wanted))
  row('clinical and identifier fields: precision', '≥ 99 %', percent(found, said))
  row('unknown fields passed', '0', String(passed))
  row('fields with another class than labelled', '', `${wrong} of ${cases.length}`)
}

function verdicts(): void {
  const of = (cases: ReadonlyArray<SuiteCase>, verdict: string) =>
    cases.filter((item) => auditTemplate(item.text, item.channel, { rewrite: false }).verdict === verdict).length
  const hit = of(fails, 'fail')
  const cleanFailed = of(cleans, 'fail')
  row('literal hard fail: recall', '≥ 98.5 %', percent(hit, fails.length))
  row('literal hard fail: precision', '≥ 98.5 %', percent(hit, hit + cleanFailed))
  row('clinical content that passes', '0', percent(of(fails, 'pass'), fails.length))
  row('clean failed', '≤ 0.5 %', percent(cleanFailed, cleans.length))
  row('clean warned', '≤ 3 %', percent(of(cleans, 'warn'), cleans.length))
}

function spans(): void {
  let [found, missed, extra] = [0, 0, 0]
  for (const { text, channel, span } of fails) {
    if (span === null) continue
    const start = text.indexOf(span)
    const end = start + span.length
    const marked = auditTemplate(text, channel, { rewrite: false }).findings.filter((finding) =>
      clinicalRules.test(finding.rule),
    )
    const overlap = (finding: { start: number; end: number }) =>
      Math.max(0, Math.min(finding.end, end) - Math.max(finding.start, start))
    if (marked.reduce((sum, finding) => sum + overlap(finding), 0) * 2 >= span.length) found += 1
    else missed += 1
    extra += marked.filter((finding) => overlap(finding) === 0).length
  }
  row('spans: F1', '≥ 0.95', ((2 * found) / (2 * found + missed + extra)).toFixed(4))
}

function metamorphic(): void {
  let [kept, all] = [0, 0]
  const lost = new Map<string, number>()
  for (const noun of clinicalNouns) {
    const text = (span: string) => `Birch Clinic: how was your ${span}? {{link}} Reply STOP to opt out.`
    if (auditTemplate(text(noun), 'sms', { rewrite: false }).verdict !== 'fail') continue
    for (const [name, change] of obfuscations) {
      all += 1
      if (auditTemplate(text(change(noun)), 'sms', { rewrite: false }).verdict === 'fail') kept += 1
      else {
        lost.set(name, (lost.get(name) ?? 0) + 1)
        if (process.argv.includes('--show')) console.error('metamorphic', name, change(noun))
      }
    }
  }
  row(
    '12 obfuscations × every span: verdict kept',
    '100 %',
    `${percent(kept, all)} ${[...lost].map(([name, count]) => `${name}: ${count}`).join(', ')}`,
  )
  ;[kept, all] = [0, 0]
  for (const insertion of insertions) {
    for (const text of [
      `Birch Clinic: thanks for coming in. ${insertion}. {{link}} Reply STOP to opt out.`,
      `Hi {{first_name}}, ${insertion}. Birch Clinic. Reply STOP to opt out.`,
      `Birch Clinic: see you soon (${insertion}). Reply STOP to opt out.`,
    ]) {
      all += 1
      if (auditTemplate(text, 'sms', { rewrite: false }).verdict === 'pass') kept += 1
      else if (process.argv.includes('--show'))
        console.error(
          'insertion',
          text,
          auditTemplate(text, 'sms').findings.map((f) => `${f.rule}:${f.text}`),
        )
    }
  }
  row('40 insertions into clean texts: verdict kept', '100 %', percent(kept, all))
}

function rewrites(): void {
  let [good, all, stock] = [0, 0, 0]
  for (const { text, channel } of fails) {
    const { rewrite } = auditTemplate(text, channel)
    if (rewrite === null) continue
    all += 1
    if (/thank you for your recent visit\. Share your feedback|gracias por su visita reciente\. Denos/.test(rewrite))
      stock += 1
    if (auditTemplate(rewrite, channel).verdict === 'pass') good += 1
  }
  row('safe rewrites that pass', '100 %', `${percent(good, all)}, ${stock} of them the stock text`)
}

/** The labelled sets as they are answered now; each was read after its first scoring, so these figures are learned from. */
function labelledSets(): void {
  const folder = join(packageRoot, 'test/fixtures/templates')
  const sets: Array<readonly [string, ReadonlyArray<Labelled>]> = [
    ['development set', corpusSet(join(folder, 'dev.jsonl'))],
    ...['one', 'two', 'three', 'four'].map((name) => [`blind ${name}`, markedSet(`blind-${name}.txt`)] as const),
    ...['five', 'six'].map((name) => [`blind ${name}`, corpusSet(join(folder, `blind-${name}.jsonl`))] as const),
  ]
  const given = process.env.PROVISO_LABELLED_SET
  if (given !== undefined) sets.push([given, corpusSet(given)])
  for (const [name, cases] of sets) {
    const { size, right, clinical, clean, spanF1 } = scoreSet(cases)
    row(
      `  ${name}, learned from`,
      '',
      `verdicts ${((100 * right) / size).toFixed(1)} % of ${size}; clinical passed ${clinical.passed}, warned ${clinical.warned}; clean failed ${clean.failed}, warned ${clean.warned} of ${clean.failed + clean.warned + clean.passed}; span F1 ${spanF1.toFixed(3)}`,
    )
  }
}

/** Bytes of the tables the audit reads, as they are shipped. */
function weight(): void {
  const bytes = [
    ...tables.map(([text]) => text),
    everydayWords,
    commonWords.bits,
    neutralNouns,
    neutralSpanish,
    neutralModifiers,
  ]
    .map((text) => Buffer.byteLength(text))
    .reduce((sum, size) => sum + size, 0)
  row('lexicon', '≤ 200 KB', `${(bytes / 1024).toFixed(1)} KB`)
}

console.log(`suites: ${fails.length} failing, ${cleans.length} clean`)
fields()
verdicts()
spans()
channelWords()
metamorphic()
rewrites()
labelledSets()
weight()
baselines(fails, cleans)
speed([...fails, ...cleans].map((item) => item.text))
printTable()
