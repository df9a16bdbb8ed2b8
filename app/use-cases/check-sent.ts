import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { ScanProblem } from '#scanners/problem.ts'
import { bodySha256 } from '#scanners/template/body-hash.ts'
import type { TemplateEvidence } from '#scanners/template/evidence.ts'
import { comparable, isFilledFrom } from '#scanners/template/match-sent.ts'
import type { Proviso } from '../proviso.server.ts'
import { assessInScope } from './assess-subject.ts'
import { importTemplatesInput, readTexts } from './import-templates.ts'
import { templatesIn } from './list-templates.ts'
import { type Actor, demand } from './permission.ts'
import { idSchema, parseInput } from './problem.ts'
import { scopeOf, subjectFor } from './scope.ts'

/** So many different texts are compared at once, and so many strays are listed. */
const maxSent = 5000
const maxStrays = 200

export type SentLine = { name: string; matches: boolean }

/**
 * Compares texts as they were sent with the messages of a subject and judges anew; it replaces the comparison before.
 * Sent texts hold patients, so none is stored: only which message each was made from, and of strays a fingerprint.
 * Throws ScanProblem as `readTemplates` does.
 */
export async function checkSent(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof importTemplatesInput>,
): Promise<void> {
  const given = parseInput(importTemplatesInput, input)
  const { subjectId } = given
  const scope = scopeOf(proviso, actor)
  demand(actor, 'change-messages', subjectFor(scope, actor, subjectId).kind)
  const texts = [...new Set((await readTexts(given)).map(({ text }) => comparable(text)))]
  if (texts.length === 0) throw new ScanProblem('empty-input')
  if (texts.length > maxSent) throw new ScanProblem('too-large', 'up to 5,000 different texts are compared')
  const known = templatesIn(scope, subjectId).map(({ evidence }) => ({
    evidence,
    fits: evidence.text === null ? () => false : isFilledFrom(evidence.text),
  }))
  const byHash = new Map(known.map(({ evidence }) => [evidence.bodySha256, evidence]))
  const at = proviso.now().toISOString()
  const found = new Map<string, TemplateEvidence>()
  let strays = 0
  for (const [number, text] of texts.entries()) {
    // 5,000 texts against 2,000 messages take seconds at worst; others are served between.
    if (number % 50 === 0) await setImmediate()
    const sha256 = bodySha256(text)
    const from = byHash.get(sha256) ?? known.find(({ fits }) => fits(text))?.evidence
    const hash = from?.bodySha256 ?? sha256
    if (found.has(hash) || (from === undefined && strays >= maxStrays)) continue
    if (from === undefined) strays += 1
    const name = from?.name ?? `Sent text ${strays} that comes from no message here`
    const channel = from?.channel ?? given.channel
    const source = { scanner: 'template', ref: 'sent texts', at, sha256: hash }
    found.set(hash, {
      kind: 'template',
      id: `sent-${hash.slice(0, 16)}`,
      source,
      name,
      channel,
      text: null,
      bodySha256: hash,
      sentAt: at,
      approved: null,
    })
  }
  scope.write(() => {
    scope.evidence.takeBack(scope.templates.sentIds(subjectId))
    for (const item of found.values()) scope.evidence.addSaid(subjectId, item)
    assessInScope(proviso, scope, subjectId)
  })
}

const subjectInput = z.strictObject({ subjectId: idSchema })

/** The comparison that stands; null: none was made. */
export function listSent(
  proviso: Proviso,
  actor: Actor,
  input: z.input<typeof subjectInput>,
): { at: string; lines: ReadonlyArray<SentLine & { approved: boolean }> } | null {
  const { subjectId } = parseInput(subjectInput, input)
  const scope = scopeOf(proviso, actor)
  demand(actor, 'read', subjectFor(scope, actor, subjectId).kind)
  const current = new Map(templatesIn(scope, subjectId).map(({ evidence }) => [evidence.bodySha256, evidence]))
  const sent = [...scope.evidence.several(scope.templates.sentIds(subjectId)).values()]
  const lines = sent.flatMap((item) => {
    if (item.kind !== 'template') return []
    const from = current.get(item.bodySha256)
    return [{ name: item.name, matches: from !== undefined, approved: (from?.approved ?? null) !== null }]
  })
  const [first] = sent
  return first === undefined ? null : { at: first.source.at, lines }
}
