import { z } from 'zod'

/** There is no such thing here: unknown, or of another organisation. A door answers 404 without a name. */
export class NotFound extends Error {
  constructor() {
    super('There is nothing here under this id.')
    this.name = 'NotFound'
  }
}

/** The role may not do this. A door answers 403, or better, never offers it. */
export class Forbidden extends Error {
  constructor() {
    super('Your role does not allow this.')
    this.name = 'Forbidden'
  }
}

/** Bad input: one clear sentence a field; "" holds what belongs to none. A door answers 400. */
export class InvalidInput extends Error {
  readonly fields: Readonly<Record<string, string>>

  constructor(fields: Readonly<Record<string, string>>) {
    super('The input cannot be used.')
    this.name = 'InvalidInput'
    this.fields = fields
  }
}

/** Parses what came through a door. Unknown fields are refused, so nothing can be smuggled in. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
  throw new InvalidInput(fields)
}

export const idSchema = z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/, 'This id is not one of ours.')
