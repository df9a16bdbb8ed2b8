/** Spanish terms, accents folded: always clinical. One line a term. French and Portuguese stems stand at the end. */
export const spanishTerms = `
presion baja
presion estaba alta
presion salio
su regla
sus gotas
gotas para
calculos en
la columna vertebral
dolor de columna
manchas en la piel
curacion de heridas
sus molestias
soplo en el corazon
sangre en
mareo
mareado
mareada
hinchazon
hinchado
hinchada
inflamado
inflamada
moretones
moreton
comezon
picazon
ronchas
ampollas
dosis de refuerzo
suero
sueros
niveles de azucar
su azucar
congestion nasal
nariz tapada
mocos
flemas
acidez
agruras
placas
laboratorios
lentes nuevos
sus lentes
anteojos
sus anteojos
aparato auditivo
operaron
operarlo
operarla
lo operaron
la operaron
los puntos
sus puntos
sacar los puntos
sacarle los puntos
quitarle los puntos
puntadas
ferula
vejiga
pomada
pomadas
su crema
relleno
sin comer
sin desayunar
no desayune
no tome alcohol
no tome agua
no maneje
no conduzca
no cargue
despues de la medianoche
estomago vacio
vejiga llena
ropa comoda
ropa floja
control del nino sano
control de nino sano
chequeo del bebe
chequeo de su bebe
control del bebe
peso del bebe
condones
preservativos
quirurgico
quirurgica
sala de emergencias
alta medica
le dieron de alta
salio positivo
salio positiva
salio negativo
salio negativa
resultado positivo
resultado negativo
salio bien su
salieron normales
salio normal
salio anormal
tdah
infarto
varices
brackets
ortodoncia
ortodoncista
mareandose
orinar
ardor al orinar
sangrado
sangrando
hemorragia
cicatriz
cicatrices
costra
espinillas
una encarnada
hongos
hongo
juanete
juanetes
plantillas
bota ortopedica
andador
baston ortopedico
tobillo
cuello torcido
torticolis
calambres
entumecimiento
hormigueo
adormecimiento
temblor
temblores
desmayo
desmayos
vertigo
zumbido
zumbido de oidos
perdida de audicion
sordera
vista cansada
vision borrosa
ojo rojo
ojos secos
ojo seco
colirio
conjuntivitis
orzuelo
anginas
amigdalas
ronquera
ronquidos
apnea
falta de aire
sofoco
sofocos
bochornos
palpitaciones
derrame
trombo
coagulo
piernas hinchadas
colon irritable
apendice
piedras en la vesicula
infeccion de orina
periodo menstrual
colicos
ligadura de trompas
ovulacion
embarazo de alto riesgo
semanas de embarazo
su panza
su bebe viene
dar a luz
sus dolores
grupo de duelo
ataque de panico
autoestima
alcoholicos
dejar de fumar
dejar de beber
dejar el alcohol
recaida
sobria
dias limpio
salud reproductiva
venda
nebulizaciones
nebulizador
oxigeno
tanque de oxigeno
inhaladores
tiras reactivas
glucometro
tensiometro
pastillas de la presion
pastillas para dormir
anticoagulante
diuretico
antiinflamatorio
pildora
pildoras
vitaminas prenatales
jarabe para la tos
lifting
cirugia estetica
bulto en el seno
metabolismo
dieta baja
dieta blanda
dieta liquida
sobrepeso
manga gastrica
balon gastrico
piojos
sarna
rubeola
tosferina
colico
panal
rozaduras
protesis dental
sensibilidad dental
sarro
placa dental
guarda nocturna
guarda oclusal
hilo retractor
embarazo
embarazada
embarazos
prueba de embarazo
control prenatal
cuidado prenatal
parto
cesarea
posparto
postparto
lactancia
amamantar
recien nacido
su bebe
fecha de parto
anticonceptivo
anticonceptivos
pastillas anticonceptivas
diu
dispositivo intrauterino
ligadura
vasectomia
aborto
menopausia
menstruacion
regla irregular
papanicolau
papanicolaou
prueba de papanicolau
citologia
mamografia
mamograma
mastografia
ultrasonido
ecografia
sonografia
resonancia
resonancia magnetica
tomografia
rayos x
rayos equis
radiografia
placa de torax
densitometria
electrocardiograma
ecocardiograma
prueba de esfuerzo
endoscopia
biopsia
gastroscopia
laparoscopia
artroscopia
cateterismo
cirugia
cirugias
cirujano
operacion de
su operacion
despues de la operacion
antes de la operacion
anestesia
sedacion
puntos de sutura
suturas
quitar los puntos
quitarse los puntos
examen de sangre
examenes de sangre
analisis de sangre
analisis de orina
analisis
prueba de sangre
muestra de sangre
muestra de orina
muestra de heces
orina
glucosa
azucar en la sangre
nivel de azucar
colesterol
trigliceridos
hemoglobina
presion arterial
presion alta
alta presion
hipertension
diabetes
diabetico
diabetica
diabeticos
prediabetes
insulina
metformina
tiroides
obesidad
bajar de peso
perdida de peso
control de peso
quimio
radioterapia
radiacion
oncologia
oncologo
quiste
quistes
bulto
mioma
miomas
fibromas
endometriosis
ovarios
ovario
utero
cervical
prostata
examen de prostata
antigeno prostatico
asma
inhalador
alergia
alergias
vacuna de alergia
bronquitis
neumonia
tuberculosis
tos
fiebre
gripa
influenza
vacuna
vacunas
vacunacion
vacunar
vacunarse
inmunizacion
inyeccion
inyecciones
refuerzo de la vacuna
covid
prueba de covid
vih
prueba de vih
sida
ets
enfermedad de transmision sexual
sifilis
gonorrea
clamidia
herpes
hepatitis
vph
infeccion
infecciones
infeccion urinaria
enfermedad
enfermedades
diagnostico
diagnosticos
sintoma
sintomas
dolor
dolores
dolor de espalda
dolor de cabeza
dolor de rodilla
dolor de pecho
migrana
migranas
mareos
convulsiones
epilepsia
artritis
osteoporosis
fractura
esguince
hernia
hernia de disco
ciatica
escoliosis
reemplazo de rodilla
reemplazo de cadera
rodilla
cadera
corazon
ataque al corazon
derrame cerebral
marcapasos
arritmia
rinon
rinones
higado
pulmon
pulmones
vesicula
calculos renales
piedras en el rinon
dialisis
gastritis
reflujo
ulcera
hemorroides
estrenimiento
diarrea
vomito
vomitos
nauseas
anemia
lupus
acne
eccema
psoriasis
sarpullido
lunares
verrugas
cataratas
catarata
glaucoma
retina
examen de la vista
examen de vista
examen de los ojos
examen de ojos
lentes de contacto
audifono
audifonos
prueba de audicion
examen auditivo
limpieza
limpieza dental
limpieza de dientes
limpieza profunda
blanqueamiento
blanqueamiento dental
blanquear
corona dental
su corona
puente dental
empaste
empastes
relleno dental
rellenos
relleno de labios
caries
endodoncia
tratamiento de conducto
extraccion
extracciones
sacar la muela
muela del juicio
muelas del juicio
muela
muelas
implante
implantes
implante dental
dentadura
dentaduras
frenos
frenillos
retenedor
retenedores
alineadores
carillas
encias
sellante
selladores
fluor
protesis
terapia
terapias
sesion de terapia
terapia fisica
fisioterapia
terapia de pareja
terapia familiar
terapia ocupacional
terapia del habla
terapeuta
consejeria
consejero
consejera
psicologo
psicologa
psicologia
psicoterapia
psiquiatra
psiquiatria
salud mental
depresion
ansiedad
estres
trauma
duelo
grupo de apoyo
suicidio
adiccion
adicciones
alcoholismo
drogas
desintoxicacion
rehabilitacion
sobriedad
sobrio
metadona
grupo de recuperacion
centro de recuperacion
planificacion familiar
fertilidad
infertilidad
fertilizacion
inseminacion
ginecologia
ginecologo
ginecologa
obstetra
obstetricia
partera
cardiologia
cardiologo
cardiologa
dermatologia
dermatologo
dermatologa
ortopedia
ortopedista
neurologia
neurologo
urologia
urologo
gastroenterologia
gastroenterologo
endocrinologia
endocrinologo
oftalmologia
oftalmologo
otorrino
otorrinolaringologo
podologia
podologo
quiropractico
quiropractica
nutricionista
nutriologo
reumatologia
reumatologo
neumologia
neumologo
nefrologia
nefrologo
oncologa
pastilla
pastillas
medicamento
medicamentos
su medicina
antibiotico
antibioticos
tableta
tabletas
capsulas
jarabe
gotas para los ojos
miligramos
dosis
la gripe
de gripe
su gripe
contra la gripe
segunda dosis
proxima dosis
en ayunas
ayunas
venga en ayunas
ayuno
no coma
no comer
no coma ni beba
no coma nada
no beba
despues de medianoche
no debe comer
traiga a alguien que maneje
traiga un conductor
dos veces al dia
con el estomago vacio
evite el sol
ponga hielo
aplique hielo
depilacion
acido hialuronico
exfoliacion
exfoliacion quimica
liposuccion
aumento de senos
cirugia plastica
examen fisico del corazon
quiropraxia
acupuntura
masaje terapeutico
papilomavirus
colposcopia
prueba de alergia
prueba genetica
pruebas geneticas
electroencefalograma
catarro
resfriado
apnea del sueno
estudio del sueno
examen pelvico
examen de mama
examen de senos
senos
mama derecha
cuidado de heridas
herida
heridas
yeso
muletas
silla de ruedas
vendaje
sarampion
varicela
paperas
tetano
triple viral
coloscopie
echographie
mammographie
vaccin
vaccination
grossesse
irm
scanner cerebral
prise de sang
chirurgie
chimiotherapie
detartrage
dentaire
biopsie
radiographie
kine
kinesitherapie
ressonancia
ressonancia magnetica
exame de sangue
gravidez
gravida
cirurgia
vacinas
vacina
ultrassom
fisioterapeuta
exame de vista
limpeza dental
consulta psiquiatrica
mamografie
darmspiegelung
impfung
schwangerschaft
roentgen
blutabnahme
krebsvorsorge
zahnreinigung
wurzelbehandlung
de la espalda
de la rodilla
de la cadera
del hombro
del pie
de la pierna
del brazo
del cuello
del estomago
de la garganta
del oido
de los ojos
de la piel
del pecho
de la cintura
del tobillo
de la muneca
de la muela
del diente
de los dientes
del rinon
de los rinones
del corazon enfermo
inyectarse
inyectese
inyectar
operarse
del azucar
tome su medicina
tome su medicamento
tome sus medicinas
tome sus medicamentos
tome sus pastillas
tome su pastilla
tome la medicina
tome la pastilla
tome las pastillas
tome la dosis
tome su dosis
tome una pastilla
tome una tableta
tome dos pastillas
`
/** Spanish words of open strength: warn. */
export const spanishSoft = `
sus molestias
su tratamiento
su salud
revision anual
receta
recetas
su receta
resultado
resultados
sus resultados
procedimiento
procedimientos
tratamiento
tratamientos
recuperacion
recupere
se recupere
mejorarse
se mejore
que se mejore
como se siente
como sigue
se siente mejor
chequeo
chequeos
revision medica
examen
examenes
examen fisico
examen anual
chequeo anual
prueba
pruebas
farmacia
medicinas
plan de cuidado
expediente
historial medico
especialista
estudio
estudios
se sienta mejor
sienta mejor
sentirse mejor
sintiendose mejor
mejorese pronto
mejorese
pronta recuperacion
se recupere pronto
como se ha sentido
como sigue de salud
su recuperacion
`
