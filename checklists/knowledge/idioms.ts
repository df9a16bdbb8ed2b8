/** Everyday phrases whose words look clinical. A phrase removes only the hits it covers. One line a phrase, folded. */
export const idioms = `
takes one minute
take one minute
takes one moment
take one moment
takes one second
takes one click
takes one tap
takes one step
only takes one
our lab closes
our lab opens
the lab closes
the lab opens
lab hours
lab closes
lab opens
lab entrance
our lab is open
our lab is closed
dont sweat it
dont sweat the
no sweat
sweat it
without breaking a sweat
medications list
hurts to ask
bottle of water
water bottle
all thumbs
checked twice a day
read twice a day
quick pulse check
is a pain today
is a pain right now
can be a pain
such a pain
a real pain
being a pain
a royal pain
a bit of a pain
what's on your chest
a means to
salt of the earth people
sorry for the headache
headaches out of
less of a headache
headache-free
traffic headaches
paperwork headaches
off your chest
a facelift
facelift for our
website facelift
drain out front
storm drain
drain out back
fix the drain
traffic congestion
congestion on
congestion near
survey fatigue
inbox fatigue
zoom fatigue
text fatigue
hurts to try
doesn't hurt
blind corner
deaf ears
blind hill
swelling crowds
itching for
burn the midnight oil
burned out bulb
football fever
world cup fever
playoff fever
game day fever
no sweat
a pain to
a sight for sore eyes
sore subject
bleeding edge
bleeding heart
nose for
follow your nose
under our nose
by a nose
on the nose
nosed out
cold shoulder
cold call
cold season hours
stone cold
cold case
pull your leg
pulling your leg
on its last legs
arms length
twist your arm
shot in the arm
parting shot
have a heart
know by heart
heart set on
change of heart
young at heart
wear our heart
eat your heart out
miss a beat
pulse of
finger on the pulse
pulse survey
pulse check survey
quick pulse survey
watch your back
scratch your back
back burner
back in the saddle
back to basics
behind your back
pat on the back
set us back
bend over backwards
breathing down
up to our necks
stick our neck out
heads or tails
head over heels
head to head
off the top of your head
scratching your head
over our heads
keep your head
level head
cool head
put your foot down
feet first
two feet of snow
feet of snow
toe the line
on our toes
on your toes
tip toe
toe to toe
elbow room
elbow grease
rub elbows
shoulder of the road
shoulder to lean on
hip hip hooray
joined at the hip
knee deep
take a knee
weak at the knees
thick skin
eye opener
eye opening
eye catching
bird's eye
all eyes
blink of an eye
sight for
we're all ears
ear to the ground
ears open
lend us an ear
music to our ears
music to your ears
in one ear
wet behind the ears
nail down
hit the nail on the head
bite the bullet
by the teeth
teething problems
gut instinct
can't stomach
stomach long
butterflies
road bump
in stitches
band aid fix
bandaid solution
cast a wide net
choir cast
splinter
brace yourselves
crowned
triple crown
bridge closure
bridge is closed
bridge is out
water under the bridge
toll bridge
root beer
square root
take root
fill us in
slots are filling
operating as usual
operating on holiday hours
operates
operational
surgical precision
laser focused
laser focus
laser printer
laser tag
scanner
screening calls
testing a new
put to the test
acid test
litmus test
stress less about parking
stressed about parking
lower your stress
depressed area
panic button
don't panic
no need to panic
manic monday
obsessed with service
healthy dose of
pill to swallow
bitter pill
chill pill
an apple a day
shot of espresso
cure for
healing garden statue
immune from
software bug
antivirus
love sick
worried sick
weather the storm
rain check
raincheck
cough it up
nothing to sneeze at
gesundheit
hiccup in our
small hiccup
hiccups with
scheduling hiccup
technical hiccup
paralyzed by
analysis paralysis
lame excuse
spineless
backbone of
funny bone
work your fingers to the bone
make no bones
dog bone
skeleton crew
skeleton key
skeleton staff
nerve of
get on your nerves
bundle of nerves
nerves of steel
nerve wracking
brain trust
brain power
lung busting
liver mush
bad blood
blood orange
sugar rush
low on patience
pregnant pause
birth of a new
rebirth
born and raised
give birth to
hard labor
due diligence
expecting snow
expecting delays
expecting high volume
we're expecting
delivery person
new baby on our team
closed for repair
under repair
for repair
sick leave
heart lake
kidney beans
liver pool
liver and onions
pain au chocolat
echo dot
amazon echo
echo lake
echo park
an echo
bone dry
organ donor
appendix a
appendix b
see appendix
the appendix
ligament of
artery of traffic
traffic artery
main artery
stool at the bar
bar stool
step stool
stool pigeon
potassium rich
high five
liver of
bladder of
welcome back
come back
coming back
came back to see us
back in
back to
back at
back from
back on track
back office
back with
back soon
back up
back again
back home
back for
back then
back door
back lot
back entrance
back parking
back side
back of the building
right back
call back
call you back
calling back
call us back
called back
text back
text us back
write back
get back
got back
getting back
go back
going back
look back
looking back
be back
see you back
have you back
having you back
hear back
hearing back
head back
way back
bring back
brings you back
give back
giving back
love you back
feedback
kick back
sit back
holding back
back and forth
back-to-back
back in action
money back
your back to school
have your back
got your back
we've got your back
heads-up
head start
head over
head to
heading over
head of
at the head
over your head
ahead
face-to-face
face mask
face time
facetime
happy face
smiling face
friendly face
familiar face
new face
in the face of
face it
on hand
at hand
by hand
in hand
hand in hand
hand you
hand washing
hand sanitizer
a hand
helping hand
good hands
great hands
caring hands
hands down
hands-on
hand out
hand off
hand delivered
handwritten
second hand
first-hand
right-hand
left-hand
on the other hand
all hands
hand it
hand deliver
hand sign
con la mano
keep an eye
keep your eyes
eye on
eye out
eyes on
eyes peeled
see eye to eye
eye to eye
eye contact
catch your eye
caught your eye
in the blink of an eye
all ears
lend an ear
by ear
play it by ear
an ear to
word-of-mouth
mouth watering
by heart
from the heart
from our hearts
from the bottom of our heart
heart of
at heart
heart to heart
take heart
close to our heart
warms our heart
with all our heart
hearts
big heart
heartfelt
learn by heart
open heart and
cross your fingers
fingers crossed
at your fingertips
lift a finger
finger on
thumb through
thumbs-up
thumbs down
rule of thumb
green thumb
foot traffic
on foot
best foot forward
foot in the door
square foot
square feet
foot of the
feet from
feet away
100 feet
first step
at the foot of
foot the bill
on the other side
cold feet
get your feet wet
an arm and a leg
arm in arm
at arm's length
open arms
with open arms
leg up
break a leg
shoulder season
shoulder to shoulder
shoulder the
chip on
neck of the woods
neck and neck
pain point
pain in the neck
pain-free booking
painless
tooth and nail
sweet tooth
nail it
nailed it
nail the
nail salon
hair salon
skin in the game
by the skin of
no skin off
bone to pick
bare-bones
in our bones
rib eye
blood drive
new blood
blood sweat and tears
brain teaser
brainstorm
pick your brain
brainer
lung capacity
stomach for
hip and
hip hop
tongue in cheek
tip of my tongue
cheek to cheek
chin up
keep your chin up
joint effort
joint venture
joint account
joint statement
joint commission
our joint
muscle memory
stroke of luck
stroke of midnight
stroke of genius
at the stroke
keystroke
brush stroke
shot in the dark
give it a shot
give us a shot
worth a shot
best shot
long shot
shoot your shot
big shot
call the shots
calling the shots
screenshot
headshot
snapshot
photo shot
crown jewel
crowning
crown plaza
crowne plaza
crown royal
crown street
crown hotel
bridge the gap
bridge closed
the bridge
bridge club
bridge construction
bridge toll
cross that bridge
burn bridges
filling out
filling up
filling in
fill out
fill in
fill up
filling fast
filling quickly
spots are filling
filling station
cleaning up
cleaning crew
cleaning company
cleaning supplies
cleaning lady
cleaning staff
cleaning service
dry cleaning
spring cleaning
cleaning our
cleaning the
carpet cleaning
house cleaning
cleaning protocol
enhanced cleaning
extra cleaning
schedule adjustment
adjustment to your schedule
price adjustment
billing adjustment
time adjustment
adjustment period
hours adjustment
root of
root for
rooting
grass roots
deep roots
root cause
test message
test text
test email
test run
test drive
test our
test the
put us to the test
stand the test of time
test of time
this is a test
only a test
test alert
testing our
testing the
beta testing
speed test
stress test our
pop quiz
survey results
poll results
election results
search results
get results
positive review
positive feedback
positive experience
positive note
stay positive
positive attitude
positive words
positive or negative
positive and negative
negative review
negative feedback
negative experience
hours of operation
hour of operation
in operation
operations
operation hours
days of operation
business operation
operation santa
labor day
labor of love
labor costs
a labor
labour day
birth date
place of birth
birth certificate
date of birth
birthday
memorial day
cold out
it's cold
cold outside
cold weather
cold front
cold snap
cold one
cold drink
cold brew
cold water
cold day
out cold
out in the cold
baby it's cold
stay warm
fever pitch
cabin fever
spring fever
bieber fever
gold fever
no rash
rash decision
a rash of
allergic to
hooked on
addicted to
addictive
a healthy dose
dose of
small dose of
spoonful of sugar
prescription for
prescription for success
doctor ordered
laughter is the best medicine
best medicine
taste of our own medicine
sick and tired
sick of
sick day
lovesick
homesick
ill at ease
under the knife
cutting edge
cut back
short cut
shortcut
clear cut
cutoff
ribbon cutting
break room
break from
break the
spring break
winter break
summer break
fall break
christmas break
coffee break
quick break
break in
break down
during break
bug in
bug bites us
bug fix
bugs
bit by the
computer virus
virus scan
virus protection
gone viral
went viral
go viral
going viral
viral video
viral post
scan the qr
scan the code
scan this
scan our
scan qr
qr scan
scan and
scan to
scan your
scan here
scan me
please scan
scanning
code scan
screening room
screening questions
screening questionnaire
screening form
call screening
film screening
movie screening
phone screening
screen door
touch screen
screen time
screen sharing
screen share
on your screen
on the screen
screen shot
lock screen
home screen
phone screen
big screen
smoke screen
photo session
training session
q&a session
question and answer session
info session
information session
session timeout
jam session
session expired
session has expired
login session
session expires
your session has timed out
board session
session time
in session
summer session
strain your eyes
strain on
put a strain
stress-free
no stress
less stress
stressful
don't stress
without the stress
stress out
traffic stress
sting operation
sleep in
sleep on it
lose sleep
sleep easy
good night's sleep
fast and easy
fast and friendly
fast facts
fast track
fast pass
fast food
fast service
fast-growing
fast approaching
fast check-in
so fast
super fast
as fast as
hold fast
going fast
very fast
fast lane
breakfast
filling slots fast
diet coke
term paper
long-term
short-term
in term
terms
grace period
trial period
period of
waiting period
pay period
enrollment period
time period
period ends
holiday period
this period
cycle through
life cycle
billing cycle
motor cycle
cycle to work
bike cycle
delivery of
delivery truck
delivery entrance
on delivery
delivery driver
delivery confirmation
message delivery
package delivery
food delivery
home delivery
delivery notification
special delivery
delivery status
proof of delivery
mail delivery
pizza delivery
delivery fee
baby steps
baby shower
baby changing
baby blue
smooth sailing
bump into
bump in the road
speed bump
bump up
fist bump
bump you
goose bumps
lump sum
lump together
mass transit
mass email
mass text
mass schedule
mass media
mass ave
mass pike
critical mass
mass general
your spot
reserve your spot
hold your spot
save your spot
parking spot
open spot
limited spots
few spots
spots available
spot opened
spot has opened
next spot
on the spot
last spot
spotlight
hot spot
blind spot
soft spot
sweet spot
appointment spot
a growth mindset
growth of our practice
business growth
growth spurt
personal growth
our growth
growth plan
ring in
ring us
ring the bell
ring back
ring the doorbell
rings
boxing ring
key ring
in line
on line
front of the line
first in line
wait in line
skip the line
phone line
front line
help line
helpline
hotline
subject line
deadline
finish line
lifeline to
line up
lines open
lines are open
long lines
direct line
text line
main line
in the line
patch of
patch you
cabbage patch
software patch
rough patch
pump up
pump you up
gas pump
pumped
heat pump
pumpkin patch
pumpkin
port of
port city
usb port
airport
passport
support
gel with
hair gel
hand gel
cream cheese
ice cream
whipped cream
cream of
drive safe
drive safely
safe driver
driver license
driver's licence
uber driver
lyft driver
the driver
driver side
screwdriver
ice and snow
ice storm
icy roads
black ice
ice breaker
icebreaker
ice cold
melting ice
cast a vote
cast your vote
cast of
forecast
broadcast
cast iron
cast members
podcast
boot camp
boot up
reboot
to boot
boots
car boot
cap on
cap and gown
cap off
hats off
bonding with
bond with
savings bond
james bond
our bond
bonds
male bonding
polish up
nail polish
shoe polish
polish food
mold our
mold issue
tray table
ice tray
paper tray
baking tray
impression on us
first impression
good impression
great impression
lasting impression
make an impression
made an impression
your impression
your first impression
overall impression
under the impression
impressions of your visit
drop by
drop-off
drop us
dropping by
drop everything
price drop
drop box
drop-in
rain drops
drop down
dropdown
tear off
tear down
wear and tear
tears
growing pain
spare the
no pain no gain
pain in the
bites of
a quick bite
bite to eat
grab a bite
sound bite
itching to
itch to
cough up
scratch
from scratch
heart warming
operating hours
operating system
discharge of
electrical discharge
block of
block party
block away
one block
two blocks
next block
block off
block out
road block
city block
blocked off
blocks
block our number
block this number
block the number
blood oath
attack the
heart attack grill
plate number
license plate
plate full
on your plate
step up to the plate
your pin
pinned
pins and needles
bowling pin
push pin
staples store
staples center
screw up
rod and
hot rod
fishing rod
lightning rod
bypass road
bypass the
highway bypass
bypass line
bypass waiting
fall bypass
injury lawyer
injury attorney
insult to injury
injury free
illness policy
sick policy
due to illness
illness or emergency
in case of illness
staff illness
closed due to illness
provider illness
medical condition of
weather condition
road condition
mint condition
driving conditions
traffic conditions
in good condition
condition of the
conditions apply
air conditioner
conditioning
disorderly
our group
medical group
your group
facebook group
parking group
focus group
age group
office group
insurance group
program guide
our program
program is free
program update
loyalty program
rewards program
referral program
reminder program
text program
texting program
messaging program
alerts program
sms program
program for details
radio program
summer program
program your phone
class act
first-class
world-class
class of
class schedule
class action
best in class
yoga mat
door mat
welcome mat
format
bath mat
staff meeting
board meeting
town hall meeting
zoom meeting
team meeting
meeting room
meeting link
meeting you
meet the
nice meeting you
great meeting you
meeting with
met you
video meeting
meeting date
meeting time
staff training
photo id
valid id
government id
picture id
your id
meeting id
patient id
confirmation id
caller id
or not
or better
er nurse
med school
med students
med spa
plug
exam prep
exam schedule
bar exam
final exam
exam week
exam season
exam room
waiting room
treatment of others
special treatment
royal treatment
vip treatment
treatment you deserve
red carpet treatment
silent treatment
five-star treatment
5-star treatment
equal treatment
fair treatment
water treatment
treatment you received
treated with
how you were treated
were you treated
procedure for
new check-in procedure
check in procedure
checkout procedure
safety procedure
office procedure
standard procedure
billing procedure
procedures for
covid procedures
emergency procedures
parking procedure
our procedures
standard operating procedure
operating procedure
evacuation procedure
procedure has changed
complaint procedure
disaster recovery
data recovery
password recovery
account recovery
economic recovery
recovery email
recovery code
recover your password
recover your account
recover my account
recover access
hurricane recovery
storm recovery
debt recovery
recovery of
chart the course
chart your course
off the charts
pie chart
top the charts
seating chart
flow chart
exam table
feel free
feel right at home
feel at home
feel welcome
feel heard
feel comfortable
feel good about
feel great about
feel like
feel about
how did you feel about
how do you feel about
how you feel about
feel valued
feel special
feel appreciated
feel your
get well card
prescription plan
gap in
lab coat
lab partner
black lab
labrador
computer lab
language lab
science lab
in case
just in case
use case
phone case
suitcase
your case manager
physical address
physical location
physical card
physical copy
physical mail
physical form
physical office
physical therapy bill
physical insurance card
physical mailing address
physical distancing
admission fee
free admission
admission is free
admission office
admissions
admitted late
level up
next level
ground level
lower level
upper level
street level
garage level
parking level
level 1
level 2
level 3
level 4
level 5
level b
high level
top level
level playing field
stress level
satisfaction level
your level of
count on
count us in
count down
countdown
your vote counts
every review counts
your opinion counts
your feedback counts
your review counts
opinion counts
feedback counts
voice counts
counting on
word count
head count
character count
count toward
count as
reading this
reading our
thanks for reading
meter reading
reading room
happy reading
worth reading
reading glasses lost
glasses were left
left your glasses
lost glasses
champagne glasses
wine glasses
raise your glasses
your contacts
contact us
phone contacts
save us in your contacts
google contacts
email contacts
emergency contacts
machine learning
coffee machine
vending machine
answering machine
atm machine
time machine
fax machine
ticket machine
your machine
mask policy
masks optional
mask mandate
a mask
masks are
mask is
your mask
please wear
mask required
mask on
mask up
device settings
your device
mobile device
device or browser
another device
this device
smart device
device charged
camera device
electronic device
devices
your sample
free sample
sample message
sample text
sample template
culture fit
company culture
our culture
workplace culture
pop culture
arts and culture
draw a winner
prize draw
draw near
draw to a close
draw a
luck of the draw
drawing
quick on the draw
panel discussion
front panel
control panel
panel of
expert panel
solar panel
swab the
sugar hill
sugar free
sugar creek
sugar house
sugar grove
sugar mill
sugarloaf
sugar coat
sugarcoat
sugar bowl
sugar cookies
pressure washing
no pressure
low pressure front
under pressure
peer pressure
high pressure
pressure cooker
pressure to
zero pressure
without pressure
weight off
weight of
carry weight
pull your weight
worth its weight
weigh in on
weigh your options
weigh the
weighs
weight room
weight limit
moles in
holy moly
itchy feet
attack of
trauma center closed
mood lighting
in the mood
mood board
good mood
anxious to
anxious for
not be anxious
worried
depressed keys
great depression
nervous about
the psych
bipolar weather
we are crazy
crazy busy
insanely good
going insane
drive you crazy
vision is
our vision
vision statement
vision board
vision for
vision of
shared vision
mission and vision
vision 2030
night vision
hear from you
hearing about
hearing your
hearing from
love hearing
on hearing
hearing how
hearing more
public hearing
court hearing
hearing what
hearing that
lens of
camera lens
through the lens
frame of
photo frame
frame your
frames
your smile
made us smile
make us smile
made you smile
make you smile
something to smile about
big smile
smile today
smiles
smile and wave
smile back
miles and smiles
teeth of
like pulling teeth
cutting teeth
tooth fairy
peel off
banana peel
wax and wane
wax museum
lash out
face value
facial recognition
facial coverings
facial tissue
facial expression
lift your spirits
lift your day
a lift
lift home
ski lift
lift the
lift off
forklift
chair lift
wheelchair accessible
wheelchair access
wheelchair ramp
wheelchair van
wheelchair entrance
wheelchair friendly
wheelchair parking
is wheelchair
bring your medication list
medication list
list of medications
list of your medications
list of current medications
list of all medications
current medication list
your medication list
medicine list
list of your current medications
any medications you take
all medications you take
allergy list
list of allergies
prescription list
family history
your medical history
your health
healthcare
health portal
good health
best of health
mental note
mental health day for our team
mental math
counselor at law
camp counselor
school counselor
legal counsel
general counsel
retail therapy
aroma therapy candles
music therapy playlist
pet therapy dog
therapy dog
group therapy dog
kids eat free
nothing but
pt cruiser
gi bill
gi joe
ct hartford
ed sheeran
er diagram
or call
general surgery parking
pap johns
pet
pets
pet friendly
service animal
dna of
in our dna
part of our dna
patience
patients
wait list
wait time
positive vibes
positive energy
negative space
injection molding
capital injection
fuel injection
stitch in time
stitch fix
cross stitch
lilo and stitch
infectious laugh
infectious smile
infectious enthusiasm
contagious
chronic lateness
chronically late
chronicle
acute angle
acute accent
symptom checker
sympathy
hernia jokes
heart and
heart shaped
heart emoji
heart health month at school
valentine
tissue box
tissue paper
organ donor registry table
organ recital
pipe organ
organ music
sole mate
soul
inflammation of costs
inflation
relief fund
relief map
tax relief
relief valve
storm relief
hurricane relief
pain relief fund
relief from the heat
veterans day
hip replacement parking
steroids ban
on steroids
pharmacy hours
pharmacy parking
flu season closures
wound up
wind up
wound down
gin and tonic
booster club
booster seat
booster cables
signal booster
mood booster
morale booster
confidence booster
band booster
boosters club
seat booster
rocket booster
expander file
retainer fee
legal retainer
retainer agreement
attorney retainer
on retainer
braces for
brace for
brace yourself
braces itself
bracing
suspenders
veneer of
wood veneer
crowns and
sealant on
driveway sealant
extraction of data
data extraction
coffee extraction
vanilla extract
filler words
filler text
gap filler
filler content
hydrant
restoration hardware
image scan
photo scan
barcode scan
document scan
catscan
infusion of
tea infusion
cash infusion
capital infusion
culinary infusion
physical exam fee
radiation of
sun
sunny
warm
tremors of
numb from the cold
bruising pace
a bruising
hot flash sale
flash
transition to
transition from
transition of
transitioning to
smooth transition
cherry
burn rubber
burning question
slow burn
burn calories
sunburst
calendar cycle
ivy
ins and outs
gut
fit for
x-ray vision
second wind
second dose of fun
first dose of
next dose of
abortive
expecting you
expecting your
expectant of
payment due date
bill due date
your due date for
due date is approaching for your invoice
little ones
little one at home
arrives
delivered
contractions of
newborn phase
the flu shot line
labor board
department of labor
labor law
labor union
labor shortage
weight class
tumor humor
cancer the zodiac
plus ones
virus software
no worries
dont worry
pep talk
pep rally
event sponsor
all the rage
every facet
paper cuts
no cramps
coach class
heartbeat
fall festival
home stretch
stretch of road
stretch your legs
ring binder
three ring binder
your voice matters
fall back
spring forward
good manners
donor wall
blood donor parking
trigger an alert
triggers an alert
which triggers
wandering the halls
panic over
no panic
traffic is congested
roads are congested
congested lot
bad reputation
vocal support
posture statement
simulation game
staging area
staging entrance
fetal position of
cough drops at the desk
massage chair
seat massage
memories
good memories
my impression
nightmare of
parking nightmare
traffic nightmare
brown bag lunch
demand
no headache
a sling shot
by wide margins
thin margins
profit margins
page margins
margins of
paper margins
days without power
days without incident
years without
without a drink of water
head to toe
from head to toe
from top to toe
feet up
kick your feet up
kick up your feet
feet on the ground
weather for hand
hands full
hat in hand
show of hands
hand to
hand over
hand written
handed out
cast your ballot
breathe easy
breathe easier
deep breath
catch your breath
hold your breath
breath of fresh air
be a headache
is a headache
was a headache
been a headache
are a headache
without the headache
skip the headache
avoid the headache
save you the headache
save yourself a headache
real headache
big headache
biggest headache
parking headache
the headache of
was a pain
been a pain
are a pain
pain to find
pain to park
through your lens
through a lens
through our lens
wide lens
your own lens
help us get better
us get better
we get better
we can get better
keep getting better
we are getting better
better at
always getting better
better every day
soft shoulder
hard shoulder
shoulder work
shoulder is closed
right shoulder of
left shoulder of
arm of the
east arm
west arm
north arm
south arm
wing of the
foot of the hill
mouth of the river
leg of the trip
leg of your trip
leg of the race
elbow of the road
face of the building
eye level
nose to the grindstone
fight tooth and nail
long in the tooth
skin of our teeth
thumb drive
finger food
spine of the book
rib cook-off
ribs and
chicken fingers
joint open house
muscle car
hair pin turn
hairpin turn
hair trigger
lip service
lip sync
tongue twister
mother tongue
`
/** Spanish everyday phrases. */
export const spanishIdioms = `
con la mano en el corazon
desde el corazon
denos una mano
le damos una mano
de la mano de
al alcance de la mano
a ojos cerrados
con los ojos cerrados
un ojo de la cara
echele un ojo
eche un ojo
ojo con
de pies a cabeza
a flor de piel
en la punta de la lengua
con los brazos abiertos
a brazos abiertos
quebraderos de cabeza
de boca en boca
a la cabeza de
el corazon de la ciudad
el corazon del barrio
el corazon del centro
en el corazon del
a manos llenas
sin perder la cabeza
de espaldas a
mi brazo derecho
nuestro brazo derecho
es el brazo derecho de
como brazo derecho
codo con codo
a pecho abierto
dolor de cabeza con
un dolor de cabeza
con el corazon
del corazon de
a pedir de boca
en boca de todos
cara o cruz
no pierda la cabeza
cabeza de familia
a la mano
a mano
de la mano
manos a la obra
buenas manos
de primera mano
pie de pagina
en pie
pie de la letra
puesta a punto
en punto
punto de encuentro
puntos de
puntos del
puntos extra
a punto de
puntos suspensivos
hasta cierto punto
estan en punto
mucho ojo
echar un ojo
en un abrir y cerrar de ojos
costar un ojo
espalda con espalda
hombro con hombro
hablar por los codos
prueba de sonido
esto es una prueba
poner a prueba
prueba piloto
prueba del sistema
prueba de nuestro
prueba de que
positivo o negativo
positiva o negativa
comentario positivo
algo positivo
opinion positiva
aspecto positivo
de la presion del agua
sin presion
bajo presion
sangre fria
de sangre
operacion normal
horario de operacion
horas de operacion
operaciones normales
en operacion
limpieza del edificio
limpieza de alfombras
limpieza del estacionamiento
por limpieza
dia del trabajo
labor social
fiebre del futbol
fiebre del mundial
alergicos a
alergicos a las esperas
la mejor medicina
a gusto
de buen humor
a la orden
sanos y salvos
una mano
dar una mano
echar una mano
nos da una mano
mano a mano
de corazon
de todo corazon
con todo el corazon
a corazon abierto
corazon de
de cabeza
a la vista
hasta la vista
punto de vista
a primera vista
en vista de
de vista
prueba de mensaje
mensaje de prueba
es una prueba
a prueba de
resultados de la encuesta
buenos resultados
en sus manos
cara a cara
de cara a
vale la pena
de vuelta
codo a codo
a pie
de pie
al pie de
ojo
lista de medicamentos
lista de sus medicamentos
lista de medicinas
historial
su seguro
limpieza de oficina
limpieza general
horario de limpieza
servicio de limpieza
personal de limpieza
puente peatonal
el puente
calle
estudio de mercado
estudio fotografico
sala de examen
hora de comer
tos ferina fest
sin estres
dolor de cabeza administrativo
sin dolores de cabeza
procedimiento de registro
procedimiento de entrada
procedimiento nuevo
tratamiento de datos
trato
recuperacion de contrasena
recuperar su contrasena
receta de cocina
recetas de cocina
its
corona beer
corona street
calle corona
virus informatico
embarazoso
lunar new year
ano nuevo lunar
feliz ano
manos vacias
con las manos vacias
las manos llenas
manos libres
mano derecha
mano izquierda
segunda mano
mano de obra
echenos una mano
echar la mano
una mano amiga
pies en la tierra
cabeza fria
perder la cabeza
a la cabeza
dolor de cabeza estacionar
ojo de la cara
ojos abiertos
boca a boca
boca en boca
boca abierta
brazos abiertos
brazos cruzados
dar la cara
la otra cara
a la espalda
espaldas de
a sus espaldas
cuello de botella
punta de la lengua
lengua materna
con el corazon en la mano
pulso de la ciudad
al pelo
tomar el pelo
por un pelo
rodilla del puente
dientes de leon
garganta del diablo
nariz fria
oidos abiertos
a oidos de
`
