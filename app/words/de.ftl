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
code-show = Zeigen
code-hide = Verbergen
slow = { $seconds ->
    [one] Von hier kamen zu viele Versuche. Bitte warten Sie eine Sekunde und versuchen Sie es dann noch einmal.
   *[other] Von hier kamen zu viele Versuche. Bitte warten Sie { $seconds } Sekunden und versuchen Sie es dann noch einmal.
}

## Wenn etwas nicht geklappt hat

not-found-title = Hier ist nichts
not-found = Unter dieser Adresse gibt es nichts, oder es ist für Sie nicht geöffnet.
not-found-door = Code eingeben
failed = Bei uns ist etwas schiefgegangen. Ihre Eingaben sind nicht verloren; bitte versuchen Sie es noch einmal.
busy = Gerade sind sehr viele Menschen hier. Bitte versuchen Sie es gleich noch einmal.
no-space = Auf dem Server ist kein Platz mehr. Es wurde nichts geändert; das Studio muss erst Platz schaffen.
