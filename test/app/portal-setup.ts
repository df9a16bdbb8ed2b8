import type { Proviso } from '#app/proviso.server.ts'
import { createOwner, issueSetUpLink } from '#app/use-cases/create-owner.ts'
import type { Actor } from '#app/use-cases/permission.ts'

export const owner = {
  organisation: 'Harbor Family Clinic',
  name: 'Ada Quill',
  email: 'ada@harbor.example',
  password: 'correct horse battery staple',
}
export const door = { address: '127.0.0.1', userAgent: 'test' }

/** Goes through the set-up link as a person does. */
export async function setUpOwner(proviso: Proviso): Promise<{ headers: Headers; actor: Actor & { kind: 'person' } }> {
  const link = issueSetUpLink(proviso)
  const { headers, personId, organisationId } = await createOwner(proviso, door, { token: link!.token, ...owner })
  return { headers, actor: { kind: 'person', id: personId, name: owner.name, organisationId, role: 'owner' } }
}
