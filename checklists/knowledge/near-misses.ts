/** Everyday words one or two letters away from a clinical term: never read as its misspelling. */
export const nearMisses = `
abdication abdications abduction abductions abilities ability ablution ablutions aborts addition additions afterwards
aligned allegro allegros ambient amours angiosperm angiosperms antihistamine antihistamines antivirus archaeologist
arteriosclerosis arthropod arthropods aspiring astigmatic augmented augmenting autobiographies autobiography begetting
berthing besetting bifocal biological biopsied birching blaster blasters bleating bleeping blending blotting bluster
blusters boaster boasters boating bolster bolsters bondage boosted braced bracken braising breeding bulimic bulimics
cadets cancel cancels canter canters capping capsuled cardboard cardigan cartography cashing catarrh catastrophic
cellulose chilly clinching clutching coagulating collation collations comparing concert concerto concertos concerts
concession concessions conclusion conclusions concoction concoctions confection confections confession confessions
confusion confusions connection connections consoling constipate constipates constipating constituted constitution
constitutions contention contentions contracting contraction contraption contraptions contravention contraventions
contusion contusions convection convention conventions copping copulation corned corner corners cornet cornets
cornmeal couching countering craving creating creative creatives creator creators cremation cremations crossbones
crossfire crossfires crosswise crunching crushing cryptography crystallography cussing decreased denature denatures
depletion depresses depressing depressingly dichotomies differing digressed digression digressions digressive
dinginess dioxin dioxins dirtiness disport disports divans doings doling doming doping dotage doting dousing dowsing
dozing ecologist electroencephalogram electroencephalograms electroencephalograph electroencephalographs electrolysis
expanded expectancy expectantly expectorant expectorants extinction extinctions extracting extractor extractors
extradition extraditions extrication faking farted farting fasten fastens faster fating feasted feasting feinting
feller festivities festivity filled fillet fillets filter filters flaming flamings flanking flaring flawing flaying
floater fluorine fluorite fortes freighted fuller gaiter gaiters generic generics genial grossness haling halter
halters headed healer healers heaped heaping heated heaved heaving heeled heeling herein holder holders holier holler
hollers holography holster holsters homeopathy hooter hooters hotter hydrolysis hydrotherapy hyperbolic hypodermic
hypodermics inception inceptions inching incontinent indignation indirection infantile infarction infested inflated
inflected infliction influence influences infraction infractions ingestion injunction injunctions inseminating insole
insomniac insomniacs inspection inspections intention intentions invention inventions labium lactating lancet legion
legions lesson lessons lexicography lithography lyrical lyrics macroscopic malarial maligning microscopic migrant
migrants necrophilia oceanography ophthalmic orthographies orthography overdoes overdone overdosing overnight
overnights oversight oversights painfuller palliating palliation palpitating palpitation peacemaker peacemakers
pealing peeing peeking peeping peering peeving pericardia physic physics poignancy pornography proctored proctoring
prognostic prognostics prolix prophetic proverb proverbs radiating radiotherapist radiotherapists raglan raglans
rasher rashers rashest recession recessions reflection reflections refracting rescission resonance resonances retailer
retailers retained retraction retractions rhinoceroses romaine sciatic sclerosis scoring sculpture sculptured
sculptures sedition selling shelling shingle shingled shoring shortwave shortwaves shutter shutters singular singulars
smelling snaring snorting snowing sociologist spelling spellings splatting spline splines splintering splits splitting
splittings sporing springing sprint sprinting sprints sputter sputters squinting stains static stating station
stations stenography storing strained streptomycin sturgeon sturgeons sureness sutured swilling tangling telescopic
tended tenser terminate terminates tinder tingeing tinging tinkling topographies topography tracheotomies transcended
transfusing transponder transponders trickster tricksters triglyceride ultras ultrasonic underline underlines
undermine undermines underrate underrates underside undersides underwrite underwrites volume volumes vulgar vulvae
watchmen wheeling whittling wrinkle wrinkled xerography zoologist
`
