import { isPublicId } from '#scanners/redact.ts'
import { objectAt } from './literal.ts'

type Resource = {
  tags?: Array<Record<string, unknown>>
  predicates?: Array<Record<string, unknown>>
  rules?: Array<Array<Array<unknown>>>
}

const maxFacts = 120

function strings(value: unknown): Array<string> {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

/** Words a trigger compares with: event names and parts of addresses, as the container's owner wrote them. */
function triggerWords(predicate: Record<string, unknown> | undefined): string {
  const words = strings(predicate?.arg1).filter((text) => /^[\w./:*-]{1,40}$/.test(text))
  return `${predicate?.function ?? '?'}(${words.join(',')})`
}

/** For each tag the triggers of the rules that add it. A rule is `[["if", 0, 2], ["unless", 1], ["add", 3]]`. */
function triggersByTag({ rules = [], predicates = [] }: Resource): Map<number, Array<string>> {
  const triggers = new Map<number, Array<string>>()
  for (const rule of rules) {
    const conditions = rule.filter(([verb]) => verb === 'if' || verb === 'unless')
    const shown = conditions.flatMap(([verb, ...numbers]) =>
      numbers.map((number) => `${verb === 'unless' ? 'not ' : ''}${triggerWords(predicates[Number(number)])}`),
    )
    for (const [verb, ...tags] of rule) {
      if (verb !== 'add') continue
      for (const tag of tags) triggers.set(Number(tag), [...(triggers.get(Number(tag)) ?? []), shown.join(' and ')])
    }
  }
  return triggers
}

function describeTag(tag: Record<string, unknown>, when: ReadonlyArray<string>): string {
  const texts = strings(tag)
  const ids = [...new Set(texts.filter(isPublicId))]
  const hosts = texts.flatMap((text) =>
    [...text.matchAll(/https?:\/\/([a-z0-9.-]+)(\/[\w./-]*)?/gi)].map(([, host, path = '']) => `${host}${path}`),
  )
  const parts = [`tag:${String(tag.function)}`]
  if (typeof tag.vtp_originalTagType === 'string') parts.push(`was:${tag.vtp_originalTagType}`)
  if (ids.length > 0) parts.push(`id:${ids.join(',')}`)
  if (hosts.length > 0) parts.push(`loads:${[...new Set(hosts)].slice(0, 3).join(',')}`)
  if (tag.paused === true || tag.function === '__paused') parts.push('paused')
  if (when.length > 0) parts.push(`when:${when.join(' or ')}`)
  return parts.join(' ')
}

/** Tags, ids and triggers of a tag container (`"resource": {…}` in its script), parsed as data, never run. */
export function readContainer(code: string): Array<string> | undefined {
  const resource = objectAt<Resource>(code, /"resource"\s*:\s*/)
  if (resource === undefined || !Array.isArray(resource.tags)) return undefined
  const triggers = triggersByTag(resource)
  return resource.tags.map((tag, index) => describeTag(tag, triggers.get(index) ?? [])).slice(0, maxFacts)
}
