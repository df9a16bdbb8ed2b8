import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Search } from '../components/screens/search.tsx'
import { asking, tried } from '../http/answer.server.ts'
import { search } from '../use-cases/search.ts'
import { searchResults } from '../views/search.ts'

export const handle = { title: 'Search' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const query = new URL(args.request.url).searchParams.get('query')?.trim() ?? ''
  const { value, errors } = await tried(async () => search(proviso, actor, { query }))
  return { query, results: searchResults(value?.groups ?? []), error: errors?.query ?? null }
}

export default function SearchRoute() {
  return <Search {...useLoaderData<typeof loader>()} />
}
