/** Preparation, aftercare and euphemisms: what is told gives the procedure away. One line a phrase, folded. */
export const phrases = `
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
sober coach
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
no solid foods
not eat or drink
don't eat or drink
do not eat or drink
do not eat
don't eat
stop eating
stop eating and drinking
clear liquids
clear liquid diet
liquid diet
low residue diet
low fiber diet
soft foods
soft food diet
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
someone to drive you home
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
ice packs
apply ice
ice and elevate
ice for
heat pack
heating pad
rinse with salt water
salt water rinse
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
take your pills
take your medicine
take your medication
take your medications
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
pain free
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
breathe easier
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
birthing class
birthing
giving birth
gave birth
birth of your
your loss
sorry for your loss
one day at a time
stay the course
staying sober
clean time
clean date
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
blood sugars
log your sugar
sugar readings
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
`
