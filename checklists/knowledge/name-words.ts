/** Titles after which capitalised words are a person's name. */
export const personTitles = `dr drs dra dres doctor doctora doctors mr mrs ms miss mx sr sra srta don dona prof professor nurse enfermera np
pa rn coach rev`

/** Greetings after which one or two capitalised words are the patient's name. */
export const greetings = `hi hello hey dear hola estimado estimada estimados querido querida bonjour greetings morning afternoon evening dias tardes
welcome congratulations thanks gracias buenos buenas`

/** Given names that are also care words, and surnames seen in directories; capitalised and outside a care slot only. */
export const namesLikeTerms = `
dolores
rosa
luna
mercedes
lance
ivy
iris
bea
grace
hope
faith
joy
art
chase
brace
cast
ray
lashes
heather
colon
payne
paine
hart
bone
bones
blood
fever
stitch
foote
butts
hand
hands
legg
knee
kidney
cough
coffin
crown
bridges
bridge
shaver
cutter
doctor
nurse
gore
graves
rash
rasch
pill
pills
moles
mole
heal
healey
healy
head
shin
chin
chinn
ankle
back
foot
heel
hair
skinner
skin
lung
lungs
spleen
tung
toth
tooth
molar
root
canal
pope
pain
akers
ake
sicks
sickles
illingworth
burns
burn
burnes
cutts
wounds
bandy
cure
curie
curry
curtis
shotts
shots
shot
needle
needles
tumey
cyst
lump
bumpus
warts
wart
acker
hipp
hipps
lipp
lipps
lips
cheeks
cheek
brows
browe
nailer
nails
palmer
armes
arms
arm
leggett
thumb
fingers
toe
toews
vein
viens
heartz
hearn
earl
ear
eyre
eyes
eye
moody
mood
anger
blue
grief
savage
swift
slaughter
croker
graft
grafton
screws
pinn
stent
stents
carey
cavity
plaque
fillings
filler
chew
mash
spine
spines
lesion
salk
lyme
graham
parkinson
hodgkin
crohn
alzheimer
addison
cushing
bell
turner
lou
gehrig
`

/** What ends a street, a building or a district. */
export const addressWords = `street st avenue ave road rd boulevard blvd drive dr lane ln court ct plaza place pl square sq way highway hwy
parkway pkwy circle cir terrace ter trail trl building bldg suite ste floor fl room rm unit apt park mall tower towers bridge
bay beach hill hills heights springs valley creek crossing point village landing commons center centre junction ridge grove
lake river island calle avenida carretera edificio oficina piso exit pike turnpike alley loop row walk`

/** US states, full and short: "City, ST". */
export const stateWords = `al ak az ar ca co ct dc de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or
pa pr ri sc sd tn tx ut vt va wa wv wi wy alabama alaska arizona arkansas california colorado connecticut delaware florida
georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon
pennsylvania rhode tennessee texas utah vermont virginia washington wisconsin wyoming england ontario`

/** Towns whose name is a care word, said without their state. One line a place. */
export const placeNames = `
bath
corning
sugar land
crown point
crown heights
painesville
paint rock
hot springs
healdsburg
mole hill
boca raton
head of the harbor
big bone
heart butte
wounded knee
broken bow
bonesteel
knee lake
hand county
elbow lake
elbow beach
foot hill
bay head
hilton head
hilton head island
indian head
diamond head
nags head
marblehead
back bay
back cove
hells kitchen
cape fear
cape fear valley
cancer bay
canal street
canal fulton
canal winchester
root street
bridge street
tooth mountain
shoulder bay
great neck
little neck
neck road
colts neck
chest springs
belly river
kidney bay
lung mei
canker lake
fever river
tremor hill
spine road
shin pond
shot tower
sting ray way
burnet
lips beach
blood mountain
bloodworth
eye hill
black eye
lake placid
port arthur
port jefferson
port st lucie
port orange
port angeles
port richey
port washington
port chester
ring road
baby doe
mount healthy
healthy way
medical lake
medicine hat
medicine bow
medicine lodge
medicine park
sanatorium road
hospital drive
hospital road
medical plaza
medical center
medical arts
professional building
`
