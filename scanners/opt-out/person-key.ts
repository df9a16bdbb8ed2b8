import { createHmac } from 'node:crypto'
import { normaliseEmail, normalisePhone } from './address.ts'

/** Turns what names a person into `phone:`, `email:` or `pt:` and a keyed hash; the plain value goes no further. */
export type PersonKeys = {
  phone: (raw: string) => string | undefined
  email: (raw: string) => string | undefined
  patient: (raw: string) => string
}

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
  return {
    phone: (raw) => {
      const normal = normalisePhone(raw)
      return normal === undefined ? undefined : hash('phone', normal)
    },
    email: (raw) => {
      const normal = normaliseEmail(raw)
      return normal === undefined ? undefined : hash('email', normal)
    },
    patient: (raw) => hash('pt', raw.trim()),
  }
}
