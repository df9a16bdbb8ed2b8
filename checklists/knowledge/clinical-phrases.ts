/** Preparation, aftercare and euphemisms: what is told gives the procedure away. One line a phrase, folded. */
export const phrases = `
you may spot
may spot for
might spot
spot for a few days
is the ringing
ringing in your ear
ringing any better
in the drain
drain output
drain bulb
drain care
to be pulled
take your medications
your medications
expecting your baby
expecting a little
keep taking your
keep taking the
start taking your
start taking the
started taking the
stopped taking your
surgical boot
nothing but water
no food or drinks after
no food after
no food before
no eating after
no eating before
no drinking after
no drinking before
arrange a driver
arrange a ride home
arrange for a driver
have a ride home
have someone drive
someone to drive
driving you home
cannot drive
can't drive
can not drive
not be able to drive
unable to drive
no driving
do not drive
don't drive
should not drive
sedated
sedate
sedating
sedation
will be asleep
be asleep for
numb for
dilate
dilated
dilation
dilating
loose clothing
loose fitting
loose sleeves
leave jewelry at home
leave your jewelry
remove jewelry
remove all jewelry
remove your jewelry
remove metal
no nail polish
nail polish off
no contact lenses
special soap
surgical soap
antiseptic wash
do not shower
don't shower
do not bathe
don't bathe
do not swim
no swimming
no hot tub
no bathing
no contact sports
no gym for
no exercise for
no sex for
no intercourse
avoid lifting
do not lift
don't lift
no bending
no alcohol before
no caffeine
no solid
solid food
do not drink
don't drink
sips of water
clear fluids
clear liquid
low residue
bland foods
bland diet
soft food
soft diet
cold foods
warm compress
warm compresses
cold compress
cool compress
ice your
ice the area
ice for 20
elevate your
elevate the
keep your leg up
keep it up on
keep weight off
stay off the leg
change the dressing
change your dressing
keep the bandage dry
keep the area dry
keep it clean and dry
keep the site
pat dry
do not pick
don't pick
do not scratch
don't scratch
do not rub
don't rub
do not touch the
scab
scabs
scabbing
some redness
redness is normal
bruising is normal
drainage is
discharge is normal
spotting
spotting is
light bleeding
soak through
out of direct sun
skip your morning
skip your meds
hold your meds
hold your morning
take on an empty
take one
take two tablets
finish all of your
remaining doses
missed a dose
next dose
your dose
apply the cream
apply a thin layer
rinse with
salt water
salt rinse
swish
gargle
gargling
gargles
log your readings
check your sugar
check your pressure
weigh yourself
drink the prep
drink the solution
drink the contrast
first half of the prep
prep drink
prep instructions
pre visit prep
stay hydrated before
come with a full bladder
come with a empty stomach
come in fasting
fasting visit
wash your hair before
hair free of product
no perfume
bring your inhaler
bring your glucose
bring your meter
bring your stool
bring a sample
bring your sample
bring a urine
morning sample
first morning
collect the sample
provide a sample
pee before
hold your pee
when is the baby
new addition to the family
expecting moms
mommy to be
moms to be
growing bump
your bump
baby's first
trying for a baby
ttc
hearing again
seeing clearly
breathing easier
feeling less anxious
how bad is the
symptom free
symptoms
symptom
cancer free
last chemo
one year clean
months clean
years clean
months sober
years sober
smokefree
days smoke
craving
a drink today
lbs down
pounds lost
lbs lost
lost weight
goal weigh
down a size
new nose
before and after photos
your before photo
your after photos
inpatient
inpatient stay
discharged
after your stay
your hospital
hospital stay
urgent care visit
er visit
er trip
ambulance
fall risk
risk of falling
your accident
after the accident
car accident
work injury
injury
injuries
hurts
hurting
it hurts
still hurt
still hurting
any bleeding
any swelling
any side
any reaction
any new symptoms
temperature over
temp over
over 101
over 100.4
big snip
lift anything over
lift over 10
over 10 pounds
mom and baby
baby and you
may flake
start to flake
popsicles only
feel numb
numb the area
rest and heal
after your fall
feel drowsy
feel groggy
groggy
sleepy after
still have pain
pain scale
pain medicine
take your pill
your pill
pee in
spit in the tube
swab your
collect your sample
mail your kit
return your kit
off your feet
stay off your
on crutches
no red popsicles
nothing to eat
nothing to eat or drink
nothing to eat or drink after midnight
nothing to eat after midnight
nothing by mouth
no food or drink
no food or drink after midnight
no food after midnight
no eating or drinking
no solid food
not eat or drink
don't eat or drink
do not eat
don't eat
stop eating
stop eating and drinking
liquid diet
low fiber diet
empty stomach
empty your bladder
full bladder
come fasting
arrive fasting
please fast
fasting
fasted
npo
npo after midnight
bring a driver
bring someone to drive
have a driver
need a driver
need a ride home
drive you home
designated driver after
responsible adult
adult to drive
not drive for
don't drive yourself
shower with hibiclens
hibiclens
antibacterial soap
remove nail polish
no makeup
no makeup or lotion
no lotion or deodorant
no deodorant
no lotion
no jewelry or metal
remove all metal
wear loose clothing over
keep it elevated
keep your leg elevated
ice it
ice pack
apply ice
ice and elevate
ice for
heat pack
heating pad
warm salt water
saline rinse
no straws
avoid straws
don't use a straw
do not use a straw
no smoking for
avoid alcohol
no alcohol for
avoid sun
avoid the sun
stay out of the sun
avoid direct sun
avoid strenuous
no strenuous
no heavy lifting
avoid heavy lifting
no lifting
heavy lifting
avoid exercise
avoid aspirin
stop aspirin
stop taking
take with food
take it with food
take as directed
take as prescribed
take your medicine
take your medication
take your meds
start taking
keep taking
finish all your
finish the full course
with your water pill
twice a day
twice daily
three times a day
once daily
every 6 hours
every 8 hours
every 12 hours
at bedtime
keep the area clean
keep area clean
keep the site clean
keep it dry
keep the bandage
keep bandage
change the bandage
change your bandage
remove the bandage
bandage
bandages
gauze
dressing dry
dressing stays
donut pillow
incision site
injection site
pull out day
numb
numbing
numbness wear off
stay numb
puffy
oozing
pus
tender to touch
shave the area
do not shave
don't shave
don't wax
no waxing
peeling
flaking
bleed
bleeds
soreness
sore after
sore today
sore spot
sore gums
feel sore
any pain
pain-free
less pain
the pain
your pain
in less pain
how's the pain
healing
heal
healed
heals
the snip
life after the snip
got the snip
the big v
your new smile
straighter smile
brighter smile
whiter smile
whiter teeth
smile transformation
perfect smile
younger you
younger looking
look younger
smoother skin
glowing skin
see clearly again
life without glasses
without glasses
hear better
hear again
walk again
walking again
back on your feet
up and walking
sleeping better
sleep better
sleeping through the night
breathing better
little bundle
bundle of joy
new baby
baby shots
your growing family
growing your family
growing belly
when baby comes
before baby comes
until baby
big delivery
your delivery date
go into labor
water breaks
hospital bag
birthing
giving birth
birth of your
your loss
sorry for your loss
one day at a time
stay the course
staying sober
clean time
quit day
smoke free
smoke-free journey
tobacco free
cravings hit
dose day
shot day
injection day
infusion day
weight journey
weight loss journey
your weight
goal weight
pounds down
pounds lighter
lost pounds
inches lost
lose weight
losing weight
your levels
your numbers came back
your counts
counts are
your sugar
sugar levels
sugar log
log your sugar
your readings
your pressure
your vitals
you tested
your test came back
came back negative
came back positive
came back clear
came back normal
came back abnormal
all clear from
sample came back
samples came back
what we found
lump we found
spot we removed
spot we found
growth we removed
the mass
shadow on your
stage 3
stage 4
stage iii
stage iv
mole we removed
the snip snip
keep the arm
keep your arm
keep the leg
keep your leg
keep the foot
keep the hand
in the sling
must drive you
has to drive you
cannot drive yourself
avoid chewing
chew on the other
chew on one side
no bath
no tub
ice pops
popsicles
orange juice with your
you can shower
may shower
okay to shower
ok to shower
come out of the cast
look pink
look red
feel tight
may sting
may itch
may peel
peeing
pee
poop
pooping
urinate
urinating
throwing up
throw up
puking
keep food down
keep anything down
keep liquids down
keep fluids down
wake up to use the bathroom
up at night to use the bathroom
trouble breathing
hard to breathe
how is your breathing
how's your breathing
breathing any easier
your numbers are high
your numbers are low
your numbers are up
your numbers are down
your numbers are better
your numbers are normal
your numbers look
your numbers came
your levels are
your levels came
your levels look
your readings are
your readings look
saw a spot
saw a shadow
saw something on
need more pictures
need another picture
sample you gave
sample was too small
not enough sample
inject tonight
inject yourself
inject your
self-inject
your last drink
without a cigarette
weeks sober
your last cigarette
your quit date
freeze your eggs
freezing your eggs
put the drops in
put your drops in
light still bother
light bother your eyes
ringing in your
has the ringing
ringing should
still draining
is it draining
still oozing
your voice back
off oxygen
your heart looks
your lungs sound
your lungs are
your kidneys are
sizes down
down two sizes
stay with you overnight
someone with you overnight
with you for 24 hours
meet the baby
meet your baby
baby's first picture
wear loose pants
wear loose clothing
wear loose clothes
avoid the gym
skip the gym
half a tablet
one tablet
two tablets
one pill
two pills
one capsule
two capsules
one puff
two puffs
sleep on your back
sleep on your side
sleep propped up
sleep upright
old self down there
slimmer you
smoother you
thinner you
new curves
ink is gone
hair growing
start growing hair
bend it yet
able to bend
put weight on it
weight-bearing
from the er
er follow-up
wire poking
poking your cheek
poking wire
drink the whole bottle
finish the bottle
drink the second bottle
drink the first bottle
memory testing
memory test
lasted longer than a week
scale of 1 to 10 is your pain
worst pain
swollen
nausea
nauseous
dizzy
dizziness
lightheaded
your rubber bands
wear your bands
`
