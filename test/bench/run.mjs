// `npm run bench`: every bench of package.json in turn. Each prints its own table, with its baselines in the same run.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
const failed = []
for (const name of Object.keys(scripts).filter((script) => script.startsWith('bench:'))) {
  console.log(`\n== ${name}`)
  const run = spawnSync('npm', ['run', '-s', name], { stdio: 'inherit' })
  if (run.status !== 0) failed.push(name)
}
if (failed.length > 0) {
  console.error(`\nThese did not finish: ${failed.join(', ')}`)
  process.exit(1)
}
