const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i
const webToken = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}$/
/** Campaign and click ids mark an advertisement, not a patient. */
const campaign =
  /^(utm_\w+|g?clid|gbraid|wbraid|gclid|gad_\w+|fbclid|msclkid|ttclid|twclid|li_fat_id|mc_[ce]id|_g[al]|ver|v|page|p|q|s|lang|locale|hl|cb|ts)$/i
const tokenName =
  /^(t|tok|token|access_?token|key|code|sig|signature|hash|h|k|uid|pid|rid|sid|mrn|invite|invitation|ref_?id|request_?id|patient_?(id|key)|visit_?(id|key)|appointment_?id|recipient(_?id)?|contact_?id|guid|uuid|id|u|r|auth|jwt|otp|magic|link)$/i

/** What the redaction gate leaves of a code; of a query it keeps the names only. */
const redacted = /^(\{|%7B)(token|uuid|hex|personal|code)(:\d+)?(\}|%7D)$/i
const telling =
  /^(tok|token|access_?token|key|code|sig|signature|hash|invite|invitation|patient_?(id|key)|visit_?(id|key)|appointment_?id|recipient(_?id)?|guid|uuid|jwt|otp|magic|mrn)$/i

function isRandom(value: string, minLength: number): boolean {
  if (value.length < minLength) return false
  if (uuid.test(value) || webToken.test(value)) return true
  if (/^[0-9a-f]{16,}$/i.test(value)) return /\d/.test(value) && /[a-f]/i.test(value)
  if (!/^[\w.~-]+$/.test(value)) return false
  // Words joined by hyphens are a slug; a token mixes digits into its letters more than once.
  const runs = value.match(/\d+/g)?.length ?? 0
  const letters = value.match(/[a-z]+/gi)?.length ?? 0
  const mixedCase = /[a-z]/.test(value) && /[A-Z]/.test(value)
  const wordlike = value.split(/[-_.~]/).filter((part) => /^[a-z]{3,}$|^\d{1,4}$/.test(part)).length
  if (wordlike >= 2) return false
  return (runs >= 2 && letters >= 2) || (mixedCase && runs >= 1 && value.length >= 8 && letters >= 2)
}

/** Why an address looks like a link made for one patient, or null: a random path part or a token parameter. */
export function tokenInUrl(url: URL): string | null {
  const { pathname, searchParams, hash } = url
  for (const segment of pathname.split('/').filter(Boolean)) {
    if (redacted.test(segment)) return 'the path holds a personal code'
    if (isRandom(segment.replace(/\.(html?|php|aspx?)$/i, ''), 8)) return 'the path holds a personal code'
  }
  for (const [name, value] of [
    ...searchParams,
    ...new URLSearchParams(hash.slice(hash.lastIndexOf('?') + 1).replace(/^#[/!]*/, '')),
  ]) {
    if (campaign.test(name)) continue
    if (value === '' && telling.test(name)) return `the parameter "${name}" holds a personal code`
    const numbered = /^\d{6,}$/.test(value) && /(patient|visit|mrn|appointment|recipient|contact)/i.test(name)
    if (tokenName.test(name) && (redacted.test(value) || numbered || isRandom(value, 8)))
      return `the parameter "${name}" holds a personal code`
    if (isRandom(value, 20)) return `the parameter "${name}" holds a personal code`
  }
  return null
}
