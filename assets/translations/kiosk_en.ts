<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AddressPage</name>
    <message>
        <source>Which address goes on your card?</source>
        <translation>Which address goes on your card?</translation>
    </message>
    <message>
        <source>“Care of” means: an organization takes letters for you, if you have no home.</source>
        <translation>“Care of” means: an organization takes letters for you, if you have no home.</translation>
    </message>
    <message>
        <source>My home</source>
        <translation>My home</translation>
    </message>
    <message>
        <source>Care of</source>
        <translation>Care of</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>No address</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organization</translation>
    </message>
    <message>
        <source>Apartment or floor</source>
        <translation>Apartment or floor</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>ZIP code</translation>
    </message>
    <message>
        <source>Your card will show no address.</source>
        <translation>Your card will show no address.</translation>
    </message>
    <message>
        <source>The clerk still looks at a paper that shows where you live.</source>
        <translation>The clerk still looks at a paper that shows where you live.</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Street and number</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>TRAINING · SPECIMEN</source>
        <translation>TRAINING · SPECIMEN</translation>
    </message>
    <message>
        <source>missing here: {walls}</source>
        <translation>missing here: {walls}</translation>
    </message>
</context>
<context>
    <name>BirthDatePage</name>
    <message>
        <source>When were you born?</source>
        <translation>When were you born?</translation>
    </message>
    <message>
        <source>With numbers, for example: 27 3 1987</source>
        <translation>With numbers, for example: 27 3 1987</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Is everything right?</source>
        <translation>Is everything right?</translation>
    </message>
    <message>
        <source>This is exactly what will be printed.</source>
        <translation>This is exactly what will be printed.</translation>
    </message>
    <message>
        <source>Your card is being drawn.</source>
        <translation>Your card is being drawn.</translation>
    </message>
    <message>
        <source>Front of the card</source>
        <translation>Front of the card</translation>
    </message>
    <message>
        <source>Back of the card</source>
        <translation>Back of the card</translation>
    </message>
    <message>
        <source>Change the photo</source>
        <translation>Change the photo</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>This is too long for the card: {answers}</source>
        <translation>This is too long for the card: {answers}</translation>
    </message>
    <message>
        <source>Please make it shorter.</source>
        <translation>Please make it shorter.</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>This is right</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>shown on the card</source>
        <translation>shown on the card</translation>
    </message>
</context>
<context>
    <name>ClerkPapers</name>
    <message>
        <source>Clerk: which papers of the caretaker do you see?</source>
        <translation>Clerk: which papers of the caretaker do you see?</translation>
    </message>
    <message>
        <source>Clerk: which papers do you see?</source>
        <translation>Clerk: which papers do you see?</translation>
    </message>
    <message>
        <source>Tick what you see. Nothing about the papers is kept.</source>
        <translation>Tick what you see. Nothing about the papers is kept.</translation>
    </message>
    <message>
        <source>Papers of the resident</source>
        <translation>Papers of the resident</translation>
    </message>
    <message>
        <source>Papers of a caretaker</source>
        <translation>Papers of a caretaker</translation>
    </message>
    <message>
        <source>Read a paper</source>
        <translation>Read a paper</translation>
    </message>
    <message>
        <source>Exception by two</source>
        <translation>Exception by two</translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation>Back to the resident</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Not today</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Ticked: seen for the child before. Look again at what you doubt.</source>
        <translation>Ticked: seen for the child before. Look again at what you doubt.</translation>
    </message>
    <message>
        <source>Caretaker’s papers, seen before</source>
        <translation>Caretaker’s papers, seen before</translation>
    </message>
    <message>
        <source>What the resident has</source>
        <translation>What the resident has</translation>
    </message>
</context>
<context>
    <name>ClerkPin</name>
    <message>
        <source>Clerk number</source>
        <translation>Clerk number</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Second person</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Enter your clerk number and your PIN.</source>
        <translation>Enter your clerk number and your PIN.</translation>
    </message>
    <message>
        <source>That was wrong too often. No card can be approved here now.</source>
        <translation>That was wrong too often. No card can be approved here now.</translation>
    </message>
    <message numerus="yes">
        <source>The number or the PIN is wrong. %n try left.</source>
        <translation>
            <numerusform>The number or the PIN is wrong. %n try left.</numerusform>
            <numerusform>The number or the PIN is wrong. %n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Put your face in the oval and look at the camera.</source>
        <translation>Put your face in the oval and look at the camera.</translation>
    </message>
    <message>
        <source>Good. Take the photo when you are ready.</source>
        <translation>Good. Take the photo when you are ready.</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>Typed</source>
        <translation>Typed</translation>
    </message>
    <message>
        <source>On the paper</source>
        <translation>On the paper</translation>
    </message>
</context>
<context>
    <name>EmergencyContactPage</name>
    <message>
        <source>Whom to call in an emergency?</source>
        <translation>Whom to call in an emergency?</translation>
    </message>
    <message>
        <source>It is printed on the back of the card and kept nowhere else.</source>
        <translation>It is printed on the back of the card and kept nowhere else.</translation>
    </message>
    <message>
        <source>Whom should we call?</source>
        <translation>Whom should we call?</translation>
    </message>
    <message>
        <source>Phone number, or another way</source>
        <translation>Phone number, or another way</translation>
    </message>
    <message>
        <source>Anybody who holds the card can read it.</source>
        <translation>Anybody who holds the card can read it.</translation>
    </message>
    <message>
        <source>You can leave it out. The card is as good without it.</source>
        <translation>You can leave it out. The card is as good without it.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Leave it out</translation>
    </message>
</context>
<context>
    <name>EraseCover</name>
    <message>
        <source>Erase everything and leave?</source>
        <translation>Erase everything and leave?</translation>
    </message>
    <message>
        <source>Your answers and your photo are erased. You can start anew.</source>
        <translation>Your answers and your photo are erased. You can start anew.</translation>
    </message>
    <message>
        <source>Yes, erase and leave</source>
        <translation>Yes, erase and leave</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>No, go on</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>No card today: why, and what to do</source>
        <translation>No card today: why, and what to do</translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation>Back to the papers</translation>
    </message>
    <message>
        <source>Erase and end</source>
        <translation>Erase and end</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Fee: %1</source>
        <translation>Fee: %1</translation>
    </message>
    <message>
        <source>Nothing to pay: %1</source>
        <translation>Nothing to pay: %1</translation>
    </message>
    <message>
        <source>The card must show another address, or none.</source>
        <translation>The card must show another address, or none.</translation>
    </message>
    <message>
        <source>With this paper the home address is not printed. Go back to change it.</source>
        <translation>With this paper the home address is not printed. Go back to change it.</translation>
    </message>
    <message>
        <source>With an exception by two members of staff.</source>
        <translation>With an exception by two members of staff.</translation>
    </message>
    <message>
        <source>These papers do. Hand them back now.</source>
        <translation>These papers do. Hand them back now.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>A good card</source>
        <translation>A good card</translation>
    </message>
    <message>
        <source>A bad card</source>
        <translation>A bad card</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>The printer is empty</source>
        <translation>The printer is empty</translation>
    </message>
</context>
<context>
    <name>GenderPage</name>
    <message>
        <source>Which gender goes on your card?</source>
        <translation>Which gender goes on your card?</translation>
    </message>
    <message>
        <source>Touch one, write your own words, or leave it out.</source>
        <translation>Touch one, write your own words, or leave it out.</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>In your words</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Leave it out</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Non-binary</source>
        <translation>Non-binary</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Nothing is kept</source>
        <translation>Nothing is kept</translation>
    </message>
</context>
<context>
    <name>HiddenCover</name>
    <message>
        <source>The screen is hidden</source>
        <translation>The screen is hidden</translation>
    </message>
    <message>
        <source>Your answers are still here.</source>
        <translation>Your answers are still here.</translation>
    </message>
    <message>
        <source>Show my answers</source>
        <translation>Show my answers</translation>
    </message>
</context>
<context>
    <name>IdleCover</name>
    <message>
        <source>Are you still there?</source>
        <translation>Are you still there?</translation>
    </message>
    <message numerus="yes">
        <source>To protect you, this screen erases everything in %n second(s).</source>
        <translation>
            <numerusform>To protect you, this screen erases everything in %n second.</numerusform>
            <numerusform>To protect you, this screen erases everything in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>I need more time</translation>
    </message>
    <message>
        <source>Erase everything now</source>
        <translation>Erase everything now</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>The code is added when the clerk approves.</source>
        <translation>The code is added when the clerk approves.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Capital letters</source>
        <translation>Capital letters</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>Other alphabet</translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation>Numbers and signs</translation>
    </message>
    <message>
        <source>More letters</source>
        <translation>More letters</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Get your City ID card</source>
        <translation>Get your City ID card</translation>
    </message>
    <message>
        <source>About 8 minutes. Your card is printed here, today.</source>
        <translation>About 8 minutes. Your card is printed here, today.</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>Choose your language</translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>Nothing is kept</translation>
    </message>
    <message>
        <source>Everything you enter is erased when you leave.</source>
        <translation>Everything you enter is erased when you leave.</translation>
    </message>
    <message>
        <source>No internet</source>
        <translation>No internet</translation>
    </message>
    <message>
        <source>This machine is not connected to the internet.</source>
        <translation>This machine is not connected to the internet.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>You decide</translation>
    </message>
    <message>
        <source>You see your card before it is printed.</source>
        <translation>You see your card before it is printed.</translation>
    </message>
</context>
<context>
    <name>LatinNamePage</name>
    <message>
        <source>How is your name written in letters A to Z?</source>
        <translation>How is your name written in letters A to Z?</translation>
    </message>
    <message>
        <source>So that everybody can read your card. You may also leave it empty.</source>
        <translation>So that everybody can read your card. You may also leave it empty.</translation>
    </message>
    <message>
        <source>Name in letters A to Z</source>
        <translation>Name in letters A to Z</translation>
    </message>
    <message>
        <source>This is only our suggestion.</source>
        <translation>This is only our suggestion.</translation>
    </message>
    <message>
        <source>Do your papers spell it another way? Write it so.</source>
        <translation>Do your papers spell it another way? Write it so.</translation>
    </message>
</context>
<context>
    <name>Leaves</name>
    <message>
        <source>Show the others</source>
        <translation>Show the others</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Please call a clerk</source>
        <translation>Please call a clerk</translation>
    </message>
    <message>
        <source>Clerk: look in the printer. A card may be in it. What do you find?</source>
        <translation>Clerk: look in the printer. A card may be in it. What do you find?</translation>
    </message>
    <message>
        <source>Clerk: a card may still lie in the printer. Take it out and destroy it.</source>
        <translation>Clerk: a card may still lie in the printer. Take it out and destroy it.</translation>
    </message>
    <message>
        <source>Training clerk: number 12, PIN 246810</source>
        <translation>Training clerk: number 12, PIN 246810</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>What is your name?</source>
        <translation>What is your name?</translation>
    </message>
    <message>
        <source>Write it as you want it on the card, in any alphabet. If you have only one name, leave the other box empty.</source>
        <translation>Write it as you want it on the card, in any alphabet. If you have only one name, leave the other box empty.</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Family name</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>Do you want a card?</source>
        <translation>Do you want a card?</translation>
    </message>
    <message>
        <source>This is what happens if you go on.</source>
        <translation>This is what happens if you go on.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Yes, go on</translation>
    </message>
    <message>
        <source>We ask what the card shows</source>
        <translation>We ask what the card shows</translation>
    </message>
    <message>
        <source>Your name and birth date. Gender and address only if you want. We never ask about immigration.</source>
        <translation>Your name and birth date. Gender and address only if you want. We never ask about immigration.</translation>
    </message>
    <message>
        <source>We take a photo</source>
        <translation>We take a photo</translation>
    </message>
    <message>
        <source>It is for your card only. You can take it again.</source>
        <translation>It is for your card only. You can take it again.</translation>
    </message>
    <message>
        <source>A clerk looks at your papers</source>
        <translation>A clerk looks at your papers</translation>
    </message>
    <message>
        <source>You get them back at once. Nobody copies them.</source>
        <translation>You get them back at once. Nobody copies them.</translation>
    </message>
    <message>
        <source>Your card is printed</source>
        <translation>Your card is printed</translation>
    </message>
    <message>
        <source>Only after you have seen it and said that it is right.</source>
        <translation>Only after you have seen it and said that it is right.</translation>
    </message>
    <message>
        <source>Everything is erased</source>
        <translation>Everything is erased</translation>
    </message>
    <message>
        <source>Your answers and your photo. Also if you stop, at any time.</source>
        <translation>Your answers and your photo. Also if you stop, at any time.</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Move the photo left</source>
        <translation>Move the photo left</translation>
    </message>
    <message>
        <source>Move the photo up</source>
        <translation>Move the photo up</translation>
    </message>
    <message>
        <source>Move the photo down</source>
        <translation>Move the photo down</translation>
    </message>
    <message>
        <source>Move the photo right</source>
        <translation>Move the photo right</translation>
    </message>
</context>
<context>
    <name>PaperFace</name>
    <message>
        <source>This paper counts.</source>
        <translation>This paper counts.</translation>
    </message>
    <message>
        <source>This paper does not count: %1.</source>
        <translation>This paper does not count: %1.</translation>
    </message>
    <message>
        <source>What does the paper itself show?</source>
        <translation>What does the paper itself show?</translation>
    </message>
    <message>
        <source>Not this paper</source>
        <translation>Not this paper</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>That is right</translation>
    </message>
    <message>
        <source>Read this paper</source>
        <translation>Read this paper</translation>
    </message>
    <message>
        <source>Lines for a machine to read</source>
        <translation>Lines for a machine to read</translation>
    </message>
    <message>
        <source>Expired, but not before %1</source>
        <translation>Expired, but not before %1</translation>
    </message>
    <message>
        <source>Not expired</source>
        <translation>Not expired</translation>
    </message>
    <message>
        <source>Expired before that</source>
        <translation>Expired before that</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Dated %1 or later</source>
        <translation>Dated %1 or later</translation>
    </message>
    <message>
        <source>Older than that</source>
        <translation>Older than that</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Other papers</source>
        <translation>Other papers</translation>
    </message>
    <message>
        <source>%1; and %2</source>
        <translation>%1; and %2</translation>
    </message>
    <message>
        <source>This would do: %1</source>
        <translation>This would do: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 or %2</translation>
    </message>
    <message>
        <source>%1 or another one</source>
        <translation>%1 or another one</translation>
    </message>
</context>
<context>
    <name>PortraitPage</name>
    <message>
        <source>Is this photo good?</source>
        <translation>Is this photo good?</translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation>Your photo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>As it was</translation>
    </message>
    <message>
        <source>Lighter</source>
        <translation>Lighter</translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation>The camera is starting.</translation>
    </message>
    <message>
        <source>This is how it will be on your card.</source>
        <translation>This is how it will be on your card.</translation>
    </message>
    <message>
        <source>The camera is not there.</source>
        <translation>The camera is not there.</translation>
    </message>
    <message>
        <source>Sitting down, a child on a lap, a head covering, glasses: all are fine.</source>
        <translation>Sitting down, a child on a lap, a head covering, glasses: all are fine.</translation>
    </message>
    <message>
        <source>Please call a clerk.</source>
        <translation>Please call a clerk.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>Take the photo</translation>
    </message>
    <message>
        <source>Move or zoom</source>
        <translation>Move or zoom</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Take it again</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>Use this photo</translation>
    </message>
    <message>
        <source>Look at the camera.</source>
        <translation>Look at the camera.</translation>
    </message>
    <message>
        <source>Show the whole head and some room.</source>
        <translation>Show the whole head and some room.</translation>
    </message>
</context>
<context>
    <name>PrinterNotice</name>
    <message>
        <source>Please call a clerk before you go on.</source>
        <translation>Please call a clerk before you go on.</translation>
    </message>
    <message>
        <source>Clerk: please look at the card printer soon.</source>
        <translation>Clerk: please look at the card printer soon.</translation>
    </message>
    <message>
        <source>Blank cards left: {cards}.</source>
        <translation>Blank cards left: {cards}.</translation>
    </message>
    <message>
        <source>Cards that the ribbon lasts for: {cards}.</source>
        <translation>Cards that the ribbon lasts for: {cards}.</translation>
    </message>
    <message>
        <source>Cards or ribbon will soon be used up.</source>
        <translation>Cards or ribbon will soon be used up.</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>Print another card</source>
        <translation>Print another card</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Stop without a card</source>
        <translation>Stop without a card</translation>
    </message>
    <message>
        <source>Your card waits until the printer can go on. Please stay here.</source>
        <translation>Your card waits until the printer can go on. Please stay here.</translation>
    </message>
    <message>
        <source>The card was not printed</source>
        <translation>The card was not printed</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Please call a clerk</source>
        <translation>Please call a clerk</translation>
    </message>
    <message>
        <source>Your card is being made</source>
        <translation>Your card is being made</translation>
    </message>
    <message>
        <source>Please stay here. Your papers go back with you.</source>
        <translation>Please stay here. Your papers go back with you.</translation>
    </message>
    <message>
        <source>Please call a clerk. No card was used, and your answers are all here.</source>
        <translation>Please call a clerk. No card was used, and your answers are all here.</translation>
    </message>
    <message>
        <source>Clerk: look at the card</source>
        <translation>Clerk: look at the card</translation>
    </message>
    <message>
        <source>The printer says that the card is ready. How does it look?</source>
        <translation>The printer says that the card is ready. How does it look?</translation>
    </message>
    <message>
        <source>Clerk: look in the printer</source>
        <translation>Clerk: look in the printer</translation>
    </message>
    <message>
        <source>We cannot tell if the card was printed. What do you find?</source>
        <translation>We cannot tell if the card was printed. What do you find?</translation>
    </message>
    <message>
        <source>This card is spoiled</source>
        <translation>This card is spoiled</translation>
    </message>
    <message>
        <source>Clerk: destroy it now. Then print it on another card, or stop.</source>
        <translation>Clerk: destroy it now. Then print it on another card, or stop.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Hide screen</source>
        <translation>Hide screen</translation>
    </message>
    <message>
        <source>Erase and leave</source>
        <translation>Erase and leave</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>It cannot be read</source>
        <translation>It cannot be read</translation>
    </message>
    <message>
        <source>It is the right card</source>
        <translation>It is the right card</translation>
    </message>
    <message>
        <source>Clerk: is it the right card?</source>
        <translation>Clerk: is it the right card?</translation>
    </message>
    <message>
        <source>Compare photo and name with the person in front of you.</source>
        <translation>Compare photo and name with the person in front of you.</translation>
    </message>
    <message>
        <source>Show the code on the back to the camera</source>
        <translation>Show the code on the back to the camera</translation>
    </message>
    <message>
        <source>Hold the new card still. Or scan the code with the scanner.</source>
        <translation>Hold the new card still. Or scan the code with the scanner.</translation>
    </message>
    <message>
        <source>This is another card.</source>
        <translation>This is another card.</translation>
    </message>
    <message>
        <source>Show the card that was printed just now.</source>
        <translation>Show the card that was printed just now.</translation>
    </message>
    <message>
        <source>The camera does not answer.</source>
        <translation>The camera does not answer.</translation>
    </message>
    <message>
        <source>Clerk: plug it in, or use the scanner.</source>
        <translation>Clerk: plug it in, or use the scanner.</translation>
    </message>
    <message>
        <source>It is noted that a clerk looked and nobody read the code.</source>
        <translation>It is noted that a clerk looked and nobody read the code.</translation>
    </message>
    <message>
        <source>There is no camera and no scanner here.</source>
        <translation>There is no camera and no scanner here.</translation>
    </message>
</context>
<context>
    <name>ReadFace</name>
    <message>
        <source>Clerk: typed, and on the paper</source>
        <translation>Clerk: typed, and on the paper</translation>
    </message>
    <message>
        <source>Nothing is changed. The paper decides, not the machine.</source>
        <translation>Nothing is changed. The paper decides, not the machine.</translation>
    </message>
    <message>
        <source>Clerk: look at the picture</source>
        <translation>Clerk: look at the picture</translation>
    </message>
    <message>
        <source>It is overwritten as soon as the card is made.</source>
        <translation>It is overwritten as soon as the card is made.</translation>
    </message>
    <message>
        <source>There is no camera</source>
        <translation>There is no camera</translation>
    </message>
    <message>
        <source>Compare the paper with the answers yourself.</source>
        <translation>Compare the paper with the answers yourself.</translation>
    </message>
    <message>
        <source>Clerk: read a paper</source>
        <translation>Clerk: read a paper</translation>
    </message>
    <message>
        <source>Hold the side with the code or the lines under the camera.</source>
        <translation>Hold the side with the code or the lines under the camera.</translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation>Back to the papers</translation>
    </message>
    <message>
        <source>Keep the picture to look at it</source>
        <translation>Keep the picture to look at it</translation>
    </message>
    <message>
        <source>Read a paper</source>
        <translation>Read a paper</translation>
    </message>
</context>
<context>
    <name>ReadinessPage</name>
    <message>
        <source>Which papers do you have with you?</source>
        <translation>Which papers do you have with you?</translation>
    </message>
    <message>
        <source>Touch them. Nobody copies them, and you keep them.</source>
        <translation>Touch them. Nobody copies them, and you keep them.</translation>
    </message>
    <message>
        <source>years old</source>
        <translation>years old</translation>
    </message>
    <message>
        <source>A parent or caretaker is here too</source>
        <translation>A parent or caretaker is here too</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>My list</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Your list to take home</source>
        <translation>Your list to take home</translation>
    </message>
    <message>
        <source>How old is the person who gets the card?</source>
        <translation>How old is the person who gets the card?</translation>
    </message>
    <message>
        <source>You see at once whether your papers do.</source>
        <translation>You see at once whether your papers do.</translation>
    </message>
    <message>
        <source>A clerk looks at them later.</source>
        <translation>A clerk looks at them later.</translation>
    </message>
    <message>
        <source>These papers will do.</source>
        <translation>These papers will do.</translation>
    </message>
    <message>
        <source>Not yet. Still missing:</source>
        <translation>Not yet. Still missing:</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Why is there no such paper?</source>
        <translation>Why is there no such paper?</translation>
    </message>
    <message>
        <source>Two members of staff approve the card with their PINs.</source>
        <translation>Two members of staff approve the card with their PINs.</translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation>Back to the papers</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Clerk: same person?</source>
        <translation>Clerk: same person?</translation>
    </message>
    <message>
        <source>Same face, same name and same birth date as on the papers?</source>
        <translation>Same face, same name and same birth date as on the papers?</translation>
    </message>
    <message>
        <source>Yes, and the papers are handed back</source>
        <translation>Yes, and the papers are handed back</translation>
    </message>
    <message>
        <source>Clerk: approve the card</source>
        <translation>Clerk: approve the card</translation>
    </message>
    <message>
        <source>An exception, by two members of staff</source>
        <translation>An exception, by two members of staff</translation>
    </message>
    <message>
        <source>Training clerk: number 12, PIN 246810</source>
        <translation>Training clerk: number 12, PIN 246810</translation>
    </message>
    <message>
        <source>Second person: number 21, PIN 135790</source>
        <translation>Second person: number 21, PIN 135790</translation>
    </message>
    <message>
        <source>The card is being made…</source>
        <translation>The card is being made…</translation>
    </message>
    <message>
        <source>Approve and print</source>
        <translation>Approve and print</translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation>Back to the resident</translation>
    </message>
</context>
<context>
    <name>Shelves</name>
    <message>
        <source>More papers</source>
        <translation>More papers</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
</context>
<context>
    <name>SlipPart</name>
    <message>
        <source>Write this down or photograph it.</source>
        <translation>Write this down or photograph it.</translation>
    </message>
    <message>
        <source>Code for the office: {code}</source>
        <translation>Code for the office: {code}</translation>
    </message>
    <message>
        <source>Take your paper from the printer.</source>
        <translation>Take your paper from the printer.</translation>
    </message>
    <message>
        <source>Nobody’s name is on it.</source>
        <translation>Nobody’s name is on it.</translation>
    </message>
    <message>
        <source>Show the rest</source>
        <translation>Show the rest</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Print it</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Print it again</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>TakenPage</name>
    <message>
        <source>Take your card</source>
        <translation>Take your card</translation>
    </message>
    <message>
        <source>Take your papers too.</source>
        <translation>Take your papers too.</translation>
    </message>
    <message>
        <source>I have it. A card for another child</source>
        <translation>I have it. A card for another child</translation>
    </message>
    <message>
        <source>Your photo and answers are already erased.</source>
        <translation>Your photo and answers are already erased.</translation>
    </message>
    <message>
        <source>This screen forgets the rest when you leave.</source>
        <translation>This screen forgets the rest when you leave.</translation>
    </message>
    <message>
        <source>Photo, name and birth date are erased.</source>
        <translation>Photo, name and birth date are erased.</translation>
    </message>
    <message>
        <source>Address and caretaker’s papers are known until you leave.</source>
        <translation>Address and caretaker’s papers are known until you leave.</translation>
    </message>
    <message>
        <source>I have my card</source>
        <translation>I have my card</translation>
    </message>
</context>
<context>
    <name>VeteranPage</name>
    <message>
        <source>Did you serve in the armed forces?</source>
        <translation>Did you serve in the armed forces?</translation>
    </message>
    <message>
        <source>Your card can show it, if you like. It changes nothing else about your card.</source>
        <translation>Your card can show it, if you like. It changes nothing else about your card.</translation>
    </message>
    <message>
        <source>Show that I served</source>
        <translation>Show that I served</translation>
    </message>
    <message>
        <source>Show nothing about it</source>
        <translation>Show nothing about it</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>About you</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Step {number} of {total}: {name}</source>
        <translation>Step {number} of {total}: {name}</translation>
    </message>
</context>
<context>
    <name>_Resident</name>
    <message>
        <source>Call a clerk</source>
        <translation>Call a clerk</translation>
    </message>
    <message>
        <source>Your answers are ready. Now a clerk looks at your papers.</source>
        <translation>Your answers are ready. Now a clerk looks at your papers.</translation>
    </message>
    <message>
        <source>Raise your hand. Somebody comes to you.</source>
        <translation>Raise your hand. Somebody comes to you.</translation>
    </message>
    <message>
        <source>Get your papers ready</source>
        <translation>Get your papers ready</translation>
    </message>
    <message>
        <source>The clerk looks at them here, with you.</source>
        <translation>The clerk looks at them here, with you.</translation>
    </message>
    <message>
        <source>You get them back</source>
        <translation>You get them back</translation>
    </message>
    <message>
        <source>At once. Nobody copies or keeps them.</source>
        <translation>At once. Nobody copies or keeps them.</translation>
    </message>
    <message>
        <source>I am the clerk</source>
        <translation>I am the clerk</translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>name-empty</source>
        <translation>Write your name. One of the two is enough.</translation>
    </message>
    <message>
        <source>too-long</source>
        <translation>This is too long. Write it shorter.</translation>
    </message>
    <message>
        <source>unprintable</source>
        <translation>The card cannot show this sign: {sign}. Take it out or write it another way.</translation>
    </message>
    <message>
        <source>no-room</source>
        <translation>This is too long for the card. Write it shorter.</translation>
    </message>
    <message>
        <source>not-latin</source>
        <translation>Use only letters A to Z here.</translation>
    </message>
    <message>
        <source>date-incomplete</source>
        <translation>Write day, month and year with numbers.</translation>
    </message>
    <message>
        <source>year-short</source>
        <translation>Write the year with four numbers, for example 1987.</translation>
    </message>
    <message>
        <source>date-impossible</source>
        <translation>There is no such day. Look at day and month again.</translation>
    </message>
    <message>
        <source>date-future</source>
        <translation>This day has not come yet. Look at the year again.</translation>
    </message>
    <message>
        <source>date-too-old</source>
        <translation>This is too long ago. Look at the year again.</translation>
    </message>
    <message>
        <source>address-empty</source>
        <translation>Write your address, or touch “No address”.</translation>
    </message>
    <message>
        <source>contact-empty</source>
        <translation>Write how to reach them, or leave it out.</translation>
    </message>
    <message>
        <source>printer-not-there</source>
        <translation>The printer does not answer. Clerk: is it on and connected?</translation>
    </message>
    <message>
        <source>printer-out-of-cards</source>
        <translation>There are no blank cards in the printer. Clerk: put some in.</translation>
    </message>
    <message>
        <source>printer-cover-open</source>
        <translation>The printer is open. Clerk: close its cover.</translation>
    </message>
    <message>
        <source>printer-ribbon</source>
        <translation>The ribbon is used up or missing. Clerk: put in a new one.</translation>
    </message>
    <message>
        <source>printer-jam</source>
        <translation>A card is stuck. Clerk: open the printer and take it out.</translation>
    </message>
    <message>
        <source>printer-busy</source>
        <translation>The printer is busy. Please wait a moment.</translation>
    </message>
    <message>
        <source>printer-paused</source>
        <translation>The printer is paused. Clerk: let it go on.</translation>
    </message>
    <message>
        <source>printer-unfit</source>
        <translation>This printer cannot print our cards. Clerk: call technical help.</translation>
    </message>
    <message>
        <source>printer-not-ours</source>
        <translation>This is not our printer. Clerk: do not print, call technical help.</translation>
    </message>
    <message>
        <source>printer-other</source>
        <translation>The printer has a problem. Clerk: look at the printer.</translation>
    </message>
    <message>
        <source>card-unreadable</source>
        <translation>The code on it cannot be read. A card without its code is of no use.</translation>
    </message>
    <message>
        <source>card-unverified</source>
        <translation>Its code is not genuine. Clerk: call technical help before you print again.</translation>
    </message>
    <message>
        <source>slip-printer-not-there</source>
        <translation>The printer for papers does not answer.</translation>
    </message>
    <message>
        <source>slip-printer-out-of-paper</source>
        <translation>The printer has no more paper. Please call a clerk.</translation>
    </message>
    <message>
        <source>slip-printer-cover-open</source>
        <translation>The printer is open. Please call a clerk.</translation>
    </message>
    <message>
        <source>slip-printer-busy</source>
        <translation>The printer is busy. Please try again in a minute.</translation>
    </message>
    <message>
        <source>slip-printer-unfit</source>
        <translation>This printer cannot print the paper. Please call a clerk.</translation>
    </message>
    <message>
        <source>slip-printer-other</source>
        <translation>Something is wrong with the printer. Please call a clerk.</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>counts</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>same kind again</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>only beside others</translation>
    </message>
    <message>
        <source>too-old</source>
        <translation>too old</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>a copy</translation>
    </message>
    <message>
        <source>lacks-mark</source>
        <translation>does not show it</translation>
    </message>
    <message>
        <source>not-theirs</source>
        <translation>not in their name</translation>
    </message>
    <message>
        <source>not-at-this-age</source>
        <translation>not at this age</translation>
    </message>
    <message>
        <source>worth-unknown</source>
        <translation>not decided by the city yet</translation>
    </message>
    <message>
        <source>mark-photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>mark-birth_date</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>mark-address</source>
        <translation>Address in the city</translation>
    </message>
    <message>
        <source>copy-original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>copy-certified</source>
        <translation>Certified copy</translation>
    </message>
    <message>
        <source>copy-any</source>
        <translation>Plain copy or screen</translation>
    </message>
    <message>
        <source>of-applicant</source>
        <translation>In the resident’s name</translation>
    </message>
    <message>
        <source>of-spouse</source>
        <translation>In the spouse’s name</translation>
    </message>
    <message>
        <source>expiry</source>
        <translation>Expiry</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>agrees</translation>
    </message>
    <message>
        <source>shortened</source>
        <translation>shortened on the paper</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>agrees in part</translation>
    </message>
    <message>
        <source>order</source>
        <translation>other order</translation>
    </message>
    <message>
        <source>swapped</source>
        <translation>day and month swapped</translation>
    </message>
    <message>
        <source>near</source>
        <translation>a letter or a digit differs</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>differs</translation>
    </message>
    <message>
        <source>please-compare</source>
        <translation>please compare</translation>
    </message>
    <message>
        <source>in-date</source>
        <translation>in date</translation>
    </message>
    <message>
        <source>paper-expired</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>papers-doubted</source>
        <translation>The papers could not be accepted.</translation>
    </message>
    <message>
        <source>ask-the-office</source>
        <translation>Ask for a second look by another person at any city office. Bring this slip.</translation>
    </message>
    <message>
        <source>exception-lost</source>
        <translation>Lost in a fire, a flood or on the way</translation>
    </message>
    <message>
        <source>exception-withheld</source>
        <translation>Kept back by somebody or by an office</translation>
    </message>
    <message>
        <source>exception-never</source>
        <translation>Never issued to this person</translation>
    </message>
    <message>
        <source>exception-danger</source>
        <translation>Getting them would be dangerous</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>latin_name</source>
        <translation>Name in letters A to Z</translation>
    </message>
    <message>
        <source>birth_date</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>veteran</source>
        <translation>Military service</translation>
    </message>
    <message>
        <source>emergency_contact</source>
        <translation>Emergency contact</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>portrait-too-dark</source>
        <translation>It is too dark. More light would help.</translation>
    </message>
    <message>
        <source>portrait-too-bright</source>
        <translation>It is too bright. Less light would help.</translation>
    </message>
    <message>
        <source>portrait-more-faces</source>
        <translation>There is more than one face in the picture.</translation>
    </message>
    <message>
        <source>portrait-nearer</source>
        <translation>Come a little nearer.</translation>
    </message>
    <message>
        <source>portrait-back</source>
        <translation>Go back a little.</translation>
    </message>
    <message>
        <source>portrait-left</source>
        <translation>Move a little to your left.</translation>
    </message>
    <message>
        <source>portrait-right</source>
        <translation>Move a little to your right.</translation>
    </message>
    <message>
        <source>portrait-up</source>
        <translation>Move a little higher.</translation>
    </message>
    <message>
        <source>portrait-down</source>
        <translation>Move a little lower.</translation>
    </message>
    <message>
        <source>portrait-side-light</source>
        <translation>The light comes from one side. Turn towards it.</translation>
    </message>
    <message>
        <source>portrait-not-sharp</source>
        <translation>The picture is not sharp yet. Hold still.</translation>
    </message>
    <message>
        <source>portrait-background</source>
        <translation>A plain wall behind you looks better.</translation>
    </message>
    <message>
        <source>same-person</source>
        <translation>The second person must be somebody else.</translation>
    </message>
    <message>
        <source>signer-lost</source>
        <translation>The card could not be signed. Wait a little, then try again.</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>The card did not pass its own check and is not printed. Clerk: call technical help.</translation>
    </message>
    <message>
        <source>station-closed</source>
        <translation>This station is closed. Please ask at the counter.</translation>
    </message>
    <message>
        <source>wall-missing</source>
        <translation>For the staff: this computer lacks a protection that must be there ({wall}). Type “kiosk preflight” to see the cure.</translation>
    </message>
</context>
<context>
    <name>slip</name>
    <message>
        <source>What to bring</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>This is enough</source>
        <translation>This is enough</translation>
    </message>
    <message>
        <source>Or this</source>
        <translation>Or this</translation>
    </message>
    <message>
        <source>Code for the office</source>
        <translation>Code for the office</translation>
    </message>
    <message>
        <source>Nobody’s name is on this paper.</source>
        <translation>Nobody’s name is on this paper.</translation>
    </message>
    <message>
        <source>No card today</source>
        <translation>No card today</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>If you do not agree</source>
        <translation>If you do not agree</translation>
    </message>
</context>
</TS>
