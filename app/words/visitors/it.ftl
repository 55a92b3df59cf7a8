# Ciò che leggono i visitatori, in italiano: clienti, ospiti, genitori. Breve, cortese, senza gergo.

## Ovunque

date = { $day ->
    [1] 1º
   *[other] { $day }
} { $month } { $year }
month = { $month ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[12] dicembre
}
photographs = { $count } foto
skip = Vai al contenuto
language = Lingua

## L’ingresso

code-label = Il Suo codice
code-enter = Vedere le mie foto
code-hint = Il codice è sulla Sua tessera o nel messaggio che ha ricevuto da noi. Maiuscole, spazi e trattini non contano.
code-rejected = Questo codice qui non apre nulla. Lo ricontrolli, per favore, oppure ce ne chieda uno nuovo.
code-mistyped = Un carattere sembra sbagliato.
code-show = Mostra
code-hide = Nascondi
pause-title = Una breve pausa, per favore
pause-seconds = { $count ->
    [one] Da qui sono arrivati molti tentativi. Può riprovare tra { $count } secondo.
   *[other] Da qui sono arrivati molti tentativi. Può riprovare tra { $count } secondi.
}
pause-minutes = Da qui sono arrivati molti tentativi. Può riprovare tra circa { $count } minuti.
pause-day = Da qui sono arrivati molti tentativi. Riprovi domani, oppure chieda alla scuola o al fotografo.
pause-moment = Un momento, per favore…
pause-kept = Ciò che ha scritto resta qui per un quarto d’ora: dopo la pausa basta premere il pulsante.
pause-ways = Il codice QR sulla tessera e il link nel messaggio funzionano ancora, e anche il dispositivo che ha già usato qui.
try-again = Riprova
back-inside = Tornare alle Sue gallerie
slow = { $seconds ->
    [one] Da qui sono arrivati troppi tentativi. Aspetti { $seconds } secondo, poi riprovi.
   *[other] Da qui sono arrivati troppi tentativi. Aspetti { $seconds } secondi, poi riprovi.
}

## Una visita

welcome = Fotografie, consegnate in privato.
welcome-sign-in = Accedere al Suo studio
welcome-client = Cerca le Sue foto? Apra l’indirizzo che Le ha dato il Suo studio.
your-visit = La Sua visita
overview = Panoramica
leave = Esci
overview-lead = { $count ->
    [one] { $count } galleria, custodita qui per Lei.
   *[other] { $count } gallerie, custodite qui per Lei.
}
overview-empty-title = Qui appariranno le Sue gallerie
overview-empty = Per Lei non c’è ancora nulla. Conservi il codice: appena ci saranno foto, le mostrerà.
some-new = { $count ->
    [one] { $count } nuova
   *[other] { $count } nuove
}
all-new = nuova
find-label = Cerca una galleria dal nome
find-gallery = Cerca una galleria
find = Cerca
find-nothing = Nessuna galleria ha questo nel nome
find-all = Mostra tutte le gallerie
no-photographs = ancora nessuna foto
way-back = Percorso per tornare
sub-galleries = Gallerie in questa galleria
photographs-title = Foto
photograph-number = Foto { $number }
photograph-of = Foto { $position } di { $count }
gallery-empty-title = Ancora nessuna foto
gallery-empty = Appariranno qui da sole quando saranno pronte. Non deve fare nulla.
pages = Pagine
locked-gallery = Galleria chiusa
password-needed = Serve la password
locked-title = Questa galleria è chiusa
locked = Ha una password tutta sua.
password-label = Password della galleria
password-open = Apri la galleria
password-rejected = Non è la password di questa galleria.
this-photograph = Questa foto
zoom-in = Ingrandisci
zoom-out = Vedi intera
previous = Precedente
next = Successiva

## Quando qualcosa non è andato bene

not-found-title = Qui non c’è nulla
not-found = Forse l’indirizzo è scritto male, o la galleria non Le viene più mostrata.
not-found-studio = Il Suo studio
not-found-door = Inserire un codice
failed-title = Qui qualcosa è andato storto
failed = Non è colpa Sua e nulla è andato perso. Riprovi tra un momento.
not-sent = L’invio non è riuscito. Ciò che ha scritto è ancora qui; riprovi quando sarà in linea.
busy = In questo momento qui c’è moltissima gente. Riprovi tra un momento.
no-space = Sul server non c’è più spazio. Nulla è stato cambiato; prima lo studio deve fare spazio.

## Campi dei moduli

optional = facoltativo
fields-wrong = Ricontrolli qui, per favore
field-missing = Compili questo campo, per favore.
field-too-short = { $min ->
    [one] Serve almeno { $min } carattere.
   *[other] Servono almeno { $min } caratteri.
}
field-too-long = { $max ->
    [one] Al massimo { $max } carattere, per favore.
   *[other] Al massimo { $max } caratteri, per favore.
}
field-unprintable = Ci sono caratteri che non si possono mostrare. Lo scriva di nuovo, per favore.
not-a-date = Questa non è una data.
form-too-long = È più di quanto un modulo possa contenere. Torni indietro e invii meno in una volta; nulla è stato cambiato.

## Ciò che il cliente riceve: un messaggio, una tessera

hand-over-letter =
    Buongiorno { $name },

    le Sue foto La aspettano qui:
    { $link }

    Oppure apra { $address } e scriva questo codice:
    { $code }

    Conservi il codice, per favore: mostrerà anche le gallerie che verranno.

    { $studio }
card-qr = Codice QR che apre le foto presso { $name }
card-how = Inquadri il quadrato con il telefono, oppure scriva il codice su { $address }

## Foto di scuola: ciò che leggono i genitori

parent-notice-title = Prima di continuare
parent-notice-body =
    In questa pagina trova le foto di Suo figlio o di Sua figlia. Questa pagina è per i genitori e per chi ha la responsabilità genitoriale.
    Il nome e il cognome che scrive non vengono conservati.
    Ogni volta che qualcuno conferma di poter vedere le foto di un bambino, questo viene annotato con data, ora, lingua e tipo di dispositivo. Il fotografo può vederlo.
parent-continue = Continua
find-title = Trovare le foto di Suo figlio o di Sua figlia
find-first = Nome
find-last = Cognome
find-group = Classe o gruppo
find-group-hint = Come sull’orario scolastico, per esempio 3b.
find-class-asked = Scriva ancora una volta il nome e il cognome, e anche la classe. Oggi qui molti nomi sono stati scritti male, perciò si chiede anche la classe.
find-not-found = Per questo nome non è stato trovato nulla. Controlli che sia scritto come lo scrive la scuola. Se è così, chieda alla scuola o al fotografo.
list-title = Scelga Suo figlio o Sua figlia
list-filter = Cercare un nome nell’elenco
list-login = Accedi
list-empty = Nessun nome dell’elenco contiene questo.
confirm-title = Confermi, per favore
confirm-sentence = Ho il diritto di vedere le foto di { $name }: ho la responsabilità genitoriale o il permesso di chi la esercita.
confirm-tick-missing = Se la frase è vera, metta il segno di spunta. Altrimenti le foto non si possono mostrare.
confirm-button = Confermare e vedere le foto
confirm-cancel = Annulla
confirm-recorded = La Sua conferma viene annotata con data, ora, lingua e tipo di dispositivo.

## Foto di scuola: le foto di un bambino

child-title = Foto di { $name }
child-own = Ritratti
child-group = Foto di gruppo: { $group }
child-none-yet = Non ci sono ancora foto. Torni più tardi con lo stesso codice.
child-another = Aggiungere un altro figlio o un’altra figlia

## Foto di scuola: quando non c’è nulla da vedere

job-planning = Le foto non ci sono ancora ({ $organisation }). Conservi il codice e torni più tardi.
job-not-published = Le foto sono in preparazione. Conservi il codice e torni tra qualche giorno.
job-archived = Queste foto ora sono in archivio. Se Le servono ancora, chieda al fotografo.
job-ended = Il tempo per queste foto è finito. Qui non si possono più vedere.
too-many-children = Per la Sua sicurezza, su un dispositivo si possono aprire al massimo le foto di tre bambini al giorno. Se Le servono le foto di altri bambini, chieda al fotografo.

## Foto di scuola: il personale

staff-title = Per il personale
staff-view-line = Lei vede tutto il servizio come personale.
staff-may-save = Lei può salvare queste foto.
staff-no-download = Per favore, guardi queste foto solo qui e non le salvi.
staff-group = Classe o gruppo
staff-not-photographed = Non ancora fotografati

## Foto di scuola: la tessera stampata

card-title = Le Sue foto
card-scan = Inquadri il quadrato con il telefono, oppure scriva il codice su:
card-keep = Conservi questa tessera: è la chiave per le foto di Suo figlio o di Sua figlia.
card-until = Ultimo giorno per vedere le foto: { $date }.
extra-card = Tessera aggiuntiva { $number }

## School photographs: around the list and the pictures

children-title = I Suoi figli
child-all = Vedere tutte le foto
find-button = Vedere le foto
confirm-unnamed = Ho il diritto di vedere le foto di questo bambino: ho la responsabilità genitoriale o il permesso di chi la esercita.
list-login-of = Accedi: { $name }
list-no-group = Senza classe
