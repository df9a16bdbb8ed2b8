import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command as assess } from '#app/cli/assess.ts'
import { command as baaCheck } from '#app/cli/baa-check.ts'
import { type CliIo, type Command, UsageError } from '#app/cli/command.ts'
import { command as optOutAudit } from '#app/cli/opt-out-audit.ts'
import { writable } from '#app/cli/output-file.ts'
import { command as report } from '#app/cli/report.ts'
import { parseSiteScan } from '#app/cli/site-scan-options.ts'
import { command as templatesCheck } from '#app/cli/templates-check.ts'
import { packageRoot } from '#scanners/package-root.ts'

const io: CliIo = {
  out: () => undefined,
  err: () => undefined,
  readStdin: async () => Buffer.from(''),
  colour: false,
  progressBar: false,
  signal: new AbortController().signal,
}
const folder = mkdtempSync(join(tmpdir(), 'proviso-input-'))
const log = join(folder, 'log.csv')
writeFileSync(log, 'a,b\n1,2\n')

const commands: Record<string, Command> = {
  'baa check': baaCheck,
  'opt-out audit': optOutAudit,
  'templates check': templatesCheck,
}
for (const [name, command] of Object.entries(commands)) {
  test(`${name}: a file that is not there is named so, and is wrong usage`, async () => {
    const missing = join(folder, 'gone.csv')
    const run = command.run([missing], io)
    await expect(run).rejects.toMatchObject({ name: 'UsageError', message: `${missing} does not exist.` })
  })
  test(`${name}: a folder is named so`, async () => {
    const run = command.run([folder], io)
    await expect(run).rejects.toMatchObject({ name: 'UsageError', message: `${folder} is a folder, not a file.` })
  })
}

for (const [name, command] of Object.entries({ assess, report })) {
  test(`${name}: evidence that is not there is wrong usage, evidence that cannot be read is not`, async () => {
    const missing = join(folder, 'gone.json')
    const out = name === 'report' ? ['--html', join(folder, 'out.html')] : []
    await expect(command.run([missing, ...out], io)).rejects.toMatchObject({
      name: 'UsageError',
      message: `${missing} does not exist.`,
      hint: expect.stringMatching(/path/),
    })
    await expect(command.run([log, ...out], io)).rejects.toMatchObject({ code: 'no-evidence' })
  })
}

test.each([
  [['--pages', '0'], '--pages 0 is out of range.', 'Give a number from 1 to 25, like --pages 10.'],
  [['--pages', '26'], '--pages 26 is out of range.', 'Give a number from 1 to 25, like --pages 10.'],
  [['--pages', '-1'], /--pages/, /./],
  [
    ['--consent', 'foo'],
    '--consent foo is not known.',
    'Use none, reject, accept or gpc; several with commas between them.',
  ],
  [['--consent', 'none,maybe'], '--consent maybe is not known.', /^Use none, /],
  [['--consent', ','], '--consent names nothing.', /^Use none, /],
  [['--authority', 'god'], '--authority god is not known.', 'Use public or permission.'],
  [['--mode', 'fast'], '--mode fast is not known.', 'Use browser or static.'],
  [['--viewport', 'watch'], '--viewport watch is not known.', /^Use desktop or phone/],
])('site scan %j: one sentence says what is wrong, one what to do', (words, message, hint) => {
  const tried = () => parseSiteScan(['https://clinic.example/', ...words])
  expect(tried).toThrow(message)
  try {
    tried()
  } catch (error) {
    expect(error).not.toHaveProperty('issues')
    expect(error instanceof UsageError ? error.hint : 'See proviso --help.').toMatch(hint)
  }
})

test('a key file that is not there is wrong usage', async () => {
  const run = optOutAudit.run([log, '--key', join(folder, 'gone.key')], io)
  await expect(run).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining('gone.key does not') })
})

test('an output in a folder that does not exist is wrong usage', async () => {
  const path = join(folder, 'none', 'report.pdf')
  const written = writable(path, async () => writeFileSync(path, ''))
  await expect(written).rejects.toMatchObject({
    name: 'UsageError',
    message: `${path} could not be written: its folder does not exist.`,
  })
})

test('half a command names its group, an unknown option is one sentence', () => {
  const run = (...words: Array<string>) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'app/cli.ts', ...words], { cwd: packageRoot, encoding: 'utf8' })
  expect(run('baa')).toMatchObject({ status: 2, stderr: '"baa" is not a command.\nUse baa check, baa text.\n' })
  const unknown = run('baa', 'check', '--nope', log)
  expect(unknown).toMatchObject({ status: 2, stderr: "Unknown option '--nope'.\nSee proviso --help.\n" })
  const help = run('baa', '--help')
  expect(help.status).toBe(0)
  expect(help.stderr).toContain('proviso baa text')
  expect(help.stderr).not.toContain('site scan')
})

test('a reader that leaves early ends the command without a word', () => {
  const run = spawnSync('sh', ['-c', `"${process.execPath}" --import tsx app/cli.ts schema evidence | head -c 1`], {
    cwd: packageRoot,
    encoding: 'utf8',
  })
  expect([run.stdout, run.stderr]).toEqual(['{', ''])
})
