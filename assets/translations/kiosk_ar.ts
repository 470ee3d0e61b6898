<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_AE" sourcelanguage="en_US">
<context>
    <name>AddressPage</name>
    <message>
        <source>Which address goes on your card?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Care of” means: an organization takes letters for you, if you have no home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apartment or floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your card will show no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clerk still looks at a paper that shows where you live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization and its street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>TRAINING · SPECIMEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing here: {walls}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BirthDatePage</name>
    <message>
        <source>When were you born?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With numbers, for example: 27 3 1987</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Is everything right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is exactly what will be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your card is being drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for the card: {answers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please make it shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as on the card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClerkPin</name>
    <message>
        <source>Clerk number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your clerk number and your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was wrong too often. No card can be approved here now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The number or the PIN is wrong. %n try left.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseCover</name>
    <message>
        <source>Erase everything and leave?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers and your photo are erased. You can start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, erase and leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>A good card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bad card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer is empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenderPage</name>
    <message>
        <source>Which gender goes on your card?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch one, write your own words, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non-binary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Nothing is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HiddenCover</name>
    <message>
        <source>The screen is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show my answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdleCover</name>
    <message>
        <source>Are you still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>To protect you, this screen erases everything in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase everything now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Capital letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Get your City ID card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 8 minutes. Your card is printed here, today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you enter is erased when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is not connected to any network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see your card before it is printed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LatinNamePage</name>
    <message>
        <source>How is your name written in letters A to Z?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that everybody can read your card. You may also leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in letters A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is only our suggestion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do your papers spell it another way? Write it so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaves</name>
    <message>
        <source>Show the others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Please call a clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk: look in the printer. A card may be in it. What do you find?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk: a card may still lie in the printer. Take it out and destroy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training clerk: number 12, PIN 246810</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>What is your name?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as you want it on the card, in any alphabet. If you have only one name, leave the other box empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>Do you want a card?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what happens if you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We ask what the card shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name and birth date. Gender and address only if you want. We never ask about immigration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We take a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is for your card only. You can take it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clerk looks at your papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You get them back at once. Nobody copies them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your card is printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only after you have seen it and said that it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers and your photo. Also if you stop, at any time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PortraitPage</name>
    <message>
        <source>Is this photo good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put your face in the oval and look at the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how it will be on your card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please call a clerk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>Print another card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop without a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your card is being printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes about a minute. Please stay here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card was not printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please call a clerk. No card was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk: look at the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer says that the card is ready. How does it look?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk: look in the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We cannot tell if the card was printed. What do you find?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card is spoiled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk: destroy it now. Then print it on another card, or stop.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase and leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>For the clerk: is this the same person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same face, same name and same birth date as on the papers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training clerk: number 12, PIN 246810</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve and print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakenPage</name>
    <message>
        <source>Take your card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your papers too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your photo and answers are already erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen forgets the rest when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have my card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {total}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Clerk</name>
    <message>
        <source>For the clerk: which papers do you see?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick only papers that are valid. Nothing about them is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>may be expired for up to %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These papers do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand them back now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Resident</name>
    <message>
        <source>Call a clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are ready. Now a clerk looks at your papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise your hand. Somebody comes to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get your papers ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clerk looks at them here, with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You get them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once. Nobody copies or keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am the clerk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>name-empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too-long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unprintable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not-latin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date-incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year-short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date-impossible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date-future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date-too-old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address-empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer-not-there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer-out-of-cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer-cover-open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer-ribbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer-jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer-busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer-paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer-unfit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer-other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birth-date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latin_name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birth_date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signer-lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unverified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
