import type { CanaryHit, PageRequest } from '#scanners/site/evidence.ts'
import { dataWords, trackerFields } from '../knowledge/tracker-fields.ts'
import { indexParams, nameMatcher, type ParamIndex } from './request-params.ts'
import { type Named, nameRequest } from './vendors.ts'

/** One request as a reader understands it: who got it, which event, which kinds of data, which typed fields. */
export type DecodedRequest = {
  request: PageRequest
  named: Named | null
  events: ReadonlyArray<string>
  /** Value classes of site-scan.md 11, plus "typed-value" and "hashed-value"; sorted. */
  receives: ReadonlyArray<string>
  /** Parameters that carry the page's address and title, by the vendor's own names. */
  urlParams: ReadonlyArray<string>
  titleParams: ReadonlyArray<string>
  /** Typed fields found in it, with the encoding chain. */
  typed: ReadonlyArray<CanaryHit>
  /** Public ids of containers and pixels. */
  ids: ReadonlyArray<string>
}

const roles = ['event', 'url', 'title', 'search', 'client', 'login'] as const
type Role = (typeof roles)[number]

const roleClass: Readonly<Partial<Record<Role, string>>> = {
  url: 'page-url',
  title: 'page-title',
  search: 'search-text',
  client: 'client-id',
  login: 'login-id',
}

const readers = new Map(
  Object.entries(trackerFields).map(([id, fields]) => [
    id,
    {
      matchers: Object.fromEntries(roles.map((role) => [role, nameMatcher(fields[role])])) as Record<
        Role,
        (name: string) => boolean
      >,
      idNames: nameMatcher(fields.ids?.filter((entry) => !entry.startsWith('path:')).join(' ') || undefined),
      idPaths: (fields.ids ?? [])
        .filter((entry) => entry.startsWith('path:'))
        .map((entry) => new RegExp(entry.slice(5))),
    },
  ]),
)

/** Names under which page content travels; a name that merely holds the letters ("domain", "random") is none. */
const contentName =
  /(^|[._$[])((dom|html|inner_?html|outer_?html|snapshots?|mutations?|node_?tree|childnodes|adds|texts)([.\]]|$)|(full_?snapshot|snapshot_data)([._\]]|$))/i

const hashed = /\b(md[245]|sha|ripemd|whirlpool|murmur|crc|xxh|blake|keccak|sm3|fnv|adler|string-code|hmac|salted)/i

/** Whether a hit is the page's own address (a token link), not something a person typed. */
export function isLinkCanary(field: string): boolean {
  return /^(page-?)?(url|address|link|token|path)\b/i.test(field)
}

/** The kind of data a typed field is: hashed values keep what they are of, everything else is a typed value. */
export function dataClassOf(hit: { field: string; encoding: string }): string {
  if (isLinkCanary(hit.field)) return 'page-url'
  if (!hashed.test(hit.encoding)) return 'typed-value'
  if (/mail/i.test(hit.field)) return 'hashed-email'
  if (/phone|tel|mobile/i.test(hit.field)) return 'hashed-phone'
  return /name|first|last|surname/i.test(hit.field) ? 'hashed-name' : 'hashed-value'
}

function idsOf(decoder: NonNullable<ReturnType<typeof readers.get>>, request: PageRequest): Array<string> {
  const fromParams = request.params
    .filter((param) => param.value !== null && param.value !== '' && decoder.idNames(param.name))
    .map((param) => param.value!)
  const fromPath = decoder.idPaths.flatMap((pattern) => pattern.exec(`${request.host}${request.path}`)?.[1] ?? [])
  return [...fromParams, ...fromPath]
}

const distinct = (items: Iterable<string>) => [...new Set(items)].sort()

/** Decodes by the vendor's own parameter names where they are known, and by value class everywhere. Pure. */
export function decodeRequest(request: PageRequest): DecodedRequest {
  const index: ParamIndex = indexParams(request)
  const named = nameRequest(request, index)
  const decoder = named === null ? undefined : readers.get(named.vendor.id)
  const receives = new Set<string>()
  const inRole: Record<Role, Array<string>> = { event: [], url: [], title: [], search: [], client: [], login: [] }
  const events: Array<string> = []
  for (const param of request.params) {
    const content = param.class !== 'dom-content' || contentName.test(param.name)
    if (Object.hasOwn(dataWords, param.class) && param.in !== 'cookie' && content) receives.add(param.class)
    if (param.in === 'cookie' && param.class === 'client-id') receives.add('client-id')
    if (decoder === undefined || param.in === 'header' || param.in === 'cookie') continue
    for (const role of roles) {
      if (!decoder.matchers[role](param.name)) continue
      inRole[role].push(param.name)
      const kind = roleClass[role]
      if (kind !== undefined) receives.add(kind)
      if (role === 'event' && param.value !== null) events.push(param.value)
    }
  }
  for (const hit of request.canaries) receives.add(dataClassOf(hit))
  return {
    request,
    named,
    events: distinct(events),
    receives: distinct(receives),
    urlParams: distinct(inRole.url),
    titleParams: distinct(inRole.title),
    typed: request.canaries.filter((hit) => !isLinkCanary(hit.field)),
    ids: decoder === undefined ? [] : distinct(idsOf(decoder, request)),
  }
}

/** What a reader must see first when not all fits: what a person typed, then what tells who they are, then the rest. */
const telling = [
  /^(typed-value|keystrokes|email|phone|hashed-.*)$/,
  /^(search-text|login-id|dom-content|page-text|element-text)$/,
  /^(page-url|page-title)$/,
  /^client-id$/,
  /^(referrer|geo)$/,
]

function rank(kind: string): number {
  const at = telling.findIndex((pattern) => pattern.test(kind))
  return at === -1 ? telling.length : at
}

/** "what was typed into the form, a device id": the kinds of data in words, the most telling first, at most `most`. */
export function inWords(classes: Iterable<string>, most = 3): string {
  const kinds = [...new Set(classes)].sort((a, b) => rank(a) - rank(b))
  const words = kinds.map((name) => (Object.hasOwn(dataWords, name) ? dataWords[name]! : name))
  const shown = words.slice(0, most).join(', ')
  const more = words.length - most
  return more > 0 ? `${shown} and ${more === 1 ? '1 more kind' : `${more} more kinds`} of data` : shown
}
