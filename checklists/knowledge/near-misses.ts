/** Everyday words one or two letters away from a clinical term: never read as its misspelling. */
export const nearMisses = `
abdication abdications abduction abductions abilities ability ablution ablutions aborts acting addition additions
afterwards aligned allegro allegros ambient amours angiosperm angiosperms anthologist antihistamine antihistamines
antivirus apologist apologists archaeologist arching arteriosclerosis arthropod arthropods ashing aspiring astigmatic
augmented augmenting autobiographies autobiography automatic automatics badder balding bandying banging banking
banning barraging beaching begetting benching bending berthing besetting bestridden bifocal binding bindings
biological biopsied birching blackout blander blaster blasters bleating bleeping blending blotting bluster blusters
boaster boasters boating bolster bolsters bondage boosted braced bracken braise braises braising branch branding
breeding broach bronco broncos brooch bruiser bruisers brunch bulimic bulimics cadets callous callused cancel cancels
canter canters capping capsuled cardboard cardigan carnal cartography cashing catarrh catastrophic cellulose centurion
centurions chilly choler clarification clarifications clinching clutching coagulating collation collations collusion
comparing concert concerto concertos concerts concession concessions conclusion conclusions concoction concoctions
confection confections confession confessions confusion confusions connection connections consoling constipate
constipates constipating constituted constitution constitutions contagion contagions contention contentions
contracting contraction contraption contraptions contravention contraventions contusion contusions convection
convention conventions copping copulation corned corner corners cornet cornets cornmeal cosmetologist cosmologist
cosmologists couching countering craving creating creative creatives creator creators cremation cremations
criminologist criminologists crossbones crossfire crossfires crosswise crunching crushing cryptography crystallography
cussing dearness debriefing debriefings decreased degeneration degrading denature denatures depletion depresses
depressing depressingly depriving deriding dichotomies dichotomy differing digressed digression digressions digressive
dinginess dioxin dioxins dirtiness disordered disport disports divans doings doling doming doping dotage doting
dousing dowsing dozing dropped ecologist elastic electroencephalogram electroencephalograms electroencephalograph
electroencephalographs entomologist entomologists ethnologist etymologist exhumation exhumations expanded
expectancy expectantly expectorant expectorants extinction extinctions extracting extractor extractors extradition
extraditions extrication eyelash faking farted farting fasten fastens faster fating feasted feasting feinting feller
festivities festivity filled fillet fillets filter filters flaming flamings flanking flaring flawing flaying floater
fluorine fluorite forcefulness fortes freighted fretfulness fuller gaiter gaiters gastronomical generic generics
genial graphologist grossness haling halter halters hammering hammerings hampering hamstrung harshness headed healer
healers heaped heaping hearse hearses heated heaved heaving heeled heeling herein heroic heroics heroine herons
hoariness hoarser holder holders holier holler hollers holography holster holsters homeless homeopathy hooter hooters
horses hotter hydrolysis hydrotherapy hyperbolic hypodermic hypodermics hysteresis ideologist impatience impatiences
implacable importance impudence impunity inception inceptions inching incontinent incubation inculcation indignation
indirection infantile infarction infested inflated inflected infliction influence influences infraction infractions
ingesting ingestion injunction injunctions inseminating insole insomniac insomniacs inspection inspections insulation
intention intentions interstice interstices intertwine intertwines intestate intimation intimations intonation
intonations intuition intuitions invention inventions investing kaleidoscopic labium lactating lanced lancer lancers
lances lancet layered legion legions lesson lessons lexicography lighthearted lithography lyrical lyrics macroscopic
malarial maligning mediated meditated microscopic microscopy migrant migrants modern moderns musicologist mythologist
necrophilia needless oceanography ophthalmic ornithologist ornithologists orthographies orthography overdoes overdone
overdosing overnight overnights oversight oversights painfuller palliating palliation palpitating palpitation
peacemaker peacemakers pealing peeing peeking peeping peering peeving penologist pericardia philologist phonologist
physic physics plague plagues poignancy pornography proctored proctoring prognostic prognostics progressively prolix
prophetic prostrate prostrates proverb proverbs radiating radiotherapist radiotherapists raglan raglans rasher rashers
rashest recession recessions recital recitals reelection reelections reflection reflections refracting rejection
rejections rental rentals rescission resonance resonances retailer retailers retained retention retraction retractions
rhinoceroses rickety romaine sauntering scattering sciatic sclerosis scoring scotching sculpture sculptured sculptures
sedition seismologist selling servility shattering shelling shingle shingled shoring shortwave shortwaves shutter
shuttering shutters singular singulars sketching skittering slotting smattering smatterings smelling smirching snaring
snatching snitching snorting snowing sociologist spattering spatting spectroscopic spectroscopy spelling spellings
spitting splatting spline splines splintering splits splitting splittings spluttering sporing sporting spouting
springing sprint sprinting sprints sputter sputtering sputters squinting stability stains stanching starching static
stating station stations stenography stillness stimulate stimulates storing strained streptomycin stretching
stuffiness sturgeon sturgeons sureness sutured swattering swiftness swilling switching tangling tarpon tarpons tartan
tartans tarter telescopic tended tenons tenser terminate terminates tinder tingeing tinging tinkling topographies
topography tracheotomies transcended transfusing transponder transponders trickster tricksters triglyceride ultras
ultrasonic underline underlines undermine undermines underrate underrates underside undersides underwrite underwrites
volume volumes vulgar vulvae wapitis watchmen wheeling whittling withdrawn worthiest worthiness wrinkle wrinkled
xerography zoologist
noddle balking discarded ensure ensures wearing confessed reseating burying sniffing liberation animation animations
shuffling converted fearing waking diluted mitigate exhaustive afterward blinkered photons flattening splining winged
interlink progressivism clamping fertilizer flared condoned garble solaris electile stereoscopic congelation
fluorescent fisted realising
bracket addicting artistic consisted contrive contrives exhausting garbling refine refines scaring terminating
terminator wading abates ablaze annuities annuity appendices balling binning blemished bluntness blustered bolstered
burring calico carving carvings caving champing chariot chariots chewier chewiest coking conceited concurred condor
condors congealed contented cooing cooping coring cowing cramming craning crating crazing cultured dilute dilutes
diluting dilution ejection ejections fettering flattering fluster flustering flusters frittering gangling gurgle
gurgles gurgling hording hunches hurling hurtling hysterically impassive impatient impulsing impulsively interlocked
lathed lathing lilting liveliness lofting loneliest magnified nightmarish photon pickling plumping prefab prefabs
preservation preservative preservatives pricking pricklier pulping punctual pupping purring recant recants recapping
recline reclines redress relive relives resistor resistors rotaries rotary scuffling senate senates sharpness slabbing
sleeveless sneering sparring spectacle spurring stabbing staking staling staving taming tenderest terminators testis
thatching threshing treading twirls waging waning weaving welting whetting winced winked witting blankness condos
crapping crimping gaggle gaggles homelessness pimping restating slurping steepness
`
