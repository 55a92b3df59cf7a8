# Was Mitglieder eines Studios lesen, auf Deutsch, neben dem, was Besucher lesen. Kurz, höflich, ohne Fachsprache.

## Ein Mitglied sieht mit den Augen eines Kunden

view-as-client = Als Kunde ansehen
view-as-visitor = Vorschau
view-as-visitor-of = Ansehen, was der Link { $label } zeigt
preview = Vorschau
preview-login = Sie sehen mit den Augen von { $name }.
preview-link = Sie sehen, was der Link „{ $name }“ zeigt.
preview-some-link = Sie sehen, was ein Link zeigt.
view-as-family = Ansehen, was die Familie sieht
view-as-staff = Ansehen, was das Personal sieht
preview-family = Sie sehen mit den Augen der Familie von { $name }.
preview-some-family = Sie sehen mit den Augen derer, die diese Karte haben.
preview-staff = Sie sehen mit den Augen des Personals von { $name }.
preview-counts-nothing = Nichts davon zählt als Besuch.
preview-phone = In Handybreite
preview-wide = In voller Breite
preview-end = Zurück zum Studio
preview-door = Hier gibt ein Besucher das Passwort der Galerie ein. In der Vorschau bleibt die Tür zu.
preview-logins-off = Kundenzugänge sind ausgeschaltet: Mit diesem Code kommt jetzt niemand herein.

## Hochladen

upload-invitation = Fotos oder Ordner hier ablegen
upload-hint = JPEG, PNG und WebP, je bis 200 MB. Ordner werden zu Untergalerien.
upload-hint-job = JPEG, PNG und WebP, je bis 200 MB. Fotos kommen aus ihren Ordnern heraus.
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

## Felder in Formularen

cancel = Abbrechen
close = Schließen
save = Speichern
saved = Gespeichert.
undo = Rückgängig
delete = Löschen
rename = Umbenennen
copy = Kopieren
copied = Kopiert
today = heute
yesterday = gestern
never = noch nie
email = E-Mail
password = Passwort
your-name = Ihr Name
your-email = Ihre E-Mail
your-password = Ihr Passwort
your-password-hint = Mindestens 12 Zeichen. Ein ganzer Satz geht auch.
only-studio-sees = Das sieht nur Ihr Studio.
field-taken = Das ist schon vergeben.
address-spelling = Bitte nehmen Sie kleine Buchstaben von a bis z, Ziffern und einzelne Striche dazwischen.
address-reserved = Diese Adresse braucht das Programm selbst. Bitte wählen Sie eine andere.
address-taken = Diese Adresse hat schon ein anderes Studio.
email-taken = Mit dieser E-Mail gibt es schon ein Konto.
not-an-email = Das ist keine E-Mail-Adresse.
date-past = Dieser Tag ist vorbei.
code-taken = Diesen Code gibt es in Ihrem Studio schon, vielleicht in anderer Schreibweise. Bitte wählen Sie einen anderen.
code-guessable = Diesen Code würde ein Fremder früh versuchen: Er enthält den Namen Ihres Studios oder ist kaum mehr als ein Name, ein häufiges Wort, ein Jahr oder eine Zahlenreihe. Bitte wählen Sie einen anderen.
password-common = Dieses Passwort würde jeder versuchen. Bitte wählen Sie ein anderes.
password-wrong = Das ist nicht Ihr Passwort.
token-wrong = Das ist nicht das Kennwort aus dem Terminal.
sign-in-first = Bitte melden Sie sich erst an.
changed-meanwhile = Jemand anderes hat das inzwischen geändert
changed-meanwhile-more = Ihre Eingaben sind nicht verloren, aber noch nicht gespeichert. Die anderen Änderungen sehen Sie, wenn Sie diese Seite in einem zweiten Fenster öffnen. Oder Sie speichern Ihre an deren Stelle.
save-anyway = Meine trotzdem speichern
into-itself = Eine Galerie kann nicht in sich selbst liegen.
too-deep = Tiefer als 50 Ebenen lassen sich Galerien nicht verschachteln.

## Einrichten, anmelden

first-run-title = Willkommen bei Passepartout
first-run-lead = Zwei Minuten, und Ihr Studio ist offen.
first-run-token = Einmal-Kennwort
first-run-token-hint = Es stand im Terminal, als das Programm startete.
first-run-go = Studio öffnen
studio-name = Name Ihres Studios
studio-address = Adresse Ihres Studios
studio-address-hint = Das tippen Ihre Kunden ein. Kleine Buchstaben, Ziffern und Striche.
studio-tagline = Zeile unter dem Namen
studio-language-hint = Besucher wählen selbst aus zehn Sprachen. Diese hier gilt für alle, die keine davon bevorzugen, und für das, was Sie Kunden schicken.
sign-in = Anmelden
sign-in-lead = Für Fotografinnen und Fotografen. Suchen Sie Ihre Bilder? Nehmen Sie die Adresse Ihres Fotografen und Ihren Code.
sign-in-rejected = E-Mail und Passwort gehören nicht zusammen.
sign-out = Abmelden
studios-title = Studio wählen
studios-none-title = Sie arbeiten in keinem Studio
studios-none = Guten Tag, { $name }. Im Moment hat kein Studio einen Platz für Sie; eine Einladung gibt Ihnen einen. Ihr Konto bleibt Ihres.
studios-lead = Hallo { $name }. Wo möchten Sie arbeiten?

## Rahmen und erste Seite des Studios

desk-menu = Menü
desk-nav = Studio
desk-home = Start
desk-galleries = Galerien
desk-logins = Kundenzugänge
desk-settings = Einstellungen
trail = Wo diese Seite liegt
further-up = Weiter oben
more-for = Mehr zu { $name }
home-hello = Hallo, { $name }
home-welcome = Willkommen, { $name }
home-first = Legen Sie Ihre erste Galerie an
home-step-gallery = Geben Sie der Galerie einen Namen.
home-step-photographs = Ziehen Sie Ihre Fotos hinein.
home-step-send = Schicken Sie einen Link, oder geben Sie die Galerie für einen Kundenzugang frei.
home-newest = Neueste Galerien
home-all-galleries = Alle Galerien
home-all-logins = Alle Kundenzugänge
home-no-logins = Noch keine Kundenzugänge. Ein Kundenzugang ist ein Code, den ein Stammkunde über Jahre behält.
home-logins-off = Kundenzugänge sind ausgeschaltet. In den Einstellungen können Sie sie einschalten.
search = Suchen
search-label = Galerien, Fotoaufträge, Personen, Kundenzugänge und Links nach ihrem Namen finden
search-short = Wortanfänge
search-links = Links
search-link-to = führt zu { $gallery }
search-nothing = Nichts trägt das im Namen
search-nothing-more = Galerien, Kundenzugänge und Links werden an den Anfängen der Wörter in ihrem Namen gefunden, Fotoaufträge auch an der Einrichtung, Personen auch an der Kennung in ihrer Liste.
search-more = Es gibt mehr. Geben Sie noch ein Wort des Namens ein.
list-further = Weiter
list-from-start = Von vorn
more-than = mehr als { $counted }
happened = Was Kunden taten
happened-new = neu
happened-nothing = Bisher war niemand hier.
happened-first-visit = war zum ersten Mal da
happened-visits = { $count ->
    [one] war da
   *[other] war { $count }-mal da
}
happened-link = hat den Link zu { $gallery } geöffnet
happened-some-link = Jemand
galleries = { $count ->
    [0] keine Galerie
    [one] { $count } Galerie
   *[other] { $count } Galerien
}
sub-gallery-count = { $count ->
    [0] keine Untergalerie
    [one] { $count } Untergalerie
   *[other] { $count } Untergalerien
}
photograph-count = { $count ->
    [0] keine Fotos
    [one] { $count } Foto
   *[other] { $count } Fotos
}
logins = { $count ->
    [0] kein Kundenzugang
    [one] { $count } Kundenzugang
   *[other] { $count } Kundenzugänge
}

## Galerien

gallery-name = Name
gallery-date = Datum
gallery-new = Neue Galerie
gallery-new-below = Neue Untergalerie
gallery-below-all = Alle im Baum ansehen
gallery-create = Anlegen
galleries-none = Noch keine Galerien
galleries-none-more = Eine Galerie hält die Fotos einer Geschichte. Galerien können in Galerien liegen.
gone-with = { $subs ->
    [0] { $photos ->
        [0] { "" }
       *[other] , mit { $photographs }
    }
   *[other] { $photos ->
        [0] , mit { $galleries }
       *[other] , mit { $galleries } und { $photographs }
    }
}
galleries-deleted = „{ $name }“ wurde gelöscht{ $with }. 30 Tage lang lässt sich das zurückholen, mit Freigaben und Links.
galleries-restored = Die Galerie ist wieder da.
tree-find = Galerie suchen
tree-none = Keine Galerie hat das im Namen.
tree-branch = Untergalerien von { $name }
navigation-on = Navigation an
has-password = Passwort
rename-of = Neuer Name von { $name }
name-in = Name der neuen Galerie in { $name }
move-to = Verschieben nach …
shift-up = Einen Platz nach oben
shift-down = Einen Platz nach unten
move-title = „{ $name }“ verschieben
move-with = { $count ->
    [0] Es liegt nichts darin.
    [one] Die Untergalerie kommt mit.
   *[other] Die { $count } Untergalerien kommen mit.
}
move-where = Wo soll sie liegen?
move-top = Für sich, in keiner anderen Galerie
move-here-now = Hier liegt sie jetzt.
move-consequence = Wo die Navigation an ist, sieht jeder, der eine Galerie sieht, auch das, was hineingeschoben wird.
move-go = Verschieben
move-none-chosen = Bitte wählen Sie, wo sie liegen soll. Es wurde nichts verschoben.

## Eine Galerie

tab-photographs = Fotos
tab-links = Links
tab-settings = Einstellungen
links-of = Links von { $name }
settings-of = Einstellungen von { $name }
photographs-none-yet = In dieser Galerie sind noch keine Fotos.
photo-preparing = Wird vorbereitet
photo-is-cover = Titelbild
photo-failed = Bei uns ist etwas schiefgegangen. Bitte laden Sie es noch einmal hoch.
photo-remove = Entfernen
photo-remove-named = { $name } entfernen
photos-chosen = Die ausgewählten Fotos
photos-none-chosen = Bitte wählen Sie zuerst Fotos aus.
photos-none-deleted = Es wurde nichts gelöscht: Was Sie gewählt haben, ist schon fort oder wird noch angesehen. In einem Fotojob kann bis dahin jedes Bild eine Karte sein. Bitte versuchen Sie es gleich noch einmal.
photos-choose-none = Keine auswählen
photos-as-cover = Als Titelbild nehmen
photos-cover-chosen = Die Galerie hat ein neues Titelbild.
photos-deleted = { $count ->
    [one] { $count } Foto wurde gelöscht.
   *[other] { $count } Fotos wurden gelöscht.
}
photos-wait = { $count ->
    [one] { $count } Bild wird noch angesehen und kann eine Karte sein: Es wartet jetzt bei den unsortierten.
   *[other] { $count } Bilder werden noch angesehen und können Karten sein: Sie warten jetzt bei den unsortierten.
}
photos-restored = Die Fotos sind wieder da.
sub-galleries-title = Untergalerien
navigation-lead = Navigation zu Untergalerien und zurück.
navigation-switch = { $count ->
    [one] Besucher können in die Untergalerie hinab und wieder hinauf gehen.
   *[other] Besucher können in { $count } Untergalerien hinab und wieder hinauf gehen.
}
gallery-password-lead = Es wird bei den Links dieser Galerie verlangt. Ein Kundenzugang, für den die Galerie freigegeben ist, wird nicht gefragt.
gallery-password-hint = 6 bis 64 Zeichen. Leer heißt: kein Passwort. Wer das alte eingegeben hat, wird nach dem neuen gefragt.
gallery-password-asked = Das Passwort wird verlangt.
gallery-password-asked-hint = Wer es eingibt, sieht nur diese eine Galerie, weder was darin noch was darüber liegt. Aus: Das Passwort bleibt für später aufgehoben, und niemand wird danach gefragt.
downloads = Herunterladen
downloads-switch = Besucher können Fotos herunterladen.
gallery-delete = Galerie löschen
gallery-delete-title = „{ $name }“ löschen?
gallery-loss = Die Galerie verschwindet{ $with }. Für Ihre Kunden ist sie sofort weg. 30 Tage lang können Sie sie zurückholen.

## Links

links-none = Noch keine Links
links-none-more = Ein Link ist der schnellste Weg, jemandem eine Galerie zu zeigen. Für einen Kunden, der wiederkommt, legen Sie einen Kundenzugang an.
link-new = Neuer Link
link-kind = Art des Links
link-open = offener Link
link-open-title = Offener Link
link-open-hint = Zeigt diese Galerie, und wo die Navigation an ist, auch die Galerien darüber und darunter.
link-secure = sicherer Link
link-secure-title = Sicherer Link
link-secure-hint = Zeigt nur diese Galerie. Von ihr aus ist nichts anderes zu finden.
link-label = Für wen?
link-until = Letzter Tag
link-until-hint = Ohne ihn endet der Link nie.
link-asks-password = Der Link wird nach dem Passwort dieser Galerie fragen.
link-make = Link anlegen
link-made = Der Link ist fertig. Kopieren Sie seine Adresse und schicken Sie sie.
link-address-of = Adresse von „{ $label }“
link-never-ends = Endet nie
link-ends-on = Endet nach dem { $date }
link-ended-on = Endete nach dem { $date }
link-ended = beendet
link-unvisited = noch nicht geöffnet
link-visits = { $count ->
    [one] { $count } Besuch
   *[other] { $count } Besuche
}
link-visited = { $visits }, zuletzt: { $when }
link-revoke = Beenden
link-revoke-named = Den Link „{ $label }“ beenden
link-revoke-title = Den Link „{ $label }“ beenden?

## Kundenzugänge

login-new = Neuer Kundenzugang
logins-lead = Ein Code für einen Kunden, der wiederkommt. Für eine einzelne Lieferung schicken Sie besser einen Link.
find-login = Kundenzugang finden
find-login-label = Einen Kundenzugang nach seinem Namen finden
find-no-login = Kein Kundenzugang trägt das im Namen
find-all-logins = Alle Kundenzugänge zeigen
logins-none = Noch keine Kundenzugänge
logins-none-more = Ein Kundenzugang ist ein Code, den ein Stammkunde über Jahre behält. Er zeigt jede Galerie, die Sie dafür freigeben, und sonst nichts.
logins-or-link = Für eine einzelne Lieferung ist ein Link einfacher.
logins-off = Kundenzugänge sind ausgeschaltet
logins-off-more = Solange Kundenzugänge ausgeschaltet sind, gilt kein Kundencode, und niemand kann sehen, dass es je welche gab.
open-settings = Einstellungen öffnen
login-name = Name
login-name-hint = Ihr Kunde sieht ihn als Überschrift seiner Übersicht.
login-email-hint = Beim Speichern wird nichts verschickt.
login-save-new = Speichern, dann Galerien wählen
login-edit = Bearbeiten
login-no-gallery = noch keine Galerie
last-visit = Letzter Besuch: { $when }
note = Notiz
code = Code
code-new = Neuer Code
code-rules = Sie können auch einen eigenen tippen: mindestens 8 Buchstaben oder Ziffern. Großbuchstaben, Leerzeichen und Striche sind egal.
strength-weak = Schwach. Eine Wortliste findet das.
strength-fair = Mittel. Schwer zu erraten.
strength-strong = Stark. Das errät niemand.
strength-short = Noch zu kurz.
login-made = { $name } ist angelegt. Wählen Sie jetzt die Galerien.
login-sees = Sieht
login-sees-more = Jede Galerie, und warum.
login-sees-nothing = Noch keine Galerie. Der Code gilt schon und zeigt eine freundliche leere Seite.
login-about = Angaben
login-recoded = Gespeichert. Der alte Code gilt nicht mehr; schicken Sie Ihrem Kunden den neuen.
login-delete = Zugang löschen
login-delete-more = Der Code gilt sofort nicht mehr, auch in offenen Seiten. Die Galerien bleiben.
login-delete-title = Den Zugang von { $name } löschen?
login-delete-loss = Der Code gilt sofort nicht mehr, auch in offenen Seiten. 30 Tage lang können Sie den Zugang mit seinen Galerien zurückholen, und mit seinem Code, wenn ihn bis dahin kein anderer Zugang hat. Die Galerien und Fotos bleiben.
login-deleted = Der Zugang von { $name } ist gelöscht. Sein Code öffnet nichts mehr.
code-typed-at = Ihr Kunde tippt ihn ein unter { $address }
code-hidden = Code, verborgen
code-reveal = Zeigen
code-reveal-hint = Noch einmal, damit niemand Codes an einem verlassenen Schreibtisch liest.
code-conceal = Verbergen
hand-over = Den Code an { $name } schicken
hand-over-text = Nachricht an Ihren Kunden
hand-over-copy = Nachricht kopieren
hand-over-saved-hint = Zehn Minuten lang nach dem Speichern; danach wird nach Ihrem Passwort gefragt.
hand-over-asked-hint = Eine Minute lang; danach wird wieder nach Ihrem Passwort gefragt.
code-other = Neuer Code
code-other-hint = Leer lassen, um den Code zu behalten. Mit einem neuen gilt der alte sofort nicht mehr, und offene Seiten enden.
by-itself = kommt von selbst:
releases-edit = Galerien hinzufügen oder entfernen
releases-title = Was { $name } sieht
releases-staircase = Haken Sie an, was Sie freigeben. Wo die Navigation an ist, kommen Galerien darüber und darunter von selbst: Sie sind grau angehakt.
releases-explicit = Haken Sie an, was Sie freigeben. Genau diese Galerien sind zu sehen, nicht mehr und nicht weniger.
releases-legend = Freigegebene Galerien
releases-none-more = Legen Sie erst eine Galerie an, dann geben Sie sie hier frei.
releases-part = Dieses Studio hat sehr viele Galerien. Öffnen Sie einen Zweig oder suchen Sie einen Namen: Was Sie anhaken, kommt mit, bis Sie es speichern.
releases-unsaved = { $count ->
    [one] { $count } Haken ist noch nicht gespeichert.
   *[other] { $count } Haken sind noch nicht gespeichert.
}
releases-unchanged = Noch ist nichts geändert.
releases-same = { $name } sieht dieselben Galerien wie bisher; in der Übersicht stehen andere.
releases-gains = { $name } sieht dann auch:
releases-loses = { $name } sieht dann nicht mehr:
will-be-added = kommt hinzu
will-be-removed = fällt weg
and-more = { $count ->
    [one] und { $count } weitere
   *[other] und { $count } weitere
}
and-more-gap = und { $name } weitere

## Wer das sehen kann, und was sich ändert, bevor es sich ändert

tab-who = Wer das sehen kann
who-of = Wer { $name } sehen kann
who-who = Wer
who-because = Sieht sie, weil
who-visit = Letzter Besuch
who-login = Kundenzugang
who-link = „{ $label }“
who-link-ends = { $kind }, endet am { $date }
who-members = { $count ->
    [one] { $names } arbeitet in Ihrem Studio und sieht jede Galerie.
   *[other] { $names } arbeiten in Ihrem Studio und sehen jede Galerie.
}
who-nobody = Niemand außer den Mitgliedern Ihres Studios kann diese Galerie sehen
who-nobody-more = Schicken Sie jemandem einen Link, oder geben Sie die Galerie für einen Kundenzugang frei.
who-make-link = Link anlegen
who-release = Kundenzugang wählen
who-more-logins = { $count ->
    [one] und { $count } weiterer Kundenzugang
   *[other] und { $count } weitere Kundenzugänge
}
who-more-links = { $count ->
    [one] und { $count } weiterer Link
   *[other] und { $count } weitere Links
}
who-change = Ansehen, wer das sehen kann, und es ändern
who-walk-nowhere = In dieser Galerie liegt noch keine andere. Was Sie hineinlegen, richtet sich nach diesem Schalter.
who-walk-not = { $count ->
    [one] Besucher können zwischen dieser Galerie und ihrer Untergalerie nicht hin und her gehen.
   *[other] Besucher können zwischen dieser Galerie und ihren { $count } Untergalerien nicht hin und her gehen.
}
who-navigation-on = Die Navigation zu Untergalerien und zurück ist an. Wer in eine Untergalerie darf, kommt von dort zu dieser Galerie hinauf.
who-navigation-off = Die Navigation zu Untergalerien und zurück ist aus. Jede Galerie ist nur für sich zu sehen.
who-if-on = Wenn Sie die Navigation einschalten:
who-if-off = Wenn Sie die Navigation ausschalten:
who-if-on-same = Wenn Sie die Navigation einschalten, sieht niemand mehr als jetzt.
who-if-off-same = Wenn Sie die Navigation ausschalten, sieht niemand weniger als jetzt.
why-released = diese Galerie ist freigegeben
why-up = { $start } ist freigegeben; von dort geht es hinauf
why-down = hinab von { $start }, die freigegeben ist
why-over = { $start } ist freigegeben; von dort geht es hinauf zu { $top } und wieder hinab
why-linked = der Link öffnet diese Galerie
why-link-up = der Link öffnet { $start }; von dort geht es hinauf
why-link-down = der Link öffnet { $start }; von dort geht es hinab
why-link-over = der Link öffnet { $start }; von dort geht es hinauf zu { $top } und wieder hinab
why-by-way = { $why }, über { $last }
why-locked = { $why }; vorher wird nach dem Passwort gefragt
link-named = den Link „{ $label }“
link-anyone = alle mit dem Link zu { $name }
links-count = { $count ->
    [one] { $count } Link
   *[other] { $count } Links
}
releases-count = { $count ->
    [one] { $count } Freigabe
   *[other] { $count } Freigaben
}
members-of-studio = die Mitglieder Ihres Studios
list-and = { $some } und { $last }
list-and-word = und
difference-gains = Für { $who } kommt hinzu: { $galleries }.
difference-gains-locked = Für { $who } kommt hinzu, hinter dem Passwort: { $galleries }.
difference-loses = Für { $who } fällt weg: { $galleries }.
difference-locks = Für { $who } wird nach dem Passwort gefragt: { $galleries }.
difference-unlocks = Für { $who } ist ohne Passwort zu sehen: { $galleries }.
difference-more = { $count ->
    [one] Auch bei einem weiteren Kunden ändert sich etwas.
   *[other] Auch bei { $count } weiteren Kunden ändert sich etwas.
}
change-lead = Das ändert, was Ihre Kunden sehen. Noch ist nichts geschehen.
change-more = Es gilt sofort, auch in offenen Seiten. Sie können es gleich danach rückgängig machen.
change-delete-more = Mit den Galerien gehen ihre Fotos. Es gilt sofort, auch in offenen Seiten. 30 Tage lang können Sie alles zurückholen; dann gelten Freigaben und Links wieder.
change-revoke-more = Seine Adresse öffnet nichts mehr, auch nicht für alle, die die Galerie gerade offen haben. Sie können es gleich danach rückgängig machen; dann gilt dieselbe Adresse wieder.
change-same = Niemand sieht dadurch mehr oder weniger als jetzt.
change-meanwhile = Inzwischen hat jemand anders etwas geändert. Das würde sich jetzt ändern.
change-go = Ändern
switch-on = Einschalten
switch-off = Ausschalten
ask-navigation-on = Die Navigation von „{ $name }“ einschalten?
ask-navigation-off = Die Navigation von „{ $name }“ ausschalten?
ask-password-on = Nach dem Passwort von „{ $name }“ fragen?
ask-password-off = Nicht mehr nach dem Passwort von „{ $name }“ fragen?
ask-password-go = Danach fragen
ask-password-stop = Nicht mehr fragen
ask-move = „{ $name }“ in „{ $other }“ verschieben?
ask-move-top = „{ $name }“ herausnehmen, nach ganz oben?
ask-release = Die Galerien von { $name } ändern?
ask-staircase = Kunden gehen lassen wie auf einer Treppe?
ask-explicit = Jede Galerie für sich zeigen?
ask-logins-on = Kundenzugänge einschalten?
ask-logins-off = Kundenzugänge ausschalten?
did-navigation-on = Die Navigation von „{ $name }“ ist an.
did-navigation-off = Die Navigation von „{ $name }“ ist aus.
did-password-on = Nach dem Passwort von „{ $name }“ wird gefragt.
did-password-off = Nach dem Passwort von „{ $name }“ wird nicht mehr gefragt.
did-move = „{ $name }“ liegt jetzt in „{ $other }“.
did-move-top = „{ $name }“ liegt jetzt ganz oben.
did-delete = „{ $name }“ wurde gelöscht.
did-release = Gespeichert. Es gilt sofort, auch in offenen Seiten.
did-staircase = Kunden gehen jetzt wie auf einer Treppe.
did-explicit = Jede Galerie ist jetzt für sich zu sehen.
did-logins-on = Kundenzugänge sind an.
did-logins-off = Kundenzugänge sind aus.
did-revoke = Der Link „{ $label }“ ist beendet.
did-undo = Es ist wieder wie vorher.
undo-too-late = Das lässt sich nicht mehr rückgängig machen: Etwas, das dafür nötig ist, gibt es nicht mehr.
galleries-restored-open = Die Galerie ist wieder da, und { $opens } führen wieder zu ihr.
gallery-password-save = Passwort speichern
link-change = Ändern
link-change-named = „{ $label }“ ändern
login-once = Eine einmalige Lieferung? Dann ist ein Link einfacher: Es gibt nichts einzutippen, und er kann von selbst enden. Ein Kundenzugang ist für Kunden, die wiederkommen.
login-once-link = Stattdessen einen Link anlegen
login-sees-count = { $all }: { $released } freigegeben, { $inherited } kommen von selbst{ $locked ->
    [0] { "." }
   *[other] , davon fragen { $locked } nach einem Passwort.
}

## Zurückholen, für mehrere freigeben, noch einmal gefragt werden

ask-restore = „{ $name }“ zurückholen?
ask-restore-login = Den Zugang von { $name } zurückholen?
ask-revive = Soll der Link „{ $label }“ wieder gelten?
ask-release-to = „{ $name }“ für { $logins } freigeben?
ask-release-less = „{ $name }“ nicht mehr für { $logins } freigeben?
did-revive = Der Link „{ $label }“ gilt wieder.
did-release-to = „{ $name }“ ist für { $logins } freigegeben.
did-release-less = „{ $name }“ ist nicht mehr für { $logins } freigegeben.
restore-go = Zurückholen
restore-named = { $name } zurückholen
revive-go = Wieder gelten lassen
release-go = Freigeben
login-restored = Der Zugang von { $name } ist wieder da, mit seinen Galerien und seinem Code.
login-restored-codeless = Der Zugang von { $name } ist wieder da. Er hat keinen Code mehr: Bitte geben Sie ihm einen neuen.
login-codeless = Dieser Zugang hat keinen Code mehr; bis Sie ihm einen neuen geben, kommt niemand damit herein.
login-codeless-more = Es gibt keinen. Legen Sie unten bei „Angaben“ einen neuen an.
change-restore-more = Die Fotos kommen zurück, und Freigaben und Links, die zu ihnen führten, gelten wieder. Es gilt sofort. Sie können es gleich danach rückgängig machen.
change-restore-login-more = Der Code öffnet diese Galerien wieder, außer ein anderer Zugang hat ihn inzwischen bekommen: Dann geben Sie diesem hier einen neuen. Wer damit schon drin war, tippt ihn noch einmal ein.
change-busy = Gerade ändern auch andere etwas in Ihrem Studio; deshalb ist noch nichts geschehen. Das würde sich ändern. Bitte versuchen Sie es noch einmal.
undo-meanwhile = Seitdem ist noch etwas anderes geändert worden. Rückgängig machen hieße jetzt:
deleted-link = Kürzlich gelöscht
deleted-lead = { $count ->
    [one] Was Sie löschen, lässt sich { $count } Tag lang zurückholen.
   *[other] Was Sie löschen, lässt sich { $count } Tage lang zurückholen.
}
deleted-nothing = In letzter Zeit wurde nichts gelöscht
deleted-when = gelöscht: { $when }
also-release = { $count ->
    [one] Auch für { $count } Kundenzugang freigeben
   *[other] Auch für { $count } Kundenzugänge freigeben
}
also-release-hint = „{ $parent }“ ist freigegeben für { $names }. Ohne diesen Haken sehen sie die neue Galerie nicht.
logins-others = andere
logins-more = { $count ->
    [one] { $count } weiteren
   *[other] { $count } weitere
}
settings-mode-asks = Zuerst sehen Sie, was sich für wen ändern würde. Nichts geschieht, bevor Sie es bestätigen.

## Einstellungen des Studios

setting-studio = Studio
setting-clients = Kunden
settings-studio = Studio
settings-logins-lead = Ein Code für Kunden, die wiederkommen.
settings-logins-switch = Kundenzugänge sind eingeschaltet.
settings-logins-hint = Kunden tippen unter Ihrer Adresse ihren Code ein und sehen, was Sie für sie freigegeben haben. Aus: Kein Kundencode gilt, und niemand kann sehen, dass es Codes gibt.
settings-mode = Zugangsart
settings-mode-lead = Was ein Kundenzugang außer den angehakten Galerien sieht.
settings-mode-choose = Diese Zugangsart wählen
mode-staircase = Wie eine Treppe
mode-staircase-hint = Wo Sie die Navigation einschalten, gehen Kunden in die Untergalerien hinab und wieder hinauf. Weniger anzuhaken.
mode-explicit = Jede Galerie für sich
mode-explicit-hint = Kunden sehen genau die Galerien, die Sie anhaken, nicht mehr und nicht weniger. Navigation und Galerie-Passwörter zählen bei Kundenzugängen nicht.

## Marke des Studios

setting-brand = Auftritt
brand-logo = Logo
brand-logo-lead = An Ihrer Eingangstür und klein über den Galerien.
logo-of = Logo von { $studio }
logo-file = Bilddatei
logo-hint = PNG, WebP oder JPEG bis 2 MB, am besten ohne Hintergrund. Ein breites Logo steht anstelle des Namens, andere darüber.
logo-upload = Dieses Logo verwenden
logo-replace = Logo ersetzen
logo-remove = Logo entfernen
logo-too-many-bytes = Sie ist größer als 2 MB.
logo-too-many-pixels = Sie hat mehr als 16 Megapixel.
brand-accent = Farbe
brand-accent-lead = Für Schaltflächen und Hervorhebungen auf den Seiten Ihrer Kunden.
brand-colour = Farbe
brand-pick = Farbe auswählen
brand-colour-hint = Als sechs Ziffern, zum Beispiel #8a4b2a. Oder wählen Sie eine aus.
brand-adjusted-day = Auf hellen Seiten wird ein etwas dunklerer Ton verwendet, { $day }, damit alle ihn lesen können.
brand-adjusted-night = Auf dunklen Seiten wird ein etwas hellerer Ton verwendet, { $night }, damit alle ihn lesen können.
brand-adjusted-both = Damit alle sie lesen können, verwenden helle Seiten { $day } und dunkle Seiten { $night }.
brand-greeting = Begrüßung
brand-greeting-lead = Ein paar Zeilen über den Galerien Ihrer Kunden.
brand-greeting-hint = Bis zu 500 Zeichen, ohne Formatierung.
brand-sample = So sieht es aus
brand-sample-lead = Ihre Kunden sehen, was zu ihrem Gerät passt.
brand-sample-saved = Wie es jetzt gespeichert ist.
brand-sample-typed = Wie es jetzt eingegeben ist; es gilt, sobald Sie speichern.
brand-by-day = Auf einem hellen Gerät
brand-by-night = Auf einem dunklen Gerät
brand-sample-new = 3 neue Fotos
not-a-colour = Das ist keine Farbe. Nötig sind sechs Ziffern, zum Beispiel #8a4b2a.

## Menschen im Studio, Einladungen, das eigene Konto

setting-people = Team
setting-account = Konto
role-owner = Inhaber
role-owner-hint = Darf alles, auch Team und Einstellungen.
role-photographer = Fotograf
role-photographer-hint = Darf alles, was Galerien, Fotos, Kunden und Links betrifft.
role-assistant = Assistenz
role-assistant-hint = Sieht die Galerien, lädt Fotos hoch und sortiert sie. Keine Codes, keine Kunden, keine Links.
people-here = Wer hier arbeitet
people-you = Sie
people-last-owner = Ein Studio braucht einen.
people-role = Rolle
people-role-of = Rolle von { $name }
people-role-change = Ändern
people-role-change-named = Rolle von { $name } ändern
people-remove = Entfernen
people-remove-named = { $name } entfernen
people-remove-title = { $name } entfernen?
people-remove-more = Von diesem Augenblick an ist auf keinem Gerät mehr etwas von diesem Studio zu sehen. Nichts von der bisherigen Arbeit geht verloren.
people-invited = Eingeladen
people-invite = Jemanden einladen
people-invite-lead = Sie erhalten eine Adresse zum Weitergeben. Sie gilt einmal und sieben Tage lang.
people-invite-go = Einladung erstellen
last-owner = Ein Studio braucht einen Inhaber. Machen Sie zuerst jemand anderen dazu.
works-here = Jemand mit dieser E-Mail arbeitet schon hier.
invitation-made = Die Einladung ist fertig
invitation-made-more = Kopieren Sie die Adresse und schicken Sie sie der eingeladenen Person, sonst niemandem. Sie wird nur jetzt angezeigt.
invitation-address = Adresse der Einladung
invitation-revoke = Zurücknehmen
invitation-revoke-named = Einladung von { $email } zurücknehmen
invitation-title = Mitarbeit bei { $studio }
invitation-lead = Sie sind eingeladen. Ihre Rolle: { $role }.
invitation-email = Sie melden sich künftig mit { $email } an.
invitation-join = Dem Studio beitreten
invitation-taken = Zu dieser E-Mail gibt es hier schon ein Konto. Bitte treten Sie mit dessen Passwort bei, weiter unten.
invitation-known = Ich habe hier schon ein Konto
invitation-sign-in = Anmelden und beitreten
invitation-as = Sie sind als { $name } ({ $email }) angemeldet.
invitation-accept = Dem Studio beitreten
password-choose = Passwort wählen
password-now = Bisheriges Passwort
password-new = Neues Passwort
password-change = Passwort ändern
password-changed = Ihr Passwort ist geändert. Auf allen anderen Geräten sind Sie abgemeldet.
password-change-lead = Danach sind Sie auf allen anderen Geräten abgemeldet.
account-yours = Ihr Konto
account-to-studios = Ihre Studios
account-you = Sie
account-you-lead = Mit dieser E-Mail melden Sie sich an, in jedem Studio, für das Sie arbeiten.
account-password-hint = Damit klar ist, dass Sie es sind. Mit einer anderen E-Mail sind Sie danach auf allen anderen Geräten abgemeldet.
reset-lead = Für { $email }. Danach sind Sie überall sonst abgemeldet.

## Geräte und Besuche

setting-devices = Geräte
devices-lead = Hier sind Sie angemeldet. Wenn Sie ein Gerät nicht kennen, beenden Sie es, und ändern Sie Ihr Passwort.
devices-this = Dieses Gerät
devices-end = Beenden
devices-end-named = { $device } beenden
devices-end-others = Alle anderen beenden
devices-ended = Beendet. Das gilt ab sofort.
devices-times = Angemeldet { $since }, zuletzt benutzt { $seen }
device = { $browser } auf { $system }
device-unknown = Unbekanntes Gerät
visits = Besuche
visits-lead = Wer mit diesem Code hereingekommen ist und noch nicht gegangen ist. Ein Besuch endet nach zwölf Stunden von selbst.
visits-none = Im Augenblick ist niemand da.
visits-row = Gekommen { $since }, zuletzt da { $seen }
visits-end = Alle Besuche beenden
visits-end-hint = Wer den Code hat, kann wieder herein. Ist er in falsche Hände geraten, vergeben Sie einen neuen.
visits-ended = Alle Besuche sind beendet.
ago-now = gerade eben
ago-minutes = { $count ->
    [one] vor einer Minute
   *[other] vor { $count } Minuten
}
ago-hours = { $count ->
    [one] vor einer Stunde
   *[other] vor { $count } Stunden
}
moment = { $date }, { $time } Uhr (UTC)
span = { $date }, { $from } bis { $until } Uhr (UTC)
span-days = { $date }, { $from } Uhr, bis { $last }, { $until } Uhr (UTC)

## Jemand probiert

guessed-title = Jemand probiert Codes oder Namen aus
guessed-title-before = Jemand hat Codes oder Namen ausprobiert
guessed-lately = In der letzten Stunde
guessed-look = Zu seinen Codes
guessed-stays = Sie lesen das, bis Sie es hier gesehen haben, und mindestens einen Tag lang. Was einen Fotoauftrag betrifft, steht zwei Wochen auf seinen Seiten.
guessed-stays-here = Das steht zwei Wochen lang hier.
guessed-codes = { $count ->
    [one] { $when }: An Ihrer Eingangstür wurde { $count } falscher Code eingegeben.
   *[other] { $when }: An Ihrer Eingangstür wurden { $count } falsche Codes eingegeben.
}
guessed-password = { $count ->
    [one] { $when }: Bei „{ $name }“ wurde { $count } falsches Passwort eingegeben.
   *[other] { $when }: Bei „{ $name }“ wurden { $count } falsche Passwörter eingegeben.
}
guessed-calm = Sie müssen nichts tun. Wer schon einmal hier war, QR-Codes und Links kommen weiterhin hinein; wer zum ersten Mal einen Code eintippt, muss vielleicht einen Moment warten.

## Die Karte für Kunden

code-qr = QR-Code, der den Code enthält
code-qr-hint = Wer ihn scannt, findet den Code an Ihrer Eingangstür schon eingetragen, auch während dort jemand Codes ausprobiert.
card-print-title = Karte drucken
card-print = Drucken
card-back = Zurück
card-nameless = Ohne den Namen
card-named = Mit dem Namen
card-hint = Die Karte ist so groß wie eine Postkarte (A6). Sie enthält den Code: Geben Sie sie nur Ihrem Kunden.

## Fotoaufträge

desk-jobs = Fotoaufträge
jobs-lead = Schulen, Kindergärten, Vereine: ein Fototermin, viele Menschen, und jeder sieht die eigenen Bilder.
jobs-none = Noch kein Fotoauftrag
jobs-none-more = Ein Fotoauftrag ist ein Fototermin bei einer Einrichtung. Jede Person bekommt einen eigenen Code, das Personal einen für alles.
job-new = Neuer Fotoauftrag
job-name = Name des Auftrags
job-name-hint = Für Sie und das Personal, zum Beispiel „Herbst 2026“. Eltern lesen den Namen der Einrichtung.
job-organisation = Einrichtung
job-date = Tag des Fototermins
job-create = Auftrag anlegen
job-tabs = Teile des Auftrags
tab-job = Auftrag
tab-unsorted = Fotos
tab-access = Zugang
subjects = { $count ->
    [0] noch niemand
    [one] { $count } Person
   *[other] { $count } Personen
}
job-state = Stand
job-state-planning = in Planung
job-state-published = veröffentlicht
job-state-archived = archiviert
job-next-subjects = Tragen Sie zuerst ein, wer fotografiert wird.
job-next-photos = Alle sind eingetragen. Der nächste Schritt: die Fotos.
job-bring-photos = Fotos hochladen
job-next-sort = { $count ->
    [one] { $count } Foto wartet darauf, sortiert zu werden.
   *[other] { $count } Fotos warten darauf, sortiert zu werden.
}
job-sort = Sortieren
job-next-missing = { $count ->
    [one] { $count } Person hat noch kein Foto. Sie können trotzdem veröffentlichen.
   *[other] { $count } Personen haben noch kein Foto. Sie können trotzdem veröffentlichen.
}
job-next-missing-published = { $count ->
    [one] Es ist veröffentlicht. { $count } Person hat noch kein Foto.
   *[other] Es ist veröffentlicht. { $count } Personen haben noch kein Foto.
}
job-who-is-missing = Wer fehlt
job-next-publish = Alles ist bereit. Sie können veröffentlichen.
job-next-nothing = { $count ->
    [one] Die Bilder sind zu sehen: für { $count } Person.
   *[other] Die Bilder sind zu sehen: für { $count } Personen.
}
job-next-archived = Die Bilder sind aufbewahrt, und nur Sie sehen sie.
job-told = Wer einen Code hat, liest jetzt:
job-told-here = die eigenen Bilder.
job-ends = Alles von diesem Auftrag endet am { $date }.
job-publish = Veröffentlichen
job-back-to-planning = Zurück zur Planung
job-archive = Archivieren
job-did-group = Die Gruppe ist angelegt.
job-did-subject = Eingetragen, mit einem eigenen Code.
job-subjects = Personen
job-add = Eintragen
job-add-more = Gruppen sind meist Klassen. Jede Person bekommt einen eigenen Code.
job-nobody = Noch niemand.
job-nameless = { $count ->
    [one] { $count } Person hat keinen Vornamen oder keinen Nachnamen. Eltern suchen mit beiden, also finden sie diese Person nicht mit dem Namen; der eigene Code öffnet ihre Bilder.
   *[other] { $count } Personen haben keinen Vornamen oder keinen Nachnamen. Eltern suchen mit beiden, also finden sie diese Personen nicht mit dem Namen; die eigenen Codes öffnen ihre Bilder.
}
group-label = Gruppe
group-new = Neue Gruppe
group-add = Gruppe anlegen
group-none = ohne Gruppe
group-taken = Dieser Auftrag hat eine Gruppe mit diesem Namen.
group-held = { $count ->
    [one] { $count } Gruppenfoto wird zurückgehalten, weil jemand aus der Gruppe geschützt ist oder nicht einwilligt.
   *[other] { $count } Gruppenfotos werden zurückgehalten, weil jemand aus der Gruppe geschützt ist oder nicht einwilligt.
}
group-photographs = { $count ->
    [0] keine Gruppenfotos
    [one] { $count } Gruppenfoto
   *[other] { $count } Gruppenfotos
}
first-name = Vorname
last-name = Nachname
subject-add = Person eintragen
subject-protected = geschützt
subject-refused = Bilder werden nicht gezeigt
subject-refused-group = nicht auf Gruppenfotos
subject-not-photographed = noch nicht fotografiert
subject-photos = Fotos hinzufügen oder verschieben
subject-rights = Was gezeigt werden darf
subject-rights-more = Es gilt sofort, auch für alle, die gerade hineinsehen.
consent-own = Bilder dieser Person dürfen gezeigt werden
consent-own-more = Aus: Niemand sieht sie, mit welchem Code auch immer. Sie selbst sehen sie weiter.
consent-group = Gruppenfotos mit dieser Person dürfen gezeigt werden
consent-group-more = Aus: Alle Fotos der Gruppe werden zurückgehalten.
protected = Geschützt
protected-more = Steht in keiner Liste und wird unter keinem Namen gefunden; nur der eigene Code öffnet die Bilder. Das Personal sieht sie nicht.
job-unsorted = Noch nicht sortiert
job-sorted = { $count ->
    [one] { $count } Foto hat seinen Platz gefunden.
   *[other] { $count } Fotos haben ihren Platz gefunden.
}
job-failed = { $count ->
    [one] { $count } Datei kann nicht gezeigt werden.
   *[other] { $count } Dateien können nicht gezeigt werden.
}
sort-to = Wem gehören sie?
sort-do = Dorthin legen
sort-group = Gruppenfoto von { $group }
sort-none-chosen = Bitte wählen Sie, wessen Fotos das sind.
job-codes-hidden = Codes sehen Sie, nachdem Sie Ihr Passwort eingegeben haben, zehn Minuten lang.
job-show-codes = Codes zeigen
job-code-set = Es gibt einen Code. Er ist verborgen.
job-code-save = Diesen Code speichern
job-code-change = Diesen Code an seine Stelle setzen
job-code-other = Diesen Code ändern oder beenden
job-code-other-more = Was ausgegeben wurde, öffnet dann nichts mehr, und wer damit eingetreten ist, ist draußen. Karten und Briefe müssen neu gedruckt werden.
job-code-hint = Mindestens acht Zeichen. Großschreibung, Leerzeichen und Striche spielen keine Rolle.
job-did-code = Der Code ist gespeichert. Was der frühere geöffnet hatte, ist beendet.
job-did-end-code = Dieser Code öffnet nichts mehr.
staff-code = Code für das Personal
staff-code-more = Er öffnet alle Bilder dieses Auftrags, und keines anderen. Geben Sie ihn so wenigen Menschen wie möglich.
staff-code-new = Code für das Personal
job-end-staff = Code für das Personal beenden
connection-code = Code für alle Eltern
connection-code-more = Ein Code für alle. Danach finden Eltern das eigene Kind und erklären, dass sie die Bilder sehen dürfen.
connection-code-new = Code für alle Eltern
connection-not-allowed = Wer diese Installation betreibt, hat das für Ihr Studio nicht eingeschaltet. Bitte fragen Sie dort nach.
connection-nameless = { $count ->
    [one] { $count } Person hat keinen Vornamen oder keinen Nachnamen. Eltern suchen mit beiden: Bitte ergänzen Sie ihn zuerst.
   *[other] { $count } Personen haben keinen Vornamen oder keinen Nachnamen. Eltern suchen mit beiden: Bitte ergänzen Sie sie zuerst.
}
connection-class-asked = Es wurden viele Namen getippt, die hier niemand trägt. Seitdem ({ $when }) tippen Eltern auch die Klasse. War das nur der Andrang der ersten Tage? Dann lassen Sie wieder die Namen allein genügen.
connection-names-alone = Namen allein genügen lassen
job-did-names-alone = Die Namen allein genügen wieder.
connection-finding = Eltern geben den Namen ihres Kindes ein
connection-finding-more = Niemand liest eine Namensliste. Aus: Eltern sehen alle Namen nach Gruppen und wählen.
connection-finding-save = Speichern, wie Eltern suchen
connection-agreed = Das ist mit der Einrichtung abgesprochen
connection-agreed-more = Wer diesen Code hat und den Namen eines Kindes kennt, kann dessen Bilder sehen.
connection-not-agreed = Bitte sprechen Sie es zuerst mit der Einrichtung ab, und setzen Sie den Haken.
job-end-connection = Code für alle Eltern beenden
subject-codes = Eigene Codes aller Personen
subject-codes-more = Jeder öffnet die Bilder einer Person und die ihrer Gruppe.
job-subject-codes = { $count ->
    [one] { $count } Code
   *[other] { $count } Codes
}
confirmations = Wer erklärt hat, wen er sehen darf
confirmations-more = Jedes Mal, wenn Eltern ein Kind finden, wird es mit der Zeit festgehalten.
confirmations-of-one = Wer erklärt hat, diese Person sehen zu dürfen
confirmations-of-one-more = Jedes Mal, wenn jemand diese Person findet und das erklärt, wird es mit der Zeit festgehalten. Wer den eigenen Code der Person hat, erklärt nichts.
confirmations-how = Sprache: { $language } · Text { $version } · { $device }
confirmations-part = { $first } bis { $last } von { $total }
confirmations-later = Spätere
confirmations-earlier = Frühere
confirmations-all = Alles, was festgehalten wurde
confirmations-none = Noch niemand.
guessed-names = { $when }: Bei „{ $name }“ wurden { $count } Namen eingegeben, die dort niemand hat.
guessed-children = { $count ->
    [one] { $when }: Ein Gerät wollte bei „{ $name }“ ein Kind mehr öffnen, als eine Familie hat. Es wurde abgewiesen.
   *[other] { $when }: Geräte wollten bei „{ $name }“ { $count }-mal mehr Kinder öffnen, als eine Familie hat. Sie wurden abgewiesen.
}
guessed-crowd = { $when }: Aus einem Netz wurden bei „{ $name }“ mehr als fünfzehn Kinder geöffnet oder sollten es werden; { $count } mehr. In einer Schule kann das gut sein, überall sonst ist es viel.
cards-print = Karten als PDF
cards-size = Karten auf einer Seite
cards-per-page = { $count ->
    [one] { $count } Karte: eine Hälfte für zu Hause, eine für die Kamera
   *[other] { $count } Karten
}
cards-paper = Papier
cards-also = Zweite Sprache
cards-also-none = keine
cards-large = Große Schrift
cards-large-more = Höchstens zwei Karten auf einer Seite.
cards-print-extra = Nur die Zusatzkarten
extra-cards = Zusatzkarten
extra-cards-more = Für Personen, die nicht auf Ihrer Liste stehen, mit einer Zeile für den Namen: 0 bis 50. Jedes Mal haben sie neue Nummern und neue Codes, damit nie zwei Familien dieselbe Karte bekommen.
extra-cards-wrong = Bitte geben Sie eine Zahl von 0 bis 50 ein.
extra-cards-printed = { $count ->
    [one] Am { $date } gedruckt und noch nicht benutzt: Zusatzkarte { $numbers }.
   *[other] Am { $date } gedruckt und noch nicht benutzt: Zusatzkarten { $numbers }.
}
extra-cards-again = Diese noch einmal drucken
extra-cards-unnamed = { $count ->
    [one] { $count } Zusatzkarte hat Fotos und noch keinen Namen.
   *[other] { $count } Zusatzkarten haben Fotos und noch keinen Namen.
}
extra-card-name = Wer hat diese Karte?
extra-card-name-more = Bis jemand sagt, wem sie gehört, öffnet nur der Code der Karte die Bilder: Personal und andere Eltern sehen sie nicht.

# Wie lange ein Auftrag bleibt, und wie weit sein Code für das Personal reicht
tab-job-settings = Einstellungen
job-end = Das Ende des Auftrags
job-end-more = Nach dem letzten Tag sieht niemand mehr etwas davon, und innerhalb eines Tages wird alles gelöscht: Fotos, Namen, Codes.
job-last-day = Letzter Tag
job-last-day-hint = Üblich sind zwölf Monate nach der Veröffentlichung, höchstens drei Jahre nach dem Fototermin.
job-ends-before-shoot = Der letzte Tag kann nicht vor dem Fototermin liegen.
job-ends-too-late = Höchstens drei Jahre nach dem Tag des Fototermins.
staff-code-group = Was er öffnet
staff-code-group-all = den ganzen Auftrag
staff-code-until = Letzter Tag des Codes
staff-code-until-more = Danach öffnet er nichts mehr. Ohne einen Tag gilt er so lange wie der Auftrag.
staff-code-protected = Das Personal sieht auch geschützte Personen
staff-code-protected-more = Aus: Deren Bilder bleiben bei denen, die den eigenen Code haben.
staff-code-downloads = Das Personal darf die Fotos speichern
staff-code-downloads-more = Die Seite des Personals sagt, dass es das darf, oder bittet darum, es nicht zu tun. Herunterladen kann man hier noch nichts, und ein Bild auf einem Bildschirm lässt sich immer speichern.
staff-code-terms-save = Speichern, wie weit er reicht
## Listen von Schulen

roster-import = Liste importieren
roster-lead = Die Namensliste der Schule, als Datei. Zuerst sehen Sie, was sich ändern würde; vorher geschieht nichts.
roster-send = Die Liste
roster-send-more = Eine Person in jeder Zeile: Vor- und Nachname und die Klasse. Hat die Schule für jedes Kind eine Nummer, lassen Sie diese Spalte stehen: Daran werden die Kinder wiedererkannt.
roster-file = Excel- oder CSV-Datei
roster-file-hint = .xlsx oder .csv, bis 4 MB und 5.000 Personen. Was welche Spalte ist, wird geraten, und Sie können es berichtigen.
roster-read = Liste lesen
roster-waits = Eine Liste, die Sie vorher geschickt haben, ist noch nicht importiert.
roster-go-on = Damit weitermachen
roster-empty = In dieser Datei steht nichts.
roster-too-large = Diese Datei ist für eine Namensliste zu groß: höchstens 4 MB. Vielleicht ist es eine andere Datei.
roster-old-excel = Das ist eine Datei eines alten Excel (.xls). Bitte öffnen Sie sie und speichern Sie sie als .xlsx.
roster-binary-excel = Das ist eine binäre Excel-Datei (.xlsb). Bitte öffnen Sie sie und speichern Sie sie als .xlsx.
roster-open-document = Das ist eine OpenDocument-Datei (.ods). Bitte öffnen Sie sie und speichern Sie sie als .xlsx oder .csv.
roster-encrypted = Diese Datei öffnet sich nur mit einem Passwort. Bitte speichern Sie sie ohne.
roster-pdf = Das ist ein PDF. Bitte lassen Sie sich die Liste als Excel- oder CSV-Datei geben.
roster-picture = Das ist ein Bild, keine Liste. Bitte lassen Sie sich die Liste als Excel- oder CSV-Datei geben.
roster-not-a-table = Das ist keine Liste: weder eine Excel- noch eine CSV-Datei.
roster-damaged = Diese Excel-Datei ist beschädigt. Bitte öffnen Sie sie, speichern Sie sie neu und versuchen Sie es noch einmal.
roster-wrong-encoding = Die Datei ist nicht in dieser Kodierung geschrieben. Sie ist weiter wie vorher gelesen.
roster-check = Liste prüfen
roster-check-lead = Noch ist nichts geschehen. Das würde der Import tun.
roster-how = Wie die Datei gelesen wurde
roster-rows = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
roster-encoding = Kodierung
roster-delimiter = Zwischen den Feldern
roster-header = Die erste Zeile sagt, was die Spalten sind
roster-column = Spalte { $number }
roster-read-again = Noch einmal lesen
roster-was-read = Die Liste wurde noch einmal gelesen.
roster-full-name = Vor- und Nachname
roster-identifier = Nummer oder Kennung
roster-code = Zugangscode
roster-also-accept = Auch akzeptieren (andere Schreibweisen)
roster-email = E-Mail von Erziehungsberechtigten
roster-birth-date = Geburtsdatum
roster-ignored = nicht benötigt
encoding-west = Westeuropa
encoding-central = Mitteleuropa
encoding-cyrillic = Kyrillisch
encoding-greek = Griechisch
encoding-turkish = Türkisch
encoding-arabic = Arabisch
encoding-baltic = Baltikum
delimiter-semicolon = Semikolon
delimiter-comma = Komma
delimiter-tab = Tabulator
delimiter-pipe = Strich
roster-does = Was der Import tut
roster-nothing = Es würde sich nichts ändern: Alle aus dieser Liste sind schon im Auftrag.
roster-no-names = In keiner Spalte stehen Vor- und Nachnamen. Bitte sagen Sie oben, in welchen, und lesen Sie noch einmal.
roster-new = { $count ->
    [one] { $count } neue Person
   *[other] { $count } neue Personen
}
roster-new-more = Jede bekommt einen eigenen Code, wenn in der Liste keiner steht.
roster-changed = { $count ->
    [one] { $count } Person ändert sich
   *[other] { $count } Personen ändern sich
}
roster-changed-more = Fotos und Codes bleiben bei ihnen. Ein leeres Feld leert nichts.
roster-same = { $count ->
    [one] { $count } Person bleibt wie vorher
   *[other] { $count } Personen bleiben wie vorher
}
roster-kept = { $count ->
    [one] { $count } Person des Auftrags steht nicht in der Liste und bleibt
   *[other] { $count } Personen des Auftrags stehen nicht in der Liste und bleiben
}
roster-kept-more = Ein Import löscht niemanden.
roster-asked = { $count ->
    [one] { $count } Zeile könnte jemand sein, der schon da ist, und wird ausgelassen
   *[other] { $count } Zeilen könnten jemand sein, der schon da ist, und werden ausgelassen
}
roster-doubtful = { $count ->
    [one] { $count } Zeile könnte jemand sein, der schon da ist
   *[other] { $count } Zeilen könnten jemand sein, der schon da ist
}
roster-asked-more = Lieber eine Frage als ein Foto unter falschem Namen. Mit der Nummer der Schule oder dem Geburtsdatum in der Liste sind sie zu unterscheiden.
roster-asked-nobody = Die Nummer steht für zwei Personen, oder niemand ist genannt.
roster-erased = { $count ->
    [one] { $count } Zeile betrifft jemanden, der auf Wunsch der Familie gelöscht wurde, und wird ausgelassen
   *[other] { $count } Zeilen betreffen Personen, die auf Wunsch der Familie gelöscht wurden, und werden ausgelassen
}
roster-erased-more = Sie werden wiedererkannt, ohne dass ihre Namen aufgehoben sind. Sagen Sie der Schule, dass sie aus ihrer Liste gehören.
roster-bring-back = Gelöschte zurückholen
roster-bring-back-more = Alle, wenn ihre Familien es jetzt wünschen.
roster-settle = Diese Antworten übernehmen
roster-settle-out = Diese Zeile auslassen
roster-settle-is = Es ist { $who }
roster-settle-new = Es ist eine neue Person
roster-settle-twice = Zwei Zeilen können nicht dieselbe Person sein. Bitte wählen Sie noch einmal.
roster-was-settled = Ihre Antworten zählen. Das würde der Import jetzt tun.
roster-left-out = { $count ->
    [one] { $count } Zeile wird ausgelassen, weil sie doppelt ist oder niemanden nennt
   *[other] { $count } Zeilen werden ausgelassen, weil sie doppelt sind oder niemanden nennen
}
roster-new-groups = { $count ->
    [one] { $count } neue Gruppe: { $names }
   *[other] { $count } neue Gruppen: { $names }
}
roster-safe = Niemand wird gelöscht, und kein Foto wandert. Dieselbe Liste kann wieder importiert werden.
roster-do = Importieren
roster-drop = Liste verwerfen
roster-meanwhile = Jemand hat inzwischen diesen Auftrag geändert oder einen der Codes vergeben. Das würde der Import jetzt tun.
roster-wrong = { $count ->
    [one] { $count } Stelle der Liste zum Nachsehen
   *[other] { $count } Stellen der Liste zum Nachsehen
}
roster-wrong-more = Das Übrige jeder Zeile wird importiert, wenn nicht dasteht, dass die Zeile ausgelassen wird.
roster-refused = { $count ->
    [one] { $count } Code der Liste wird nicht genommen
   *[other] { $count } Codes der Liste werden nicht genommen
}
roster-refused-more = Wer neu ist, bekommt einen ausgelosten Code; alle anderen behalten ihren.
roster-code-taken = Diesen Code hat schon jemand anderes. Ein Code gehört einer Person und einem Auftrag.
roster-code-guessed = Dieser Code ist leicht zu erraten.
roster-code-changes = Zugangscode: ein anderer. Die Karte mit dem alten Code öffnet nichts mehr.
roster-nameless = { $count ->
    [one] { $count } Person fehlt ein Vor- oder Nachname
   *[other] { $count } Personen fehlt ein Vor- oder Nachname
}
roster-nameless-more = Eltern finden mit beiden Namen. Bis alle beide haben, kann dieser Auftrag keinen Code für alle Eltern bekommen.
roster-namesakes = { $count ->
    [one] { $count } Person heißt wie eine andere
   *[other] { $count } Personen heißen wie eine andere
}
roster-namesakes-more = Wo Eltern mit dem Namen finden, geben bei diesem Auftrag alle auch die Klasse ein. Wer auch die Klasse teilt, wird nur mit dem eigenen Code gefunden.
roster-latin = { $count ->
    [one] { $count } Name lässt sich nicht in lateinischen Buchstaben eingeben
   *[other] { $count } Namen lassen sich nicht in lateinischen Buchstaben eingeben
}
roster-latin-more = Eltern mit lateinischer Tastatur finden sie nicht. Ergänzen Sie in einer Spalte „Auch akzeptieren“, wie der Name in lateinischen Buchstaben geschrieben wird.
roster-line = Zeile { $line }
roster-range = { $from } bis { $to } von { $count }
roster-done = Die Liste ist importiert.
roster-done-new = { $count ->
    [0] Niemand ist neu.
    [one] { $count } Person ist neu, mit einem eigenen Code.
   *[other] { $count } Personen sind neu, jede mit einem eigenen Code.
}
roster-done-changed = { $count ->
    [one] { $count } Person wurde geändert.
   *[other] { $count } Personen wurden geändert.
}
roster-done-same = { $count ->
    [one] { $count } Person ist wie vorher.
   *[other] { $count } Personen sind wie vorher.
}
roster-done-kept = { $count ->
    [one] { $count } Person stand nicht in der Liste und bleibt.
   *[other] { $count } Personen standen nicht in der Liste und bleiben.
}
roster-done-erased = { $count ->
    [one] { $count } Zeile betrifft jemanden, der gelöscht wurde, und wurde ausgelassen.
   *[other] { $count } Zeilen betreffen Personen, die gelöscht wurden, und wurden ausgelassen.
}
roster-done-asked = { $count ->
    [one] { $count } Zeile hätte jemand anderes sein können und wurde ausgelassen.
   *[other] { $count } Zeilen hätten jemand anderes sein können und wurden ausgelassen.
}
roster-to-job = Zum Auftrag
roster-to-cards = Codes und Karten
problem-too-many-rows = Mehr als 5.000 Personen. Diese Zeile und die danach werden ausgelassen.
problem-too-many-columns = Mehr als 100 Spalten. Die danach werden ausgelassen.
problem-column-twice = „{ $column }“ wurde für zwei Spalten gewählt. Die erste zählt.
problem-nobody-named = Weder ein Name noch eine Nummer. Die Zeile wird ausgelassen.
problem-name-unclear = Der ganze Name ließe sich auf zwei Weisen teilen. Die Zeile wird ausgelassen. Zwei Spalten helfen, oder „Nachname, Vorname“.
problem-first-name-missing = Der Vorname fehlt.
problem-last-name-missing = Der Nachname fehlt.
problem-too-long = { $column }: zu lang, ausgelassen.
problem-birth-date-unreadable = Das Geburtsdatum ist kein Tag und wird ausgelassen.
problem-birth-date-unclear = Das Geburtsdatum könnten zwei Tage sein und wird ausgelassen.
problem-email-unreadable = Die E-Mail ist keine Adresse und wird ausgelassen.
problem-code-unusable = Das kann kein Code sein: Ein Code hat mindestens acht Buchstaben oder Ziffern. Er wird ausgelassen.
problem-code-twice = Derselbe Code wie in Zeile { $like }. Er wird ausgelassen.
problem-identifier-twice = Dieselbe Nummer wie in Zeile { $like }. Die Zeile wird ausgelassen.
problem-double = Dieselbe Person wie in Zeile { $like }. Die Zeile wird ausgelassen.
## Fotos eines Auftrags finden, wem sie gehören
sort-by = Sortieren, was hier liegt
sort-by-more = Fotografieren Sie die Karte, dann das Kind, dann die nächste Karte. Oder lassen Sie die Dateinamen mit der Kennung beginnen. Sie sehen zuerst, was geschehen würde.
sort-by-cards = Nach den Karten
sort-by-names = Nach den Dateinamen
sort-unread = { $count ->
    [one] { $count } Bild wird noch angesehen und könnte eine Karte sein. Bis dahin wird nichts sortiert: Bitte laden Sie diese Seite gleich noch einmal.
   *[other] { $count } Bilder werden noch angesehen, und jedes könnte eine Karte sein. Bis dahin wird nichts sortiert: Bitte laden Sie diese Seite gleich noch einmal.
}
sort-arriving = { $count ->
    [one] { $count } Datei ist noch unterwegs und könnte eine Karte sein. Bis sie da ist, wird nichts nach Karten sortiert. Brach das Hochladen ab, senden Sie sie noch einmal.
   *[other] { $count } Dateien sind noch unterwegs, und jede könnte eine Karte sein. Bis sie da sind, wird nichts nach Karten sortiert. Brach das Hochladen ab, senden Sie sie noch einmal.
}
sort-would = { $count ->
    [one] { $count } Foto käme an einen anderen Platz.
   *[other] { $count } Fotos kämen an einen anderen Platz.
}
sort-people = { $count ->
    [one] Fotos für { $count } Person
   *[other] Fotos für { $count } Personen
}
sort-back = { $count ->
    [one] { $count } Foto, das schon so sortiert war, würde wieder warten.
   *[other] { $count } Fotos, die schon so sortiert waren, würden wieder warten.
}
sort-go = { $count ->
    [one] { $count } Foto sortieren
   *[other] { $count } Fotos sortieren
}
sort-looked = Ich habe nachgesehen: Unter diesen Fotos ist keine Karte.
sort-looked-more = Eine Karte, die nicht bemerkt wurde, sähe eine Familie mit Namen und Code eines anderen Kindes. Wählen Sie sie unten und sagen Sie, dass sie eine Karte ist.
sort-not-looked = Bitte sehen Sie zuerst die Fotos unten durch und bestätigen Sie, dass keine Karte darunter ist.
sort-nothing = So gibt es hier nichts zu sortieren.
sort-meanwhile = Inzwischen hat sich etwas geändert, und nichts wurde sortiert. Das würde jetzt geschehen.
sort-undone = Es ist wieder wie vorher.
cards-none = Im Augenblick ist nichts zu entscheiden.
cards-none-at-all = Es ist noch kein Bild einer Karte da.
job-all-sorted = Alles ist sortiert.
cards-undecided = Karten, über die zu entscheiden ist
cards-all = Alle Karten
cards-show-all = Alle Karten zeigen
cards-show-undecided = Nur die zeigen, über die zu entscheiden ist
cards-more = Bilder von Karten sieht niemand außer Ihnen. Was auf eine unklare Karte folgt, wartet, bis Sie sagen, wem sie gehört.
cards-chosen = Die gewählten Karten
card-whose = Wem gehört die Karte?
card-tell = Es ist deren Karte
card-none = Keine Karte: ein Foto
card-told = Die Karte hat ihre Person. Was auf sie folgt, kann sortiert werden.
card-none-told = Es ist jetzt ein Foto und wartet darauf, sortiert zu werden.
card-several = Mehr als eine Karte
card-nobody = Eine Karte von niemandem in diesem Auftrag
card-unread = Sieht aus wie eine Karte und war nicht zu lesen
card-hidden = Eine Karte
todo-title = Anzusehen
todo-before = { $count ->
    [one] { $count } Foto entstand vor der ersten Karte.
   *[other] { $count } Fotos entstanden vor der ersten Karte.
}
todo-doubt = { $count ->
    [one] { $count } Foto folgt auf eine unklare Karte.
   *[other] { $count } Fotos folgen auf eine unklare Karte.
}
todo-failed = { $count ->
    [one] { $count } Datei war nicht zu lesen: Sie könnte eine Karte sein. Was auf sie folgt, bis zur nächsten Karte, gehört nach den Karten niemandem, bis Sie die Datei entfernen oder von Hand sortieren.
   *[other] { $count } Dateien waren nicht zu lesen: Jede könnte eine Karte sein. Was auf sie folgt, bis zur nächsten Karte, gehört nach den Karten niemandem, bis Sie die Dateien entfernen oder von Hand sortieren.
}
todo-astray = { $count ->
    [one] { $count } Foto hängt bei jemandem, dessen Familie es vielleicht sieht, und käme zu jemand anderem. Eine Karte wurde übersehen, oder die Bilder zweier Kameras sind vermischt, oder eine Datei trägt einen fremden Namen. Sehen Sie nach, bevor Sie sortieren:
   *[other] { $count } Fotos hängen bei jemandem, dessen Familie sie vielleicht sieht, und kämen zu jemand anderem. Eine Karte wurde übersehen, oder die Bilder zweier Kameras sind vermischt, oder eine Datei trägt einen fremden Namen. Sehen Sie nach, bevor Sie sortieren:
}
todo-astray-one = { $from }: { $count } kämen zu { $to }
todo-back = { $count ->
    [one] Bei { $count } Person hängen Fotos, ohne dass es eine klare Karte noch sagt. Die Familie sieht sie vielleicht. Sortieren Sie nach Karten, dann warten sie wieder:
   *[other] Bei { $count } Personen hängen Fotos, ohne dass es eine klare Karte noch sagt. Die Familien sehen sie vielleicht. Sortieren Sie nach Karten, dann warten sie wieder:
}
todo-withdrawn = { $count ->
    [one] Die Einwilligung von { $count } Person ist widerrufen, und Fotos kämen zu ihr. Sind sie einsortiert, werden sie mit den übrigen dieser Person endgültig gelöscht:
   *[other] Die Einwilligung von { $count } Personen ist widerrufen, und Fotos kämen zu ihnen. Sind sie einsortiert, werden sie mit den übrigen dieser Personen endgültig gelöscht:
}
todo-empty = { $count ->
    [one] { $count } Karte, auf die kein Foto folgt:
   *[other] { $count } Karten, auf die kein Foto folgt:
}
todo-long = { $count ->
    [one] { $count } Person hat viel mehr Fotos als die anderen. Vielleicht wurde die nächste Karte nicht bemerkt:
   *[other] { $count } Personen haben viel mehr Fotos als die anderen. Vielleicht wurde die nächste Karte nicht bemerkt:
}
sort-last = { $count ->
    [one] { $count } Person ist die letzte vor dem Ende der Bilder einer Kamera. Wurde danach die Klasse fotografiert, kämen diese Fotos zu dieser Person allein. Legen Sie sie zuerst zur Klasse:
   *[other] { $count } Personen sind die letzten vor dem Ende der Bilder einer Kamera. Wurde danach die Klasse fotografiert, kämen diese Fotos zu ihnen allein. Legen Sie sie zuerst zur Klasse:
}
todo-missing = { $count ->
    [one] { $count } Person ist noch nicht fotografiert:
   *[other] { $count } Personen sind noch nicht fotografiert:
}
todo-more = { $count ->
    [one] und { $count } weitere
   *[other] und { $count } weitere
}

# Das Ende eines Auftrags
job-ending-days = { $count ->
    [one] Endet morgen.
   *[other] Endet in { $count } Tagen.
}
job-ending-today = Endet heute.
job-ending-over = Er ist vorbei. Niemand sieht mehr etwas davon, und am { $date } um 12 Uhr (UTC) wird alles gelöscht.
job-ending-what = Dann werden Fotos, Namen und Codes endgültig gelöscht.
job-ending-change = Letzten Tag ändern
job-endings = Fotoaufträge, die bald enden
job-confirmations = { $count ->
    [one] { $count } Erklärung
   *[other] { $count } Erklärungen
}
job-delete = Diesen Auftrag jetzt löschen
job-delete-what = Das löscht endgültig, und nichts bringt es zurück:
job-delete-how = Namen, Codes und jeder Zugang enden sofort; die Dateien der Fotos werden innerhalb eines Tages gelöscht. Zahlen, der Name des Auftrags und der Einrichtung bleiben in Ihrer Liste.
job-delete-again = Geben Sie den Namen des Auftrags ein: { $name }
job-delete-name-wrong = Das ist nicht der Name des Auftrags.
job-delete-now = Alles von diesem Auftrag löschen
job-deleted = Der Auftrag ist gelöscht. Seine Dateien folgen innerhalb eines Tages.
jobs-ended = Gelöschte Aufträge
jobs-ended-more = Was von ihnen bleibt: keine Namen, keine Codes, keine Fotos.
job-ended-on = gelöscht am { $date }

# Wer auf einem Gruppenfoto ist
photo-who-is-on = Wer darauf ist
photo-who-is-on-more = Nehmen Sie das Häkchen bei allen weg, die nicht auf diesem Foto sind. Dann wird es ihretwegen nicht zurückgehalten.
photo-held = Es wird zurückgehalten. Darauf sind, nach Ihren Angaben:
photo-held-by-nobody = Es wird für niemanden zurückgehalten.
photo-kept-back = Es wird endgültig zurückgehalten: Jemand darauf wurde gelöscht. Sie können es löschen.
photo-unclear = Es wird zurückgehalten: Jemand wurde gelöscht, der nicht gezeigt werden sollte, und noch hat niemand gesagt, ob diese Person darauf ist.
photo-look = Zurückgehalten, bis jemand nachgesehen hat
photo-look-more = Ist jemand darauf, der gelöscht wurde, lassen Sie es so, oder löschen Sie es.
photo-looked = Ich habe nachgesehen: Niemand, der gelöscht wurde, ist darauf
photo-looked-told = Gespeichert. Auf dem, was Sie gewählt haben, ist niemand, der gelöscht wurde.
photos-unclear = { $count ->
    [one] { $count } Foto hier wird zurückgehalten, bis jemand nachgesehen hat: Jemand wurde gelöscht, der nicht gezeigt werden sollte, und könnte darauf sein.
   *[other] { $count } Fotos hier werden zurückgehalten, bis jemand jedes angesehen hat: Jemand wurde gelöscht, der nicht gezeigt werden sollte, und könnte darauf sein.
}
photo-stays = Zurückgehalten. Wer Zugang vergibt, entscheidet, wohin es kommt.

# Widerrufene Einwilligung, und Löschung
consent-withdrawn = Einwilligung widerrufen
consent-withdraw-what = Diese Person verschwindet sofort aus Listen, Galerien und Gruppenfotos, für alle. Ihre eigenen Fotos werden innerhalb eines Tages endgültig gelöscht, auch die Originale und Bilder, auf denen allein ihre Karte ist; auch solche, die später hierher gelegt werden. An diesem Tag können Sie es noch zurücknehmen. Was noch angesehen wird, kann einen Tag länger brauchen, und Fotos, die niemand einsortiert hat, bleiben, nur für Sie sichtbar, bis jemand sie einsortiert.
consent-withdraw = Widerruf festhalten
consent-did-withdraw = Festgehalten. Niemand sieht diese Person mehr.
subject-shielded = Gespeichert. Jemand dieses Namens ist geschützt oder darf nicht überall gezeigt werden: Das gilt jetzt auch für diese Person, bis Sie unten etwas anderes sagen.
consent-withdrawn-until = Niemand sieht diese Person mehr. Ab dem { $date }, { $time } Uhr (UTC) werden ihre eigenen Fotos endgültig gelöscht. Bis dahin können Sie es zurücknehmen.
consent-give-again = Die Einwilligung gilt wieder
erase-title = Diese Person löschen
erase-more = Zum Beispiel, wenn Eltern es verlangen (DSGVO Art. 17).
erase-what = Namen, Code, Einwilligung, Erklärungen und die eigenen Fotos werden endgültig gelöscht, auch die Originale. Nichts bringt sie zurück. Geben Sie vorher eine Kopie heraus, wenn jemand danach fragt.
erase-waits = Fotos dieses Auftrags sind noch unterwegs oder werden noch angesehen. Manche könnten der Karte dieser Person folgen und blieben zurück. Bitte versuchen Sie es noch einmal, wenn alle da sind.
erase-unclear = Fotos, die noch nicht sortiert sind, und Gruppenfotos, die später kommen, werden zurückgehalten, bis Sie sie angesehen haben: Wer gelöscht wird, könnte darauf sein.
erase-group-photos = { $count ->
    [one] Die Person kann auf { $count } Gruppenfoto sein. Was wird daraus?
   *[other] Die Person kann auf { $count } Gruppenfotos sein. Was wird daraus?
}
erase-keep-back = Behalten und endgültig zurückhalten
erase-delete = Löschen
erase-now = Alles von dieser Person löschen
subject-erased = Alles von dieser Person ist gelöscht. Die Dateien folgen innerhalb eines Tages.
part-of = { $first } bis { $last } von { $total } Fotos
part-before = Die davor
part-after = Die nächsten
part-ways = Weitere Fotos
sort-keys = Den Anfang eines Namens tippen, dann Eingabe: Die gewählten Fotos kommen dorthin. Pfeile führen von einem zum nächsten, Strg+Z nimmt zurück.
sort-keys-none = So heißt niemand.

renew-title = Ein neuer Code
renew-more = Wenn die Karte verloren ging oder jemand sie hat, der sie nicht haben soll.
renew-what = Der jetzige Code dieser Person öffnet dann nichts mehr, und wer mit ihm hereinkam, ist sofort wieder draußen. Die neue Karte drucken Sie unter „Zugang“.
renew-now = Neuen Code geben
renew-did = Es gibt einen neuen Code. Der alte öffnet nichts mehr.

# Eine Kopie von allem über jemanden
copy-title = Kopie von allem
copy-more = Zum Beispiel, wenn Eltern fragen, was aufbewahrt wird (DSGVO Art. 15 und 20).
copy-what = Eine ZIP-Datei mit den eigenen Fotos dieser Person, wie sie hochgeladen wurden, und allen Daten als JSON. Gruppenfotos zeigen auch andere und sind nicht darin.
copy-now = Kopie anlegen

# Die Seite für alle, die die Installation betreiben
operator-title = Studios dieser Installation
operator-lead = Hier erlauben Sie einem Studio Codes für alle Eltern eines Fotoauftrags, oder verbieten sie. Sonst ist hier nichts von einem Studio zu sehen.
operator-enter-title = Für alle, die diese Installation betreiben
operator-enter-lead = Diese Seite öffnet sich mit einem Link, den das Programm auf dem Server ausgibt: „passepartout operator link“. Er gilt einmal, 15 Minuten lang.
operator-enter = Seite öffnen
operator-enter-rejected = Dieser Link öffnet nichts oder nichts mehr. Bitte erzeugen Sie auf dem Server einen neuen.
operator-since = seit { $date }
operator-members = { $count ->
    [0] keine Mitglieder
    [one] { $count } Mitglied
   *[other] { $count } Mitglieder
}
operator-jobs = { $count ->
    [0] keine Fotoaufträge
    [one] { $count } Fotoauftrag
   *[other] { $count } Fotoaufträge
}
operator-allowed = Codes für alle Eltern sind erlaubt
operator-not-allowed = Codes für alle Eltern sind nicht erlaubt
operator-allow = Erlauben
operator-allow-named = Erlauben: Codes für alle Eltern bei { $studio }
operator-forbid = Verbieten …
operator-forbid-named = Verbieten … Codes für alle Eltern bei { $studio }
operator-forbid-title = { $studio }: Codes für alle Eltern verbieten?
operator-forbid-what = { $count ->
    [0] Kein Fotoauftrag dieses Studios hat zurzeit einen solchen Code.
    [one] { $count } Fotoauftrag hat einen solchen Code. Er öffnet dann nichts mehr, und Eltern, die mit ihm hereinkamen, sehen sofort nichts mehr.
   *[other] { $count } Fotoaufträge haben einen solchen Code. Sie öffnen dann nichts mehr, und Eltern, die mit ihnen hereinkamen, sehen sofort nichts mehr.
}
operator-forbid-back = Die Codes bleiben aufbewahrt: Wenn Sie sie wieder erlauben, öffnen sie dasselbe wie vorher. Eigene Codes der Kinder und Codes für das Personal bleiben, wie sie sind.
operator-forbid-now = Verbieten
operator-keep = So lassen
operator-did-on = Codes für alle Eltern sind erlaubt.
operator-did-off = Codes für alle Eltern sind verboten.
operator-none = Noch kein Studio
operator-acts = Was zuletzt getan wurde
operator-acts-none = Noch nichts
operator-act-on = Codes für alle Eltern erlaubt
operator-act-off = Codes für alle Eltern verboten
operator-by-machine = mit dem Programm auf dem Server
operator-by-page = auf dieser Seite
