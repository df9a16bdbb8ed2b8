import type { CheerioAPI } from 'cheerio'

// cheerio gives its node types no name of their own.
type Root = ReturnType<CheerioAPI['root']>[number]

export type PageNode = Root['children'][number]
export type Element = Extract<PageNode, { attribs: unknown }>
