# Die Worte der Oberfläche auf Deutsch. Kurz, höflich, ohne Fachsprache.

## Überall

date = { $day }. { $month } { $year }
month = { NUMBER($month) ->
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
other-language = English
other-language-code = en

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
not-found-door = Code eingeben
failed-title = Hier ist etwas schiefgegangen
failed = Sie haben nichts falsch gemacht, und nichts ist verloren. Bitte versuchen Sie es gleich noch einmal.
not-sent = Das konnte nicht gesendet werden. Ihre Eingaben sind noch da; bitte versuchen Sie es noch einmal, wenn Sie online sind.
busy = Gerade sind sehr viele Menschen hier. Bitte versuchen Sie es gleich noch einmal.
no-space = Auf dem Server ist kein Platz mehr. Es wurde nichts geändert; das Studio muss erst Platz schaffen.

## Hochladen

upload-invitation = Fotos oder Ordner hier ablegen
upload-hint = JPEG, PNG und WebP, je bis 200 MB. Ordner werden zu Untergalerien.
upload-choose = Fotos auswählen
upload-choose-folder = Ordner auswählen
upload-needs-scripts = Ihr Browser führt auf dieser Seite keine Skripte aus. Zum Hochladen werden sie gebraucht.
upload-all = Alle Fotos
upload-list = Fotos dieser Übertragung
upload-looking = Die Ordner werden durchgesehen
upload-here = { $count ->
    [one] { $here } von { $n } Foto ist da
   *[other] { $here } von { $n } Fotos sind da
}
upload-bytes = { $done } von { $all } { $unit }
upload-decimal = ,
upload-left-moment = weniger als eine Minute
upload-left-minutes = { $count ->
    [one] noch etwa { $n } Minute
   *[other] noch etwa { $n } Minuten
}
upload-left-hours = { $count ->
    [one] noch etwa { $n } Stunde
   *[other] noch etwa { $n } Stunden
}
upload-skipped = { $count ->
    [one] { $n } war schon da
   *[other] { $n } waren schon da
}
upload-attention = { $count ->
    [one] { $n } braucht Ihre Aufmerksamkeit
   *[other] { $n } brauchen Ihre Aufmerksamkeit
}
upload-preparing = { $count ->
    [one] { $n } wird vorbereitet
   *[other] { $n } werden vorbereitet
}
upload-sidecars = { $count ->
    [one] { $n } Begleitdatei (.xmp) wurde ausgelassen
   *[other] { $n } Begleitdateien (.xmp) wurden ausgelassen
}
upload-waiting = { $count ->
    [one] { $n } weiteres wartet
   *[other] { $n } weitere warten
}
upload-more-refused = { $count ->
    [one] { $n } weitere konnte nicht übernommen werden
   *[other] { $n } weitere konnten nicht übernommen werden
}
upload-reading = Wird angesehen
upload-finishing = Fast da
upload-patient = Wartet auf die Verbindung
upload-done = Fertig
upload-already = Schon da, übersprungen
upload-begun = { $count ->
    [one] { $n } Foto wird hochgeladen
   *[other] { $n } Fotos werden hochgeladen
}
upload-lost = Keine Verbindung; es geht von selbst weiter
upload-sign-in = Sie wurden abgemeldet. Melden Sie sich wieder an und machen Sie hier weiter; nichts ist verloren.
upload-sign-in-link = Anmelden
upload-no-space = Auf dem Server ist kein Platz mehr. Schaffen Sie Platz und machen Sie hier weiter; nichts ist verloren.
upload-no-gallery = Diese Galerie gibt es nicht mehr.
upload-go-on = Weitermachen
upload-again = Noch einmal versuchen
upload-dismiss = Ausblenden
upload-stop = Abbrechen
upload-close = Schließen
unreadable-empty = Die Datei ist leer.
unreadable-too-many-bytes = Sie ist größer als 200 MB.
unreadable-too-many-pixels = Es hat mehr als 100 Megapixel oder eine Seite mit mehr als 20.000 Pixeln.
unreadable-unknown-format = Das ist kein JPEG, PNG oder WebP.
unreadable-incomplete = Die Datei ist nicht vollständig; ihr Ende fehlt.
unreadable-damaged = Die Datei ist beschädigt.
unreadable-took-too-long = Das Einlesen hat zu lange gedauert.
unreadable-unreachable = Ihr Browser kann die Datei nicht mehr lesen. Wurde sie verschoben oder geändert?
unreadable-name = Dieser Name oder der des Ordners kann nicht verwendet werden.
unreadable-too-deep = Der Ordner liegt tiefer, als Galerien reichen.
unreadable-failed = Bei uns ist etwas schiefgegangen.
