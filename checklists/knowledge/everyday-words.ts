/**
 * Everyday words of outreach beside the neutral nouns: what may stand where care is usually named ("in for a chat")
 * without a hint. A word that is in no table at all warns there. Words, folded, in the singular.
 */
export const everydayWords = `
able above absolutely accept access across act active activity actual add additional adjust admin advance advice advise afford agree
air allow almost alone along already alternate alternative amazing among amount announce announcement annual another anybody anymore
anyone anything anytime anyway anywhere apart apologize apology apologies apply appreciate appreciation april arrange arrangement arrive
arriving article aside ask asking assist assure attach attached attend auto automatic automated available average avoid award awards away
awesome awful badge bad bank bar based basic basket bathroom beach beat beautiful become begin beginning behind believe below bench
benefit beside better between beyond big bike bit black blessing blog blue board boat body bonus border both bother bottom branch brand
bread break breakfast breezy brew bring bringing broken brought brown budget bug build built bulletin bump bunch bus business busier busy buy
cafe cake came camp campus cancel candle candy canned capital caption captain care careful cash catch cause celebrate celebration ceremony
certain chance channel chapter character charity chat cheer cheers cherish choir chocolate choose christmas church circle citizen civic
classic clean clear clerk click close closed closes closing closure clothes cloud club coat cocoa code collect collection color come comfort
commitment committee common commute company compare complete computer concert cone conference confident conflict congrats congratulations
connect consider construction contest continue control cook cookie cool corner correct costume counter couple courteous courtesy cover
crafts create crew cross crowd cup curb curbside curious current custom cut cute dad daily dance dash data date deal dear decade decide
deck dedicate deliver delight delighted demand depend deposit describe deserve design despite detour develop difference different difficult dinner
direct dish disruption distance district doing done donut doorbell double doubt down downstairs downtown dozen draft dress drink drive drop
dry due duplicate during duty each eager earliest early earn earth easier easiest easily east easter easy eat edit education either elect election
elevator else emails emergency enable encourage ending energy enjoy enough enter entrance envelope equal error especially essential establish
even ever every everybody everyone everything everywhere exact example excellent except exchange exciting excited exclude excuse exist expand
expect expire explain explore extend extended exterior extra fabulous facility fact fail fair fairly fall familiar famous fan fantastic far
farm fast faster fax feature fee feel felt fence festival festive few fiesta fifteen fifty fight figure fill film finally find fine finish
fire fireworks fix flag flat flexible floor flower flowers fly focus folks follow following food foot football forget forgot forgotten
format former forward found fountain four frame free freely freeze fresh friday fridge friend friendly frost fun fund funny furniture
gallery game garden gas gate gather gave general generation gentle getting giant girl give glad glance glitch global go going gold golden
gone good goodness got grab grade grand grant grateful great greatly green greet greeting ground grow guarantee guess guideline gym half
halfway hall halloween handle handy hang happen happening happy hard hardly harvest hassle hat head hear heard heart heat heating heavy
held hello helpful here hero hidden high highlight highway hiking hit hitch hold home homework honor hoop hope hopeful horizon host hot
hotline hotter huge human humor hundred hunt hurricane hurry ice icy ideal identify ignore imagine immediate important impossible improve
improvement inbound include including increase independence indoor industry inform inside instant instead integration interested interesting
internal internet interview into introduce inventory invitation invite involve jam january job join joke joy joyful july jump june junior just justice
keep kept kettle kick kindly kitchen knew knock know knowledge known labor lack lady laid lake lamp land lane large late lately later laugh
launch law lawn layout leadership leaf league learn learning least leave leaves leaving lecture left legal lemonade less let letter library
lie lift light lightning like likely limit lineup lion list listen little live loop lose lost lot loud love lovely low luck lucky luncheon
mail main maintain maintenance major make making mall manage many map marathon march mark market master match material matter maximum maybe
mayor mean means measure media medium meet melt men mention menu merge merry mess met middle might mild mile milestone million mini minimum
minor mirror miss missing mission mistake mix mode modern monday monitor mood moon more morning mostly motion mountain mouse move movie
moving much mug multi multiple museum music must mystery name narrow nation national native nature near nearby nearly neat necessary neighbor
nervous net never nice nine nobody noise none noon nor normal north nothing notice noticed notify novel november nowhere nut object observe
obtain obvious occasion october odd off offer offline often oil older once ongoing only onto opening operate operator opposite orange
orchard order ordinary organic organize original other otherwise ought outage outdoor outer outreach outside oven over overflow overnight
owe owner pace pack package page paid paint pair pancake panel pantry parade park particular pass passenger patch path patio pause pay
peace pen pencil penny people perfect perform perhaps period permit person photo piano pick picnic picture pie piece pilot pink pizza plain
plane plant plaque plate platform play playlist please pleased plenty plow plumbing plus pocket poem point police policy polite pool poor
pop popcorn popular population portion possible post poster potluck power powerful practical pray precious prefer prepare present press
pretty prevent price pride primary print printer prize probably problem process produce product program progress project promise prompt
prompts promptly proper property proposal protect proud proudly prove provide public publish pull pumpkin puppet purchase purple push put
puzzle quality quarter queen quest quick quickly quiet quite race radio rain raining rainy raise ran range rapid rate rather reach react ready
real realize really rear reason rebook receive recent recently recipe recognize recommend record recycle red redesign redo reduce refer
refresh refuse regard regarding region register regret regular reindeer related relax release relevant reliable relocate relocation remain
remaining remember remind remote remove renew renovation rent repeat reply report represent require rescue resend reserve reset resolve
resource respect respond restart restaurant restore restroom result resume retire retirement return reunion reveal reward rewind ribbon
rich ride right ring rise river road roadwork rock role roll roof rose rough round route row royal rude rule run running rush sad safe
safely said sale salute same sand santa save savory scarecrow scene scheme science scroll search seasonal second secret section security seek
seem select self sell senior sense separate serious serve seven several severe shade shake shape shine ship shirt shop shore shout show
shown showcase shuttle sidewalk sight simple simply since sincere single sit six sixty size skip sky sleepy slide slight slip slow small smart
smooth snack snow snowy snowman soccer social soft software sold some somebody someone something sometimes somewhere song soon sorry sort
sound soup source south spam spare speak special specific speech speed spell spend spirit splash split spoke sponsor sport sports spread
springtime square stage stair stairs stairwell stamp stand standard star start station stay steady steam step stick still stock stone
stood stop storage storm stormy straight strange stream strike string strong structure student studio study stuff style sudden sugar
suit summary sun sunday sunny sunshine super supper sure surface surprise sweep sweet swift swim switch symbol tab table tablet take tale
talent talk tall tap task tasty taught tax tea teach tech technical technology teen temperature temporary ten tennis tent terrace terrible
terrific text thank thanks thanksgiving theater theme thing think third thirty thorough thought thousand thrilled through throw thursday
tidy tight timely tiny tip title toast tonight took tool top topic total touch tough tour tournament toward toys track trade tradition
traffic train training transfer transition translate treat tree trial trick tried tropical trouble truck true truly truth try tuesday
tune tunnel turkey turn tv twenty twice type typical uncle under understand unfortunately unit unite unless unlike unlock until unusual
update upgrade upload upon upper upset upstairs urgent usual usually utility vacant valentine valid valley value van variety various
vary vendor venue version veteran village vinyl virtual visible visitor volume volunteer vote wait waited waiting walk wall want warm warmer
warn wash waste watch watching wave weather web webinar website wednesday week weekend weigh welcome welcoming well went west wet whatever
wheel whenever where wherever whether while white whole why wide wild willing win wind windy winner winter wise wish within without woman women
wonder wonderful wood word working workshop world worry worst worth wow wrap write writer wrong wrote yard yay yeah yellow yesterday yet
yoga young zero zone zoo
situation attack theory career desktop success behalf performance wedding administration production application effect
impact response purpose research government council town airport hotel meter keypad footbridge lakeside wire rewire uptown scam repave buzzer
administrative administrator aforementioned authorization automatically clarification classification comprehensive confidentiality
configuration customization demonstration electronically enthusiastically grandchildren identification implementation informational
infrastructure international interpretation miscellaneous participation qualification specification straightforward telecommunications
transformation understandably unforgettable
`
