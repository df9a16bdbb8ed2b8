import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Inside } from './inside.ts'
import { brands } from './schema.ts'

const wordsSchema = z.strictObject({ accent: z.string(), footer: z.string(), logoAlt: z.string() })

/** How an organisation's reports look. `accent` is "#rrggbb", "" = the product's own. */
export type Brand = z.infer<typeof wordsSchema> & { logo: Buffer | null; version: number }

const plainBrand: Brand = { accent: '', footer: '', logoAlt: '', logo: null, version: 0 }

export type BrandStore = ReturnType<typeof brandStore>

export function brandStore({ db, organisationId, seal, record }: Inside) {
  const { orm } = db
  const own = eq(brands.organisationId, organisationId)
  const place = (column: string) => `brand:${organisationId}:${column}`

  function get(): Brand {
    const row = orm.select().from(brands).where(own).get()
    if (row === undefined) return plainBrand
    const words = wordsSchema.parse(seal.open(row.words, place('words')))
    const logo = row.logo === null ? null : seal.openBytes(row.logo, place('logo'))
    return { ...words, logo, version: row.version }
  }

  return {
    get,

    /** false: somebody changed it since `version` was read; nothing is written. */
    change({ version, logo, ...words }: Brand): boolean {
      return db.write(() => {
        const before = get()
        if (before.version !== version) return false
        const set = {
          words: seal.json(words, place('words')),
          logo: logo === null ? null : seal.bytes(logo, place('logo')),
          version: version + 1,
        }
        orm
          .insert(brands)
          .values({ organisationId, ...set })
          .onConflictDoUpdate({ target: brands.organisationId, set })
          .run()
        const print = ({ logo: bytes, ...rest }: Omit<Brand, 'version'>) =>
          seal.hash(`${JSON.stringify(rest)} ${bytes?.toString('base64') ?? ''}`).slice(0, 16)
        const object = { kind: 'brand', id: null }
        record({ action: 'brand.changed', object, before: print(before), after: print({ ...words, logo }) })
        return true
      })
    },
  }
}
