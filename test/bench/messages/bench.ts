import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { commonWords } from '#checklists/knowledge/common-words.ts'
import { everydayWords } from '#checklists/knowledge/everyday-words.ts'
import { neutralModifiers, neutralNouns, neutralSpanish } from '#checklists/knowledge/neutral-words.ts'
import { auditTemplate } from '#checklists/messaging/audit-template.ts'
import { lexicon } from '#checklists/messaging/lexicon.ts'
import { tables } from '#checklists/messaging/lexicon-tables.ts'
import { packageRoot } from '#scanners/package-root.ts'
import { fieldCases } from './field-suite.ts'
import { corpusSet, type Labelled, markedSet, scoreSet } from './labelled-sets.ts'
import { insertions, obfuscations } from './obfuscate.ts'
import { clean, failing, type SuiteCase } from './suite.ts'
import { clinicalNouns } from './words.ts'

/** Prints every bar of the message audit with its measured number. Suites are made from lists the tables do not import. */

const rows: Array<readonly [string, string, string]> = []
const row = (measure: string, bar: string, value: string) => rows.push([measure, bar, value])
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} % (${part} of ${whole})`
const clinicalRules = /^(?:literal-clinical|specialty-on-visit|sensitive)$/

const cpu = () => process.cpuUsage().user + process.cpuUsage().system
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

const optOuts =
  `Reply STOP to opt out|Text STOP to end|Reply STOP to unsubscribe|STOP to quit|Txt END to quit|Reply with STOP to cancel messages|Text "STOP" to stop receiving texts|Send STOP to 55501|Reply 2 to opt out of texts|Opt out: {{optout_link}}|To opt out, reply STOP|HELP for help, STOPALL to cancel all|Reply UNSUBSCRIBE to stop|If you no longer want texts, reply NO|Text QUIT to end messages|To stop these messages reply STOP|STOP=opt out|Stop2End|Responda STOP para no recibir mensajes|Responda ALTO para salir|Envíe BAJA para dejar de recibir mensajes|Para cancelar mensajes responda STOP|Responda PARAR para terminar|Escriba SALIR para no recibir más mensajes|Reply CANCEL to stop texts|Don't want these texts? Reply STOP|Unsubscribe: https://p.example/u|Reply "Stop" to opt-out|Rply STOP 2 opt out|Reply STOP anytime`.split(
    '|',
  )
const fakeStops =
  `We are across from the bus stop|Stop by any time|Now with non-stop online booking|We won't stop working for you|Reply CANCEL to cancel your appointment|Reply C to confirm|One stop for the whole family|Text us to reschedule|Reply YES to confirm or NO to decline|Reply 1 to confirm, 2 to reschedule|The last stop on the Blue line|Our pit stop for families|Please stop at the front desk|We never stop improving|Responda 1 para confirmar|Responda CANCELAR para cancelar su cita|La parada de autobús está cerca|Opt in to email news at the desk|Call to cancel|End of year hours apply`.split(
    '|',
  )
const senders =
  `Elm Clinic: {}|{} - Elm Clinic|{} – Dr. Kim's office|This is Ana with Lakeside Dental. {}|{} Your friends at Oakview|{} From all of us at Harbor Medical|{{practice_name}}: {}|{} {{clinic_name}}|Hi, it's {{company.name}}. {}|[Practice Name] here. {}|Bright Smiles here! {}|LAKESIDE HEALTH: {}|{} Thank you, Summit Pediatrics|Clínica Robles: {}|{} - Consultorio Rivera|Thanks for visiting Maple Grove Clinic. {}|{} Sincerely, The Elm Team|MGH Portal: {}|{} ~ Riverside Family Practice|Hello from Oak Hill Medical! {}`.split(
    '|',
  )
const noSenders =
  `{}|Hi {{first_name}}, {}|Reminder: {}|Hello! {}|{} Thank you!|Important: {}|Good morning {{first_name}}. {}|{} Call {{phone}}.|Dear {{patient_name}}, {}|{} See you Monday!|Note: {}|{} {{provider_name}} will see you.|Our office says: {}|{} Thanks from our team|Hola {{nombre}}, {}|Recordatorio: {}`.split(
    '|',
  )

function channelWords(): void {
  const frames = [
    'Elm Clinic: how did we do, {{first_name}}? {{link}} {}.',
    'Elm Clinic: your visit is {{date}}. {}',
    'Elm Clinic: {}. See you soon!',
  ]
  let [right, wrong] = [0, 0]
  for (const frame of frames) {
    for (const [phrases, there] of [
      [optOuts, true],
      [fakeStops, false],
    ] as const) {
      for (const phrase of phrases) {
        const missing = auditTemplate(frame.replace('{}', phrase), 'sms', { rewrite: false }).findings.some(
          (finding) => finding.rule === 'no-opt-out',
        )
        if (missing === there) {
          wrong += 1
          if (process.argv.includes('--show')) console.error('opt-out', there, phrase, '|', frame)
        } else if (there) right += 1
      }
    }
  }
  row('opt-out: F1', '≥ 0.99', ((2 * right) / (2 * right + wrong)).toFixed(4))
  ;[right, wrong] = [0, 0]
  for (const body of [
    'how was your visit? {{link}} Reply STOP to opt out.',
    'your appointment is {{date}} at {{time}}. Reply STOP to end.',
    'we would love your feedback. {{review_link}} Text STOP to quit.',
  ]) {
    for (const [phrases, there] of [
      [senders, true],
      [noSenders, false],
    ] as const) {
      for (const phrase of phrases) {
        const missing = auditTemplate(phrase.replace('{}', body), 'sms', { rewrite: false }).findings.some(
          (finding) => finding.rule === 'no-sender',
        )
        if (missing === there) {
          wrong += 1
          if (process.argv.includes('--show')) console.error('sender', there, phrase)
        } else if (there) right += 1
      }
    }
  }
  row('sender: F1', '≥ 0.99', ((2 * right) / (2 * right + wrong)).toFixed(4))
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

function speed(): void {
  const texts = [...fails, ...cleans].map((item) => item.text)
  for (const text of texts) auditTemplate(text, 'sms')
  const times: Array<number> = []
  const begin = cpu()
  for (const text of texts) {
    auditTemplate(text, 'sms')
  }
  const mean = (cpu() - begin) / texts.length
  // The wall clock of one template is disturbed by whatever else runs; the best of three is its own.
  for (const text of texts) {
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 3; round += 1) {
      const from = process.hrtime.bigint()
      auditTemplate(text, 'sms')
      best = Math.min(best, Number(process.hrtime.bigint() - from) / 1000)
    }
    times.push(best)
  }
  times.sort((a, b) => a - b)
  row('CPU a template, rewrite included: mean', '≤ 60 µs', `${mean.toFixed(1)} µs`)
  row('wall a template: p99', '≤ 1 ms', `${times[Math.floor(times.length * 0.99)]!.toFixed(0)} µs`)
  const keywords = new RegExp(
    `\\b(?:${clinicalNouns.map((noun) => noun.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\b`,
    'i',
  )
  const plain = cpu()
  for (const text of texts) keywords.test(text)
  row('  beside: a plain keyword list (one pattern)', '', `${((cpu() - plain) / texts.length).toFixed(1)} µs`)
  const paragraph =
    '<p style="margin:0">Hi {{first_name}}, thank you for visiting <b>Birch Clinic</b> on {{visit_date}}. We value your opinion &amp; read every word.</p>\n'
  const html = `<html><body>${paragraph.repeat(Math.ceil(20_000 / paragraph.length))}</body></html>`
  for (let round = 0; round < 20; round += 1) auditTemplate(html, 'email')
  const mail = cpu()
  for (let round = 0; round < 20; round += 1) auditTemplate(html, 'email')
  row('CPU a 20 KB HTML e-mail', '≤ 5 ms', `${((cpu() - mail) / 20_000).toFixed(2)} ms`)
  const many = cpu()
  for (let at = 0; at < 10_000; at += 1) auditTemplate(texts[at % texts.length]!, 'sms')
  row('CPU 10,000 templates', '≤ 1 s', `${((cpu() - many) / 1e6).toFixed(2)} s`)
  const hostile = [
    '{{',
    '<b ',
    '&#',
    'a b c d ',
    'your ',
    'knee ',
    '[a ',
    '%%',
    'reply stop ',
    'if you have ',
    'http://a.b/',
  ].map((piece) => {
    const time = (size: number) => {
      const text = piece.repeat(Math.ceil(size / piece.length))
      const from = cpu()
      auditTemplate(text, 'email', { rewrite: false })
      return (cpu() - from) / 1000
    }
    time(10_000)
    return [piece, time(20_000), time(80_000)] as const
  })
  const worst = hostile.reduce((most, item) =>
    item[2] / Math.max(item[1], 0.5) > most[2] / Math.max(most[1], 0.5) ? item : most,
  )
  row(
    'hostile input: 4 times the length takes',
    '≈ 4 times',
    `at most ${(worst[2] / Math.max(worst[1], 0.5)).toFixed(1)} times (${JSON.stringify(worst[0])}, ${worst[2].toFixed(0)} ms for 80 KB)`,
  )
}

/** The labelled sets as they are answered now; each was read after its first scoring, so these figures are learned from. */
function labelledSets(): void {
  const folder = join(packageRoot, 'test/fixtures/templates')
  const sets: Array<readonly [string, ReadonlyArray<Labelled>]> = [
    ['development set', corpusSet(join(folder, 'dev.jsonl'))],
    ...['one', 'two', 'three', 'four'].map((name) => [`blind ${name}`, markedSet(`blind-${name}.txt`)] as const),
    ['blind five', corpusSet(join(folder, 'blind-five.jsonl'))],
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

/** Recall and false hits of word lists on the same suites: a plain keyword list, and a medical dictionary if one is given. */
function baselines(): void {
  const measure = (name: string, flags: (text: string) => boolean) => {
    const hit = fails.filter((item) => flags(item.text)).length
    const wrong = cleans.filter((item) => flags(item.text)).length
    row(
      `  beside: ${name}`,
      '',
      `recall ${((100 * hit) / fails.length).toFixed(1)} %, clean flagged ${((100 * wrong) / cleans.length).toFixed(1)} %`,
    )
  }
  const few =
    /\b(?:surgery|procedure|diagnosis|treatment|test|results?|mri|x-?ray|vaccine|shot|therapy|pregnan\w+|cancer|diabetes|blood|prescription|medication|dental|cleaning|colonoscopy|mammogram|biopsy|hiv|std)\b/i
  measure('plain keyword list', (text) => few.test(text))
  const dictionary = process.env.PROVISO_MEDICAL_WORDS
  if (dictionary === undefined || !existsSync(dictionary)) {
    row('  beside: medical dictionary', '', 'not given (PROVISO_MEDICAL_WORDS names a word list)')
    return
  }
  const english = new Set(
    (process.env.PROVISO_ENGLISH_WORDS ?? '')
      .split(':')
      .flatMap((file) => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Array<string>) : [])),
  )
  const medical = new Set(
    (dictionary.endsWith('.gz') ? gunzipSync(readFileSync(dictionary)) : readFileSync(dictionary))
      .toString('utf8')
      .split(/\r?\n/)
      .map((line) => line.trim().toLowerCase())
      .filter((line) => /^[a-z]{4,}$/.test(line) && !english.has(line)),
  )
  measure('medical dictionary minus English words', (text) =>
    (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).some((word) => medical.has(word)),
  )
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
baselines()
speed()
for (const [measure, bar, value] of rows) console.log(`${measure.padEnd(52)}${bar.padEnd(12)}${value}`)
