# Was Besucher lesen, auf Deutsch: Kunden, Gäste, Eltern. Kurz, höflich, ohne Fachsprache.

## Überall

date = { $day }. { $month } { $year }
month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
photographs = { $count ->
    [one] { $count } Foto
   *[other] { $count } Fotos
}
skip = Zum Inhalt springen
language = Sprache

## Eingang

code-label = Ihr Code
code-enter = Meine Bilder ansehen
code-hint = Der Code steht auf Ihrer Karte oder in Ihrer Nachricht von uns. Großbuchstaben, Leerzeichen und Striche sind egal.
code-rejected = Dieser Code öffnet hier nichts. Bitte sehen Sie noch einmal nach oder fragen Sie uns nach einem neuen.
code-mistyped = Ein Zeichen scheint vertippt.
code-show = Zeigen
code-hide = Verbergen
pause-title = Eine kurze Pause, bitte
pause-seconds = { $count ->
    [one] Von hier kamen viele Versuche. In einer Sekunde können Sie es wieder versuchen.
   *[other] Von hier kamen viele Versuche. In { $count } Sekunden können Sie es wieder versuchen.
}
pause-minutes = Von hier kamen viele Versuche. In etwa { $count } Minuten können Sie es wieder versuchen.
pause-day = Von hier kamen viele Versuche. Bitte versuchen Sie es morgen wieder, oder fragen Sie die Schule oder den Fotografen.
pause-moment = Einen Moment, bitte …
pause-kept = Was Sie eingegeben haben, bleibt eine Viertelstunde lang erhalten: Drücken Sie nach der Pause einfach den Knopf.
pause-ways = Der QR-Code auf Ihrer Karte und der Link in Ihrer Nachricht funktionieren weiterhin, ebenso das Gerät, mit dem Sie schon einmal hier waren.
try-again = Noch einmal versuchen
back-inside = Zurück zu Ihren Galerien
slow = { $seconds ->
    [one] Von hier kamen zu viele Versuche. Bitte warten Sie eine Sekunde und versuchen Sie es dann noch einmal.
   *[other] Von hier kamen zu viele Versuche. Bitte warten Sie { $seconds } Sekunden und versuchen Sie es dann noch einmal.
}

## Ein Besuch

welcome = Fotos, privat überreicht.
welcome-sign-in = Im Studio anmelden
welcome-client = Sie suchen Ihre Bilder? Bitte öffnen Sie die Adresse, die Ihr Studio Ihnen gegeben hat.
your-visit = Ihr Besuch
overview = Übersicht
leave = Verlassen
overview-lead = { $count ->
    [one] Eine Galerie, hier für Sie aufgehoben.
   *[other] { $count } Galerien, hier für Sie aufgehoben.
}
overview-empty-title = Hier erscheinen Ihre Galerien
overview-empty = Für Sie ist noch nichts freigegeben. Heben Sie Ihren Code auf: Sobald es Bilder für Sie gibt, zeigt er sie.
some-new = { $count } neu
all-new = neu
find-label = Eine Galerie nach ihrem Namen finden
find-gallery = Galerie finden
find = Finden
find-nothing = Keine Galerie trägt das im Namen
find-all = Alle Galerien zeigen
no-photographs = noch keine Fotos
way-back = Weg zurück
sub-galleries = Galerien in dieser Galerie
photographs-title = Fotos
photograph-number = Foto { $number }
photograph-of = Foto { $position } von { $count }
gallery-empty-title = Noch keine Fotos
gallery-empty = Sie erscheinen hier von selbst, sobald sie fertig sind. Sie müssen nichts tun.
pages = Seiten
locked-gallery = Verschlossene Galerie
password-needed = Passwort nötig
locked-title = Diese Galerie ist verschlossen
locked = Sie hat ein eigenes Passwort.
password-label = Passwort der Galerie
password-open = Galerie öffnen
password-rejected = Das ist nicht das Passwort dieser Galerie.
this-photograph = Dieses Foto
zoom-in = Vergrößern
zoom-out = Ganz zeigen
previous = Zurück
next = Weiter

## Wenn etwas nicht geklappt hat

not-found-title = Hier ist nichts
not-found = Vielleicht ist die Adresse vertippt, oder die Galerie wird Ihnen nicht mehr gezeigt.
not-found-studio = Ihr Studio
not-found-door = Code eingeben
failed-title = Hier ist etwas schiefgegangen
failed = Sie haben nichts falsch gemacht, und nichts ist verloren. Bitte versuchen Sie es gleich noch einmal.
not-sent = Das konnte nicht gesendet werden. Ihre Eingaben sind noch da; bitte versuchen Sie es noch einmal, wenn Sie online sind.
busy = Gerade sind sehr viele Menschen hier. Bitte versuchen Sie es gleich noch einmal.
no-space = Auf dem Server ist kein Platz mehr. Es wurde nichts geändert; das Studio muss erst Platz schaffen.

## Felder in Formularen

optional = wenn Sie mögen
fields-wrong = Bitte sehen Sie hier noch einmal nach
field-missing = Bitte füllen Sie dieses Feld aus.
field-too-short = { $min ->
    [one] Bitte nehmen Sie mindestens { $min } Zeichen.
   *[other] Bitte nehmen Sie mindestens { $min } Zeichen.
}
field-too-long = { $max ->
    [one] Bitte nehmen Sie höchstens { $max } Zeichen.
   *[other] Bitte nehmen Sie höchstens { $max } Zeichen.
}
field-unprintable = Darin sind Zeichen, die man nicht zeigen kann. Bitte tippen Sie es neu.
not-a-date = Das ist kein Datum.
form-too-long = Das ist mehr, als ein Formular aufnimmt. Bitte gehen Sie zurück und senden Sie weniger auf einmal; es wurde nichts geändert.

## Was Kunden in die Hand bekommen: eine Nachricht, eine Karte

hand-over-letter =
    Guten Tag { $name },

    Ihre Fotos liegen hier für Sie bereit:
    { $link }

    Oder öffnen Sie { $address } und geben Sie diesen Code ein:
    { $code }

    Bitte heben Sie den Code gut auf: Er zeigt auch die Galerien, die noch kommen.

    { $studio }
card-qr = QR-Code, der die Bilder bei { $name } öffnet
card-how = Scannen Sie das Quadrat mit dem Telefon, oder geben Sie den Code ein unter { $address }

## Schulfotos: was Eltern lesen

parent-notice-title = Bevor es weitergeht
parent-notice-body =
    Auf dieser Seite finden Sie die Bilder Ihres eigenen Kindes. Sie ist für Eltern und Sorgeberechtigte da.
    Die Namen, die Sie eingeben, werden nicht gespeichert.
    Jedes Mal, wenn jemand bestätigt, dass er die Bilder eines Kindes sehen darf, wird das mit Datum, Uhrzeit, Sprache und Art des Geräts festgehalten. Der Fotograf kann das sehen.
parent-continue = Weiter
find-title = Bilder Ihres Kindes finden
find-first = Vorname
find-last = Nachname
find-group = Klasse oder Gruppe
find-group-hint = Wie sie im Stundenplan steht, zum Beispiel 3b.
find-class-asked = Bitte tippen Sie die Namen noch einmal und dazu die Klasse. Hier wurden heute viele Namen falsch getippt; deshalb wird auch nach der Klasse gefragt.
find-not-found = Zu diesem Namen wurde nichts gefunden. Bitte prüfen Sie, ob er so geschrieben ist, wie die Schule ihn schreibt. Wenn ja, fragen Sie bitte die Schule oder den Fotografen.
list-title = Wählen Sie Ihr Kind
list-filter = Einen Namen in der Liste finden
list-login = Login
list-empty = In der Liste steht kein solcher Name.
confirm-title = Bitte bestätigen Sie
confirm-sentence = Ich darf die Bilder von { $name } sehen: Ich bin sorgeberechtigt oder habe die Erlaubnis eines Sorgeberechtigten.
confirm-tick-missing = Bitte setzen Sie den Haken, wenn der Satz stimmt. Sonst können die Bilder nicht gezeigt werden.
confirm-button = Bestätigen und Bilder ansehen
confirm-cancel = Abbrechen
confirm-recorded = Ihre Bestätigung wird mit Datum, Uhrzeit, Sprache und Art des Geräts festgehalten.

## Schulfotos: die Bilder eines Kindes

child-title = Bilder von { $name }
child-own = Einzelbilder
child-group = Gruppenbilder: { $group }
child-none-yet = Von diesem Kind gibt es noch keine Bilder. Bitte kommen Sie später mit demselben Code wieder.
child-another = Noch ein Kind hinzufügen

## Schulfotos: wenn es nichts zu sehen gibt

job-planning = Die Bilder sind noch nicht da ({ $organisation }). Bitte heben Sie den Code auf und kommen Sie später wieder.
job-not-published = Die Bilder werden gerade vorbereitet. Bitte heben Sie den Code auf und kommen Sie in ein paar Tagen wieder.
job-archived = Diese Bilder liegen jetzt im Archiv. Wenn Sie sie noch brauchen, fragen Sie bitte den Fotografen.
job-ended = Die Zeit für diese Bilder ist vorbei. Sie sind hier nicht mehr zu sehen.
too-many-children = Zu Ihrer Sicherheit lassen sich auf einem Gerät nur die Bilder von drei Kindern am Tag öffnen. Wenn Sie mehr brauchen, fragen Sie bitte den Fotografen.

## Schulfotos: das Personal

staff-title = Für das Personal
staff-view-line = Sie sehen den ganzen Auftrag als Personal.
staff-may-save = Sie dürfen diese Bilder speichern.
staff-no-download = Bitte sehen Sie sich diese Bilder nur hier an, und speichern Sie sie nicht.
staff-group = Klasse oder Gruppe
staff-not-photographed = Noch nicht fotografiert

## Schulfotos: die gedruckte Karte

card-title = Ihre Bilder
card-scan = Scannen Sie das Quadrat mit dem Handy, oder geben Sie den Code hier ein:
card-keep = Bitte heben Sie diese Karte auf: Sie ist der Schlüssel zu den Bildern Ihres Kindes.
card-until = Die Bilder sind bis { $date } zu sehen.
extra-card = Zusatzkarte { $number }

## School photographs: around the list and the pictures

children-title = Ihre Kinder
child-all = Alle ansehen
find-button = Bilder zeigen
confirm-unnamed = Ich darf die Bilder dieses Kindes sehen: Ich bin sorgeberechtigt oder habe die Erlaubnis eines Sorgeberechtigten.
list-login-of = Login: { $name }
list-no-group = Ohne Klasse
