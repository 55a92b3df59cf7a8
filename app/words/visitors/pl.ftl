# To, co czytają odwiedzający, po polsku: klienci, goście, rodzice. Krótko, uprzejmie, bez żargonu.

## Wszędzie

date = { $day } { $month } { $year }
month = { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
}
photographs = { $count ->
    [one] { $count } zdjęcie
    [few] { $count } zdjęcia
    [many] { $count } zdjęć
   *[other] { $count } zdjęcia
}
skip = Przejdź do treści
language = Język

## Wejście

code-label = Państwa kod
code-enter = Zobacz moje zdjęcia
code-hint = Kod znajduje się na karcie albo w wiadomości od nas. Wielkość liter, spacje i kreski nie mają znaczenia.
code-rejected = Ten kod niczego tutaj nie otwiera. Prosimy sprawdzić go jeszcze raz albo poprosić nas o nowy.
code-mistyped = Jeden znak wydaje się błędny.
code-show = Pokaż
code-hide = Ukryj
pause-title = Prosimy o krótką przerwę
pause-seconds = { $count ->
    [one] Było stąd wiele prób. Następna będzie możliwa za { $count } sekundę.
    [few] Było stąd wiele prób. Następna będzie możliwa za { $count } sekundy.
    [many] Było stąd wiele prób. Następna będzie możliwa za { $count } sekund.
   *[other] Było stąd wiele prób. Następna będzie możliwa za { $count } sekundy.
}
pause-minutes = { $count ->
    [one] Było stąd wiele prób. Następna będzie możliwa za około { $count } minutę.
    [few] Było stąd wiele prób. Następna będzie możliwa za około { $count } minuty.
    [many] Było stąd wiele prób. Następna będzie możliwa za około { $count } minut.
   *[other] Było stąd wiele prób. Następna będzie możliwa za około { $count } minuty.
}
pause-day = Było stąd wiele prób. Prosimy spróbować ponownie jutro albo zapytać szkołę lub fotografa.
pause-moment = Chwileczkę…
pause-kept = To, co zostało wpisane, pamiętamy przez kwadrans: po przerwie wystarczy nacisnąć przycisk.
pause-ways = Kod QR na karcie i link w wiadomości nadal działają, podobnie jak urządzenie, z którego już tu Państwo wchodzili.
try-again = Spróbuj ponownie
back-inside = Wróć do galerii
slow = { $seconds ->
    [one] Było stąd zbyt wiele prób. Prosimy odczekać { $seconds } sekundę i spróbować ponownie.
    [few] Było stąd zbyt wiele prób. Prosimy odczekać { $seconds } sekundy i spróbować ponownie.
    [many] Było stąd zbyt wiele prób. Prosimy odczekać { $seconds } sekund i spróbować ponownie.
   *[other] Było stąd zbyt wiele prób. Prosimy odczekać { $seconds } sekundy i spróbować ponownie.
}

## Wizyta

welcome = Zdjęcia przekazywane prywatnie.
welcome-sign-in = Zaloguj się do studia
welcome-client = Szukają Państwo swoich zdjęć? Prosimy otworzyć adres otrzymany od studia.
your-visit = Państwa wizyta
overview = Przegląd
leave = Wyjdź
overview-lead = { $count ->
    [one] { $count } galeria czeka tu na Państwa.
    [few] { $count } galerie czekają tu na Państwa.
    [many] { $count } galerii czeka tu na Państwa.
   *[other] { $count } galerii czeka tu na Państwa.
}
overview-empty-title = Tu pojawią się Państwa galerie
overview-empty = Na razie nic tu nie ma. Prosimy zachować kod: gdy tylko pojawią się zdjęcia, kod je pokaże.
some-new = { $count ->
    [one] { $count } nowe
    [few] { $count } nowe
    [many] { $count } nowych
   *[other] { $count } nowego
}
all-new = nowość
find-label = Znajdź galerię po nazwie
find-gallery = Znajdź galerię
find = Znajdź
find-nothing = Żadna galeria nie ma tego w nazwie
find-all = Pokaż wszystkie galerie
no-photographs = jeszcze bez zdjęć
way-back = Droga powrotna
sub-galleries = Galerie w tej galerii
photographs-title = Zdjęcia
photograph-number = Zdjęcie { $number }
photograph-of = Zdjęcie { $position } z { $count }
gallery-empty-title = Jeszcze nie ma zdjęć
gallery-empty = Pojawią się tu same, gdy będą gotowe. Nie trzeba nic robić.
pages = Strony
locked-gallery = Zamknięta galeria
password-needed = Potrzebne hasło
locked-title = Ta galeria jest zamknięta
locked = Ma własne hasło.
password-label = Hasło do galerii
password-open = Otwórz galerię
password-rejected = To nie jest hasło do tej galerii.
this-photograph = To zdjęcie
zoom-in = Powiększ
zoom-out = Pokaż całe
previous = Poprzednie
next = Następne

## Gdy coś się nie udało

not-found-title = Tu nic nie ma
not-found = Być może w adresie jest błąd albo galeria nie jest już Państwu pokazywana.
not-found-studio = Państwa studio
not-found-door = Wpisz kod
failed-title = Coś się tu nie udało
failed = To nie Państwa wina i nic nie przepadło. Prosimy spróbować ponownie za chwilę.
not-sent = Nie udało się tego wysłać. Wpisany tekst nadal tu jest; prosimy spróbować ponownie, gdy wróci połączenie.
busy = Teraz jest tu bardzo dużo osób. Prosimy spróbować ponownie za chwilę.
no-space = Na serwerze nie ma już miejsca. Nic nie zostało zmienione; studio musi najpierw zrobić miejsce.

## Pola formularzy

optional = nieobowiązkowe
fields-wrong = Prosimy sprawdzić to jeszcze raz
field-missing = Prosimy wypełnić to pole.
field-too-short = { $min ->
    [one] Potrzebny jest co najmniej { $min } znak.
    [few] Potrzebne są co najmniej { $min } znaki.
    [many] Potrzeba co najmniej { $min } znaków.
   *[other] Potrzeba co najmniej { $min } znaku.
}
field-too-long = { $max ->
    [one] Może być najwyżej { $max } znak.
    [few] Mogą być najwyżej { $max } znaki.
    [many] Może być najwyżej { $max } znaków.
   *[other] Może być najwyżej { $max } znaku.
}
field-unprintable = Są tu znaki, których nie można pokazać. Prosimy wpisać to od nowa.
not-a-date = To nie jest data.
form-too-long = To więcej, niż mieści formularz. Prosimy wrócić i wysłać mniej naraz; nic nie zostało zmienione.

## Co dostaje klient: wiadomość, karta

hand-over-letter =
    Dzień dobry, { $name },

    zdjęcia czekają tutaj:
    { $link }

    Można też otworzyć { $address } i wpisać ten kod:
    { $code }

    Prosimy zachować kod: pokaże także galerie, które dopiero powstaną.

    { $studio }
card-qr = Kod QR, który otwiera zdjęcia ({ $name })
card-how = Prosimy zeskanować kwadrat telefonem albo wpisać kod na stronie { $address }

## Zdjęcia szkolne: co czytają rodzice

parent-notice-title = Zanim przejdą Państwo dalej
parent-notice-body =
    Na tej stronie znajdą Państwo zdjęcia własnego dziecka. Jest ona dla rodziców i opiekunów prawnych.
    Wpisywane imiona i nazwiska nie są przechowywane.
    Każde potwierdzenie prawa do obejrzenia zdjęć dziecka jest zapisywane z datą, godziną, językiem i rodzajem urządzenia. Fotograf może to zobaczyć.
parent-continue = Dalej
find-title = Zdjęcia Państwa dziecka
find-first = Imię
find-last = Nazwisko
find-group = Klasa lub grupa
find-group-hint = Tak jak w planie lekcji, na przykład 3b.
find-class-asked = Prosimy wpisać imię i nazwisko jeszcze raz, a także klasę. Dziś wpisano tu wiele błędnych nazwisk, dlatego pytamy też o klasę.
find-not-found = Dla tego imienia i nazwiska nic nie znaleziono. Prosimy sprawdzić, czy pisownia jest taka jak w szkole. Jeśli tak, prosimy zapytać szkołę lub fotografa.
list-title = Proszę wybrać swoje dziecko
list-filter = Znajdź nazwisko na liście
list-login = Wejdź
list-empty = Na liście nie ma takiego nazwiska.
confirm-title = Prosimy o potwierdzenie
confirm-sentence = Mam prawo zobaczyć te zdjęcia ({ $name }): sprawuję władzę rodzicielską lub opiekę prawną nad dzieckiem albo mam zgodę takiej osoby.
confirm-tick-missing = Jeśli to zdanie jest prawdziwe, prosimy je zaznaczyć. Inaczej nie można pokazać zdjęć.
confirm-button = Potwierdź i zobacz zdjęcia
confirm-cancel = Anuluj
confirm-recorded = Państwa potwierdzenie jest zapisywane z datą, godziną, językiem i rodzajem urządzenia.

## Zdjęcia szkolne: zdjęcia dziecka

child-title = Zdjęcia: { $name }
child-own = Portrety
child-group = Zdjęcia grupowe: { $group }
child-none-yet = Nie ma jeszcze zdjęć tego dziecka. Prosimy wrócić później z tym samym kodem.
child-another = Dodaj kolejne dziecko

## Zdjęcia szkolne: gdy nie ma nic do obejrzenia

job-planning = Zdjęć jeszcze tu nie ma ({ $organisation }). Prosimy zachować kod i wrócić później.
job-not-published = Zdjęcia są przygotowywane. Prosimy zachować kod i wrócić za kilka dni.
job-archived = Te zdjęcia są już w archiwum. Jeśli nadal są potrzebne, prosimy zapytać fotografa.
job-ended = Czas na oglądanie tych zdjęć minął. Nie można ich już tu zobaczyć.
too-many-children = Dla Państwa bezpieczeństwa na jednym urządzeniu można otworzyć zdjęcia tylko trojga dzieci dziennie. Jeśli potrzeba więcej, prosimy zapytać fotografa.

## Zdjęcia szkolne: pracownicy szkoły

staff-title = Dla pracowników
staff-view-line = Widzą Państwo całe zlecenie jako pracownicy.
staff-may-save = Mogą Państwo zapisać te zdjęcia.
staff-no-download = Prosimy oglądać te zdjęcia tylko tutaj i ich nie zapisywać.
staff-group = Klasa lub grupa
staff-not-photographed = Jeszcze bez zdjęcia

## Zdjęcia szkolne: wydrukowana karta

card-title = Państwa zdjęcia
card-scan = Prosimy zeskanować kwadrat telefonem albo wpisać kod na stronie:
card-keep = Prosimy zachować tę kartę: to klucz do zdjęć Państwa dziecka.
card-until = Zdjęcia można oglądać do { $date }.
extra-card = Karta dodatkowa { $number }

## School photographs: around the list and the pictures

children-title = Państwa dzieci
child-all = Zobacz wszystkie
find-button = Pokaż zdjęcia
confirm-unnamed = Mam prawo zobaczyć zdjęcia tego dziecka: sprawuję nad nim władzę rodzicielską lub opiekę prawną albo mam zgodę takiej osoby.
list-login-of = Wejdź: { $name }
list-no-group = Bez klasy
