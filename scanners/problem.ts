/**
 * The closed table of failures the outside world can cause. A code is written here and nowhere else.
 * `says` is what is wrong, `hint` is what to do, `retry` tells the queue whether trying again can help.
 */
const table = {
  // documents
  'not-a-baa': [
    'This document does not read as a business associate agreement.',
    'Upload the agreement itself, or paste its text.',
    false,
  ],
  'almost-a-baa': [
    'This document is about an agreement but is not the agreement itself.',
    'Upload the signed agreement it refers to.',
    false,
  ],
  'wrong-party': [
    'The vendor you named is not a party to this agreement.',
    'Check that the right file was chosen for this vendor.',
    false,
  ],
  'no-text-layer': [
    'The pages are pictures without readable text.',
    'Upload a sharper scan, or a copy made from the original document.',
    false,
  ],
  'encrypted-document': ['The file is locked with a password.', 'Upload a copy without a password.', false],
  'unreadable-document': [
    'The file is damaged and could not be read.',
    'Export it again from the program it came from and upload that copy.',
    false,
  ],
  'unsafe-document': [
    'The file contains something we do not open, such as an external entity or two parts of one name.',
    'Export a plain copy and upload that.',
    false,
  ],
  'unsupported-type': [
    'This type of file is not read here.',
    'Use one of the file types named beside the upload field.',
    false,
  ],
  'language-not-covered': [
    'The text is not in a language we judge.',
    'Upload the English text if there is one.',
    false,
  ],
  'empty-input': [
    'There is nothing to read in this input.',
    'Choose a file that holds text, or paste the text.',
    false,
  ],
  // size and time, any door
  'too-large': [
    'The input is larger than we read.',
    'Split it, or reduce it below the limit named beside the field.',
    false,
  ],
  'timed-out': [
    'It took longer than the time allowed.',
    'Try again later; if it happens again, try a smaller part.',
    true,
  ],
  // rows and fields
  'unknown-format': [
    'The format of this file was not recognised.',
    'Name its format, or say what its columns hold.',
    false,
  ],
  'no-heading': [
    'This file has no heading that names its columns.',
    'Export it again with the names of the columns in its first line.',
    false,
  ],
  'bad-rows': [
    'Too many rows could not be read.',
    'Look at the rejected lines, correct the export and upload it again.',
    false,
  ],
  // sites
  'bad-url': [
    'This is not a web address we can open.',
    'Give a full address that starts with https:// or http://.',
    false,
  ],
  dns: ['The name of the site could not be found.', 'Check the spelling of the address.', true],
  connect: ['The site did not accept a connection.', 'Check that the site is up, then try again.', true],
  tls: [
    'The site’s certificate could not be trusted.',
    'Ask the site’s owner to renew or correct the certificate.',
    true,
  ],
  'http-4xx': [
    'The site answered that the page is missing or closed to us.',
    'Check the address, or ask the owner whether the page needs a login.',
    false,
  ],
  'http-5xx': ['The site answered with an error of its own.', 'Try again later.', true],
  'bot-challenge': [
    'The site asked for proof of a human visitor.',
    'Ask the owner to let the scanner in, or look at the page by hand.',
    false,
  ],
  'login-required': ['The page is behind a login.', 'Ask the owner for a scan with a test account.', false],
  robots: [
    'The site asks robots not to open this page.',
    'Ask the owner for permission and scan again with it.',
    false,
  ],
  'off-site-redirect': ['The page sent us to another site.', 'Scan that other site on its own.', false],
  'redirect-loop': ['The page redirected without end.', 'Ask the owner to correct the redirect.', false],
  'not-html': ['The address does not lead to a web page.', 'Give the address of a page.', false],
  'empty-page': ['The page loaded but showed nothing.', 'Open it by hand; it may need something we do not have.', true],
  'blocked-address': [
    'The address leads into a private network, which we never open.',
    'Give a public address.',
    false,
  ],
  'blocked-scheme': [
    'Only http and https addresses are opened.',
    'Give an address that starts with https:// or http://.',
    false,
  ],
  'blocked-port': ['This port is not one we connect to.', 'Give an address on port 80 or 443.', false],
  crashed: ['The page brought the browser down.', 'Try again; the part seen before is kept.', true],
  'capture-incomplete': [
    'Part of what the page sent could not be read.',
    'Scan the page again; treat the result as open until then.',
    true,
  ],
  'consent-failed': [
    'The cookie choice could not be made.',
    'Make the choice by hand and look at the requests.',
    false,
  ],
  'loaded-silent': [
    'A tracking library ran but sent nothing we could see.',
    'Look at the library’s settings; it may send for other visitors.',
    false,
  ],
  'opaque-payload': [
    'Data was sent in a form that could not be opened.',
    'Ask the recipient what this request holds.',
    false,
  ],
  'matcher-fault': ['The self-check of the matcher failed on this page.', 'Scan the page again.', true],
  'not-attested': [
    'Nothing was typed, because the scan had no permission to type.',
    'Scan again with the site owner’s permission.',
    false,
  ],
  'deny-listed': ['The owner of this site asked not to be scanned.', 'Respect the request; talk to the owner.', false],
  cancelled: ['The run was stopped before its end.', 'Start it again when you are ready.', false],
  // this machine
  'no-browser': [
    'No browser was found on this machine.',
    'Install Chromium, or set PROVISO_BROWSER to its path.',
    false,
  ],
  'no-sandbox': [
    'The browser’s sandbox cannot run here and it is set as required.',
    'Run as an ordinary user, or unset PROVISO_BROWSER_SANDBOX.',
    false,
  ],
  'worker-lost': [
    'The worker stopped three times before it could finish.',
    'Look at Doctor, then start the run again.',
    false,
  ],
  'no-evidence': [
    'The saved evidence could not be read.',
    'Give a file or folder that this program has written.',
    false,
  ],
} as const satisfies Record<string, readonly [says: string, hint: string, retry: boolean]>

export type ProblemCode = keyof typeof table

export const problemCodes = Object.keys(table) as [ProblemCode, ...Array<ProblemCode>]

/** What a code means: one sentence on what is wrong, one on what to do, and whether a retry can help. */
export function describeProblem(code: ProblemCode): { says: string; hint: string; retry: boolean } {
  const [says, hint, retry] = table[code]
  return { says, hint, retry }
}

export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(table, value)
}

/**
 * An expected failure of the world. Throw it; never return null, never log and go on.
 * `detail` is for the person (a name, a number, a line), never evidence or personal data.
 */
export class ScanProblem extends Error {
  readonly code: ProblemCode
  readonly detail: string | undefined

  constructor(code: ProblemCode, detail?: string) {
    super(detail === undefined ? `${code}: ${describeProblem(code).says}` : `${code}: ${detail}`)
    this.name = 'ScanProblem'
    this.code = code
    this.detail = detail
  }
}
