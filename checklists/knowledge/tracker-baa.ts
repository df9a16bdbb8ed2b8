import type { BaaFact } from './tracker.ts'

/** The month these pages were last looked at; a build never moves it. */
export const baaCheckedOn = '2026-11'

const askVendor = 'Not confirmed on the vendor’s own page; ask the vendor whether an agreement covers this product.'

function verify(source: string, note: string): BaaFact {
  return { signs: 'unknown', source, note: `${note} ${askVendor}`, confirmed: false }
}

/** Rows whose source is not the vendor's own page ship as unknown, with what is said about them as the note. */
export const baaFacts: Readonly<Record<string, BaaFact>> = {
  ga4: {
    signs: 'never',
    source: 'support.google.com/analytics/answer/13297105',
    note: 'Google states that it offers no agreement for Google Analytics and that health information must not be exposed to it.',
    confirmed: true,
  },
  ua: {
    signs: 'never',
    source: 'support.google.com/analytics/answer/13297105',
    note: 'Google states that it offers no agreement for Google Analytics.',
    confirmed: true,
  },
  fullstory: {
    signs: 'some-tiers',
    source: 'help.fullstory.com article 17635706856599',
    note: 'FullStory provides its own agreement and at the same time forbids sending health data.',
    confirmed: true,
  },
  'meta-pixel': verify(
    'facebook.com/legal/businesstech',
    'The business-tool terms bar health information; trade sources state that no agreement is offered.',
  ),
  'meta-capi-gateway': verify('facebook.com/legal/businesstech', 'The business-tool terms bar health information.'),
  'google-ads': verify('support.google.com', 'Not known to be on Google’s list of covered services.'),
  gtm: verify('support.google.com', 'Not known to be on Google’s list of covered services.'),
  youtube: verify('support.google.com', 'Not known to be on Google’s list of covered services.'),
  'google-maps': verify('support.google.com', 'Not known to be on Google’s list of covered services.'),
  recaptcha: verify('support.google.com', 'Not known to be on Google’s list of covered services.'),
  'google-fonts': verify('support.google.com', 'Not known to be on Google’s list of covered services.'),
  tiktok: verify('vendor terms', 'Advertising platform; none known to offer an agreement.'),
  linkedin: verify('vendor terms', 'Advertising platform; none known to offer an agreement.'),
  'x-ads': verify('vendor terms', 'Advertising platform; none known to offer an agreement.'),
  pinterest: verify('vendor terms', 'Advertising platform; none known to offer an agreement.'),
  snap: verify('vendor terms', 'Advertising platform; none known to offer an agreement.'),
  reddit: verify('vendor terms', 'Advertising platform; none known to offer an agreement.'),
  'bing-uet': verify('vendor terms', 'Advertising platform; none known to offer an agreement.'),
  clarity: verify('trade sources', 'Said to be outside Microsoft’s agreement for Azure and 365.'),
  hotjar: verify('trade sources', 'Said to be offered on no plan.'),
  segment: verify('trade sources', 'Said to be offered at business and enterprise tiers.'),
  mixpanel: verify('trade sources', 'Said to be offered with enterprise contracts.'),
  amplitude: verify('trade sources', 'Said to be offered with enterprise contracts.'),
  posthog: verify('posthog.com/docs/privacy/hipaa-compliance', 'Said to be offered at some tiers.'),
  logrocket: verify('trade sources', 'Said to be offered at the enterprise tier.'),
  'datadog-rum': verify('vendor pages', 'Only its listed services; ask whether RUM and session replay are among them.'),
  adobe: verify('vendor pages', 'Said to be offered with a health add-on.'),
  trustpilot: verify(
    'legal.trustpilot.com/for-businesses/hipaa-business-associate-addendum',
    'An addendum is published; its scope is to be read.',
  ),
  freshpaint: verify('vendor pages', 'Sold for this purpose.'),
  'piwik-pro': verify('vendor pages', 'Sold for this purpose.'),
  piano: verify('vendor pages', 'Sold for this purpose.'),
}

export const baaUnknown: BaaFact = { signs: 'unknown', source: 'not looked up', note: askVendor, confirmed: false }
