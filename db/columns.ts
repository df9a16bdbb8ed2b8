import { customType } from 'drizzle-orm/sqlite-core'

/** A moment as UTC ISO text, which sorts as it reads; a Date in code. */
export const moment = customType<{ data: Date; driverData: string }>({
  dataType: () => 'text',
  toDriver: (date) => date.toISOString(),
  fromDriver: (text) => new Date(text),
})

/** Bytes made by `seal`: readable only with the organisation's key, which never lies in the database. */
export const sealed = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'blob' })
