/** Everyday words of no other table one or two letters away from a clinical term: never read as its misspelling. */
export const nearMisses = `
antivirus apologist apologists centurion centurions condos cosmologist cosmologists creatives crossbones crossfire crosswise
cryptography discarded divans ethnologist fertilizer flared flattering forcefulness gaggle homelessness ideologist infractions
injunctions inflected intuitions investing kaleidoscopic lexicography lighthearted lithography liveliness loneliest musicologist
mythologist oversights paleontologist progressively raglan realising refines relives restating retailer retailers romaine
shortwave shuttering splintering sturgeon transponder transponders
`
