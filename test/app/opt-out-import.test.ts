import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Proviso } from '#app/proviso.server.ts'
import { lateContactsCsv } from '#app/report/opt-out-csv.ts'
import { addPractice } from '#app/use-cases/add-practice.ts'
import { describeLogs, explainColumns, forgetMapping, listMappings } from '#app/use-cases/explain-columns.ts'
import { getAssessment } from '#app/use-cases/get-assessment.ts'
import { correctImport, deleteKeptLogs, type ImportLogs, importLogs } from '#app/use-cases/import-logs.ts'
import { listLogImports, logEvidenceOf } from '#app/use-cases/list-log-imports.ts'
import type { Actor } from '#app/use-cases/permission.ts'
import { InvalidInput, NotFound } from '#app/use-cases/problem.ts'
import { ruleOnReply } from '#app/use-cases/rule-on-reply.ts'
import { personView } from '#app/views/opt-out-person.ts'
import { replyQueue } from '#app/views/opt-out-queue.ts'
import { optOutResults } from '#app/views/opt-outs.ts'
import { openPortal, setUpOwner, temporaryFolder } from './portal.ts'
import { steeredScanner } from './test-scanner.ts'

const planted = ['5125550101', '512-555-0101', 'ann.planted@example.com', 'please stop texting my phone']

const texts = `kind,channel,at,phone,patient_id,result,provider_ref
attempt,sms,2025-06-03T14:00:00Z,+1${planted[0]},A,delivered,m1
opt_out,sms,2025-06-03T15:00:00Z,+1${planted[0]},A,,
attempt,sms,2025-06-05T15:00:00Z,+1${planted[0]},A,delivered,m2
`
const mails = JSON.stringify([
  { email: planted[2], timestamp: 1_748_959_200, event: 'delivered', sg_event_id: 'e1', sg_message_id: 'm1' },
  { email: planted[2], timestamp: 1_748_962_800, event: 'unsubscribe', sg_event_id: 'e2', sg_message_id: 'm1' },
  { email: planted[2], timestamp: 1_749_135_600, event: 'delivered', sg_event_id: 'e3', sg_message_id: 'm2' },
])
const replies = `From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit
+15125550199,+1${planted[0]},hello,delivered,2025-06-01T14:00:00Z,2010-04-01,1,0,AC00,SM1,outbound-api,-0.0075,USD
+1${planted[0]},+15125550199,${planted[3]},received,2025-06-01T15:00:00Z,2010-04-01,1,0,AC00,SM2,inbound,-0.0075,USD
+15125550199,${planted[1]},oops,delivered,no date here,2010-04-01,1,0,AC00,SM3,outbound-api,-0.0075,USD
`

async function* streamOf(text: string | Buffer) {
  yield Buffer.from(text)
}

async function handIn(
  proviso: Proviso,
  actor: Actor,
  files: ReadonlyArray<readonly [string, string | Buffer]>,
  input: Omit<ImportLogs, 'config'> & { config?: ImportLogs['config'] },
) {
  const incoming = await proviso.uploads.begin(10_000_000)
  for (const [name, text] of files) await incoming.add(name, streamOf(text))
  return importLogs(proviso, actor, { config: {}, ...input }, incoming)
}

async function portalWithPractice(options = {}) {
  const proviso = await openPortal(options)
  const { actor } = await setUpOwner(proviso)
  const { id: subjectId } = addPractice(proviso, actor, { name: 'Lakeside Ortho' })
  return { proviso, actor, subjectId }
}

function* everyFile(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* everyFile(path)
    else if (entry.isFile()) yield path
  }
}

test('three exports become one judged answer with file and line, and the rows add up', async () => {
  const { proviso, actor, subjectId } = await portalWithPractice()
  await handIn(
    proviso,
    actor,
    [
      ['texts.csv', texts],
      ['mails.json', mails],
      ['console.csv.gz', gzipSync(replies)],
    ],
    { subjectId },
  )
  await proviso.queue.idle()
  const [row] = listLogImports(proviso, actor, { subjectId })
  expect(row?.run).toMatchObject({ state: 'done', problem: null })
  const evidence = logEvidenceOf(proviso, actor, row!)!
  expect(evidence.inputs.map(({ format }) => format)).toEqual(['canonical', 'sendgrid-events', 'twilio-console'])
  const results = optOutResults(evidence)
  expect(results.rows).toEqual({ all: 9, classified: 8, rejected: 1 })
  expect(results.files[2]?.rejectedRows).toEqual([{ line: 4, why: expect.any(String) }])
  expect(results.late.map(({ contact: { file, line } }) => `${file}:${line}`)).toContain('texts.csv:4')
  expect(results.cannotProve.length).toBeGreaterThan(0)
  const story = personView(evidence, results.late[0]!.person)
  expect(story?.events.map(({ mark }) => mark)).toContain('opt-out')
  expect(story?.events.map(({ mark }) => mark)).toContain('late')
  expect(personView(evidence, 99)).toBeNull()
  const { assessment } = getAssessment(proviso, actor, { subjectId })
  const line = assessment.findings.find(({ requirement }) => requirement === 'opt-out.texts-stop')
  expect(line).toMatchObject({ verdict: 'fail' })
  expect(lateContactsCsv(evidence).split('\r\n')[1]).toMatch(/^(phone|email|pt):[0-9a-f]{32},/)
})

test('after an import no phone, address or message stands in database, files, temporary folder or log', async () => {
  // A temporary folder of this test's own: others run beside it and plant the same words in theirs.
  const own = temporaryFolder()
  vi.stubEnv('TMPDIR', own)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(tmpdir()).toBe(own)
  const before = new Set(readdirSync(tmpdir()))
  const { proviso, actor, subjectId } = await portalWithPractice()
  await handIn(
    proviso,
    actor,
    [
      ['texts.csv', texts],
      ['mails.json', mails],
      ['console.csv', replies],
    ],
    { subjectId },
  )
  // Without a heading, cells stand where the names of columns should be.
  await handIn(proviso, actor, [['bare.csv', texts.split('\n').slice(1).join('\n')]], { subjectId })
  await proviso.queue.idle()
  const [bare, read] = listLogImports(proviso, actor, { subjectId })
  expect(read?.run.state).toBe('done')
  expect(bare?.run.state).toBe('failed')
  const plain = [JSON.stringify(logEvidenceOf(proviso, actor, read!)), JSON.stringify(bare?.run), ...proviso.lines]
  const left = [...readdirSync(tmpdir())].filter((name) => !before.has(name) && name.startsWith('proviso'))
  const files = [proviso.home.folder, ...left.map((name) => join(tmpdir(), name))].flatMap((path) =>
    statSync(path).isDirectory() ? [...everyFile(path)] : [path],
  )
  expect(files.length).toBeGreaterThan(3)
  expect(readdirSync(proviso.home.uploads)).toEqual([])
  const haystacks = [...plain, ...files.map((path) => readFileSync(path, 'latin1'))]
  const found = haystacks.flatMap((text, at) => planted.filter((word) => text.includes(word)).map((word) => [at, word]))
  expect(found).toEqual([])
})

test('an unclear reply waits for a person; ruled an opt-out, its clock starts when it arrived', async () => {
  const { proviso, actor, subjectId } = await portalWithPractice()
  const unclear = `${replies.replace(planted[3]!, 'not now')}+15125550199,+1${planted[0]},hello again,delivered,2025-06-03T15:00:00Z,2010-04-01,1,0,AC00,SM4,outbound-api,-0.0075,USD
`
  await handIn(proviso, actor, [['console.csv', unclear]], { subjectId, config: { limitHours: 12 } })
  await proviso.queue.idle()
  const [row] = listLogImports(proviso, actor, { subjectId })
  const read = () => logEvidenceOf(proviso, actor, row!)!
  const queue = () => replyQueue(read(), proviso.now())
  const [held] = queue().held
  expect(held).toMatchObject({
    place: { file: 'console.csv', line: 3 },
    channel: 'Texts',
    stopBy: '2025-06-02T03:00:00.000Z',
    contactsSince: 1,
  })
  expect(read().people).toBe(0)
  const said = { runId: row!.run.id, key: held!.key!, note: '' }
  expect(() => ruleOnReply(proviso, actor, { ...said, reply: '' })).toThrow(InvalidInput)
  expect(() => ruleOnReply(proviso, actor, { ...said, key: 'x', reply: 'opt-out' })).toThrow(NotFound)
  const { assessment } = ruleOnReply(proviso, actor, { ...said, reply: 'opt-out' })
  const verdictOf = (id: string) => assessment.findings.find(({ requirement }) => requirement === id)?.verdict
  expect(verdictOf('opt-out.texts-stop')).toBe('fail')
  expect(verdictOf('opt-out.informal-words-heard')).toBe('pass')
  const after = read()
  expect(after.people).toBe(1)
  expect(after.late.find(({ policy }) => policy === 'practice')).toMatchObject({
    optOut: { file: 'console.csv', line: 3, at: '2025-06-01T15:00:00.000Z' },
    contact: { line: 5 },
    lateByHours: 36,
  })
  expect(queue().held).toEqual([])
  expect(queue().decided[0]).toMatchObject({ said: 'An opt-out of everything', by: actor.name, timed: true })
  expect(lateContactsCsv(after)).toContain('console.csv,3')
  const again = ruleOnReply(proviso, actor, { ...said, reply: 'no-opt-out' }).assessment
  expect(again.findings.find(({ requirement }) => requirement === 'opt-out.texts-stop')?.verdict).toBe('not-applicable')
  expect(JSON.stringify(row?.run.input) + JSON.stringify(read())).not.toContain(planted[0])
})

test('another organisation and another key give other hashes of the same number', async () => {
  const people = async () => {
    const { proviso, actor, subjectId } = await portalWithPractice()
    await handIn(proviso, actor, [['texts.csv', texts]], { subjectId })
    await proviso.queue.idle()
    return logEvidenceOf(proviso, actor, listLogImports(proviso, actor, { subjectId })[0]!)!.late[0]!.person
  }
  expect(await people()).not.toBe(await people())
})

test('kept files are read again under another zone and format, and go when told to', async () => {
  const { proviso, actor, subjectId } = await portalWithPractice()
  const local = texts.replaceAll(':00Z', ':00')
  const { run } = await handIn(proviso, actor, [['local.csv', local]], { subjectId, keep: true })
  await proviso.queue.idle()
  expect(proviso.uploads.isKept(run.id)).toBe(true)
  expect(statSync(proviso.uploads.pathsOf(run.id)[0]!).mode & 0o777).toBe(0o600)
  const again = correctImport(proviso, actor, {
    runId: run.id,
    zone: 'America/Chicago',
    dayFirst: null,
    declared: { 'local.csv': { zone: 'America/Los_Angeles' } },
  })
  await proviso.queue.idle()
  const [newest, first] = listLogImports(proviso, actor, { subjectId })
  expect(newest?.run.id).toBe(again.id)
  expect(logEvidenceOf(proviso, actor, first!)?.inputs[0]?.assumedZone).toBe('America/New_York')
  expect(logEvidenceOf(proviso, actor, newest!)?.inputs[0]?.assumedZone).toBe('America/Los_Angeles')
  expect([first?.kept, newest?.kept]).toEqual([false, true])
  await deleteKeptLogs(proviso, actor, { runId: again.id })
  expect(readdirSync(proviso.home.uploads)).toEqual([])
  await expect(deleteKeptLogs(proviso, actor, { runId: again.id })).rejects.toThrow()
})

test('what a crash leaves behind: half an upload is removed, an unfinished import is read and its files go', async () => {
  const home = temporaryFolder()
  const steered = steeredScanner()
  const first = await openPortal({ homeFolder: home, scanners: { 'opt-out': steered.scanner } })
  const { actor } = await setUpOwner(first)
  const { id: subjectId } = addPractice(first, actor, { name: 'Lakeside Ortho' })
  await handIn(first, actor, [['texts.csv', texts]], { subjectId })
  await steered.called(1)
  const closing = first.close()
  steered.calls[0]?.finish(new Error('killed'))
  await closing
  const uploads = join(home, 'data', 'uploads')
  expect(readdirSync(uploads).length).toBe(1)
  mkdirSync(join(uploads, 'part-00ff'))
  writeFileSync(join(uploads, 'part-00ff', '000'), texts)
  mkdirSync(join(uploads, 'run_00000000000000000000000000'))

  const second = await openPortal({ homeFolder: home })
  await second.queue.idle()
  expect(listLogImports(second, actor, { subjectId })[0]?.run).toMatchObject({ state: 'done' })
  expect(readdirSync(uploads)).toEqual([])
})

test('a refused upload leaves nothing: no file, no run', async () => {
  const { proviso, actor, subjectId } = await portalWithPractice()
  const incoming = await proviso.uploads.begin(10)
  expect(await incoming.add('big.csv', streamOf(texts))).toBeNull()
  await expect(importLogs(proviso, actor, { subjectId, config: {} }, incoming)).rejects.toThrow()
  await incoming.drop()
  expect(readdirSync(proviso.home.uploads)).toEqual([])
  expect(listLogImports(proviso, actor, { subjectId })).toEqual([])
  expect(existsSync(proviso.home.uploads)).toBe(true)
})

const frontDesk = `Logged,Mobile,Via,Outcome of touch,Remark
27/03/2026 09:00,${planted[1]},Txt,gone out,
27/03/2026 10:15,${planted[1]},Txt,wrote back,${planted[3]}
30/03/2026 09:00,${planted[1]},Txt,gone out,
31/03/2026 09:00,${planted[1]},Txt,hmm,
`

test('an export nobody knows waits for its columns to be explained once; the same heading is then read by itself', async () => {
  const { proviso, actor, subjectId } = await portalWithPractice()
  const { run } = await handIn(proviso, actor, [['desk.csv', frontDesk]], { subjectId })
  await proviso.queue.idle()
  expect(listLogImports(proviso, actor, { subjectId })[0]).toMatchObject({
    run: { state: 'failed', problem: 'unknown-format' },
    kept: true,
  })
  const [waiting] = await describeLogs(proviso, actor, { runId: run.id, said: null })
  expect(waiting?.file).toBe('desk.csv')
  const { columns } = waiting!.mapping
  expect(columns).toMatchObject({ time: 'logged', phone: 'mobile', what: 'outcomeoftouch' })
  const mapping = {
    columns: { ...columns, channel: 'via', text: 'remark' },
    words: { what: { 'gone out': 'sent', 'wrote back': 'reply' }, channel: { txt: 'sms' }, direction: {} },
  } as const
  const { time: _, ...untimed } = mapping.columns
  const incomplete = { ...mapping, columns: untimed }
  await expect(
    explainColumns(proviso, actor, { runId: run.id, file: 'desk.csv', mapping: incomplete }),
  ).rejects.toThrow(InvalidInput)
  const { next } = await explainColumns(proviso, actor, { runId: run.id, file: 'desk.csv', mapping })
  await proviso.queue.idle()
  const evidence = logEvidenceOf(proviso, actor, { run: next! })!
  expect(evidence.inputs[0]).toMatchObject({ rows: 4, classified: 3, rejected: 1 })
  expect(evidence.late.find(({ policy }) => policy === 'practice')).toMatchObject({ contact: { line: 4 } })
  expect(readdirSync(proviso.home.uploads)).toEqual([])

  await handIn(proviso, actor, [['april.csv', frontDesk.replaceAll('/03/', '/04/')]], { subjectId })
  await proviso.queue.idle()
  expect(listLogImports(proviso, actor, { subjectId })[0]?.run.state).toBe('done')
  const [saved] = listMappings(proviso, actor, subjectId)
  expect(saved).toMatchObject({ file: 'desk.csv', by: actor.name })
  const stored = readFileSync(proviso.home.database, 'latin1') + proviso.lines.join()
  for (const word of [planted[1]!, planted[3]!]) expect(stored).not.toContain(word)
  forgetMapping(proviso, actor, { subjectId, id: saved!.id })
  await handIn(proviso, actor, [['may.csv', frontDesk.replaceAll('/03/', '/05/')]], { subjectId })
  await proviso.queue.idle()
  expect(listLogImports(proviso, actor, { subjectId })[0]?.run.problem).toBe('unknown-format')
})
