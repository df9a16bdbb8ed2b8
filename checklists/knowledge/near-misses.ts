/** Everyday words one or two letters away from a clinical term: never read as its misspelling. */
export const nearMisses = `
patient patients patience visiting visited texting message messages
`
