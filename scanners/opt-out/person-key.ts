import { createHmac } from 'node:crypto'
import { normaliseEmail, normalisePhone } from './address.ts'

/** Turns what names a person into `phone:`, `email:` or `pt:` and a keyed hash; the plain value goes no further. */
export type PersonKeys = {
  phone: (raw: string) => string | undefined
  /** First three digits of a North American number. */
  areaCode: (raw: string) => string | undefined
  email: (raw: string) => string | undefined
  patient: (raw: string) => string
}

type Address = { key: string | undefined; areaCode: string | undefined }
const unread: Address = { key: undefined, areaCode: undefined }

const rememberedAtMost = 200_000

/** `secret` belongs to the organisation; without it nobody can link a report to a number again. */
export function personKeys(secret: Uint8Array): PersonKeys {
  const known = new Map<string, string>()
  const hash = (type: string, value: string): string => {
    const plain = `${type}:${value}`
    let key = known.get(plain)
    if (key === undefined) {
      key = `${type}:${createHmac('sha256', secret).update(plain).digest('hex').slice(0, 32)}`
      if (known.size >= rememberedAtMost) known.clear()
      known.set(plain, key)
    }
    return key
  }
  // Numbers and addresses repeat as they are written, so each way of writing is read once.
  const phones = new Map<string, Address>()
  const emails = new Map<string, Address>()
  const remember = (written: Map<string, Address>, raw: string, address: Address): Address => {
    if (written.size >= rememberedAtMost) written.clear()
    written.set(raw, address)
    return address
  }
  const readPhone = (raw: string): Address => {
    const normal = normalisePhone(raw)
    if (normal === undefined) return unread
    return { key: hash('phone', normal), areaCode: /^\+1(\d{3})\d{7}$/.exec(normal)?.[1] }
  }
  const readEmail = (raw: string): Address => {
    const normal = normaliseEmail(raw)
    return normal === undefined ? unread : { key: hash('email', normal), areaCode: undefined }
  }
  const phone = (raw: string) => phones.get(raw) ?? remember(phones, raw, readPhone(raw))
  return {
    phone: (raw) => phone(raw).key,
    areaCode: (raw) => phone(raw).areaCode,
    email: (raw) => (emails.get(raw) ?? remember(emails, raw, readEmail(raw))).key,
    patient: (raw) => hash('pt', raw.trim()),
  }
}
