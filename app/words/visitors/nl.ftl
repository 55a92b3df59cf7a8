# Wat bezoekers lezen, in het Nederlands: klanten, gasten, ouders. Kort, beleefd, zonder vaktaal.

## Overal

date = { $day } { $month } { $year }
month = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
photographs = { $count ->
    [one] { $count } foto
   *[other] { $count } foto’s
}
skip = Naar de inhoud
language = Taal

## De voordeur

code-label = Uw code
code-enter = Mijn foto’s bekijken
code-hint = De code staat op uw kaart of in het bericht dat u van ons kreeg. Hoofdletters, spaties en streepjes maken niet uit.
code-rejected = Deze code opent hier niets. Kijk de code nog eens na, of vraag ons om een nieuwe.
code-mistyped = Eén teken lijkt niet te kloppen.
code-show = Tonen
code-hide = Verbergen
pause-title = Een korte pauze, alstublieft
pause-seconds = { $count ->
    [one] Er is hier heel vaak geprobeerd. U kunt het over { $count } seconde opnieuw proberen.
   *[other] Er is hier heel vaak geprobeerd. U kunt het over { $count } seconden opnieuw proberen.
}
pause-minutes = Er is hier heel vaak geprobeerd. U kunt het over ongeveer { $count } minuten opnieuw proberen.
pause-day = Er is hier heel vaak geprobeerd. Probeer het morgen opnieuw, of vraag het aan de school of de fotograaf.
pause-moment = Een ogenblik, alstublieft …
pause-kept = Wat u hebt ingevuld, blijft een kwartier bewaard: druk na de pauze gewoon op de knop.
pause-ways = De QR-code op uw kaart en de link in uw bericht werken nog steeds, en ook het apparaat waarmee u hier eerder was.
try-again = Opnieuw proberen
back-inside = Terug naar uw galerijen
slow = { $seconds ->
    [one] Er is hier te vaak geprobeerd. Wacht { $seconds } seconde en probeer het dan opnieuw.
   *[other] Er is hier te vaak geprobeerd. Wacht { $seconds } seconden en probeer het dan opnieuw.
}

## Een bezoek

welcome = Foto’s, privé bezorgd.
welcome-sign-in = Inloggen bij uw studio
welcome-client = Zoekt u uw foto’s? Open dan het adres dat u van uw studio hebt gekregen.
your-visit = Uw bezoek
overview = Overzicht
leave = Verlaten
overview-lead = { $count ->
    [one] { $count } galerij, hier voor u bewaard.
   *[other] { $count } galerijen, hier voor u bewaard.
}
overview-empty-title = Hier verschijnen uw galerijen
overview-empty = Er is nog niets voor u. Bewaar uw code: zodra er foto’s voor u zijn, laat de code ze zien.
some-new = { $count } nieuw
all-new = nieuw
find-label = Een galerij zoeken op naam
find-gallery = Galerij zoeken
find = Zoeken
find-nothing = Geen galerij heeft dit in de naam
find-all = Alle galerijen tonen
no-photographs = nog geen foto’s
way-back = Weg terug
sub-galleries = Galerijen in deze galerij
photographs-title = Foto’s
photograph-number = Foto { $number }
photograph-of = Foto { $position } van { $count }
gallery-empty-title = Nog geen foto’s
gallery-empty = Ze verschijnen hier vanzelf als ze klaar zijn. U hoeft niets te doen.
pages = Pagina’s
locked-gallery = Galerij op slot
password-needed = Wachtwoord nodig
locked-title = Deze galerij is op slot
locked = Ze heeft een eigen wachtwoord.
password-label = Wachtwoord van de galerij
password-open = De galerij openen
password-rejected = Dat is niet het wachtwoord van deze galerij.
this-photograph = Deze foto
zoom-in = Vergroten
zoom-out = Helemaal tonen
previous = Vorige
next = Volgende

## Als er iets niet gelukt is

not-found-title = Hier is niets
not-found = Misschien is het adres verkeerd getypt, of wordt de galerij niet meer aan u getoond.
not-found-studio = Uw studio
not-found-door = Een code invullen
failed-title = Hier ging iets mis
failed = Het ligt niet aan u en er is niets verloren. Probeer het zo meteen nog eens.
not-sent = Dit kon niet worden verstuurd. Wat u hebt ingevuld, staat er nog; probeer het opnieuw als u online bent.
busy = Er zijn hier nu heel veel mensen. Probeer het zo meteen nog eens.
no-space = Op de server is geen plaats meer. Er is niets veranderd; de studio moet eerst ruimte maken.

## Velden van formulieren

optional = niet verplicht
fields-wrong = Kijk dit nog eens na, alstublieft
field-missing = Vul dit in, alstublieft.
field-too-short = { $min ->
    [one] Gebruik minstens { $min } teken.
   *[other] Gebruik minstens { $min } tekens.
}
field-too-long = { $max ->
    [one] Gebruik hoogstens { $max } teken.
   *[other] Gebruik hoogstens { $max } tekens.
}
field-unprintable = Er staan tekens in die niet getoond kunnen worden. Typ het opnieuw, alstublieft.
not-a-date = Dit is geen datum.
form-too-long = Dit is meer dan in een formulier past. Ga terug en verstuur minder tegelijk; er is niets veranderd.

## Wat een klant in handen krijgt: een bericht, een kaart

hand-over-letter =
    Beste { $name },

    Uw foto’s staan hier voor u klaar:
    { $link }

    Of open { $address } en vul deze code in:
    { $code }

    Bewaar de code: ze toont ook de galerijen die nog komen.

    { $studio }
card-qr = QR-code die de foto’s bij { $name } opent
card-how = Scan het vierkant met uw telefoon, of vul de code in op { $address }

## Schoolfoto’s: wat ouders lezen

parent-notice-title = Voordat u verdergaat
parent-notice-body =
    Op deze pagina vindt u de foto’s van uw eigen kind. De pagina is voor ouders en wettelijke vertegenwoordigers.
    De namen die u invult, worden niet bewaard.
    Elke keer dat iemand bevestigt de foto’s van een kind te mogen zien, wordt dat met datum, tijd, taal en soort apparaat genoteerd. De fotograaf kan dat zien.
parent-continue = Verder
find-title = De foto’s van uw kind vinden
find-first = Voornaam
find-last = Achternaam
find-group = Klas of groep
find-group-hint = Zoals op het lesrooster, bijvoorbeeld 3b.
find-class-asked = Typ de namen nog een keer, en ook de klas. Er zijn hier vandaag veel namen verkeerd getypt; daarom wordt ook om de klas gevraagd.
find-not-found = Bij deze naam is niets gevonden. Kijk of de naam geschreven is zoals de school hem schrijft. Is dat zo? Vraag het dan aan de school of de fotograaf.
list-title = Kies uw kind
list-filter = Een naam in de lijst zoeken
list-login = Inloggen
list-empty = Geen naam in de lijst bevat dit.
confirm-title = Bevestig dit, alstublieft
confirm-sentence = Ik mag de foto’s van { $name } zien: ik ben wettelijk vertegenwoordiger of heb daarvoor toestemming van een wettelijk vertegenwoordiger.
confirm-tick-missing = Zet een vinkje als de zin klopt. Anders kunnen de foto’s niet worden getoond.
confirm-button = Bevestigen en foto’s bekijken
confirm-cancel = Annuleren
confirm-recorded = Uw bevestiging wordt met datum, tijd, taal en soort apparaat genoteerd.

## Schoolfoto’s: de foto’s van een kind

child-title = Foto’s van { $name }
child-own = Portretten
child-group = Groepsfoto’s: { $group }
child-none-yet = Er zijn nog geen foto’s van dit kind. Kom later terug met dezelfde code.
child-another = Nog een kind toevoegen

## Schoolfoto’s: als er niets te zien is

job-planning = De foto’s van { $organisation } zijn er nog niet. Bewaar de code en kom later terug.
job-not-published = De foto’s worden klaargemaakt. Bewaar de code en kom over een paar dagen terug.
job-archived = Deze foto’s zitten nu in het archief. Hebt u ze nog nodig? Vraag het dan aan de fotograaf.
job-ended = De tijd voor deze foto’s is voorbij. Ze zijn hier niet meer te zien.
too-many-children = Voor uw veiligheid kunt u op één apparaat per dag maar van drie kinderen de foto’s openen. Hebt u er meer nodig? Vraag het dan aan de fotograaf.

## Schoolfoto’s: het personeel

staff-title = Voor het personeel
staff-view-line = U ziet de hele opdracht als personeel.
staff-may-save = U mag deze foto’s opslaan.
staff-no-download = Bekijk deze foto’s alstublieft alleen hier en sla ze niet op.
staff-group = Klas of groep
staff-not-photographed = Nog niet gefotografeerd

## Schoolfoto’s: de gedrukte kaart

card-title = Uw foto’s
card-scan = Scan het vierkant met uw telefoon, of vul de code in op:
card-keep = Bewaar deze kaart: het is de sleutel tot de foto’s van uw kind.
card-until = De foto’s zijn te zien tot en met { $date }.
extra-card = Extra kaart { $number }

## School photographs: around the list and the pictures

children-title = Uw kinderen
child-all = Alles bekijken
find-button = Foto’s tonen
confirm-unnamed = Ik mag de foto’s van dit kind zien: ik ben wettelijk vertegenwoordiger of heb daarvoor toestemming van een wettelijk vertegenwoordiger.
list-login-of = Inloggen: { $name }
list-no-group = Zonder klas
