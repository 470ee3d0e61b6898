<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_AE" sourcelanguage="en_US">
<context>
    <name>AddressPage</name>
    <message>
        <source>Which address goes on your card?</source>
        <translation>أي عنوان يُكتب على بطاقتك؟</translation>
    </message>
    <message>
        <source>“Care of” means: an organization takes letters for you, if you have no home.</source>
        <translation>«بواسطة» تعني: منظمة تستلم الرسائل لك إذا لم يكن لديك مسكن.</translation>
    </message>
    <message>
        <source>My home</source>
        <translation>بيتي</translation>
    </message>
    <message>
        <source>Care of</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>المنظمة</translation>
    </message>
    <message>
        <source>Apartment or floor</source>
        <translation>الشقة أو الطابق</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>الرمز البريدي</translation>
    </message>
    <message>
        <source>Your card will show no address.</source>
        <translation>لن يظهر أي عنوان على بطاقتك.</translation>
    </message>
    <message>
        <source>The clerk still looks at a paper that shows where you live.</source>
        <translation>سينظر الموظف مع ذلك إلى ورقة تبيّن أين تسكن.</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>الشارع ورقم البيت</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>TRAINING · SPECIMEN</source>
        <translation>تدريب · عيّنة</translation>
    </message>
    <message>
        <source>missing here: {walls}</source>
        <translation>ينقص هنا: {walls}</translation>
    </message>
</context>
<context>
    <name>BirthDatePage</name>
    <message>
        <source>When were you born?</source>
        <translation>متى وُلدت؟</translation>
    </message>
    <message>
        <source>With numbers, for example: 27 3 1987</source>
        <translation>بالأرقام، مثلًا: 27 3 1987</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>السنة</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Is everything right?</source>
        <translation>هل كل شيء صحيح؟</translation>
    </message>
    <message>
        <source>This is exactly what will be printed.</source>
        <translation>هذا بالضبط ما سيُطبع.</translation>
    </message>
    <message>
        <source>Your card is being drawn.</source>
        <translation>يجري رسم بطاقتك.</translation>
    </message>
    <message>
        <source>Front of the card</source>
        <translation>وجه البطاقة</translation>
    </message>
    <message>
        <source>Back of the card</source>
        <translation>ظهر البطاقة</translation>
    </message>
    <message>
        <source>Change the photo</source>
        <translation>تغيير الصورة</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>This is too long for the card: {answers}</source>
        <translation>هذا أطول مما تتسع له البطاقة: {answers}</translation>
    </message>
    <message>
        <source>Please make it shorter.</source>
        <translation>اختصره من فضلك.</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>هذا صحيح</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>متروك</translation>
    </message>
    <message>
        <source>shown on the card</source>
        <translation>يظهر على البطاقة</translation>
    </message>
</context>
<context>
    <name>ClerkPapers</name>
    <message>
        <source>Clerk: which papers of the caretaker do you see?</source>
        <translation>الموظف: أي أوراق للشخص الراعي ترى؟</translation>
    </message>
    <message>
        <source>Clerk: which papers do you see?</source>
        <translation>الموظف: أي أوراق ترى؟</translation>
    </message>
    <message>
        <source>Tick what you see. Nothing about the papers is kept.</source>
        <translation>ضع علامة على ما تراه. لا يُحفظ شيء عن الأوراق.</translation>
    </message>
    <message>
        <source>Papers of the resident</source>
        <translation>أوراق الساكن</translation>
    </message>
    <message>
        <source>Papers of a caretaker</source>
        <translation>أوراق الشخص الراعي</translation>
    </message>
    <message>
        <source>Read a paper</source>
        <translation>قراءة وثيقة</translation>
    </message>
    <message>
        <source>Exception by two</source>
        <translation>استثناء من شخصين</translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation>العودة إلى الساكن</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>ليس اليوم</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Ticked: seen for the child before. Look again at what you doubt.</source>
        <translation>المؤشَّر عليها شوهدت للطفل السابق. انظر ثانيةً إلى ما تشك فيه.</translation>
    </message>
    <message>
        <source>Caretaker’s papers, seen before</source>
        <translation>أوراق الشخص الراعي، شوهدت من قبل</translation>
    </message>
    <message>
        <source>What the resident has</source>
        <translation>ما لدى الساكن</translation>
    </message>
</context>
<context>
    <name>ClerkPin</name>
    <message>
        <source>Clerk number</source>
        <translation>رقم الموظف</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>الشخص الثاني</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرمز السري</translation>
    </message>
    <message>
        <source>Enter your clerk number and your PIN.</source>
        <translation>أدخل رقم الموظف والرمز السري.</translation>
    </message>
    <message>
        <source>That was wrong too often. No card can be approved here now.</source>
        <translation>تكرر الخطأ كثيرًا. لا يمكن الآن اعتماد أي بطاقة هنا.</translation>
    </message>
    <message numerus="yes">
        <source>The number or the PIN is wrong. %n try left.</source>
        <translation>
            <numerusform>الرقم أو الرمز السري غير صحيح. لم تبقَ محاولات (%n).</numerusform>
            <numerusform>الرقم أو الرمز السري غير صحيح. بقيت محاولة واحدة (%n).</numerusform>
            <numerusform>الرقم أو الرمز السري غير صحيح. بقيت محاولتان (%n).</numerusform>
            <numerusform>الرقم أو الرمز السري غير صحيح. بقيت %n محاولات.</numerusform>
            <numerusform>الرقم أو الرمز السري غير صحيح. بقيت %n محاولة.</numerusform>
            <numerusform>الرقم أو الرمز السري غير صحيح. بقيت %n محاولة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Put your face in the oval and look at the camera.</source>
        <translation>ضع وجهك داخل الشكل البيضوي وانظر إلى الكاميرا.</translation>
    </message>
    <message>
        <source>Good. Take the photo when you are ready.</source>
        <translation>جيد. التقط الصورة عندما تكون مستعدًا.</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>Typed</source>
        <translation>ما كُتب</translation>
    </message>
    <message>
        <source>On the paper</source>
        <translation>على الوثيقة</translation>
    </message>
</context>
<context>
    <name>EmergencyContactPage</name>
    <message>
        <source>Whom to call in an emergency?</source>
        <translation>بمن نتصل في حالة الطوارئ؟</translation>
    </message>
    <message>
        <source>It is printed on the back of the card and kept nowhere else.</source>
        <translation>يُطبع على ظهر البطاقة ولا يُحفظ في أي مكان آخر.</translation>
    </message>
    <message>
        <source>Whom should we call?</source>
        <translation>بمن نتصل؟</translation>
    </message>
    <message>
        <source>Phone number, or another way</source>
        <translation>رقم الهاتف أو وسيلة أخرى</translation>
    </message>
    <message>
        <source>Anybody who holds the card can read it.</source>
        <translation>يستطيع قراءته كل من يمسك البطاقة.</translation>
    </message>
    <message>
        <source>You can leave it out. The card is as good without it.</source>
        <translation>يمكنك تركه. البطاقة صالحة بدونه أيضاً.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>اتركه</translation>
    </message>
</context>
<context>
    <name>EraseCover</name>
    <message>
        <source>Erase everything and leave?</source>
        <translation>هل تمسح كل شيء وتغادر؟</translation>
    </message>
    <message>
        <source>Your answers and your photo are erased. You can start anew.</source>
        <translation>تُمحى إجاباتك وصورتك. يمكنك البدء من جديد.</translation>
    </message>
    <message>
        <source>Yes, erase and leave</source>
        <translation>نعم، امسح وغادر</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>لا، تابع</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>No card today: why, and what to do</source>
        <translation>لا بطاقة اليوم: لماذا، وما العمل</translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation>العودة إلى الأوراق</translation>
    </message>
    <message>
        <source>Erase and end</source>
        <translation>امسح وأنهِ</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Fee: %1</source>
        <translation>الرسم: %1</translation>
    </message>
    <message>
        <source>Nothing to pay: %1</source>
        <translation>معفى من الدفع: %1</translation>
    </message>
    <message>
        <source>The card must show another address, or none.</source>
        <translation>يجب أن تُظهر البطاقة عنوانًا آخر أو لا تُظهر عنوانًا.</translation>
    </message>
    <message>
        <source>With this paper the home address is not printed. Go back to change it.</source>
        <translation>مع هذه الورقة لا يُطبع عنوان المنزل. عُد لتغييره.</translation>
    </message>
    <message>
        <source>With an exception by two members of staff.</source>
        <translation>باستثناء من موظفَين اثنين.</translation>
    </message>
    <message>
        <source>These papers do. Hand them back now.</source>
        <translation>هذه الأوراق كافية. أعدها الآن.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>A good card</source>
        <translation>بطاقة سليمة</translation>
    </message>
    <message>
        <source>A bad card</source>
        <translation>بطاقة معيبة</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>لا توجد بطاقة</translation>
    </message>
    <message>
        <source>The printer is empty</source>
        <translation>الطابعة فارغة</translation>
    </message>
</context>
<context>
    <name>GenderPage</name>
    <message>
        <source>Which gender goes on your card?</source>
        <translation>أي نوع اجتماعي يُكتب على بطاقتك؟</translation>
    </message>
    <message>
        <source>Touch one, write your own words, or leave it out.</source>
        <translation>المس واحدًا أو اكتب بكلماتك أو اتركه.</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>بكلماتك</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>اتركه</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <source>Non-binary</source>
        <translation>غير ثنائي</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Nothing is kept</source>
        <translation>لا يُحفظ شيء</translation>
    </message>
</context>
<context>
    <name>HiddenCover</name>
    <message>
        <source>The screen is hidden</source>
        <translation>الشاشة مخفية</translation>
    </message>
    <message>
        <source>Your answers are still here.</source>
        <translation>إجاباتك ما زالت هنا.</translation>
    </message>
    <message>
        <source>Show my answers</source>
        <translation>أظهر إجاباتي</translation>
    </message>
</context>
<context>
    <name>IdleCover</name>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message numerus="yes">
        <source>To protect you, this screen erases everything in %n second(s).</source>
        <translation>
            <numerusform>لحمايتك ستمحو هذه الشاشة كل شيء الآن (%n).</numerusform>
            <numerusform>لحمايتك ستمحو هذه الشاشة كل شيء خلال ثانية واحدة (%n).</numerusform>
            <numerusform>لحمايتك ستمحو هذه الشاشة كل شيء خلال ثانيتين (%n).</numerusform>
            <numerusform>لحمايتك ستمحو هذه الشاشة كل شيء خلال %n ثوانٍ.</numerusform>
            <numerusform>لحمايتك ستمحو هذه الشاشة كل شيء خلال %n ثانية.</numerusform>
            <numerusform>لحمايتك ستمحو هذه الشاشة كل شيء خلال %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>أحتاج مزيدًا من الوقت</translation>
    </message>
    <message>
        <source>Erase everything now</source>
        <translation>امسح كل شيء الآن</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>The code is added when the clerk approves.</source>
        <translation>يُضاف الرمز عند اعتماد البطاقة.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Capital letters</source>
        <translation>أحرف كبيرة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>أبجدية أخرى</translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation>أرقام ورموز</translation>
    </message>
    <message>
        <source>More letters</source>
        <translation>حروف أخرى</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Get your City ID card</source>
        <translation>احصل على بطاقة هوية المدينة</translation>
    </message>
    <message>
        <source>About 8 minutes. Your card is printed here, today.</source>
        <translation>نحو 8 دقائق. تُطبع بطاقتك هنا اليوم.</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>اختر لغتك</translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>لا يُحفظ شيء</translation>
    </message>
    <message>
        <source>Everything you enter is erased when you leave.</source>
        <translation>يُمحى كل ما تدخله عند مغادرتك.</translation>
    </message>
    <message>
        <source>No internet</source>
        <translation>لا إنترنت</translation>
    </message>
    <message>
        <source>This machine is not connected to the internet.</source>
        <translation>هذا الجهاز غير متصل بالإنترنت.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>القرار لك</translation>
    </message>
    <message>
        <source>You see your card before it is printed.</source>
        <translation>ترى بطاقتك قبل طباعتها.</translation>
    </message>
</context>
<context>
    <name>LatinNamePage</name>
    <message>
        <source>How is your name written in letters A to Z?</source>
        <translation>كيف يُكتب اسمك بالحروف اللاتينية A–Z؟</translation>
    </message>
    <message>
        <source>So that everybody can read your card. You may also leave it empty.</source>
        <translation>لكي يستطيع الجميع قراءة بطاقتك. ويمكنك تركه فارغًا.</translation>
    </message>
    <message>
        <source>Name in letters A to Z</source>
        <translation>الاسم بالحروف اللاتينية</translation>
    </message>
    <message>
        <source>This is only our suggestion.</source>
        <translation>هذا مجرد اقتراح منا.</translation>
    </message>
    <message>
        <source>Do your papers spell it another way? Write it so.</source>
        <translation>هل كُتب في أوراقك بطريقة أخرى؟ اكتبه مثلها.</translation>
    </message>
</context>
<context>
    <name>Leaves</name>
    <message>
        <source>Show the others</source>
        <translation>أظهر البقية</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Please call a clerk</source>
        <translation>استدعِ موظفًا من فضلك</translation>
    </message>
    <message>
        <source>Clerk: look in the printer. A card may be in it. What do you find?</source>
        <translation>للموظف: انظر في الطابعة. قد تكون فيها بطاقة. ماذا تجد؟</translation>
    </message>
    <message>
        <source>Clerk: a card may still lie in the printer. Take it out and destroy it.</source>
        <translation>للموظف: قد تكون بطاقة لا تزال في الطابعة. أخرجها وأتلفها.</translation>
    </message>
    <message>
        <source>Training clerk: number 12, PIN 246810</source>
        <translation>موظف التدريب: الرقم 12، الرمز السري 246810</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>What is your name?</source>
        <translation>ما اسمك؟</translation>
    </message>
    <message>
        <source>Write it as you want it on the card, in any alphabet. If you have only one name, leave the other box empty.</source>
        <translation>اكتبه كما تريده على البطاقة، بأي أبجدية. إذا كان لديك اسم واحد فقط فاترك الخانة الأخرى فارغة.</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>الأسماء الأولى</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>اسم العائلة</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>Do you want a card?</source>
        <translation>هل تريد بطاقة؟</translation>
    </message>
    <message>
        <source>This is what happens if you go on.</source>
        <translation>هذا ما يحدث إذا تابعت.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>نعم، تابع</translation>
    </message>
    <message>
        <source>We ask what the card shows</source>
        <translation>نسأل عما يظهر على البطاقة</translation>
    </message>
    <message>
        <source>Your name and birth date. Gender and address only if you want. We never ask about immigration.</source>
        <translation>اسمك وتاريخ ميلادك. النوع الاجتماعي والعنوان إن أردت فقط. لا نسأل أبدًا عن الهجرة.</translation>
    </message>
    <message>
        <source>We take a photo</source>
        <translation>نلتقط صورة</translation>
    </message>
    <message>
        <source>It is for your card only. You can take it again.</source>
        <translation>هي لبطاقتك فقط. يمكنك إعادتها.</translation>
    </message>
    <message>
        <source>A clerk looks at your papers</source>
        <translation>ينظر موظف إلى أوراقك</translation>
    </message>
    <message>
        <source>You get them back at once. Nobody copies them.</source>
        <translation>تستعيدها فورًا. لا أحد ينسخها.</translation>
    </message>
    <message>
        <source>Your card is printed</source>
        <translation>تُطبع بطاقتك</translation>
    </message>
    <message>
        <source>Only after you have seen it and said that it is right.</source>
        <translation>فقط بعد أن تراها وتقول إنها صحيحة.</translation>
    </message>
    <message>
        <source>Everything is erased</source>
        <translation>يُمحى كل شيء</translation>
    </message>
    <message>
        <source>Your answers and your photo. Also if you stop, at any time.</source>
        <translation>إجاباتك وصورتك. وأيضًا إذا توقفت في أي وقت.</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Move the photo left</source>
        <translation>تحريك الصورة إلى اليسار</translation>
    </message>
    <message>
        <source>Move the photo up</source>
        <translation>تحريك الصورة إلى الأعلى</translation>
    </message>
    <message>
        <source>Move the photo down</source>
        <translation>تحريك الصورة إلى الأسفل</translation>
    </message>
    <message>
        <source>Move the photo right</source>
        <translation>تحريك الصورة إلى اليمين</translation>
    </message>
</context>
<context>
    <name>PaperFace</name>
    <message>
        <source>This paper counts.</source>
        <translation>هذه الورقة تُحتسب.</translation>
    </message>
    <message>
        <source>This paper does not count: %1.</source>
        <translation>هذه الورقة لا تُحتسب: %1.</translation>
    </message>
    <message>
        <source>What does the paper itself show?</source>
        <translation>ماذا تُظهر الورقة نفسها؟</translation>
    </message>
    <message>
        <source>Not this paper</source>
        <translation>ليس هذه الورقة</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>هذا صحيح</translation>
    </message>
    <message>
        <source>Read this paper</source>
        <translation>قراءة هذه الوثيقة</translation>
    </message>
    <message>
        <source>Lines for a machine to read</source>
        <translation>أسطر تقرؤها الآلة</translation>
    </message>
    <message>
        <source>Expired, but not before %1</source>
        <translation>منتهية، ولكن ليس قبل %1</translation>
    </message>
    <message>
        <source>Not expired</source>
        <translation>سارية</translation>
    </message>
    <message>
        <source>Expired before that</source>
        <translation>منتهية قبل ذلك</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>Dated %1 or later</source>
        <translation>بتاريخ %1 أو بعده</translation>
    </message>
    <message>
        <source>Older than that</source>
        <translation>أقدم من ذلك</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Other papers</source>
        <translation>أوراق أخرى</translation>
    </message>
    <message>
        <source>%1; and %2</source>
        <translation>%1؛ و%2</translation>
    </message>
    <message>
        <source>This would do: %1</source>
        <translation>يكفي: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 أو %2</translation>
    </message>
    <message>
        <source>%1 or another one</source>
        <translation>%1 أو غيرها</translation>
    </message>
</context>
<context>
    <name>PortraitPage</name>
    <message>
        <source>Is this photo good?</source>
        <translation>هل هذه الصورة جيدة؟</translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation>صورتك</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>كما كانت</translation>
    </message>
    <message>
        <source>Lighter</source>
        <translation>أفتح</translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation>الكاميرا تبدأ العمل.</translation>
    </message>
    <message>
        <source>This is how it will be on your card.</source>
        <translation>هكذا ستكون على بطاقتك.</translation>
    </message>
    <message>
        <source>The camera is not there.</source>
        <translation>الكاميرا غير متاحة.</translation>
    </message>
    <message>
        <source>Sitting down, a child on a lap, a head covering, glasses: all are fine.</source>
        <translation>الجلوس، طفل في الحضن، غطاء الرأس، النظارات: كل ذلك مقبول.</translation>
    </message>
    <message>
        <source>Please call a clerk.</source>
        <translation>استدعِ موظفًا من فضلك.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>التقط الصورة</translation>
    </message>
    <message>
        <source>Move or zoom</source>
        <translation>تحريك أو تكبير</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>أعد التصوير</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>استخدم هذه الصورة</translation>
    </message>
    <message>
        <source>Look at the camera.</source>
        <translation>انظر إلى الكاميرا.</translation>
    </message>
    <message>
        <source>Show the whole head and some room.</source>
        <translation>أظهر الرأس كله وبعض المساحة.</translation>
    </message>
</context>
<context>
    <name>PrinterNotice</name>
    <message>
        <source>Please call a clerk before you go on.</source>
        <translation>نادِ موظفاً من فضلك قبل أن تتابع.</translation>
    </message>
    <message>
        <source>Clerk: please look at the card printer soon.</source>
        <translation>أيها الموظف: تفقّد طابعة البطاقات قريباً.</translation>
    </message>
    <message>
        <source>Blank cards left: {cards}.</source>
        <translation>البطاقات الفارغة المتبقية: {cards}.</translation>
    </message>
    <message>
        <source>Cards that the ribbon lasts for: {cards}.</source>
        <translation>عدد البطاقات التي يكفيها الشريط: {cards}.</translation>
    </message>
    <message>
        <source>Cards or ribbon will soon be used up.</source>
        <translation>ستنفد البطاقات أو الشريط قريباً.</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>Print another card</source>
        <translation>اطبع بطاقة أخرى</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Stop without a card</source>
        <translation>توقف دون بطاقة</translation>
    </message>
    <message>
        <source>Your card waits until the printer can go on. Please stay here.</source>
        <translation>بطاقتك تنتظر حتى تتابع الطابعة عملها. ابقَ هنا من فضلك.</translation>
    </message>
    <message>
        <source>The card was not printed</source>
        <translation>لم تُطبع البطاقة</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>الوجه</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>الظهر</translation>
    </message>
    <message>
        <source>Please call a clerk</source>
        <translation>نادِ موظفاً من فضلك</translation>
    </message>
    <message>
        <source>Your card is being made</source>
        <translation>بطاقتك قيد الإعداد</translation>
    </message>
    <message>
        <source>Please stay here. Your papers go back with you.</source>
        <translation>ابقَ هنا من فضلك. أوراقك تعود معك.</translation>
    </message>
    <message>
        <source>Please call a clerk. No card was used, and your answers are all here.</source>
        <translation>نادِ موظفاً من فضلك. لم تُستعمل أي بطاقة، وإجاباتك كلها هنا.</translation>
    </message>
    <message>
        <source>Clerk: look at the card</source>
        <translation>للموظف: انظر إلى البطاقة</translation>
    </message>
    <message>
        <source>The printer says that the card is ready. How does it look?</source>
        <translation>تقول الطابعة إن البطاقة جاهزة. كيف تبدو؟</translation>
    </message>
    <message>
        <source>Clerk: look in the printer</source>
        <translation>للموظف: انظر في الطابعة</translation>
    </message>
    <message>
        <source>We cannot tell if the card was printed. What do you find?</source>
        <translation>لا نعرف هل طُبعت البطاقة. ماذا تجد؟</translation>
    </message>
    <message>
        <source>This card is spoiled</source>
        <translation>هذه البطاقة تالفة</translation>
    </message>
    <message>
        <source>Clerk: destroy it now. Then print it on another card, or stop.</source>
        <translation>للموظف: أتلفها الآن. ثم اطبعها على بطاقة أخرى أو توقف.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>استماع</translation>
    </message>
    <message>
        <source>Hide screen</source>
        <translation>إخفاء الشاشة</translation>
    </message>
    <message>
        <source>Erase and leave</source>
        <translation>امسح وغادر</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>It cannot be read</source>
        <translation>لا يمكن قراءته</translation>
    </message>
    <message>
        <source>It is the right card</source>
        <translation>هي البطاقة الصحيحة</translation>
    </message>
    <message>
        <source>Clerk: is it the right card?</source>
        <translation>أيها الموظف: هل هي البطاقة الصحيحة؟</translation>
    </message>
    <message>
        <source>Compare photo and name with the person in front of you.</source>
        <translation>قارن الصورة والاسم بالشخص الذي أمامك.</translation>
    </message>
    <message>
        <source>Show the code on the back to the camera</source>
        <translation>أظهِر للكاميرا الرمز الذي على ظهر البطاقة</translation>
    </message>
    <message>
        <source>Hold the new card still. Or scan the code with the scanner.</source>
        <translation>أمسك البطاقة الجديدة بثبات. أو امسح الرمز بالماسح.</translation>
    </message>
    <message>
        <source>This is another card.</source>
        <translation>هذه بطاقة أخرى.</translation>
    </message>
    <message>
        <source>Show the card that was printed just now.</source>
        <translation>أظهِر البطاقة التي طُبعت الآن.</translation>
    </message>
    <message>
        <source>The camera does not answer.</source>
        <translation>الكاميرا لا تستجيب.</translation>
    </message>
    <message>
        <source>Clerk: plug it in, or use the scanner.</source>
        <translation>أيها الموظف: صِلها أو استعمل الماسح.</translation>
    </message>
    <message>
        <source>It is noted that a clerk looked and nobody read the code.</source>
        <translation>يُسجَّل أن موظفاً نظر ولم يقرأ أحد الرمز.</translation>
    </message>
    <message>
        <source>There is no camera and no scanner here.</source>
        <translation>لا توجد هنا كاميرا ولا ماسح.</translation>
    </message>
</context>
<context>
    <name>ReadFace</name>
    <message>
        <source>Clerk: typed, and on the paper</source>
        <translation>الموظف: ما كُتب وما على الوثيقة</translation>
    </message>
    <message>
        <source>Nothing is changed. The paper decides, not the machine.</source>
        <translation>لا يتغيّر شيء. الوثيقة هي الفيصل، لا الآلة.</translation>
    </message>
    <message>
        <source>Clerk: look at the picture</source>
        <translation>الموظف: انظر إلى الصورة</translation>
    </message>
    <message>
        <source>It is overwritten as soon as the card is made.</source>
        <translation>تُمحى بمجرد إصدار البطاقة.</translation>
    </message>
    <message>
        <source>There is no camera</source>
        <translation>لا توجد كاميرا</translation>
    </message>
    <message>
        <source>Compare the paper with the answers yourself.</source>
        <translation>قارن الوثيقة بالإجابات بنفسك.</translation>
    </message>
    <message>
        <source>Clerk: read a paper</source>
        <translation>الموظف: قراءة وثيقة</translation>
    </message>
    <message>
        <source>Hold the side with the code or the lines under the camera.</source>
        <translation>ضع الوجه الذي عليه الرمز أو الأسطر تحت الكاميرا.</translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation>العودة إلى الأوراق</translation>
    </message>
    <message>
        <source>Keep the picture to look at it</source>
        <translation>الاحتفاظ بالصورة للنظر إليها</translation>
    </message>
    <message>
        <source>Read a paper</source>
        <translation>قراءة وثيقة</translation>
    </message>
</context>
<context>
    <name>ReadinessPage</name>
    <message>
        <source>Which papers do you have with you?</source>
        <translation>ما الأوراق التي معك؟</translation>
    </message>
    <message>
        <source>Touch them. Nobody copies them, and you keep them.</source>
        <translation>المسها. لا أحد ينسخها، وتبقى معك.</translation>
    </message>
    <message>
        <source>years old</source>
        <translation>سنة</translation>
    </message>
    <message>
        <source>A parent or caretaker is here too</source>
        <translation>أحد الوالدين أو الشخص الراعي هنا أيضًا</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>قائمتي</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Your list to take home</source>
        <translation>قائمتك لتأخذها معك</translation>
    </message>
    <message>
        <source>How old is the person who gets the card?</source>
        <translation>كم عمر من سيحصل على البطاقة؟</translation>
    </message>
    <message>
        <source>You see at once whether your papers do.</source>
        <translation>تعرف فورًا إن كانت أوراقك كافية.</translation>
    </message>
    <message>
        <source>A clerk looks at them later.</source>
        <translation>ينظر إليها موظف لاحقًا.</translation>
    </message>
    <message>
        <source>These papers will do.</source>
        <translation>هذه الأوراق كافية.</translation>
    </message>
    <message>
        <source>Not yet. Still missing:</source>
        <translation>ليس بعد. ما زال ينقص:</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Why is there no such paper?</source>
        <translation>لماذا لا توجد ورقة كهذه؟</translation>
    </message>
    <message>
        <source>Two members of staff approve the card with their PINs.</source>
        <translation>يوافق موظفان على البطاقة برقميهما السريين.</translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation>العودة إلى الأوراق</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Clerk: same person?</source>
        <translation>للموظف: هل هو الشخص نفسه؟</translation>
    </message>
    <message>
        <source>Same face, same name and same birth date as on the papers?</source>
        <translation>الوجه نفسه والاسم نفسه وتاريخ الميلاد نفسه كما في الأوراق؟</translation>
    </message>
    <message>
        <source>Yes, and the papers are handed back</source>
        <translation>نعم، وقد أُعيدت الأوراق</translation>
    </message>
    <message>
        <source>Clerk: approve the card</source>
        <translation>الموظف: وافق على البطاقة</translation>
    </message>
    <message>
        <source>An exception, by two members of staff</source>
        <translation>استثناء من موظفَين اثنين</translation>
    </message>
    <message>
        <source>Training clerk: number 12, PIN 246810</source>
        <translation>موظف التدريب: الرقم 12، الرمز السري 246810</translation>
    </message>
    <message>
        <source>Second person: number 21, PIN 135790</source>
        <translation>الشخص الثاني: الرقم 21، الرقم السري 135790</translation>
    </message>
    <message>
        <source>The card is being made…</source>
        <translation>يجري إعداد البطاقة…</translation>
    </message>
    <message>
        <source>Approve and print</source>
        <translation>اعتمد واطبع</translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation>عودة إلى صاحب الطلب</translation>
    </message>
</context>
<context>
    <name>Shelves</name>
    <message>
        <source>More papers</source>
        <translation>أوراق أخرى</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>السابقة</translation>
    </message>
</context>
<context>
    <name>SlipPart</name>
    <message>
        <source>Write this down or photograph it.</source>
        <translation>اكتب هذا أو صوّره.</translation>
    </message>
    <message>
        <source>Code for the office: {code}</source>
        <translation>الرمز للمكتب: {code}</translation>
    </message>
    <message>
        <source>Take your paper from the printer.</source>
        <translation>خذ ورقتك من الطابعة.</translation>
    </message>
    <message>
        <source>Nobody’s name is on it.</source>
        <translation>لا يوجد عليها اسم أحد.</translation>
    </message>
    <message>
        <source>Show the rest</source>
        <translation>اعرض الباقي</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>اطبع</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>تجري الطباعة</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>اطبع مرة أخرى</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
</context>
<context>
    <name>TakenPage</name>
    <message>
        <source>Take your card</source>
        <translation>خذ بطاقتك</translation>
    </message>
    <message>
        <source>Take your papers too.</source>
        <translation>خذ أوراقك أيضًا.</translation>
    </message>
    <message>
        <source>I have it. A card for another child</source>
        <translation>أخذتها. بطاقة لطفل آخر</translation>
    </message>
    <message>
        <source>Your photo and answers are already erased.</source>
        <translation>مُحيت صورتك وإجاباتك.</translation>
    </message>
    <message>
        <source>This screen forgets the rest when you leave.</source>
        <translation>تنسى هذه الشاشة الباقي عند مغادرتك.</translation>
    </message>
    <message>
        <source>Photo, name and birth date are erased.</source>
        <translation>مُحيت الصورة والاسم وتاريخ الميلاد.</translation>
    </message>
    <message>
        <source>Address and caretaker’s papers are known until you leave.</source>
        <translation>يبقى العنوان وأوراق الشخص الراعي حتى تغادر.</translation>
    </message>
    <message>
        <source>I have my card</source>
        <translation>معي بطاقتي</translation>
    </message>
</context>
<context>
    <name>VeteranPage</name>
    <message>
        <source>Did you serve in the armed forces?</source>
        <translation>هل خدمت في القوات المسلحة؟</translation>
    </message>
    <message>
        <source>Your card can show it, if you like. It changes nothing else about your card.</source>
        <translation>يمكن أن تُظهر بطاقتك ذلك إن أردت. لا يتغير أي شيء آخر في البطاقة.</translation>
    </message>
    <message>
        <source>Show that I served</source>
        <translation>أظهِر أنني خدمت</translation>
    </message>
    <message>
        <source>Show nothing about it</source>
        <translation>لا تُظهِر شيئاً عنه</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Papers</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>عنك</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>Step {number} of {total}: {name}</source>
        <translation>الخطوة {number} من {total}: {name}</translation>
    </message>
</context>
<context>
    <name>_Resident</name>
    <message>
        <source>Call a clerk</source>
        <translation>استدعِ موظفًا</translation>
    </message>
    <message>
        <source>Your answers are ready. Now a clerk looks at your papers.</source>
        <translation>إجاباتك جاهزة. الآن ينظر موظف إلى أوراقك.</translation>
    </message>
    <message>
        <source>Raise your hand. Somebody comes to you.</source>
        <translation>ارفع يدك. سيأتي إليك أحد.</translation>
    </message>
    <message>
        <source>Get your papers ready</source>
        <translation>حضّر أوراقك</translation>
    </message>
    <message>
        <source>The clerk looks at them here, with you.</source>
        <translation>ينظر إليها الموظف هنا معك.</translation>
    </message>
    <message>
        <source>You get them back</source>
        <translation>تستعيدها</translation>
    </message>
    <message>
        <source>At once. Nobody copies or keeps them.</source>
        <translation>فورًا. لا أحد ينسخها أو يحتفظ بها.</translation>
    </message>
    <message>
        <source>I am the clerk</source>
        <translation>أنا الموظف</translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>name-empty</source>
        <translation>اكتب اسمك. يكفي أحد الاثنين.</translation>
    </message>
    <message>
        <source>too-long</source>
        <translation>هذا طويل جدًا. اكتبه أقصر.</translation>
    </message>
    <message>
        <source>unprintable</source>
        <translation>لا يمكن للبطاقة أن تُظهر هذه العلامة: {sign}. احذفها أو اكتبها بطريقة أخرى.</translation>
    </message>
    <message>
        <source>no-room</source>
        <translation>هذا أطول مما تتسع له البطاقة. اكتبه أقصر.</translation>
    </message>
    <message>
        <source>not-latin</source>
        <translation>استخدم هنا الحروف اللاتينية فقط، من A إلى Z.</translation>
    </message>
    <message>
        <source>date-incomplete</source>
        <translation>اكتب اليوم والشهر والسنة بالأرقام.</translation>
    </message>
    <message>
        <source>year-short</source>
        <translation>اكتب السنة بأربعة أرقام، مثلًا 1987.</translation>
    </message>
    <message>
        <source>date-impossible</source>
        <translation>لا يوجد يوم كهذا. راجع اليوم والشهر.</translation>
    </message>
    <message>
        <source>date-future</source>
        <translation>هذا اليوم لم يأتِ بعد. راجع السنة.</translation>
    </message>
    <message>
        <source>date-too-old</source>
        <translation>هذا قديم جدًا. راجع السنة.</translation>
    </message>
    <message>
        <source>address-empty</source>
        <translation>اكتب عنوانك أو المس «بلا عنوان».</translation>
    </message>
    <message>
        <source>contact-empty</source>
        <translation>اكتب كيف نصل إليهم، أو اتركه.</translation>
    </message>
    <message>
        <source>printer-not-there</source>
        <translation>الطابعة لا تستجيب. للموظف: هل هي مشغّلة وموصولة؟</translation>
    </message>
    <message>
        <source>printer-out-of-cards</source>
        <translation>لا توجد بطاقات فارغة في الطابعة. للموظف: أضف بطاقات.</translation>
    </message>
    <message>
        <source>printer-cover-open</source>
        <translation>الطابعة مفتوحة. للموظف: أغلق الغطاء.</translation>
    </message>
    <message>
        <source>printer-ribbon</source>
        <translation>انتهى الشريط أو ليس موجودًا. للموظف: ركّب شريطًا جديدًا.</translation>
    </message>
    <message>
        <source>printer-jam</source>
        <translation>بطاقة عالقة. للموظف: افتح الطابعة وأخرجها.</translation>
    </message>
    <message>
        <source>printer-busy</source>
        <translation>الطابعة مشغولة. انتظر لحظة من فضلك.</translation>
    </message>
    <message>
        <source>printer-paused</source>
        <translation>الطابعة متوقفة مؤقتًا. للموظف: شغّلها من جديد.</translation>
    </message>
    <message>
        <source>printer-unfit</source>
        <translation>هذه الطابعة لا تستطيع طباعة بطاقاتنا. للموظف: اتصل بالدعم الفني.</translation>
    </message>
    <message>
        <source>printer-not-ours</source>
        <translation>هذه ليست طابعتنا. للموظف: لا تطبع، واتصل بالدعم الفني.</translation>
    </message>
    <message>
        <source>printer-other</source>
        <translation>في الطابعة مشكلة. للموظف: انظر إلى الطابعة.</translation>
    </message>
    <message>
        <source>card-unreadable</source>
        <translation>لا يمكن قراءة الرمز عليها. بطاقة بلا رمز لا تنفع.</translation>
    </message>
    <message>
        <source>card-unverified</source>
        <translation>رمزها غير صحيح. أيها الموظف: اطلب الدعم الفني قبل الطباعة مرة أخرى.</translation>
    </message>
    <message>
        <source>slip-printer-not-there</source>
        <translation>طابعة الأوراق لا تستجيب.</translation>
    </message>
    <message>
        <source>slip-printer-out-of-paper</source>
        <translation>نفد الورق من الطابعة. استدعِ موظفًا من فضلك.</translation>
    </message>
    <message>
        <source>slip-printer-cover-open</source>
        <translation>الطابعة مفتوحة. استدعِ موظفًا من فضلك.</translation>
    </message>
    <message>
        <source>slip-printer-busy</source>
        <translation>الطابعة مشغولة. حاول مرة أخرى بعد دقيقة.</translation>
    </message>
    <message>
        <source>slip-printer-unfit</source>
        <translation>لا تستطيع هذه الطابعة طباعة الورقة. استدعِ موظفًا من فضلك.</translation>
    </message>
    <message>
        <source>slip-printer-other</source>
        <translation>هناك خلل في الطابعة. استدعِ موظفًا من فضلك.</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>تُحتسب</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>منتهية الصلاحية</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>من النوع نفسه مرة أخرى</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>مع أوراق أخرى فقط</translation>
    </message>
    <message>
        <source>too-old</source>
        <translation>قديمة جدًا</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>نسخة</translation>
    </message>
    <message>
        <source>lacks-mark</source>
        <translation>لا تُظهره</translation>
    </message>
    <message>
        <source>not-theirs</source>
        <translation>ليست باسمه</translation>
    </message>
    <message>
        <source>not-at-this-age</source>
        <translation>ليس في هذا العمر</translation>
    </message>
    <message>
        <source>worth-unknown</source>
        <translation>لم تقرره المدينة بعد</translation>
    </message>
    <message>
        <source>mark-photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>mark-birth_date</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>mark-address</source>
        <translation>عنوان في المدينة</translation>
    </message>
    <message>
        <source>copy-original</source>
        <translation>أصل</translation>
    </message>
    <message>
        <source>copy-certified</source>
        <translation>نسخة مصدقة</translation>
    </message>
    <message>
        <source>copy-any</source>
        <translation>نسخة عادية أو شاشة</translation>
    </message>
    <message>
        <source>of-applicant</source>
        <translation>باسم الساكن</translation>
    </message>
    <message>
        <source>of-spouse</source>
        <translation>باسم الزوج أو الزوجة</translation>
    </message>
    <message>
        <source>expiry</source>
        <translation>تاريخ الانتهاء</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>مطابق</translation>
    </message>
    <message>
        <source>shortened</source>
        <translation>مختصر على الوثيقة</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>مطابق جزئيًا</translation>
    </message>
    <message>
        <source>order</source>
        <translation>ترتيب مختلف</translation>
    </message>
    <message>
        <source>swapped</source>
        <translation>اليوم والشهر مبدّلان</translation>
    </message>
    <message>
        <source>near</source>
        <translation>حرف أو رقم مختلف</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>مختلف</translation>
    </message>
    <message>
        <source>please-compare</source>
        <translation>يُرجى المقارنة</translation>
    </message>
    <message>
        <source>in-date</source>
        <translation>سارية</translation>
    </message>
    <message>
        <source>paper-expired</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>papers-doubted</source>
        <translation>لم يكن بالإمكان قبول الأوراق.</translation>
    </message>
    <message>
        <source>ask-the-office</source>
        <translation>اطلب مراجعة من شخص آخر في أي مكتب من مكاتب المدينة. أحضر هذه الورقة.</translation>
    </message>
    <message>
        <source>exception-lost</source>
        <translation>ضاعت في حريق أو فيضان أو في الطريق</translation>
    </message>
    <message>
        <source>exception-withheld</source>
        <translation>يحتجزها شخص أو مكتب</translation>
    </message>
    <message>
        <source>exception-never</source>
        <translation>لم تُصدر له قط</translation>
    </message>
    <message>
        <source>exception-danger</source>
        <translation>الحصول عليها خطر</translation>
    </message>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>latin_name</source>
        <translation>الاسم بالحروف اللاتينية</translation>
    </message>
    <message>
        <source>birth_date</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>النوع الاجتماعي</translation>
    </message>
    <message>
        <source>address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>veteran</source>
        <translation>الخدمة العسكرية</translation>
    </message>
    <message>
        <source>emergency_contact</source>
        <translation>جهة الاتصال في الطوارئ</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>portrait-too-dark</source>
        <translation>الإضاءة ضعيفة. مزيد من الضوء أفضل.</translation>
    </message>
    <message>
        <source>portrait-too-bright</source>
        <translation>الإضاءة قوية. ضوء أقل أفضل.</translation>
    </message>
    <message>
        <source>portrait-more-faces</source>
        <translation>يوجد أكثر من وجه في الصورة.</translation>
    </message>
    <message>
        <source>portrait-nearer</source>
        <translation>اقترب قليلًا.</translation>
    </message>
    <message>
        <source>portrait-back</source>
        <translation>ابتعد قليلًا.</translation>
    </message>
    <message>
        <source>portrait-left</source>
        <translation>تحرك قليلًا إلى يسارك.</translation>
    </message>
    <message>
        <source>portrait-right</source>
        <translation>تحرك قليلًا إلى يمينك.</translation>
    </message>
    <message>
        <source>portrait-up</source>
        <translation>ارتفع قليلًا.</translation>
    </message>
    <message>
        <source>portrait-down</source>
        <translation>انخفض قليلًا.</translation>
    </message>
    <message>
        <source>portrait-side-light</source>
        <translation>الضوء يأتي من جانب واحد. استدر نحوه.</translation>
    </message>
    <message>
        <source>portrait-not-sharp</source>
        <translation>الصورة ليست واضحة بعد. اثبت مكانك.</translation>
    </message>
    <message>
        <source>portrait-background</source>
        <translation>من الأفضل أن يكون خلفك حائط خالٍ.</translation>
    </message>
    <message>
        <source>same-person</source>
        <translation>يجب أن يكون الشخص الثاني شخصًا آخر.</translation>
    </message>
    <message>
        <source>signer-lost</source>
        <translation>تعذّر توقيع البطاقة. انتظر قليلًا ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>لم تجتز البطاقة فحصها ولن تُطبع. للموظف: اتصل بالدعم الفني.</translation>
    </message>
    <message>
        <source>station-closed</source>
        <translation>هذه المحطة مغلقة. يرجى السؤال عند الشباك.</translation>
    </message>
    <message>
        <source>wall-missing</source>
        <translation>للموظفين: ينقص هذا الجهاز حماية لا بد منها ({wall}). اكتب «kiosk preflight» لمعرفة الحل.</translation>
    </message>
</context>
<context>
    <name>slip</name>
    <message>
        <source>What to bring</source>
        <translation>ماذا تُحضر</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>ما زال ينقصك</translation>
    </message>
    <message>
        <source>This is enough</source>
        <translation>هذا يكفي</translation>
    </message>
    <message>
        <source>Or this</source>
        <translation>أو هذا</translation>
    </message>
    <message>
        <source>Code for the office</source>
        <translation>الرمز للمكتب</translation>
    </message>
    <message>
        <source>Nobody’s name is on this paper.</source>
        <translation>لا يوجد اسم أحد على هذه الورقة.</translation>
    </message>
    <message>
        <source>No card today</source>
        <translation>لا بطاقة اليوم</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>If you do not agree</source>
        <translation>إذا كنت لا توافق</translation>
    </message>
</context>
</TS>
