/** What a recipient is for. `font-cdn` stands for fonts and other static delivery. */
export type TrackerCategory =
  | 'ad-pixel'
  | 'analytics'
  | 'session-replay'
  | 'tag-manager'
  | 'customer-data-platform'
  | 'error-monitoring'
  | 'ab-test'
  | 'marketing'
  | 'chat'
  | 'call-tracking'
  | 'form'
  | 'scheduler'
  | 'review-widget'
  | 'map'
  | 'video'
  | 'social-embed'
  | 'captcha'
  | 'font-cdn'
  | 'consent'
  | 'payment'
  | 'accessibility'
  | 'unknown'

/** `hosts`: space-separated; "host" is exact, ".host" is it and all below it; "host/path" and "host~part" bind the path. */
export type TrackerRow = readonly [id: string, name: string, owner: string, category: TrackerCategory, hosts: string]

/**
 * What names a vendor on any host: all parts must be there. `params` lists what must occur in the query or the body:
 * "name", "name=value", "name~pattern" or "name:value class"; "a|b" takes either; "body~pattern" looks at the kind of body the scanner
 * recognised. A name is also met as the end of a dotted body path.
 */
export type TrackerShape = {
  id: string
  methods: string
  path: RegExp
  params: ReadonlyArray<string>
}

/** Where a vendor's library is loaded from, and the globals only the real library leaves (a stub leaves none of them). */
export type TrackerLoader = { id: string; script: RegExp; globals: ReadonlyArray<string> }

/** Parameter names, as globs with `*`; `ids` also takes "path:pattern" with one group. */
export type TrackerFields = {
  event?: string
  url?: string
  title?: string
  search?: string
  client?: string
  login?: string
  typed?: string
  ids?: ReadonlyArray<string>
}

/** Does the vendor sign a business associate agreement for this product? A dated fact, never a verdict. */
export type BaaFact = {
  signs: 'never' | 'some-tiers' | 'yes' | 'unknown'
  source: string
  note: string
  /** false: the vendor's own page was not read first-hand. */
  confirmed: boolean
}
