import { baaCheckedOn } from '../knowledge/tracker-baa.ts'
import { agreementInForce } from '../proof.ts'
import type { EvidenceOf, Verdict } from '../requirement.ts'
import type { DecodedRequest } from './decode.ts'
import { siteOf } from './reading.ts'
import { type Vendor, vendorOfHost } from './vendors.ts'

type Registry = EvidenceOf<'registry'>

/** Who receives: the vendor where one is named, else the site behind the host. */
export type Receiver = { vendor: Vendor | null; host: string; site: string; name: string; party: string }

export function receiverOf({ named, request }: DecodedRequest): Receiver {
  const vendor = named?.vendor ?? null
  // A recording format says what is sent, not who gets it: the company is the one behind the host.
  if (vendor?.id === 'rrweb-any') {
    const site = request.registrableDomain
    return { vendor, host: request.host, site, name: `${site} (a session recorder)`, party: site }
  }
  return {
    vendor,
    host: request.host,
    site: request.registrableDomain,
    name: vendor?.name ?? request.registrableDomain,
    party: vendor?.id ?? request.registrableDomain,
  }
}

/** A host named by a page but not asked, such as the target of a form. */
export function receiverOfHost(host: string): Receiver {
  const vendor = vendorOfHost(host)
  const site = siteOf(host)
  return { vendor, host, site, name: vendor?.name ?? site, party: vendor?.id ?? site }
}

function isSame(entry: Registry, { vendor, host, site }: Receiver): boolean {
  if (vendor !== null && entry.trackerIds.includes(vendor.id)) return true
  return entry.hosts.some((listed) => {
    const name = listed.toLowerCase()
    return name === host || host.endsWith(`.${name}`) || (name === site && vendor === null)
  })
}

/** The product list of one company is no agreement for another product: only the same vendor line or host counts. */
export function onFile(registry: ReadonlyArray<Registry>, receiver: Receiver): Registry | undefined {
  return registry.find((entry) => isSame(entry, receiver))
}

/** Lines of the legal floor that failed in the agreement's own reading: such a paper covers nothing yet. */
function failedLines(entry: Registry): Array<string> {
  return Object.entries(entry.agreement?.verdicts ?? {})
    .filter(([, verdict]) => verdict === 'fail')
    .map(([line]) => line)
}

/**
 * Whether an agreement covers what this company gets. `shown` is false where nothing speaks for or against one: the
 * register is empty, so that nobody looked.
 */
export function agreementFor(
  registry: ReadonlyArray<Registry>,
  receiver: Receiver,
  at: Date,
): { verdict: Verdict; because: string; shown: boolean } {
  const { vendor, name } = receiver
  const never = vendor?.baa.signs === 'never'
  const entry = onFile(registry, receiver)
  if (entry === undefined) {
    if (never)
      return {
        verdict: 'fail',
        shown: true,
        because: `${name} states that it signs no agreement for this product (${vendor.baa.source}, ${baaCheckedOn}).`,
      }
    // A vendor's own entry says what it agreed with us, not what it agreed with those it passes data to.
    if (registry.every(({ isSubject }) => isSubject))
      return { verdict: 'unknown', shown: false, because: `No agreement with ${name} was shown to us.` }
    return { verdict: 'fail', shown: true, because: `Agreement with ${name} on file: none.` }
  }
  const stands = agreementInForce(entry, at)
  if (stands.verdict !== 'pass') return { ...stands, shown: true }
  if (never)
    return {
      verdict: 'unknown',
      shown: true,
      because: `An agreement with ${name} is on file, but the vendor states that it signs none for this product (${vendor.baa.source}); show that it names this product.`,
    }
  const failed = failedLines(entry)
  if (failed.length > 0)
    return {
      verdict: 'fail',
      shown: true,
      because: `The agreement with ${name} on file misses ${failed.slice(0, 3).join(', ')}${failed.length > 3 ? ' and more' : ''}.`,
    }
  return { ...stands, shown: true }
}
