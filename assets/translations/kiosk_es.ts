<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>AddressPage</name>
    <message>
        <source>Which address goes on your card?</source>
        <translation>¿Qué dirección va en su tarjeta?</translation>
    </message>
    <message>
        <source>“Care of” means: an organization takes letters for you, if you have no home.</source>
        <translation>«A cargo de» significa: si no tiene casa, una organización recibe cartas para usted.</translation>
    </message>
    <message>
        <source>My home</source>
        <translation>Mi casa</translation>
    </message>
    <message>
        <source>Care of</source>
        <translation>A cargo de</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Sin dirección</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Apartment or floor</source>
        <translation>Apartamento o piso</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Your card will show no address.</source>
        <translation>Su tarjeta no mostrará ninguna dirección.</translation>
    </message>
    <message>
        <source>The clerk still looks at a paper that shows where you live.</source>
        <translation>La persona de atención igual mirará un papel que muestre dónde vive.</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Calle y número</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>TRAINING · SPECIMEN</source>
        <translation>PRÁCTICA · MUESTRA</translation>
    </message>
    <message>
        <source>missing here: {walls}</source>
        <translation>falta aquí: {walls}</translation>
    </message>
</context>
<context>
    <name>BirthDatePage</name>
    <message>
        <source>When were you born?</source>
        <translation>¿Cuándo nació?</translation>
    </message>
    <message>
        <source>With numbers, for example: 27 3 1987</source>
        <translation>Con números, por ejemplo: 27 3 1987</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Is everything right?</source>
        <translation>¿Está todo bien?</translation>
    </message>
    <message>
        <source>This is exactly what will be printed.</source>
        <translation>Esto es exactamente lo que se imprimirá.</translation>
    </message>
    <message>
        <source>Your card is being drawn.</source>
        <translation>Estamos dibujando su tarjeta.</translation>
    </message>
    <message>
        <source>Front of the card</source>
        <translation>Ver el frente</translation>
    </message>
    <message>
        <source>Back of the card</source>
        <translation>Ver el reverso</translation>
    </message>
    <message>
        <source>Change the photo</source>
        <translation>Cambiar la foto</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>This is too long for the card: {answers}</source>
        <translation>Esto es demasiado largo para la tarjeta: {answers}</translation>
    </message>
    <message>
        <source>Please make it shorter.</source>
        <translation>Por favor, acórtelo.</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>Está bien</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>no se pone</translation>
    </message>
    <message>
        <source>shown on the card</source>
        <translation>se muestra en la tarjeta</translation>
    </message>
</context>
<context>
    <name>ClerkPapers</name>
    <message>
        <source>Clerk: which papers of the caretaker do you see?</source>
        <translation>Personal: ¿qué documentos ve de la persona a cargo?</translation>
    </message>
    <message>
        <source>Clerk: which papers do you see?</source>
        <translation>Personal: ¿qué documentos ve?</translation>
    </message>
    <message>
        <source>Tick what you see. Nothing about the papers is kept.</source>
        <translation>Marque lo que ve. No se guarda nada de los documentos.</translation>
    </message>
    <message>
        <source>Papers of the resident</source>
        <translation>Documentos de la persona</translation>
    </message>
    <message>
        <source>Papers of a caretaker</source>
        <translation>Documentos de quien acompaña</translation>
    </message>
    <message>
        <source>Read a paper</source>
        <translation>Leer un documento</translation>
    </message>
    <message>
        <source>Exception by two</source>
        <translation>Excepción entre dos</translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation>Volver a la persona</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Hoy no</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Ticked: seen for the child before. Look again at what you doubt.</source>
        <translation>Marcados: vistos para el menor anterior. Vuelva a mirar lo que dude.</translation>
    </message>
    <message>
        <source>Caretaker’s papers, seen before</source>
        <translation>Documentos de quien acompaña, ya vistos</translation>
    </message>
    <message>
        <source>What the resident has</source>
        <translation>Lo que trae la persona</translation>
    </message>
</context>
<context>
    <name>ClerkPin</name>
    <message>
        <source>Clerk number</source>
        <translation>Número de personal</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Segunda persona</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Enter your clerk number and your PIN.</source>
        <translation>Escriba su número de personal y su PIN.</translation>
    </message>
    <message>
        <source>That was wrong too often. No card can be approved here now.</source>
        <translation>Se equivocó demasiadas veces. Ahora no se puede aprobar ninguna tarjeta aquí.</translation>
    </message>
    <message numerus="yes">
        <source>The number or the PIN is wrong. %n try left.</source>
        <translation>
            <numerusform>El número o el PIN no es correcto. Queda %n intento.</numerusform>
            <numerusform>El número o el PIN no es correcto. Quedan %n intentos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Put your face in the oval and look at the camera.</source>
        <translation>Ponga su cara en el óvalo y mire a la cámara.</translation>
    </message>
    <message>
        <source>Good. Take the photo when you are ready.</source>
        <translation>Bien. Tome la foto cuando quiera.</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>Typed</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>On the paper</source>
        <translation>En el documento</translation>
    </message>
</context>
<context>
    <name>EmergencyContactPage</name>
    <message>
        <source>Whom to call in an emergency?</source>
        <translation>¿A quién llamar en una emergencia?</translation>
    </message>
    <message>
        <source>It is printed on the back of the card and kept nowhere else.</source>
        <translation>Se imprime al dorso de la tarjeta y no se guarda en ningún otro lugar.</translation>
    </message>
    <message>
        <source>Whom should we call?</source>
        <translation>¿A quién llamamos?</translation>
    </message>
    <message>
        <source>Phone number, or another way</source>
        <translation>Teléfono, u otra forma</translation>
    </message>
    <message>
        <source>Anybody who holds the card can read it.</source>
        <translation>Quien tenga la tarjeta puede leerlo.</translation>
    </message>
    <message>
        <source>You can leave it out. The card is as good without it.</source>
        <translation>Puede omitirlo. La tarjeta vale igual sin él.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>No ponerlo</translation>
    </message>
</context>
<context>
    <name>EraseCover</name>
    <message>
        <source>Erase everything and leave?</source>
        <translation>¿Borrar todo y salir?</translation>
    </message>
    <message>
        <source>Your answers and your photo are erased. You can start anew.</source>
        <translation>Se borran sus respuestas y su foto. Puede empezar de nuevo.</translation>
    </message>
    <message>
        <source>Yes, erase and leave</source>
        <translation>Sí, borrar y salir</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>No, seguir</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>No card today: why, and what to do</source>
        <translation>Hoy no hay tarjeta: por qué y qué hacer</translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation>Volver a los documentos</translation>
    </message>
    <message>
        <source>Erase and end</source>
        <translation>Borrar y terminar</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Fee: %1</source>
        <translation>Costo: %1</translation>
    </message>
    <message>
        <source>Nothing to pay: %1</source>
        <translation>No pagan: %1</translation>
    </message>
    <message>
        <source>The card must show another address, or none.</source>
        <translation>La tarjeta debe mostrar otro domicilio, o ninguno.</translation>
    </message>
    <message>
        <source>With this paper the home address is not printed. Go back to change it.</source>
        <translation>Con este documento no se imprime el domicilio propio. Vuelva para cambiarlo.</translation>
    </message>
    <message>
        <source>With an exception by two members of staff.</source>
        <translation>Con una excepción de dos personas del personal.</translation>
    </message>
    <message>
        <source>These papers do. Hand them back now.</source>
        <translation>Estos documentos bastan. Devuélvalos ahora.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>A good card</source>
        <translation>Una tarjeta buena</translation>
    </message>
    <message>
        <source>A bad card</source>
        <translation>Una tarjeta mala</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Ninguna tarjeta</translation>
    </message>
    <message>
        <source>The printer is empty</source>
        <translation>La impresora está vacía</translation>
    </message>
</context>
<context>
    <name>GenderPage</name>
    <message>
        <source>Which gender goes on your card?</source>
        <translation>¿Qué género va en su tarjeta?</translation>
    </message>
    <message>
        <source>Touch one, write your own words, or leave it out.</source>
        <translation>Toque uno, escríbalo con sus palabras o no ponga nada.</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>Con sus palabras</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>No ponerlo</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femenino</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Masculino</translation>
    </message>
    <message>
        <source>Non-binary</source>
        <translation>No binario</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Nothing is kept</source>
        <translation>No se guarda nada</translation>
    </message>
</context>
<context>
    <name>HiddenCover</name>
    <message>
        <source>The screen is hidden</source>
        <translation>La pantalla está oculta</translation>
    </message>
    <message>
        <source>Your answers are still here.</source>
        <translation>Sus respuestas siguen aquí.</translation>
    </message>
    <message>
        <source>Show my answers</source>
        <translation>Mostrar mis respuestas</translation>
    </message>
</context>
<context>
    <name>IdleCover</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue usted ahí?</translation>
    </message>
    <message numerus="yes">
        <source>To protect you, this screen erases everything in %n second(s).</source>
        <translation>
            <numerusform>Para protegerle, esta pantalla lo borra todo en %n segundo.</numerusform>
            <numerusform>Para protegerle, esta pantalla lo borra todo en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>Necesito más tiempo</translation>
    </message>
    <message>
        <source>Erase everything now</source>
        <translation>Borrar todo ahora</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>The code is added when the clerk approves.</source>
        <translation>El código se añade cuando se aprueba la tarjeta.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Capital letters</source>
        <translation>Mayúsculas</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>Otro alfabeto</translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation>Números y signos</translation>
    </message>
    <message>
        <source>More letters</source>
        <translation>Más letras</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Get your City ID card</source>
        <translation>Obtenga su tarjeta de identificación municipal</translation>
    </message>
    <message>
        <source>About 8 minutes. Your card is printed here, today.</source>
        <translation>Unos 8 minutos. Su tarjeta se imprime aquí, hoy.</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>Elija su idioma</translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>No se guarda nada</translation>
    </message>
    <message>
        <source>Everything you enter is erased when you leave.</source>
        <translation>Todo lo que escriba se borra cuando usted se va.</translation>
    </message>
    <message>
        <source>No internet</source>
        <translation>Sin internet</translation>
    </message>
    <message>
        <source>This machine is not connected to the internet.</source>
        <translation>Esta máquina no está conectada a internet.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Usted decide</translation>
    </message>
    <message>
        <source>You see your card before it is printed.</source>
        <translation>Usted ve su tarjeta antes de imprimirla.</translation>
    </message>
</context>
<context>
    <name>LatinNamePage</name>
    <message>
        <source>How is your name written in letters A to Z?</source>
        <translation>¿Cómo se escribe su nombre con letras de la A a la Z?</translation>
    </message>
    <message>
        <source>So that everybody can read your card. You may also leave it empty.</source>
        <translation>Para que todos puedan leer su tarjeta. También puede dejarlo vacío.</translation>
    </message>
    <message>
        <source>Name in letters A to Z</source>
        <translation>Nombre con letras de la A a la Z</translation>
    </message>
    <message>
        <source>This is only our suggestion.</source>
        <translation>Es solo nuestra sugerencia.</translation>
    </message>
    <message>
        <source>Do your papers spell it another way? Write it so.</source>
        <translation>¿Sus papeles lo escriben de otra manera? Escríbalo así.</translation>
    </message>
</context>
<context>
    <name>Leaves</name>
    <message>
        <source>Show the others</source>
        <translation>Ver los demás</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Please call a clerk</source>
        <translation>Llame a una persona de atención</translation>
    </message>
    <message>
        <source>Clerk: look in the printer. A card may be in it. What do you find?</source>
        <translation>Personal: mire en la impresora. Puede haber una tarjeta. ¿Qué encuentra?</translation>
    </message>
    <message>
        <source>Clerk: a card may still lie in the printer. Take it out and destroy it.</source>
        <translation>Personal: puede quedar una tarjeta en la impresora. Sáquela y destrúyala.</translation>
    </message>
    <message>
        <source>Training clerk: number 12, PIN 246810</source>
        <translation>Personal de práctica: número 12, PIN 246810</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>What is your name?</source>
        <translation>¿Cómo se llama?</translation>
    </message>
    <message>
        <source>Write it as you want it on the card, in any alphabet. If you have only one name, leave the other box empty.</source>
        <translation>Escríbalo como lo quiere en la tarjeta, en cualquier alfabeto. Si tiene un solo nombre, deje vacía la otra casilla.</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Apellidos</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>Do you want a card?</source>
        <translation>¿Quiere una tarjeta?</translation>
    </message>
    <message>
        <source>This is what happens if you go on.</source>
        <translation>Esto es lo que pasa si sigue.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Sí, seguir</translation>
    </message>
    <message>
        <source>We ask what the card shows</source>
        <translation>Preguntamos lo que muestra la tarjeta</translation>
    </message>
    <message>
        <source>Your name and birth date. Gender and address only if you want. We never ask about immigration.</source>
        <translation>Su nombre y fecha de nacimiento. Género y dirección solo si usted quiere. Nunca preguntamos sobre inmigración.</translation>
    </message>
    <message>
        <source>We take a photo</source>
        <translation>Tomamos una foto</translation>
    </message>
    <message>
        <source>It is for your card only. You can take it again.</source>
        <translation>Es solo para su tarjeta. Puede repetirla.</translation>
    </message>
    <message>
        <source>A clerk looks at your papers</source>
        <translation>Una persona de atención mira sus papeles</translation>
    </message>
    <message>
        <source>You get them back at once. Nobody copies them.</source>
        <translation>Se los devuelve enseguida. Nadie los copia.</translation>
    </message>
    <message>
        <source>Your card is printed</source>
        <translation>Se imprime su tarjeta</translation>
    </message>
    <message>
        <source>Only after you have seen it and said that it is right.</source>
        <translation>Solo después de que usted la vea y diga que está bien.</translation>
    </message>
    <message>
        <source>Everything is erased</source>
        <translation>Todo se borra</translation>
    </message>
    <message>
        <source>Your answers and your photo. Also if you stop, at any time.</source>
        <translation>Sus respuestas y su foto. También si usted para, en cualquier momento.</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeña</translation>
    </message>
    <message>
        <source>Move the photo left</source>
        <translation>Mover la foto a la izquierda</translation>
    </message>
    <message>
        <source>Move the photo up</source>
        <translation>Mover la foto hacia arriba</translation>
    </message>
    <message>
        <source>Move the photo down</source>
        <translation>Mover la foto hacia abajo</translation>
    </message>
    <message>
        <source>Move the photo right</source>
        <translation>Mover la foto a la derecha</translation>
    </message>
</context>
<context>
    <name>PaperFace</name>
    <message>
        <source>This paper counts.</source>
        <translation>Este documento vale.</translation>
    </message>
    <message>
        <source>This paper does not count: %1.</source>
        <translation>Este documento no vale: %1.</translation>
    </message>
    <message>
        <source>What does the paper itself show?</source>
        <translation>¿Qué muestra el documento?</translation>
    </message>
    <message>
        <source>Not this paper</source>
        <translation>Este documento no</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>Es correcto</translation>
    </message>
    <message>
        <source>Read this paper</source>
        <translation>Leer este documento</translation>
    </message>
    <message>
        <source>Lines for a machine to read</source>
        <translation>Renglones de lectura mecánica</translation>
    </message>
    <message>
        <source>Expired, but not before %1</source>
        <translation>Vencido, pero no antes del %1</translation>
    </message>
    <message>
        <source>Not expired</source>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>Expired before that</source>
        <translation>Vencido antes</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Dated %1 or later</source>
        <translation>Fechado el %1 o después</translation>
    </message>
    <message>
        <source>Older than that</source>
        <translation>Más antiguo</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Other papers</source>
        <translation>Otros documentos</translation>
    </message>
    <message>
        <source>%1; and %2</source>
        <translation>%1; y %2</translation>
    </message>
    <message>
        <source>This would do: %1</source>
        <translation>Bastaría con: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 o %2</translation>
    </message>
    <message>
        <source>%1 or another one</source>
        <translation>%1 u otro</translation>
    </message>
</context>
<context>
    <name>PortraitPage</name>
    <message>
        <source>Is this photo good?</source>
        <translation>¿Le gusta esta foto?</translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation>Su foto</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Como estaba</translation>
    </message>
    <message>
        <source>Lighter</source>
        <translation>Más clara</translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation>La cámara está arrancando.</translation>
    </message>
    <message>
        <source>This is how it will be on your card.</source>
        <translation>Así se verá en su tarjeta.</translation>
    </message>
    <message>
        <source>The camera is not there.</source>
        <translation>No hay cámara.</translation>
    </message>
    <message>
        <source>Sitting down, a child on a lap, a head covering, glasses: all are fine.</source>
        <translation>Sentarse, un niño en brazos, la cabeza cubierta, lentes: todo está bien.</translation>
    </message>
    <message>
        <source>Please call a clerk.</source>
        <translation>Llame a una persona de atención.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>Tomar la foto</translation>
    </message>
    <message>
        <source>Move or zoom</source>
        <translation>Mover o ampliar</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Usar esta foto</translation>
    </message>
    <message>
        <source>Look at the camera.</source>
        <translation>Mire a la cámara.</translation>
    </message>
    <message>
        <source>Show the whole head and some room.</source>
        <translation>Que se vea toda la cabeza y algo más.</translation>
    </message>
</context>
<context>
    <name>PrinterNotice</name>
    <message>
        <source>Please call a clerk before you go on.</source>
        <translation>Llame a una persona del personal antes de seguir.</translation>
    </message>
    <message>
        <source>Clerk: please look at the card printer soon.</source>
        <translation>Personal: revise pronto la impresora de tarjetas.</translation>
    </message>
    <message>
        <source>Blank cards left: {cards}.</source>
        <translation>Tarjetas en blanco que quedan: {cards}.</translation>
    </message>
    <message>
        <source>Cards that the ribbon lasts for: {cards}.</source>
        <translation>Tarjetas para las que alcanza la cinta: {cards}.</translation>
    </message>
    <message>
        <source>Cards or ribbon will soon be used up.</source>
        <translation>Pronto se acabarán las tarjetas o la cinta.</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>Print another card</source>
        <translation>Imprimir otra tarjeta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Stop without a card</source>
        <translation>Parar sin tarjeta</translation>
    </message>
    <message>
        <source>Your card waits until the printer can go on. Please stay here.</source>
        <translation>Su tarjeta espera hasta que la impresora pueda seguir. Quédese aquí, por favor.</translation>
    </message>
    <message>
        <source>The card was not printed</source>
        <translation>La tarjeta no se imprimió</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Frente</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Dorso</translation>
    </message>
    <message>
        <source>Please call a clerk</source>
        <translation>Llame a una persona del personal</translation>
    </message>
    <message>
        <source>Your card is being made</source>
        <translation>Estamos haciendo su tarjeta</translation>
    </message>
    <message>
        <source>Please stay here. Your papers go back with you.</source>
        <translation>Quédese aquí, por favor. Sus papeles se van con usted.</translation>
    </message>
    <message>
        <source>Please call a clerk. No card was used, and your answers are all here.</source>
        <translation>Llame a una persona del personal. No se usó ninguna tarjeta y sus respuestas siguen aquí.</translation>
    </message>
    <message>
        <source>Clerk: look at the card</source>
        <translation>Personal: mire la tarjeta</translation>
    </message>
    <message>
        <source>The printer says that the card is ready. How does it look?</source>
        <translation>La impresora dice que la tarjeta está lista. ¿Cómo se ve?</translation>
    </message>
    <message>
        <source>Clerk: look in the printer</source>
        <translation>Personal: mire en la impresora</translation>
    </message>
    <message>
        <source>We cannot tell if the card was printed. What do you find?</source>
        <translation>No sabemos si la tarjeta se imprimió. ¿Qué encuentra?</translation>
    </message>
    <message>
        <source>This card is spoiled</source>
        <translation>Esta tarjeta salió mal</translation>
    </message>
    <message>
        <source>Clerk: destroy it now. Then print it on another card, or stop.</source>
        <translation>Personal: destrúyala ahora. Después imprima otra, o pare.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Hide screen</source>
        <translation>Ocultar pantalla</translation>
    </message>
    <message>
        <source>Erase and leave</source>
        <translation>Borrar y salir</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>It cannot be read</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>It is the right card</source>
        <translation>Es la tarjeta correcta</translation>
    </message>
    <message>
        <source>Clerk: is it the right card?</source>
        <translation>Personal: ¿es la tarjeta correcta?</translation>
    </message>
    <message>
        <source>Compare photo and name with the person in front of you.</source>
        <translation>Compare la foto y el nombre con la persona que tiene delante.</translation>
    </message>
    <message>
        <source>Show the code on the back to the camera</source>
        <translation>Muestre a la cámara el código del dorso</translation>
    </message>
    <message>
        <source>Hold the new card still. Or scan the code with the scanner.</source>
        <translation>Mantenga quieta la tarjeta nueva. O lea el código con el escáner.</translation>
    </message>
    <message>
        <source>This is another card.</source>
        <translation>Esta es otra tarjeta.</translation>
    </message>
    <message>
        <source>Show the card that was printed just now.</source>
        <translation>Muestre la tarjeta que se acaba de imprimir.</translation>
    </message>
    <message>
        <source>The camera does not answer.</source>
        <translation>La cámara no responde.</translation>
    </message>
    <message>
        <source>Clerk: plug it in, or use the scanner.</source>
        <translation>Personal: conéctela o use el escáner.</translation>
    </message>
    <message>
        <source>It is noted that a clerk looked and nobody read the code.</source>
        <translation>Se anota que el personal la miró y nadie leyó el código.</translation>
    </message>
    <message>
        <source>There is no camera and no scanner here.</source>
        <translation>Aquí no hay cámara ni escáner.</translation>
    </message>
</context>
<context>
    <name>ReadFace</name>
    <message>
        <source>Clerk: typed, and on the paper</source>
        <translation>Personal: lo escrito y lo del documento</translation>
    </message>
    <message>
        <source>Nothing is changed. The paper decides, not the machine.</source>
        <translation>No se cambia nada. Decide el documento, no la máquina.</translation>
    </message>
    <message>
        <source>Clerk: look at the picture</source>
        <translation>Personal: mire la imagen</translation>
    </message>
    <message>
        <source>It is overwritten as soon as the card is made.</source>
        <translation>Se borra en cuanto se hace la tarjeta.</translation>
    </message>
    <message>
        <source>There is no camera</source>
        <translation>No hay cámara</translation>
    </message>
    <message>
        <source>Compare the paper with the answers yourself.</source>
        <translation>Compare usted mismo el documento con las respuestas.</translation>
    </message>
    <message>
        <source>Clerk: read a paper</source>
        <translation>Personal: lea un documento</translation>
    </message>
    <message>
        <source>Hold the side with the code or the lines under the camera.</source>
        <translation>Ponga bajo la cámara el lado con el código o las líneas.</translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation>Volver a los documentos</translation>
    </message>
    <message>
        <source>Keep the picture to look at it</source>
        <translation>Guardar la imagen para mirarla</translation>
    </message>
    <message>
        <source>Read a paper</source>
        <translation>Leer un documento</translation>
    </message>
</context>
<context>
    <name>ReadinessPage</name>
    <message>
        <source>Which papers do you have with you?</source>
        <translation>¿Qué documentos trae?</translation>
    </message>
    <message>
        <source>Touch them. Nobody copies them, and you keep them.</source>
        <translation>Tóquelos. Nadie los copia, y usted se queda con ellos.</translation>
    </message>
    <message>
        <source>years old</source>
        <translation>años</translation>
    </message>
    <message>
        <source>A parent or caretaker is here too</source>
        <translation>También está la madre, el padre o quien le cuida</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Your list to take home</source>
        <translation>Su lista para llevar</translation>
    </message>
    <message>
        <source>How old is the person who gets the card?</source>
        <translation>¿Qué edad tiene quien recibe la tarjeta?</translation>
    </message>
    <message>
        <source>You see at once whether your papers do.</source>
        <translation>Verá enseguida si sus documentos bastan.</translation>
    </message>
    <message>
        <source>A clerk looks at them later.</source>
        <translation>El personal los mira después.</translation>
    </message>
    <message>
        <source>These papers will do.</source>
        <translation>Estos documentos bastan.</translation>
    </message>
    <message>
        <source>Not yet. Still missing:</source>
        <translation>Todavía no. Falta:</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Why is there no such paper?</source>
        <translation>¿Por qué no hay tal documento?</translation>
    </message>
    <message>
        <source>Two members of staff approve the card with their PINs.</source>
        <translation>Dos personas del personal aprueban la tarjeta con su PIN.</translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation>Volver a los documentos</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Clerk: same person?</source>
        <translation>Personal: ¿la misma persona?</translation>
    </message>
    <message>
        <source>Same face, same name and same birth date as on the papers?</source>
        <translation>¿La misma cara, el mismo nombre y la misma fecha de nacimiento que en los papeles?</translation>
    </message>
    <message>
        <source>Yes, and the papers are handed back</source>
        <translation>Sí, y los documentos están devueltos</translation>
    </message>
    <message>
        <source>Clerk: approve the card</source>
        <translation>Personal: apruebe la tarjeta</translation>
    </message>
    <message>
        <source>An exception, by two members of staff</source>
        <translation>Una excepción, de dos personas del personal</translation>
    </message>
    <message>
        <source>Training clerk: number 12, PIN 246810</source>
        <translation>Personal de práctica: número 12, PIN 246810</translation>
    </message>
    <message>
        <source>Second person: number 21, PIN 135790</source>
        <translation>Segunda persona: número 21, PIN 135790</translation>
    </message>
    <message>
        <source>The card is being made…</source>
        <translation>Preparando la tarjeta…</translation>
    </message>
    <message>
        <source>Approve and print</source>
        <translation>Aprobar e imprimir</translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation>Volver con el residente</translation>
    </message>
</context>
<context>
    <name>Shelves</name>
    <message>
        <source>More papers</source>
        <translation>Más documentos</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anteriores</translation>
    </message>
</context>
<context>
    <name>SlipPart</name>
    <message>
        <source>Write this down or photograph it.</source>
        <translation>Anótelo o tómele una foto.</translation>
    </message>
    <message>
        <source>Code for the office: {code}</source>
        <translation>Código para la oficina: {code}</translation>
    </message>
    <message>
        <source>Take your paper from the printer.</source>
        <translation>Tome su papel de la impresora.</translation>
    </message>
    <message>
        <source>Nobody’s name is on it.</source>
        <translation>No lleva el nombre de nadie.</translation>
    </message>
    <message>
        <source>Show the rest</source>
        <translation>Ver el resto</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Imprimir otra vez</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>TakenPage</name>
    <message>
        <source>Take your card</source>
        <translation>Tome su tarjeta</translation>
    </message>
    <message>
        <source>Take your papers too.</source>
        <translation>Tome también sus papeles.</translation>
    </message>
    <message>
        <source>I have it. A card for another child</source>
        <translation>Ya la tengo. Tarjeta para otro menor</translation>
    </message>
    <message>
        <source>Your photo and answers are already erased.</source>
        <translation>Su foto y sus respuestas ya están borradas.</translation>
    </message>
    <message>
        <source>This screen forgets the rest when you leave.</source>
        <translation>Esta pantalla olvida lo demás cuando usted se va.</translation>
    </message>
    <message>
        <source>Photo, name and birth date are erased.</source>
        <translation>Foto, nombre y fecha de nacimiento: borrados.</translation>
    </message>
    <message>
        <source>Address and caretaker’s papers are known until you leave.</source>
        <translation>El domicilio y los documentos de quien acompaña se olvidan al irse.</translation>
    </message>
    <message>
        <source>I have my card</source>
        <translation>Tengo mi tarjeta</translation>
    </message>
</context>
<context>
    <name>VeteranPage</name>
    <message>
        <source>Did you serve in the armed forces?</source>
        <translation>¿Sirvió en las fuerzas armadas?</translation>
    </message>
    <message>
        <source>Your card can show it, if you like. It changes nothing else about your card.</source>
        <translation>Su tarjeta puede mostrarlo, si quiere. No cambia nada más de la tarjeta.</translation>
    </message>
    <message>
        <source>Show that I served</source>
        <translation>Mostrar que serví</translation>
    </message>
    <message>
        <source>Show nothing about it</source>
        <translation>No mostrar nada</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Papers</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Sobre usted</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Step {number} of {total}: {name}</source>
        <translation>Paso {number} de {total}: {name}</translation>
    </message>
</context>
<context>
    <name>_Resident</name>
    <message>
        <source>Call a clerk</source>
        <translation>Llame a una persona de atención</translation>
    </message>
    <message>
        <source>Your answers are ready. Now a clerk looks at your papers.</source>
        <translation>Sus respuestas están listas. Ahora una persona de atención mira sus papeles.</translation>
    </message>
    <message>
        <source>Raise your hand. Somebody comes to you.</source>
        <translation>Levante la mano. Alguien viene.</translation>
    </message>
    <message>
        <source>Get your papers ready</source>
        <translation>Prepare sus papeles</translation>
    </message>
    <message>
        <source>The clerk looks at them here, with you.</source>
        <translation>Se miran aquí, con usted.</translation>
    </message>
    <message>
        <source>You get them back</source>
        <translation>Se los devuelven</translation>
    </message>
    <message>
        <source>At once. Nobody copies or keeps them.</source>
        <translation>Enseguida. Nadie los copia ni los guarda.</translation>
    </message>
    <message>
        <source>I am the clerk</source>
        <translation>Soy personal de atención</translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>name-empty</source>
        <translation>Escriba su nombre. Basta con uno de los dos.</translation>
    </message>
    <message>
        <source>too-long</source>
        <translation>Es demasiado largo. Escríbalo más corto.</translation>
    </message>
    <message>
        <source>unprintable</source>
        <translation>La tarjeta no puede mostrar este signo: {sign}. Quítelo o escríbalo de otra manera.</translation>
    </message>
    <message>
        <source>no-room</source>
        <translation>Esto es demasiado largo para la tarjeta. Escríbalo más corto.</translation>
    </message>
    <message>
        <source>not-latin</source>
        <translation>Use aquí solo letras de la A a la Z.</translation>
    </message>
    <message>
        <source>date-incomplete</source>
        <translation>Escriba día, mes y año con números.</translation>
    </message>
    <message>
        <source>year-short</source>
        <translation>Escriba el año con cuatro cifras, por ejemplo 1987.</translation>
    </message>
    <message>
        <source>date-impossible</source>
        <translation>Ese día no existe. Revise el día y el mes.</translation>
    </message>
    <message>
        <source>date-future</source>
        <translation>Ese día todavía no ha llegado. Revise el año.</translation>
    </message>
    <message>
        <source>date-too-old</source>
        <translation>Fue hace demasiado tiempo. Revise el año.</translation>
    </message>
    <message>
        <source>address-empty</source>
        <translation>Escriba su dirección o toque «Sin dirección».</translation>
    </message>
    <message>
        <source>contact-empty</source>
        <translation>Escriba cómo llamar, o no lo ponga.</translation>
    </message>
    <message>
        <source>printer-not-there</source>
        <translation>La impresora no responde. Personal: ¿está encendida y conectada?</translation>
    </message>
    <message>
        <source>printer-out-of-cards</source>
        <translation>No hay tarjetas en la impresora. Personal: ponga más.</translation>
    </message>
    <message>
        <source>printer-cover-open</source>
        <translation>La impresora está abierta. Personal: cierre la tapa.</translation>
    </message>
    <message>
        <source>printer-ribbon</source>
        <translation>La cinta se acabó o falta. Personal: ponga una nueva.</translation>
    </message>
    <message>
        <source>printer-jam</source>
        <translation>Hay una tarjeta atascada. Personal: abra la impresora y sáquela.</translation>
    </message>
    <message>
        <source>printer-busy</source>
        <translation>La impresora está ocupada. Espere un momento.</translation>
    </message>
    <message>
        <source>printer-paused</source>
        <translation>La impresora está en pausa. Personal: reanúdela.</translation>
    </message>
    <message>
        <source>printer-unfit</source>
        <translation>Esta impresora no puede imprimir nuestras tarjetas. Personal: llame al servicio técnico.</translation>
    </message>
    <message>
        <source>printer-not-ours</source>
        <translation>Esta no es nuestra impresora. Personal: no imprima; llame al servicio técnico.</translation>
    </message>
    <message>
        <source>printer-other</source>
        <translation>La impresora tiene un problema. Personal: mire la impresora.</translation>
    </message>
    <message>
        <source>card-unreadable</source>
        <translation>El código no se puede leer. Una tarjeta sin código no sirve.</translation>
    </message>
    <message>
        <source>card-unverified</source>
        <translation>El código no es auténtico. Personal: pida ayuda técnica antes de imprimir otra vez.</translation>
    </message>
    <message>
        <source>slip-printer-not-there</source>
        <translation>La impresora de papeles no responde.</translation>
    </message>
    <message>
        <source>slip-printer-out-of-paper</source>
        <translation>La impresora no tiene más papel. Llame a una persona de atención.</translation>
    </message>
    <message>
        <source>slip-printer-cover-open</source>
        <translation>La impresora está abierta. Llame a una persona de atención.</translation>
    </message>
    <message>
        <source>slip-printer-busy</source>
        <translation>La impresora está ocupada. Intente de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>slip-printer-unfit</source>
        <translation>Esta impresora no puede imprimir el papel. Llame a una persona de atención.</translation>
    </message>
    <message>
        <source>slip-printer-other</source>
        <translation>Algo le pasa a la impresora. Llame a una persona de atención.</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>vencido</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>otra vez el mismo tipo</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>solo junto con otros</translation>
    </message>
    <message>
        <source>too-old</source>
        <translation>demasiado antiguo</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>es copia</translation>
    </message>
    <message>
        <source>lacks-mark</source>
        <translation>no lo muestra</translation>
    </message>
    <message>
        <source>not-theirs</source>
        <translation>no está a su nombre</translation>
    </message>
    <message>
        <source>not-at-this-age</source>
        <translation>no a esta edad</translation>
    </message>
    <message>
        <source>worth-unknown</source>
        <translation>la ciudad aún no lo decide</translation>
    </message>
    <message>
        <source>mark-photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>mark-birth_date</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>mark-address</source>
        <translation>Domicilio en la ciudad</translation>
    </message>
    <message>
        <source>copy-original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>copy-certified</source>
        <translation>Copia certificada</translation>
    </message>
    <message>
        <source>copy-any</source>
        <translation>Copia simple o pantalla</translation>
    </message>
    <message>
        <source>of-applicant</source>
        <translation>A nombre de la persona</translation>
    </message>
    <message>
        <source>of-spouse</source>
        <translation>A nombre del cónyuge</translation>
    </message>
    <message>
        <source>expiry</source>
        <translation>Vencimiento</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>coincide</translation>
    </message>
    <message>
        <source>shortened</source>
        <translation>abreviado en el documento</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>coincide en parte</translation>
    </message>
    <message>
        <source>order</source>
        <translation>otro orden</translation>
    </message>
    <message>
        <source>swapped</source>
        <translation>día y mes cambiados</translation>
    </message>
    <message>
        <source>near</source>
        <translation>difiere una letra o una cifra</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>no coincide</translation>
    </message>
    <message>
        <source>please-compare</source>
        <translation>por favor compare</translation>
    </message>
    <message>
        <source>in-date</source>
        <translation>vigente</translation>
    </message>
    <message>
        <source>paper-expired</source>
        <translation>vencido</translation>
    </message>
    <message>
        <source>papers-doubted</source>
        <translation>No se pudieron aceptar los documentos.</translation>
    </message>
    <message>
        <source>ask-the-office</source>
        <translation>Pida que otra persona revise su caso en cualquier oficina de la ciudad. Traiga esta hoja.</translation>
    </message>
    <message>
        <source>exception-lost</source>
        <translation>Se perdieron en un incendio, una inundación o el camino</translation>
    </message>
    <message>
        <source>exception-withheld</source>
        <translation>Los retiene alguien o una oficina</translation>
    </message>
    <message>
        <source>exception-never</source>
        <translation>Nunca se le expidieron</translation>
    </message>
    <message>
        <source>exception-danger</source>
        <translation>Conseguirlos sería peligroso</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>latin_name</source>
        <translation>Nombre con letras de la A a la Z</translation>
    </message>
    <message>
        <source>birth_date</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>veteran</source>
        <translation>Servicio militar</translation>
    </message>
    <message>
        <source>emergency_contact</source>
        <translation>Contacto de emergencia</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>portrait-too-dark</source>
        <translation>Está muy oscuro. Hace falta más luz.</translation>
    </message>
    <message>
        <source>portrait-too-bright</source>
        <translation>Hay demasiada luz. Hace falta menos.</translation>
    </message>
    <message>
        <source>portrait-more-faces</source>
        <translation>Hay más de una cara en la imagen.</translation>
    </message>
    <message>
        <source>portrait-nearer</source>
        <translation>Acérquese un poco.</translation>
    </message>
    <message>
        <source>portrait-back</source>
        <translation>Aléjese un poco.</translation>
    </message>
    <message>
        <source>portrait-left</source>
        <translation>Muévase un poco a su izquierda.</translation>
    </message>
    <message>
        <source>portrait-right</source>
        <translation>Muévase un poco a su derecha.</translation>
    </message>
    <message>
        <source>portrait-up</source>
        <translation>Un poco más arriba.</translation>
    </message>
    <message>
        <source>portrait-down</source>
        <translation>Un poco más abajo.</translation>
    </message>
    <message>
        <source>portrait-side-light</source>
        <translation>La luz viene de un lado. Gire hacia ella.</translation>
    </message>
    <message>
        <source>portrait-not-sharp</source>
        <translation>La imagen aún no es nítida. No se mueva.</translation>
    </message>
    <message>
        <source>portrait-background</source>
        <translation>Se ve mejor con una pared lisa detrás.</translation>
    </message>
    <message>
        <source>same-person</source>
        <translation>La segunda persona debe ser otra.</translation>
    </message>
    <message>
        <source>signer-lost</source>
        <translation>No se pudo firmar la tarjeta. Espere un poco e intente de nuevo.</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>La tarjeta no pasó su propia revisión y no se imprime. Personal: llame al servicio técnico.</translation>
    </message>
    <message>
        <source>station-closed</source>
        <translation>Esta estación está cerrada. Pregunte en el mostrador.</translation>
    </message>
    <message>
        <source>wall-missing</source>
        <translation>Para el personal: a este equipo le falta una protección obligatoria ({wall}). Escriba «kiosk preflight» para ver cómo remediarlo.</translation>
    </message>
</context>
<context>
    <name>slip</name>
    <message>
        <source>What to bring</source>
        <translation>Qué debe traer</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Todavía falta</translation>
    </message>
    <message>
        <source>This is enough</source>
        <translation>Con esto basta</translation>
    </message>
    <message>
        <source>Or this</source>
        <translation>O esto</translation>
    </message>
    <message>
        <source>Code for the office</source>
        <translation>Código para la oficina</translation>
    </message>
    <message>
        <source>Nobody’s name is on this paper.</source>
        <translation>Este papel no lleva el nombre de nadie.</translation>
    </message>
    <message>
        <source>No card today</source>
        <translation>Hoy no hay tarjeta</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>If you do not agree</source>
        <translation>Si no está de acuerdo</translation>
    </message>
</context>
</TS>
