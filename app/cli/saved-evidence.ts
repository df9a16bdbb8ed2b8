import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Evidence, evidenceSchema } from '#scanners/evidence.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { UsageError } from './command.ts'

/** A saved file holds one piece of evidence, a list of them, or an object with such a list under `evidence`. */
const savedSchema = z.union([
  z.array(evidenceSchema),
  z.object({ evidence: z.array(evidenceSchema) }).transform(({ evidence }) => evidence),
  evidenceSchema.transform((one) => [one]),
])

function parseFile(name: string, text: string): Array<Evidence> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new ScanProblem('no-evidence', `${name} is not JSON.`)
  }
  const parsed = savedSchema.safeParse(json)
  if (!parsed.success) throw new ScanProblem('no-evidence', `${name} does not hold evidence of this version.`)
  return parsed.data
}

function filesOf(path: string): Array<string> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new UsageError(`${path} does not exist.`, 'Check the path of the saved evidence.')
  if (!stat.isDirectory()) return [path]
  const inside = readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name))
  if (inside.length === 0) throw new ScanProblem('no-evidence', `${path} holds no .json file.`)
  return inside
}

/** All evidence of the files and folders given, in that order; the same id is taken once. Throws `no-evidence`; a path that is not there is wrong usage. */
export async function readSavedEvidence(
  paths: ReadonlyArray<string>,
  readStdin: () => Promise<Buffer>,
): Promise<Array<Evidence>> {
  const found = new Map<string, Evidence>()
  for (const path of paths) {
    const items =
      path === '-'
        ? parseFile('standard input', (await readStdin()).toString('utf8'))
        : filesOf(path).flatMap((file) => parseFile(file, readFileSync(file, 'utf8')))
    for (const item of items) found.set(item.id, item)
  }
  return [...found.values()]
}
