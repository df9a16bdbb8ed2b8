/** `+15125550101` for anything that reads as a phone, else undefined. Ten digits are taken as a US number. */
export function normalisePhone(raw: string): string | undefined {
  const text = raw
    .replace(/\s*(?:;?\s*ext(?:ension)?\.?|x|#)\s*\d{1,6}\s*$/i, '')
    .replace(/^(?:tel|sms|whatsapp):/i, '')
    // What spreadsheets make of a number: a quote before it, a decimal point behind it. "512.555.0000" is no such number.
    .replace(/^['’=\s]+/, '')
    .replace(/^(\+?\d{10,15})\.0+$/, '$1')
  // 1.51256E+10 has lost its last digits.
  if (/\d[eE][+-]?\d/.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 15) return undefined
  if (/[a-z]{2,}/i.test(text)) return undefined
  if (text.trim().startsWith('+')) return `+${digits}`
  if (digits.startsWith('011') && digits.length > 11) return `+${digits.slice(3)}`
  if (digits.length === 10) return `+1${digits}`
  return digits.length > 10 ? `+${digits}` : undefined
}

/** Trimmed and lower-cased; dots and plus tags are kept, because only the mail host knows whether they matter. */
export function normaliseEmail(raw: string): string | undefined {
  const text = raw
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]+)>$/, '$1')
    .toLowerCase()
  return /^[^\s@]+@[^\s@]+$/.test(text) ? text : undefined
}

/** A key of a worked case, `phone:(512) 555-0101` or `email:…` or `pt:…`, in its normal form. */
export function normaliseKey(key: string): string {
  const colon = key.indexOf(':')
  const [type, value] = [key.slice(0, colon), key.slice(colon + 1)]
  if (type === 'phone') return `phone:${normalisePhone(value) ?? value.trim()}`
  if (type === 'email') return `email:${normaliseEmail(value) ?? value.trim().toLowerCase()}`
  return `${type}:${value.trim()}`
}
