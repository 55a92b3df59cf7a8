# Ce que lisent les visiteurs, en français : clients, invités, parents. Court, poli, sans jargon.

## Partout

date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
photographs = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
skip = Aller au contenu
language = Langue

## L’entrée

code-label = Votre code
code-enter = Voir mes photos
code-hint = Le code est sur votre carte ou dans le message que vous avez reçu de nous. Majuscules, espaces et tirets ne comptent pas.
code-rejected = Ce code n’ouvre rien ici. Vérifiez-le, s’il vous plaît, ou demandez-nous-en un nouveau.
code-mistyped = Un caractère semble faux.
code-show = Afficher
code-hide = Masquer
pause-title = Une petite pause, s’il vous plaît
pause-seconds = { $count ->
    [one] Il y a eu beaucoup d’essais d’ici. Vous pourrez réessayer dans { $count } seconde.
   *[other] Il y a eu beaucoup d’essais d’ici. Vous pourrez réessayer dans { $count } secondes.
}
pause-minutes = Il y a eu beaucoup d’essais d’ici. Vous pourrez réessayer dans { $count } minutes environ.
pause-day = Il y a eu beaucoup d’essais d’ici. Réessayez demain, ou demandez à l’école ou au photographe.
pause-moment = Un instant, s’il vous plaît…
pause-kept = Ce que vous avez saisi est gardé un quart d’heure : après la pause, appuyez simplement sur le bouton.
pause-ways = Le code QR de votre carte et le lien de votre message fonctionnent toujours, de même que l’appareil que vous avez déjà utilisé ici.
try-again = Réessayer
back-inside = Retour à vos galeries
slow = { $seconds ->
    [one] Il y a eu trop d’essais d’ici. Attendez { $seconds } seconde, puis réessayez.
   *[other] Il y a eu trop d’essais d’ici. Attendez { $seconds } secondes, puis réessayez.
}

## Une visite

welcome = Vos photos, remises en privé.
welcome-sign-in = Se connecter à son studio
welcome-client = Vous cherchez vos photos ? Ouvrez l’adresse que votre studio vous a donnée.
your-visit = Votre visite
overview = Vue d’ensemble
leave = Quitter
overview-lead = { $count ->
    [one] { $count } galerie, gardée ici pour vous.
   *[other] { $count } galeries, gardées ici pour vous.
}
overview-empty-title = Vos galeries apparaîtront ici
overview-empty = Il n’y a encore rien pour vous. Gardez votre code : dès qu’il y aura des photos, il les montrera.
some-new = { $count ->
    [one] { $count } nouvelle
   *[other] { $count } nouvelles
}
all-new = nouvelle
find-label = Chercher une galerie par son nom
find-gallery = Chercher une galerie
find = Chercher
find-nothing = Aucune galerie ne porte ce nom
find-all = Voir toutes les galeries
no-photographs = pas encore de photos
way-back = Chemin de retour
sub-galleries = Galeries dans cette galerie
photographs-title = Photos
photograph-number = Photo { $number }
photograph-of = Photo { $position } sur { $count }
gallery-empty-title = Pas encore de photos
gallery-empty = Elles apparaîtront ici toutes seules dès qu’elles seront prêtes. Vous n’avez rien à faire.
pages = Pages
locked-gallery = Galerie verrouillée
password-needed = Mot de passe nécessaire
locked-title = Cette galerie est verrouillée
locked = Elle a son propre mot de passe.
password-label = Mot de passe de la galerie
password-open = Ouvrir la galerie
password-rejected = Ce n’est pas le mot de passe de cette galerie.
this-photograph = Cette photo
zoom-in = Agrandir
zoom-out = Voir en entier
previous = Précédente
next = Suivante

## Quand quelque chose n’a pas marché

not-found-title = Il n’y a rien ici
not-found = L’adresse contient peut-être une faute, ou la galerie ne vous est plus montrée.
not-found-studio = Votre studio
not-found-door = Saisir un code
failed-title = Quelque chose n’a pas marché ici
failed = Ce n’est pas votre faute, et rien n’est perdu. Réessayez dans un instant.
not-sent = L’envoi n’a pas marché. Ce que vous avez saisi est toujours là ; réessayez quand vous serez en ligne.
busy = Il y a beaucoup de monde ici en ce moment. Réessayez dans un instant.
no-space = Le serveur n’a plus de place. Rien n’a été changé ; le studio doit d’abord faire de la place.

## Champs des formulaires

optional = facultatif
fields-wrong = Vérifiez ceci, s’il vous plaît
field-missing = Remplissez ce champ, s’il vous plaît.
field-too-short = { $min ->
    [one] Il faut au moins { $min } caractère.
   *[other] Il faut au moins { $min } caractères.
}
field-too-long = { $max ->
    [one] Pas plus de { $max } caractère, s’il vous plaît.
   *[other] Pas plus de { $max } caractères, s’il vous plaît.
}
field-unprintable = Certains caractères ne peuvent pas être affichés. Saisissez-les à nouveau.
not-a-date = Ce n’est pas une date.
form-too-long = C’est plus que ce formulaire ne peut contenir. Revenez en arrière et envoyez-en moins à la fois ; rien n’a été changé.

## Ce que reçoit le client : un message, une carte

hand-over-letter =
    Bonjour { $name },

    Vos photos vous attendent ici :
    { $link }

    Ou ouvrez { $address } et saisissez ce code :
    { $code }

    Gardez bien ce code : il montrera aussi les galeries à venir.

    { $studio }
card-qr = Code QR qui ouvre les photos chez { $name }
card-how = Scannez le carré avec votre téléphone, ou saisissez le code à l’adresse { $address }

## Photos d’école : ce que lisent les parents

parent-notice-title = Avant de continuer
parent-notice-body =
    Sur cette page, vous trouvez les photos de votre propre enfant. Elle s’adresse aux parents et aux responsables légaux.
    Les noms que vous saisissez ne sont pas conservés.
    Chaque fois que quelqu’un confirme avoir le droit de voir les photos d’un enfant, cela est noté avec la date, l’heure, la langue et le type d’appareil. Le photographe peut le voir.
parent-continue = Continuer
find-title = Trouver les photos de votre enfant
find-first = Prénom
find-last = Nom de famille
find-group = Classe ou groupe
find-group-hint = Comme sur l’emploi du temps, par exemple 3b.
find-class-asked = Veuillez saisir encore une fois le prénom et le nom, et aussi la classe. Beaucoup de noms ont été mal saisis ici aujourd’hui : la classe est donc demandée aussi.
find-not-found = Rien n’a été trouvé pour ce nom. Vérifiez qu’il est écrit comme à l’école. Si c’est le cas, demandez à l’école ou au photographe.
list-title = Choisissez votre enfant
list-filter = Chercher un nom dans la liste
list-login = Accéder
list-empty = Aucun nom de la liste ne contient cela.
confirm-title = Veuillez confirmer
confirm-sentence = J’ai le droit de voir les photos de cet enfant ({ $name }), comme responsable légal ou avec l’accord d’un responsable légal.
confirm-tick-missing = Cochez la phrase si elle est vraie. Sinon, les photos ne peuvent pas être montrées.
confirm-button = Confirmer et voir les photos
confirm-cancel = Annuler
confirm-recorded = Votre confirmation est notée avec la date, l’heure, la langue et le type d’appareil.

## Photos d’école : les photos d’un enfant

child-title = Photos : { $name }
child-own = Portraits
child-group = Photos de groupe : { $group }
child-none-yet = Il n’y a pas encore de photos de cet enfant. Revenez plus tard avec le même code.
child-another = Ajouter un autre enfant

## Photos d’école : quand il n’y a rien à voir

job-planning = Les photos ne sont pas encore là ({ $organisation }). Gardez le code et revenez plus tard.
job-not-published = Les photos sont en préparation. Gardez le code et revenez dans quelques jours.
job-archived = Ces photos sont maintenant dans les archives. Si vous en avez encore besoin, demandez au photographe.
job-ended = Le délai pour ces photos est passé. On ne peut plus les voir ici.
too-many-children = Pour votre sécurité, on ne peut ouvrir sur un même appareil que les photos de trois enfants par jour. S’il vous en faut plus, demandez au photographe.

## Photos d’école : le personnel

staff-title = Pour le personnel
staff-view-line = Vous voyez tout le reportage en tant que membre du personnel.
staff-may-save = Vous avez le droit d’enregistrer ces photos.
staff-no-download = Merci de regarder ces photos uniquement ici et de ne pas les enregistrer.
staff-group = Classe ou groupe
staff-not-photographed = Pas encore photographiés

## Photos d’école : la carte imprimée

card-title = Vos photos
card-scan = Scannez le carré avec votre téléphone, ou saisissez le code à l’adresse :
card-keep = Gardez bien cette carte : c’est la clé des photos de votre enfant.
card-until = Les photos sont visibles jusqu’au { $date }.
extra-card = Carte supplémentaire { $number }

## School photographs: around the list and the pictures

children-title = Vos enfants
child-all = Tout voir
find-button = Voir les photos
confirm-unnamed = J’ai le droit de voir les photos de cet enfant, comme responsable légal ou avec l’accord d’un responsable légal.
list-login-of = Accéder : { $name }
list-no-group = Sans classe
