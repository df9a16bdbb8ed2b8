import type { PageRequest } from '#scanners/site/evidence.ts'
import type { BaaFact, TrackerCategory } from '../knowledge/tracker.ts'
import { baaFacts, baaUnknown } from '../knowledge/tracker-baa.ts'
import { trackerShapes } from '../knowledge/tracker-shapes.ts'
import { trackers } from '../knowledge/trackers.ts'
import { findEntity } from './entities.ts'
import { compileCondition, indexParams, type ParamIndex } from './request-params.ts'

/** A company product that receives what a page sends. */
export type Vendor = { id: string; name: string; owner: string; category: TrackerCategory; baa: BaaFact }

/**
 * `by` says how sure the name is: the shape of the request names it on any host, a listed host or a CNAME chain names
 * it by address, `list` is the general table of third-party companies.
 */
export type Named = {
  vendor: Vendor
  by: 'shape' | 'host' | 'cname' | 'list'
  kind: 'third-party' | 'first-party-proxy' | 'cname-cloaked'
}

type HostRule = { vendor: Vendor; path: string | null; part: RegExp | null; exact: boolean }

export const vendors: ReadonlyMap<string, Vendor> = new Map(
  trackers.map(([id, name, owner, category]) => [id, { id, name, owner, category, baa: baaFacts[id] ?? baaUnknown }]),
)

const rulesByHost = new Map<string, Array<HostRule>>()
for (const [id, , , , hosts] of trackers) {
  for (const entry of hosts.split(' ').filter(Boolean)) {
    const [, suffix, host, mark, rest] = /^(\.?)([^/~]+)(?:([/~])(.*))?$/.exec(entry)!
    const rule: HostRule = {
      vendor: vendors.get(id)!,
      path: mark === '/' ? `/${rest}` : null,
      part: mark === '~' ? new RegExp(rest!) : null,
      exact: suffix === '',
    }
    rulesByHost.set(host!, [...(rulesByHost.get(host!) ?? []), rule])
  }
}

const shapes = trackerShapes.map((shape) => ({
  vendor: vendors.get(shape.id)!,
  methods: new Set(shape.methods.split(' ')),
  path: shape.path,
  conditions: shape.params.map(compileCondition),
}))

function ruleFits(rule: HostRule, host: string, asked: string, path: string): boolean {
  if (rule.exact && host !== asked) return false
  if (rule.path !== null) return path === rule.path || path.startsWith(`${rule.path.replace(/\/$/, '')}/`)
  return rule.part === null || rule.part.test(path)
}

/** The overlay's vendor of a host: a rule with a path beats one without, a longer name beats a shorter. */
export function vendorOfHost(host: string, path = '/'): Vendor | null {
  const asked = host.toLowerCase().replace(/\.$/, '')
  for (let name = asked; name !== ''; name = name.includes('.') ? name.slice(name.indexOf('.') + 1) : '') {
    const fitting = (rulesByHost.get(name) ?? []).filter((rule) => ruleFits(rule, name, asked, path))
    const best = fitting.find((rule) => rule.path !== null || rule.part !== null) ?? fitting[0]
    if (best !== undefined) return best.vendor
  }
  return null
}

/** The redaction gate stores "{hex:64}" or "{digits:16}" for a segment; the shape is read from one of that length. */
function expandPath(path: string): string {
  return path
    .replace(/\{hex:(\d{1,3})\}/g, (_, length: string) => 'a'.repeat(Number(length)))
    .replace(/\{digits:(\d{1,3})\}/g, (_, length: string) => '1'.repeat(Number(length)))
    .replace(/\{token:(\d{1,3})\}/g, (_, length: string) => 'x1'.repeat(Math.ceil(Number(length) / 2)))
    .replace(/\{uuid\}/g, '00000000-0000-4000-8000-000000000000')
}

/** All vendors whose wire format the request has, in table order. */
export function vendorsOfShape(request: PageRequest, index: ParamIndex = indexParams(request)): Array<Vendor> {
  const method = request.type === 'websocket' ? 'WEBSOCKET' : request.method.toUpperCase()
  const path = expandPath(request.path)
  return shapes
    .filter(
      (shape) =>
        shape.methods.has(method) && shape.path.test(path) && shape.conditions.every((holds) => holds(request, index)),
    )
    .map(({ vendor }) => vendor)
}

/** Categories that only deliver or host: a foreign wire format on such a host names the sender better than the host. */
const carriers: ReadonlySet<TrackerCategory> = new Set(['font-cdn', 'unknown', 'tag-manager'])

function byShapeOrHost(request: PageRequest, index: ParamIndex): { vendor: Vendor; by: 'shape' | 'host' } | null {
  const shaped = vendorsOfShape(request, index)
  const hosted = vendorOfHost(request.host, request.path)
  if (hosted === null) return shaped[0] === undefined ? null : { vendor: shaped[0], by: 'shape' }
  const agreed = shaped.find(({ id }) => id === hosted.id) ?? shaped.find(({ owner }) => owner === hosted.owner)
  if (agreed !== undefined) return { vendor: agreed, by: 'shape' }
  if (shaped[0] !== undefined && carriers.has(hosted.category)) return { vendor: shaped[0], by: 'shape' }
  return { vendor: hosted, by: 'host' }
}

/**
 * Names the company behind one request, or null. A request to the page's own site is named only by its wire format or
 * by a CNAME chain that ends at a listed vendor; a static file that merely passes a delivery network is not cloaked.
 */
export function nameRequest(request: PageRequest, index: ParamIndex = indexParams(request)): Named | null {
  const direct = byShapeOrHost(request, index)
  if (request.thirdParty) {
    if (direct !== null) return { ...direct, kind: 'third-party' }
    const listed = findEntity(request.host)
    return listed === null ? null : { vendor: listed, by: 'list', kind: 'third-party' }
  }
  if (direct?.by === 'shape') return { ...direct, kind: 'first-party-proxy' }
  for (const name of request.cnames) {
    const behind = vendorOfHost(name)
    if (behind !== null && !carriers.has(behind.category)) return { vendor: behind, by: 'cname', kind: 'cname-cloaked' }
  }
  return null
}
