// `npm test`: types, lint, unused code, then every test. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const full = process.argv.includes('--full')
const report = 'test/.out/report.json'
mkdirSync('test/.out', { recursive: true })
rmSync(report, { force: true })

let passed = 0
let failed = 0
function step(name, args, env = {}) {
  const run = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`${run.status === 0 ? 'ok' : 'FAILED'}  ${name}`)
  return run.status === 0
}
const count = (ok) => (ok ? passed++ : failed++)

count(step('types', ['node_modules/typescript/bin/tsc', '--noEmit']))
count(step('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']))
count(step('unused code', ['node_modules/knip/bin/knip.js']))
count(step('build', ['scripts/build.mjs']))
const ok = step(
  'tests',
  ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  full ? { PROVISO_TEST_FULL: '1' } : {},
)
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests
  failed += numFailedTests
  // A file that cannot load counts too, else its tests would vanish in silence.
  if (!ok && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites)
} catch {
  failed++
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
