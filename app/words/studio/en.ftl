# What members of a studio read, in English, beside what visitors read. Short, polite, free of jargon.

## A member looks through a client's eyes

view-as-client = View as client
view-as-visitor = Preview
view-as-visitor-of = See what the link { $label } shows
preview = Preview
preview-login = You are looking through the eyes of { $name }.
preview-link = You are looking through the link “{ $name }”.
preview-some-link = You are looking through a link.
view-as-family = See what the family sees
view-as-staff = See what staff see
preview-family = You are looking through the eyes of the family of { $name }.
preview-some-family = You are looking through the eyes of whoever has this card.
preview-staff = You are looking through the eyes of the staff of { $name }.
preview-counts-nothing = Nothing here counts as a visit.
preview-phone = At the width of a phone
preview-wide = At full width
preview-end = Back to the studio
preview-door = Here a visitor types the password of the gallery. In a preview the door stays shut.
preview-logins-off = Client logins are switched off: nobody comes in with this code now.

## Uploading

upload-invitation = Drop photographs or folders here
upload-hint = JPEG, PNG and WebP, up to 200 MB each. Folders become sub-galleries.
upload-hint-job = JPEG, PNG and WebP, up to 200 MB each. Photographs come out of their folders.
upload-choose = Choose photographs
upload-choose-folder = Choose a folder
upload-needs-scripts = Your browser does not run scripts on this page. Uploading photographs needs them.
upload-all = All photographs
upload-list = Photographs of this upload
upload-looking = Looking into the folders
upload-here = { $count ->
    [one] { $here } of { $n } photograph is here
   *[other] { $here } of { $n } photographs are here
}
upload-bytes = { $done } of { $all } { $unit }
upload-decimal = .
upload-left-moment = less than a minute left
upload-left-minutes = { $count ->
    [one] about { $n } minute left
   *[other] about { $n } minutes left
}
upload-left-hours = { $count ->
    [one] about { $n } hour left
   *[other] about { $n } hours left
}
upload-skipped = { $count ->
    [one] { $n } was already here
   *[other] { $n } were already here
}
upload-attention = { $count ->
    [one] { $n } needs your attention
   *[other] { $n } need your attention
}
upload-preparing = { $count ->
    [one] { $n } is being prepared
   *[other] { $n } are being prepared
}
upload-sidecars = { $count ->
    [one] { $n } sidecar file (.xmp) was left out
   *[other] { $n } sidecar files (.xmp) were left out
}
upload-waiting = { $count ->
    [one] { $n } more is waiting
   *[other] { $n } more are waiting
}
upload-more-refused = { $count ->
    [one] { $n } more could not be taken
   *[other] { $n } more could not be taken
}
upload-reading = Looking at it
upload-finishing = Almost there
upload-patient = Waiting for the connection
upload-done = Done
upload-already = Already here, skipped
upload-begun = { $count ->
    [one] { $n } photograph is being uploaded
   *[other] { $n } photographs are being uploaded
}
upload-lost = Waiting for the connection; it goes on by itself
upload-sign-in = You have been signed out. Sign in again, then go on here; nothing is lost.
upload-sign-in-link = Sign in
upload-no-space = The server has no room left. Make room, then go on here; nothing is lost.
upload-no-gallery = This gallery is not there any more.
upload-go-on = Go on
upload-again = Try again
upload-dismiss = Dismiss
upload-stop = Stop
upload-close = Close
unreadable-empty = The file is empty.
unreadable-too-many-bytes = It is larger than 200 MB.
unreadable-too-many-pixels = It has more than 100 megapixels, or a side of more than 20,000 pixels.
unreadable-unknown-format = This is not a JPEG, PNG or WebP.
unreadable-incomplete = The file is not complete; its end is missing.
unreadable-damaged = The file is damaged.
unreadable-took-too-long = Reading it took too long.
unreadable-unreachable = Your browser cannot read it any more. Was it moved or changed?
unreadable-name = This name, or its folder’s, cannot be used.
unreadable-too-deep = Its folder lies deeper than galleries can.
unreadable-failed = Something went wrong on our side.

## Fields of forms

cancel = Cancel
close = Close
save = Save
saved = Saved.
undo = Undo
delete = Delete
rename = Rename
copy = Copy
copied = Copied
today = today
yesterday = yesterday
never = never
email = E-mail
password = Password
your-name = Your name
your-email = Your e-mail
your-password = Your password
your-password-hint = At least 12 characters. A sentence is fine.
only-studio-sees = Only your studio sees this.
field-taken = This is in use already.
address-spelling = Please use small letters from a to z, digits, and single dashes between them.
address-reserved = This address is kept for the program itself. Please choose another.
address-taken = Another studio has this address already.
email-taken = Somebody has an account with this e-mail already.
not-an-email = This is not an e-mail address.
date-past = This day is over.
code-taken = This code is in use in your studio already, maybe in another spelling. Please choose another.
code-guessable = A stranger would try this code early: it holds the name of your studio, or is little more than a name, a common word, a year or a row of digits. Please choose another.
password-common = Everybody would try this password. Please choose another.
password-wrong = This is not your password.
token-wrong = This is not the token from the terminal.
sign-in-first = Please sign in first.
changed-meanwhile = Somebody else has changed this meanwhile
changed-meanwhile-more = Nothing you typed is lost, but it is not saved yet. To see the other changes, open this page in another window. Or save yours in their place.
save-anyway = Save mine all the same
into-itself = A gallery cannot lie in itself.
too-deep = Galleries cannot be nested any deeper than 50 levels.

## Setting up, signing in

first-run-title = Welcome to Passepartout
first-run-lead = Two minutes, and your studio is open.
first-run-token = One-time token
first-run-token-hint = It was printed in the terminal when the program started.
first-run-go = Open the studio
studio-name = Name of your studio
studio-address = Address of your studio
studio-address-hint = Your clients type this. Small letters, digits and dashes.
studio-tagline = Line under the name
studio-language-hint = Visitors choose among ten languages themselves. This one is for those who prefer none of them, and for what you send to clients.
sign-in = Sign in
sign-in-lead = For photographers. Are you looking for your pictures? Use the address of your photographer and your code.
sign-in-rejected = E-mail and password do not belong together.
sign-out = Sign out
studios-title = Choose a studio
studios-none-title = You work in no studio
studios-none = Hello { $name }. Nobody has a place for you just now; an invitation to a studio gives you one. Your account is still yours.
studios-lead = Hello { $name }. Where do you want to work?

## The studio's frame and first page

desk-menu = Menu
desk-nav = Studio
desk-home = Home
desk-galleries = Galleries
desk-logins = Client logins
desk-settings = Settings
trail = Where this page lies
further-up = Further up
more-for = More for { $name }
home-hello = Hello, { $name }
home-welcome = Welcome, { $name }
home-first = Make your first gallery
home-step-gallery = Give the gallery a name.
home-step-photographs = Drop your photographs into it.
home-step-send = Send a link, or release it to a client login.
home-newest = Newest galleries
home-all-galleries = All galleries
home-all-logins = All client logins
home-no-logins = No client logins yet. A client login is one code that a regular client keeps for years.
home-logins-off = Client logins are off. You can switch them on in the settings.
search = Search
search-label = Find galleries, photo jobs, people, client logins and links by their names
search-short = Beginnings of words
search-links = Links
search-link-to = leads to { $gallery }
search-nothing = Nothing has this in its name
search-nothing-more = Galleries, client logins and links are found by the beginnings of the words in their names, photo jobs by their organisation too, people by the identifier on their list too.
search-more = There are more. Type another word of the name.
list-further = Further on
list-from-start = From the beginning
more-than = more than { $counted }
happened = What clients did
happened-new = new
happened-nothing = Nobody has come in yet.
happened-first-visit = came in for the first time
happened-visits = { $count ->
    [one] came in
   *[other] came in { $count } times
}
happened-link = opened the link to { $gallery }
happened-some-link = Somebody
galleries = { $count ->
    [0] no gallery
    [one] { $count } gallery
   *[other] { $count } galleries
}
sub-gallery-count = { $count ->
    [0] no sub-gallery
    [one] { $count } sub-gallery
   *[other] { $count } sub-galleries
}
photograph-count = { $count ->
    [0] no photographs
    [one] { $count } photograph
   *[other] { $count } photographs
}
logins = { $count ->
    [0] no client login
    [one] { $count } client login
   *[other] { $count } client logins
}

## Galleries

gallery-name = Name
gallery-date = Date
gallery-new = New gallery
gallery-new-below = New sub-gallery
gallery-below-all = See all of them in the tree
gallery-create = Create
galleries-none = No galleries yet
galleries-none-more = A gallery holds the photographs of one story. Galleries can lie in galleries.
gone-with = { $subs ->
    [0] { $photos ->
        [0] { "" }
       *[other] , with { $photographs }
    }
   *[other] { $photos ->
        [0] , with { $galleries }
       *[other] , with { $galleries } and { $photographs }
    }
}
galleries-deleted = “{ $name }” was deleted{ $with }. For 30 days you can bring it back, with its releases and links.
galleries-restored = The gallery is back.
tree-find = Find a gallery
tree-none = No gallery has this in its name.
tree-branch = Sub-galleries of { $name }
navigation-on = navigation on
has-password = password
rename-of = New name of { $name }
name-in = Name of the new gallery in { $name }
move-to = Move to …
shift-up = Up one place
shift-down = Down one place
move-title = Move “{ $name }”
move-with = { $count ->
    [0] Nothing lies in it.
    [one] Its sub-gallery goes with it.
   *[other] Its { $count } sub-galleries go with it.
}
move-where = Where should it lie?
move-top = On its own, in no other gallery
move-here-now = It lies here now.
move-consequence = Where navigation is on, whoever sees one gallery also sees what is moved into it.
move-go = Move
move-none-chosen = Please choose where it should lie. Nothing was moved.

## One gallery

tab-photographs = Photographs
tab-links = Links
tab-settings = Settings
links-of = Links of { $name }
settings-of = Settings of { $name }
photographs-none-yet = There are no photographs in this gallery yet.
photo-preparing = Being prepared
photo-is-cover = cover
photo-failed = Something went wrong on our side. Please upload it again.
photo-remove = Remove
photo-remove-named = Remove { $name }
photos-chosen = The chosen photographs
photos-none-chosen = Please choose photographs first.
photos-none-deleted = Nothing was deleted: what you chose is gone already, or is still being looked at. In a photo job each picture may be a card until then. Please try again in a moment.
photos-choose-none = Choose none
photos-as-cover = Use as cover
photos-cover-chosen = The gallery has a new cover.
photos-deleted = { $count ->
    [one] { $count } photograph was deleted.
   *[other] { $count } photographs were deleted.
}
photos-wait = { $count ->
    [one] { $count } picture is still being looked at, and may be a card: it waits among the unsorted now.
   *[other] { $count } pictures are still being looked at, and may be cards: they wait among the unsorted now.
}
photos-restored = The photographs are back.
sub-galleries-title = Sub-galleries
navigation-lead = Navigation to sub-galleries and vice versa.
navigation-switch = { $count ->
    [one] Visitors can walk down into the sub-gallery, and up again.
   *[other] Visitors can walk down into { $count } sub-galleries, and up again.
}
gallery-password-lead = Asked at the links of this gallery. A client login that the gallery is released to is not asked.
gallery-password-hint = 6 to 64 characters. Leave it empty to have none. Whoever typed the old one is asked for the new one.
gallery-password-asked = The password is asked.
gallery-password-asked-hint = Whoever types it sees this gallery alone, neither what lies in it nor what lies above it. Off: the password is kept for later, and nobody is asked for it.
downloads = Downloads
downloads-switch = Visitors can download photographs.
gallery-delete = Delete the gallery
gallery-delete-title = Delete “{ $name }”?
gallery-loss = The gallery goes{ $with }. For your clients it is gone at once. For 30 days you can bring it back.

## Links

links-none = No links yet
links-none-more = A link is the quickest way to show one gallery to somebody. For a client who comes back, make a client login.
link-new = New link
link-kind = Kind of the link
link-open = open link
link-open-title = Open link
link-open-hint = Shows this gallery, and where navigation is on also the galleries above and below.
link-secure = secure link
link-secure-title = Secure link
link-secure-hint = Shows this gallery alone. Nothing else can be found from it.
link-label = For whom?
link-until = Last day
link-until-hint = Without one it never ends.
link-asks-password = The link will ask for the password of this gallery.
link-make = Make the link
link-made = The link is ready. Copy its address and send it.
link-address-of = Address of “{ $label }”
link-never-ends = Never ends
link-ends-on = Ends after { $date }
link-ended-on = Ended after { $date }
link-ended = ended
link-unvisited = not opened yet
link-visits = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}
link-visited = { $visits }, last: { $when }
link-revoke = End
link-revoke-named = End the link “{ $label }”
link-revoke-title = End the link “{ $label }”?

## Client logins

login-new = New client login
logins-lead = One code for a client who comes back. For a single delivery, send a link instead.
find-login = Find a client login
find-login-label = Find a client login by its name
find-no-login = No client login has this in its name
find-all-logins = Show all client logins
logins-none = No client logins yet
logins-none-more = A client login is one code that a regular client keeps for years. It shows every gallery you release to it, and nothing else.
logins-or-link = For a single delivery, a link is simpler.
logins-off = Client logins are off
logins-off-more = While client logins are off no client code works, and nobody can see that there ever were any.
open-settings = Open the settings
login-name = Name
login-name-hint = Your client sees it as the heading of the overview.
login-email-hint = Saving sends nothing.
login-save-new = Save, then choose galleries
login-edit = Edit
login-no-gallery = no gallery yet
last-visit = Last visit: { $when }
note = Note
code = Code
code-new = New code
code-rules = You may type your own: at least 8 letters or digits. Capitals, spaces and dashes do not matter.
strength-weak = Weak. A list of words finds this.
strength-fair = Fair. Hard to guess.
strength-strong = Strong. Nobody will guess this.
strength-short = Too short still.
login-made = { $name } is ready. Now choose the galleries.
login-sees = Sees
login-sees-more = Every gallery, and why.
login-sees-nothing = No gallery yet. The code works already, and shows a friendly empty page.
login-about = About
login-recoded = Saved. The old code has stopped; send the new one to your client.
login-delete = Delete the login
login-delete-more = The code stops at once, also in open pages. The galleries stay.
login-delete-title = Delete the login of { $name }?
login-delete-loss = The code stops at once, also in open pages. For 30 days you can bring the login back with its galleries, and with its code if no other login has taken it by then. The galleries and photographs stay.
login-deleted = The login of { $name } is deleted. Its code opens nothing any more.
code-typed-at = Your client types it at { $address }
code-hidden = Code, hidden
code-reveal = Reveal
code-reveal-hint = Once more, so that nobody reads codes at a desk that you left.
code-conceal = Hide
hand-over = Send the code to { $name }
hand-over-text = Message to your client
hand-over-copy = Copy the message
hand-over-saved-hint = For ten minutes after saving; then your password is asked.
hand-over-asked-hint = For a minute; then your password is asked again.
code-other = New code
code-other-hint = Leave this empty to keep the code. With a new one the old one stops at once, and open pages end.
by-itself = comes by itself:
releases-edit = Add or remove galleries
releases-title = What { $name } sees
releases-staircase = Tick what you release. Where navigation is on, galleries above and below come by themselves: they are ticked in grey.
releases-explicit = Tick what you release. Exactly these galleries are seen, no more and no less.
releases-legend = Released galleries
releases-none-more = Make a gallery first, then release it here.
releases-part = This studio has very many galleries. Open a branch or find a name: what you tick goes along until you save it.
releases-unsaved = { $count ->
    [one] { $count } tick is not saved yet.
   *[other] { $count } ticks are not saved yet.
}
releases-unchanged = Nothing is changed yet.
releases-same = { $name } sees the same galleries as before; other ones stand in the overview.
releases-gains = { $name } will also see:
releases-loses = { $name } will no longer see:
will-be-added = will be added
will-be-removed = will be removed
and-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
and-more-gap = and { $name } more

## Who can see this, and what changes before it changes

tab-who = Who can see this
who-of = Who can see { $name }
who-who = Who
who-because = Sees it because
who-visit = Last visit
who-login = client login
who-link = “{ $label }”
who-link-ends = { $kind }, ends { $date }
who-members = { $count ->
    [one] { $names }, who works in your studio, sees every gallery.
   *[other] { $names }, who work in your studio, see every gallery.
}
who-nobody = Nobody but the members of your studio can see this gallery
who-nobody-more = Send somebody a link, or release it to a client login.
who-make-link = Make a link
who-release = Choose a client login
who-more-logins = { $count ->
    [one] and { $count } more client login
   *[other] and { $count } more client logins
}
who-more-links = { $count ->
    [one] and { $count } more link
   *[other] and { $count } more links
}
who-change = See who can see this, and change it
who-walk-nowhere = Nothing lies in this gallery yet. What you put into it will follow this switch.
who-walk-not = { $count ->
    [one] Visitors cannot walk between this gallery and its sub-gallery.
   *[other] Visitors cannot walk between this gallery and its { $count } sub-galleries.
}
who-navigation-on = Navigation to sub-galleries and vice versa is on. Anyone who is let into a sub-gallery can climb up to this gallery.
who-navigation-off = Navigation to sub-galleries and vice versa is off. Each gallery is seen by itself alone.
who-if-on = If you switch navigation on:
who-if-off = If you switch navigation off:
who-if-on-same = If you switch navigation on, nobody sees more than now.
who-if-off-same = If you switch navigation off, nobody sees less than now.
why-released = this gallery was released to them
why-up = { $start } was released to them; from there they can walk up
why-down = down from { $start }, which was released to them
why-over = { $start } was released to them; from there they can walk up to { $top } and down again
why-linked = the link opens this gallery
why-link-up = the link opens { $start }; from there they can walk up
why-link-down = the link opens { $start }; from there they can walk down
why-link-over = the link opens { $start }; from there they can walk up to { $top } and down again
why-by-way = { $why }, by way of { $last }
why-locked = { $why }; its password is asked first
link-named = the link “{ $label }”
link-anyone = anyone with the link to { $name }
links-count = { $count ->
    [one] { $count } link
   *[other] { $count } links
}
releases-count = { $count ->
    [one] { $count } release
   *[other] { $count } releases
}
members-of-studio = the members of your studio
list-and = { $some } and { $last }
list-and-word = and
difference-gains = { $who } will also see { $galleries }.
difference-gains-locked = { $who } will also find the way to { $galleries }, and be asked for the password there.
difference-loses = { $who } will no longer see { $galleries }.
difference-locks = { $who } will be asked for the password of { $galleries }.
difference-unlocks = { $who } will see { $galleries } without being asked for a password.
difference-more = { $count ->
    [one] For one more client something changes too.
   *[other] For { $count } more clients something changes too.
}
change-lead = This changes what your clients see. Nothing has happened yet.
change-more = It holds at once, also in open pages. You can undo it right afterwards.
change-delete-more = With the galleries go their photographs. It holds at once, also in open pages. For 30 days you can bring them back; then their releases and links count again.
change-revoke-more = Its address opens nothing any more, also for those who have the gallery open just now. You can undo it right afterwards; then the same address works again.
change-same = Nobody will see more or less than now.
change-meanwhile = Somebody else changed something meanwhile. This is what would change now.
change-go = Change it
switch-on = Switch on
switch-off = Switch off
ask-navigation-on = Switch navigation of “{ $name }” on?
ask-navigation-off = Switch navigation of “{ $name }” off?
ask-password-on = Ask for the password of “{ $name }”?
ask-password-off = Ask no more for the password of “{ $name }”?
ask-password-go = Ask for it
ask-password-stop = Ask no more
ask-move = Move “{ $name }” into “{ $other }”?
ask-move-top = Take “{ $name }” out, to the top?
ask-release = Change the galleries of { $name }?
ask-staircase = Let clients walk, like on a staircase?
ask-explicit = Show each gallery by itself?
ask-logins-on = Switch client logins on?
ask-logins-off = Switch client logins off?
did-navigation-on = Navigation of “{ $name }” is on.
did-navigation-off = Navigation of “{ $name }” is off.
did-password-on = The password of “{ $name }” is asked.
did-password-off = The password of “{ $name }” is no longer asked.
did-move = “{ $name }” lies in “{ $other }” now.
did-move-top = “{ $name }” lies at the top now.
did-delete = “{ $name }” was deleted.
did-release = Saved. It holds at once, also in open pages.
did-staircase = Clients walk like on a staircase now.
did-explicit = Each gallery is seen by itself now.
did-logins-on = Client logins are on.
did-logins-off = Client logins are off.
did-revoke = The link “{ $label }” has ended.
did-undo = It is as it was before.
undo-too-late = This can no longer be undone: something that it needs is gone.
galleries-restored-open = The gallery is back, and { $opens } lead to it again.
gallery-password-save = Save the password
link-change = Change
link-change-named = Change “{ $label }”
login-once = A single delivery? Then a link is simpler: nothing to type, and it can end by itself. A client login is for clients who come back.
login-once-link = Make a link instead
login-sees-count = { $all }: { $released } released, { $inherited } come by themselves{ $locked ->
    [0] { "." }
   *[other] , { $locked } of them ask for a password.
}

## Bringing back, releasing to several, being asked again

ask-restore = Bring “{ $name }” back?
ask-restore-login = Bring the login of { $name } back?
ask-revive = Let the link “{ $label }” count again?
ask-release-to = Release “{ $name }” to { $logins }?
ask-release-less = No longer release “{ $name }” to { $logins }?
did-revive = The link “{ $label }” counts again.
did-release-to = “{ $name }” is released to { $logins }.
did-release-less = “{ $name }” is no longer released to { $logins }.
restore-go = Bring back
restore-named = Bring { $name } back
revive-go = Let it count again
release-go = Release
login-restored = The login of { $name } is back, with its galleries and its code.
login-restored-codeless = The login of { $name } is back. It has no code any more: please give it a new one.
login-codeless = This login has no code any more, so nobody can come in until you give it a new one.
login-codeless-more = There is none. Make a new one below, under “About”.
change-restore-more = The photographs come back, and releases and links that led to them count again. It holds at once. You can undo it right afterwards.
change-restore-login-more = The code opens these galleries again, unless another login has taken it meanwhile: then you give this one a new code. Whoever was in with it types it again.
change-busy = Others are changing your studio right now, so nothing was done yet. This is what would change. Please try again.
undo-meanwhile = Something else has been changed since. Undoing would now do this:
deleted-link = Recently deleted
deleted-lead = { $count ->
    [one] What you delete can be brought back for { $count } day.
   *[other] What you delete can be brought back for { $count } days.
}
deleted-nothing = Nothing was deleted lately
deleted-when = deleted { $when }
also-release = { $count ->
    [one] Also release it to { $count } client login
   *[other] Also release it to { $count } client logins
}
also-release-hint = “{ $parent }” is released to { $names }. Without this tick they do not see the new gallery.
logins-others = others
logins-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
settings-mode-asks = First you see what would change for whom. Nothing happens before you confirm it.

## Settings of the studio

setting-studio = Studio
setting-clients = Clients
settings-studio = Studio
settings-logins-lead = One code for clients who come back.
settings-logins-switch = Client logins are on.
settings-logins-hint = Clients type their code at your address and see what you released to them. Off: no client code works, and nobody can see that codes exist.
settings-mode = Access mode
settings-mode-lead = What a client login sees beside the galleries that you tick.
settings-mode-choose = Choose this mode
mode-staircase = Like a staircase
mode-staircase-hint = Where you switch navigation on, clients walk down into the sub-galleries and up again. Less to tick.
mode-explicit = Each gallery by itself
mode-explicit-hint = Clients see exactly the galleries that you tick, no more and no less. Navigation and gallery passwords do not count at client logins.

## Brand of the studio

setting-brand = Brand
brand-logo = Logo
brand-logo-lead = At your front door, and small above the galleries.
logo-of = Logo of { $studio }
logo-file = Picture file
logo-hint = PNG, WebP or JPEG, up to 2 MB; best without a background. A wide logo stands in place of the name, others above it.
logo-upload = Use this logo
logo-replace = Replace the logo
logo-remove = Remove the logo
logo-too-many-bytes = It is larger than 2 MB.
logo-too-many-pixels = It has more than 16 megapixels.
brand-accent = Colour
brand-accent-lead = For buttons and marks on your clients’ pages.
brand-colour = Colour
brand-pick = Pick a colour
brand-colour-hint = As six digits, for example #8a4b2a. Or pick one.
brand-adjusted-day = On light pages a somewhat darker shade is used, { $day }, so that everybody can read it.
brand-adjusted-night = On dark pages a somewhat lighter shade is used, { $night }, so that everybody can read it.
brand-adjusted-both = So that everybody can read it, light pages use { $day } and dark pages { $night }.
brand-greeting = Greeting
brand-greeting-lead = A few lines above your clients’ galleries.
brand-greeting-hint = Up to 500 characters, without formatting.
brand-sample = How it looks
brand-sample-lead = Your clients see what suits their device.
brand-sample-saved = As it is saved now.
brand-sample-typed = As it is typed now; it counts once you save it.
brand-by-day = On a light device
brand-by-night = On a dark device
brand-sample-new = 3 new photographs
not-a-colour = This is not a colour. Six digits are needed, for example #8a4b2a.

## People of the studio, invitations, one's own account

setting-people = People
setting-account = Account
role-owner = Owner
role-owner-hint = May do everything, people and settings included.
role-photographer = Photographer
role-photographer-hint = May do everything about galleries, photographs, clients and links.
role-assistant = Assistant
role-assistant-hint = Sees the galleries, brings photographs and sorts them. No codes, no clients, no links.
people-here = Who works here
people-you = you
people-last-owner = A studio needs one.
people-role = Role
people-role-of = Role of { $name }
people-role-change = Change
people-role-change-named = Change the role of { $name }
people-remove = Remove
people-remove-named = Remove { $name }
people-remove-title = Remove { $name }?
people-remove-more = They see nothing of this studio any more, on no device, from this moment on. Nothing they did is lost.
people-invited = Invited
people-invite = Invite somebody
people-invite-lead = You get an address to send to them. It can be used once, within seven days.
people-invite-go = Make the invitation
last-owner = A studio needs an owner. Make somebody else an owner first.
works-here = Somebody with this e-mail works here already.
invitation-made = The invitation is ready
invitation-made-more = Copy the address and send it to the person you invited, and to nobody else. It is shown only now.
invitation-address = Address of the invitation
invitation-revoke = Take back
invitation-revoke-named = Take back the invitation of { $email }
invitation-title = Work with { $studio }
invitation-lead = You are invited. Your role: { $role }.
invitation-email = You will sign in as { $email }.
invitation-join = Join the studio
invitation-taken = With this e-mail there is an account here already. Please join with its password, below.
invitation-known = I have an account here already
invitation-sign-in = Sign in and join
invitation-as = You are signed in as { $name } ({ $email }).
invitation-accept = Join the studio
password-choose = Choose a password
password-now = Password until now
password-new = New password
password-change = Change the password
password-changed = Your password is changed. You are signed out on all other devices.
password-change-lead = Afterwards you are signed out on all other devices.
account-yours = Your account
account-to-studios = Your studios
account-you = You
account-you-lead = You sign in with this e-mail, in every studio you work for.
account-password-hint = To show that it is you. With another e-mail you are signed out on all other devices.
reset-lead = For { $email }. Afterwards you are signed out everywhere else.

## Devices and visits

setting-devices = Devices
devices-lead = Here you are signed in. If you do not know a device, end it and change your password.
devices-this = This device
devices-end = End
devices-end-named = End { $device }
devices-end-others = End all others
devices-ended = Ended. It holds at once.
devices-times = Signed in { $since }, last used { $seen }
device = { $browser } on { $system }
device-unknown = Unknown device
visits = Visits
visits-lead = Who came in by this code and has not left. A visit ends by itself after twelve hours.
visits-none = Nobody is here now.
visits-row = Came { $since }, last seen { $seen }
visits-end = End all visits
visits-end-hint = Whoever has the code can come in again. If it got into wrong hands, give a new one.
visits-ended = All visits are ended.
ago-now = just now
ago-minutes = { $count ->
    [one] one minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] one hour ago
   *[other] { $count } hours ago
}
moment = { $date }, { $time } (UTC)
span = { $date }, { $from } to { $until } (UTC)
span-days = { $date }, { $from }, to { $last }, { $until } (UTC)

## Somebody guesses

guessed-title = Somebody is guessing
guessed-title-before = Somebody was guessing
guessed-lately = In the last hour
guessed-look = To its codes
guessed-stays = You read this until you have seen it here, and at least for a day. What is about a photo job stands on its pages for two weeks.
guessed-stays-here = This stands here for two weeks.
guessed-codes = { $count ->
    [one] { $when }: { $count } wrong code was typed at your front door.
   *[other] { $when }: { $count } wrong codes were typed at your front door.
}
guessed-password = { $count ->
    [one] { $when }: { $count } wrong password was typed at “{ $name }”.
   *[other] { $when }: { $count } wrong passwords were typed at “{ $name }”.
}
guessed-calm = You need not do anything. Clients who have been here before, QR codes and links still work; whoever types a code for the first time may have to wait a moment.

## A client's card

code-qr = QR code that holds the code
code-qr-hint = Whoever scans it finds the code filled in at your front door, also while somebody is guessing codes there.
card-print-title = Print card
card-print = Print
card-back = Back
card-nameless = Without the name
card-named = With the name
card-hint = The card is as large as a postcard (A6). It holds the code: hand it to your client alone.

## Photo jobs

desk-jobs = Photo jobs
jobs-lead = Schools, kindergartens, clubs: one shoot, many people, each sees their own pictures.
jobs-none = No photo job yet
jobs-none-more = A photo job is one shoot at one organisation. Everybody in it gets a code of their own; staff get one for all.
job-new = New photo job
job-name = Name of the job
job-name-hint = For you and for staff, for example “Autumn 2026”. Parents read the name of the organisation.
job-organisation = Organisation
job-date = Day of the shoot
job-create = Create the job
job-tabs = Parts of the job
tab-job = Job
tab-unsorted = Photographs
tab-access = Access
subjects = { $count ->
    [0] nobody in it yet
    [one] { $count } person
   *[other] { $count } people
}
job-state = Where it stands
job-state-planning = in planning
job-state-published = published
job-state-archived = archived
job-next-subjects = First add who will be photographed.
job-next-photos = Everybody is here. The next step: bring the photographs.
job-bring-photos = Bring photographs
job-next-sort = { $count ->
    [one] { $count } photograph waits to be sorted.
   *[other] { $count } photographs wait to be sorted.
}
job-sort = Sort them
job-next-missing = { $count ->
    [one] { $count } person has no photograph yet. You can publish all the same.
   *[other] { $count } people have no photograph yet. You can publish all the same.
}
job-next-missing-published = { $count ->
    [one] It is published. { $count } person has no photograph yet.
   *[other] It is published. { $count } people have no photograph yet.
}
job-who-is-missing = Who is missing
job-next-publish = Everything is ready. You can publish.
job-next-nothing = { $count ->
    [one] The pictures are out: for { $count } person.
   *[other] The pictures are out: for { $count } people.
}
job-next-archived = The pictures are kept, and only you see them.
job-told = Whoever holds a code reads now:
job-told-here = their pictures.
job-ends = Everything of this job ends on { $date }.
job-publish = Publish
job-back-to-planning = Back to planning
job-archive = Archive
job-did-group = The group is there.
job-did-subject = Added, with a code of their own.
job-subjects = People
job-add = Add
job-add-more = Groups are classes, mostly. Everybody gets a code of their own.
job-nobody = Nobody yet.
job-nameless = { $count ->
    [one] { $count } person has no first or no last name. Parents find by both names, so they do not find this person by name; their own code opens their pictures.
   *[other] { $count } people have no first or no last name. Parents find by both names, so they do not find these people by name; their own codes open their pictures.
}
group-label = Group
group-new = New group
group-add = Add the group
group-none = without a group
group-taken = This job has a group of that name.
group-held = { $count ->
    [one] { $count } group photograph is held back, because somebody in the group is protected or does not agree.
   *[other] { $count } group photographs are held back, because somebody in the group is protected or does not agree.
}
group-photographs = { $count ->
    [0] no group photographs
    [one] { $count } group photograph
   *[other] { $count } group photographs
}
first-name = First name
last-name = Last name
subject-add = Add the person
subject-protected = protected
subject-refused = no pictures shown
subject-refused-group = not on group photographs
subject-not-photographed = not photographed yet
subject-photos = Add or move photographs
subject-rights = What may be shown
subject-rights-more = It holds at once, also for those who are looking just now.
consent-own = Pictures of this person may be shown
consent-own-more = Off: nobody sees them, whatever code they hold. You still do.
consent-group = Group photographs with this person may be shown
consent-group-more = Off: all photographs of the group are held back.
protected = Protected
protected-more = In no list and found by no name; only this person’s own code opens the pictures. Staff do not see them.
job-unsorted = Not sorted yet
job-sorted = { $count ->
    [one] { $count } photograph has found its place.
   *[other] { $count } photographs have found their place.
}
job-failed = { $count ->
    [one] { $count } file cannot be shown.
   *[other] { $count } files cannot be shown.
}
sort-to = Whose are they?
sort-do = Put them there
sort-group = Group photograph of { $group }
sort-none-chosen = Please choose whose photographs these are.
job-codes-hidden = Codes are shown after you give your password, for ten minutes.
job-show-codes = Show the codes
job-code-set = There is a code. It is hidden.
job-code-save = Save this code
job-code-change = Change to this code
job-code-other = Change or end this code
job-code-other-more = What was given out then opens nothing any more, and whoever came in by it is out. Cards and letters have to be printed again.
job-code-hint = At least eight signs. Capitals, spaces and dashes do not matter.
job-did-code = The code is saved. What the one before let in has ended.
job-did-end-code = That code opens nothing any more.
staff-code = Code for staff
staff-code-more = Opens every picture of this job, and of no other one. Give it to as few people as you can.
staff-code-new = Code for staff
job-end-staff = End the code for staff
connection-code = Code for all parents
connection-code-more = One code for everybody. After it, each parent finds their own child, and states that they may see the pictures.
connection-code-new = Code for all parents
connection-not-allowed = Whoever runs this installation has not switched this on for your studio. Please ask them.
connection-nameless = { $count ->
    [one] { $count } person has no first or no last name. Parents find by both names: please add it first.
   *[other] { $count } people have no first or no last name. Parents find by both names: please add them first.
}
connection-class-asked = Many names were typed that nobody here has. Since then ({ $when }) parents type the class too. Was that only the rush of the first days? Then let names alone be enough again.
connection-names-alone = Let names alone be enough
job-did-names-alone = Names alone are enough again.
connection-finding = Parents type their child’s name
connection-finding-more = Nobody reads a list of names. Off: parents see all names by group and choose.
connection-finding-save = Save how parents find
connection-agreed = This is agreed with the organisation
connection-agreed-more = Whoever has this code and knows a child’s name can see that child’s pictures.
connection-not-agreed = Please agree on it with the organisation first, and tick the box.
job-end-connection = End the code for all parents
subject-codes = Everybody’s own codes
subject-codes-more = Each opens one person’s pictures, and their group’s.
job-subject-codes = { $count ->
    [one] { $count } code
   *[other] { $count } codes
}
confirmations = Who stated that they may see whom
confirmations-more = Each time a parent finds a child, it is recorded with its time.
confirmations-of-one = Who stated that they may see this person
confirmations-of-one-more = Each time somebody finds this person and states it, it is recorded with its time. Whoever has the person’s own code states nothing.
confirmations-how = Read in { $language } · text { $version } · { $device }
confirmations-part = { $first } to { $last } of { $total }
confirmations-later = Later ones
confirmations-earlier = Earlier ones
confirmations-all = All that were recorded
confirmations-none = Nobody yet.
guessed-names = { $when }: { $count } names were typed in “{ $name }” that nobody there has.
guessed-children = { $count ->
    [one] { $when }: a device wanted to open one child more in “{ $name }” than a family has. It was refused.
   *[other] { $when }: devices wanted { $count } times to open more children in “{ $name }” than a family has. They were refused.
}
guessed-crowd = { $when }: from one network more than fifteen children were opened in “{ $name }”, or should have been; { $count } more. At a school that is well possible, anywhere else it is many.
cards-print = Cards as PDF
cards-size = Cards on a page
cards-per-page = { $count ->
    [one] { $count } card: one half for home, one for the camera
   *[other] { $count } cards
}
cards-paper = Paper
cards-also = Second language
cards-also-none = none
cards-large = Large print
cards-large-more = At most two cards on a page.
cards-print-extra = Only the extra cards
extra-cards = Extra cards
extra-cards-more = For people who are not on your list, with a line for the name: 0 to 50. Each time they have new numbers and new codes, so that no two families get the same card.
extra-cards-wrong = Please type a number from 0 to 50.
extra-cards-printed = { $count ->
    [one] Printed on { $date } and not used yet: extra card { $numbers }.
   *[other] Printed on { $date } and not used yet: extra cards { $numbers }.
}
extra-cards-again = Print these again
extra-cards-unnamed = { $count ->
    [one] { $count } extra card has photographs and no name yet.
   *[other] { $count } extra cards have photographs and no name yet.
}
extra-card-name = Who has this card?
extra-card-name-more = Until somebody says whose they are, only the card’s own code opens the pictures: staff and other parents do not see them.

# How long a job is kept, and how far its staff code reaches
tab-job-settings = Settings
job-end = The end of the job
job-end-more = After the last day nobody sees anything of it any more, and within a day everything is deleted: photographs, names, codes.
job-last-day = Last day
job-last-day-hint = Usually twelve months after the pictures came out, at most three years after the shoot.
job-ends-before-shoot = The last day cannot lie before the shoot.
job-ends-too-late = At most three years after the day of the shoot.
staff-code-group = What it opens
staff-code-group-all = the whole job
staff-code-until = Last day of the code
staff-code-until-more = Afterwards it opens nothing. Without a day it works as long as the job.
staff-code-protected = Staff see protected people too
staff-code-protected-more = Off: their pictures stay with those who hold their own code.
staff-code-downloads = Staff may save the photographs
staff-code-downloads-more = Their page says that they may, or asks them not to. There is no download yet, and a picture on a screen can always be saved.
staff-code-terms-save = Save how far it reaches
## Lists that schools send

roster-import = Import a list
roster-lead = The school’s list of names, as a file. First you see what would change; nothing happens before you say so.
roster-send = The list
roster-send-more = One person on each line: first and last name, and the class. If the school has a number for each child, keep that column: children are known by it again.
roster-file = Excel or CSV file
roster-file-hint = .xlsx or .csv, up to 4 MB and 5,000 people. Which column is what is guessed, and you can correct it.
roster-read = Read the list
roster-waits = A list that you sent before is not imported yet.
roster-go-on = Go on with it
roster-empty = There is nothing in this file.
roster-too-large = This file is too large for a list of names: at most 4 MB. Perhaps it is another file.
roster-old-excel = This is a file of an old Excel (.xls). Please open it and save it as .xlsx.
roster-binary-excel = This is a binary Excel file (.xlsb). Please open it and save it as .xlsx.
roster-open-document = This is an OpenDocument file (.ods). Please open it and save it as .xlsx or .csv.
roster-encrypted = This file opens with a password only. Please save it without one.
roster-pdf = This is a PDF. Please ask the school for the list as an Excel or CSV file.
roster-picture = This is a picture, not a list. Please ask the school for the list as an Excel or CSV file.
roster-not-a-table = This is not a list: neither an Excel nor a CSV file.
roster-damaged = This Excel file is damaged. Please open it, save it anew and try again.
roster-wrong-encoding = The file is not written in that encoding. It is still read as before.
roster-check = Check the list
roster-check-lead = Nothing has happened yet. This is what the import would do.
roster-how = How the file was read
roster-rows = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
roster-encoding = Encoding
roster-delimiter = Between the cells
roster-header = The first line says what the columns are
roster-column = Column { $number }
roster-read-again = Read again
roster-was-read = The list was read again.
roster-full-name = First and last name
roster-identifier = Number or identifier
roster-code = Access code
roster-also-accept = Also accept (other spellings)
roster-email = E-mail of a guardian
roster-birth-date = Birth date
roster-ignored = not needed
encoding-west = Western Europe
encoding-central = Central Europe
encoding-cyrillic = Cyrillic
encoding-greek = Greek
encoding-turkish = Turkish
encoding-arabic = Arabic
encoding-baltic = Baltic
delimiter-semicolon = Semicolon
delimiter-comma = Comma
delimiter-tab = Tab
delimiter-pipe = Bar
roster-does = What the import does
roster-nothing = Nothing would change: everybody in this list is in the job already.
roster-no-names = No column holds first and last names. Please say above which ones do, and read again.
roster-new = { $count ->
    [one] { $count } new person
   *[other] { $count } new people
}
roster-new-more = Each gets a code of their own, unless the list holds one.
roster-changed = { $count ->
    [one] { $count } person changes
   *[other] { $count } people change
}
roster-changed-more = Photographs and codes stay with them. An empty cell empties nothing.
roster-same = { $count ->
    [one] { $count } person stays as before
   *[other] { $count } people stay as before
}
roster-kept = { $count ->
    [one] { $count } person of the job is not in the list, and stays
   *[other] { $count } people of the job are not in the list, and stay
}
roster-kept-more = An import deletes nobody.
roster-asked = { $count ->
    [one] { $count } line could be somebody who is here already, and is left out
   *[other] { $count } lines could be somebody who is here already, and are left out
}
roster-doubtful = { $count ->
    [one] { $count } line could be somebody who is here already
   *[other] { $count } lines could be somebody who is here already
}
roster-asked-more = Rather a question than a photograph under the wrong name. With the school’s number or the birth date in the list, they are told apart.
roster-asked-nobody = The number stands for two people, or nobody is named.
roster-erased = { $count ->
    [one] { $count } line is about somebody who was erased at the family’s wish, and is left out
   *[other] { $count } lines are about people who were erased at the family’s wish, and are left out
}
roster-erased-more = They are known again without their names being kept. Tell the school to take them out of its list.
roster-bring-back = Bring back who was erased
roster-bring-back-more = All of them, if their families want it now.
roster-settle = Take these answers
roster-settle-out = Leave this line out
roster-settle-is = It is { $who }
roster-settle-new = It is a new person
roster-settle-twice = Two lines cannot be the same person. Please choose again.
roster-was-settled = Your answers count. This is what the import would do now.
roster-left-out = { $count ->
    [one] { $count } line is left out, because it is double or names nobody
   *[other] { $count } lines are left out, because they are double or name nobody
}
roster-new-groups = { $count ->
    [one] { $count } new group: { $names }
   *[other] { $count } new groups: { $names }
}
roster-safe = Nobody is deleted, and no photograph moves. The same list can be imported again.
roster-do = Import
roster-drop = Drop the list
roster-meanwhile = Somebody changed this job meanwhile, or took one of the codes. This is what the import would do now.
roster-wrong = { $count ->
    [one] { $count } thing to look at in the list
   *[other] { $count } things to look at in the list
}
roster-wrong-more = The rest of each line is imported, unless it says that the line is left out.
roster-refused = { $count ->
    [one] { $count } code of the list is not taken
   *[other] { $count } codes of the list are not taken
}
roster-refused-more = Whoever is new gets a code that is drawn; everybody else keeps theirs.
roster-code-taken = Somebody else has this code already. A code belongs to one person and one job.
roster-code-guessed = This code is easily guessed.
roster-code-changes = Access code: another one. The card with the old code opens nothing any more.
roster-nameless = { $count ->
    [one] { $count } person lacks a first or last name
   *[other] { $count } people lack a first or last name
}
roster-nameless-more = Parents find by both names. Until everybody has both, this job can be given no code for all parents.
roster-namesakes = { $count ->
    [one] { $count } person shares a name with another one
   *[other] { $count } people share a name with another one
}
roster-namesakes-more = Where parents find by name, everybody in this job types the class too. Whoever shares the class as well is found by their own code alone.
roster-latin = { $count ->
    [one] { $count } name cannot be typed in Latin letters
   *[other] { $count } names cannot be typed in Latin letters
}
roster-latin-more = Parents with a Latin keyboard do not find them. Add how the name is written in Latin letters, in a column “Also accept”.
roster-line = Line { $line }
roster-range = { $from } to { $to } of { $count }
roster-done = The list is imported.
roster-done-new = { $count ->
    [0] Nobody is new.
    [one] { $count } person is new, with a code of their own.
   *[other] { $count } people are new, each with a code of their own.
}
roster-done-changed = { $count ->
    [one] { $count } person was changed.
   *[other] { $count } people were changed.
}
roster-done-same = { $count ->
    [one] { $count } person is as before.
   *[other] { $count } people are as before.
}
roster-done-kept = { $count ->
    [one] { $count } person was not in the list, and stays.
   *[other] { $count } people were not in the list, and stay.
}
roster-done-erased = { $count ->
    [one] { $count } line is about somebody who was erased, and was left out.
   *[other] { $count } lines are about people who were erased, and were left out.
}
roster-done-asked = { $count ->
    [one] { $count } line could have been somebody else, and was left out.
   *[other] { $count } lines could have been somebody else, and were left out.
}
roster-to-job = To the job
roster-to-cards = Codes and cards
problem-too-many-rows = More than 5,000 people. This line and those after it are left out.
problem-too-many-columns = More than 100 columns. Those after are left out.
problem-column-twice = “{ $column }” was chosen for two columns. The first counts.
problem-nobody-named = Neither a name nor a number. The line is left out.
problem-name-unclear = The full name could be split in two ways. The line is left out. Two columns help, or “Last, First”.
problem-first-name-missing = There is no first name.
problem-last-name-missing = There is no last name.
problem-too-long = { $column }: too long, left out.
problem-birth-date-unreadable = The birth date is not a day, and is left out.
problem-birth-date-unclear = The birth date could be two days, and is left out.
problem-email-unreadable = The e-mail is not an address, and is left out.
problem-code-unusable = This cannot be a code: a code has at least eight letters or digits. It is left out.
problem-code-twice = The same code as in line { $like }. It is left out.
problem-identifier-twice = The same number as in line { $like }. The line is left out.
problem-double = The same person as in line { $like }. The line is left out.
## Photographs of a job find whose they are
sort-by = Sort what is here
sort-by-more = Photograph the card, then the child, then the next card. Or let the names of the files begin with the identifier. You see first what would happen.
sort-by-cards = By the cards
sort-by-names = By the names of the files
sort-unread = { $count ->
    [one] { $count } picture is still being looked at, and may be a card. Nothing is sorted until then: please load this page again in a moment.
   *[other] { $count } pictures are still being looked at, and each may be a card. Nothing is sorted until then: please load this page again in a moment.
}
sort-arriving = { $count ->
    [one] { $count } file is still on its way, and may be a card. Nothing is sorted by cards until it is here. If the upload broke off, send it once more.
   *[other] { $count } files are still on their way, and each may be a card. Nothing is sorted by cards until they are here. If the upload broke off, send them once more.
}
sort-would = { $count ->
    [one] { $count } photograph would be put elsewhere.
   *[other] { $count } photographs would be put elsewhere.
}
sort-people = { $count ->
    [one] Photographs for { $count } person
   *[other] Photographs for { $count } people
}
sort-back = { $count ->
    [one] { $count } photograph that was sorted like this before would wait again.
   *[other] { $count } photographs that were sorted like this before would wait again.
}
sort-go = { $count ->
    [one] Sort { $count } photograph
   *[other] Sort { $count } photographs
}
sort-looked = I have looked: no card is among these photographs.
sort-looked-more = A card that was not noticed would be shown to a family, with another child’s name and code. Choose it below and say that it is a card.
sort-not-looked = Please look through the photographs below first, and tick that no card is among them.
sort-nothing = There is nothing here to sort in this way.
sort-meanwhile = Something changed meanwhile, and nothing was sorted. This is what would happen now.
sort-undone = It is as it was before.
cards-none = Nothing to decide at the moment.
cards-none-at-all = No picture of a card has come yet.
job-all-sorted = Everything is sorted.
cards-undecided = Cards to decide about
cards-all = All cards
cards-show-all = Show all cards
cards-show-undecided = Show only those to decide about
cards-more = Nobody but you sees pictures of cards. What follows a card that is not clear waits until you say whose it is.
cards-chosen = The chosen cards
card-whose = Whose card is it?
card-tell = It is their card
card-none = No card: a photograph
card-told = It is their card now. What follows it can be sorted.
card-none-told = It is a photograph now, and waits to be sorted.
card-several = More than one card
card-nobody = A card of nobody in this job
card-unread = Looks like a card, and could not be read
card-hidden = A card
todo-title = To look at
todo-before = { $count ->
    [one] { $count } photograph was taken before the first card.
   *[other] { $count } photographs were taken before the first card.
}
todo-doubt = { $count ->
    [one] { $count } photograph follows a card that is not clear.
   *[other] { $count } photographs follow a card that is not clear.
}
todo-failed = { $count ->
    [one] { $count } file could not be read: it may be a card. What follows it, up to the next card, is nobody’s by the cards until you remove the file or sort by hand.
   *[other] { $count } files could not be read: any of them may be a card. What follows them, up to the next card, is nobody’s by the cards until you remove the files or sort by hand.
}
todo-astray = { $count ->
    [one] { $count } photograph hangs with one person, whose family may see it, and would go to another. A card was missed, or pictures of two cameras are mixed up, or a file has another’s name. Look before you sort:
   *[other] { $count } photographs hang with one person, whose family may see them, and would go to another. A card was missed, or pictures of two cameras are mixed up, or a file has another’s name. Look before you sort:
}
todo-astray-one = { $from }: { $count } would go to { $to }
todo-back = { $count ->
    [one] Photographs hang with { $count } person though no clear card says so any more. The family may see them. Sort by cards, and they wait again:
   *[other] Photographs hang with { $count } people though no clear card says so any more. The families may see them. Sort by cards, and they wait again:
}
todo-withdrawn = { $count ->
    [one] The consent of { $count } person is withdrawn, and photographs would be put to them. Once sorted, they are deleted with the others of this person, for good:
   *[other] The consent of { $count } people is withdrawn, and photographs would be put to them. Once sorted, they are deleted with the others of these people, for good:
}
todo-empty = { $count ->
    [one] { $count } card with no photograph after it:
   *[other] { $count } cards with no photograph after them:
}
todo-long = { $count ->
    [one] { $count } person has many more photographs than the others. Perhaps the next card was not noticed:
   *[other] { $count } people have many more photographs than the others. Perhaps the next card was not noticed:
}
sort-last = { $count ->
    [one] { $count } person is the last before the end of a camera’s pictures. If the class was photographed afterwards, its pictures would go to this person alone. Move them to the class first:
   *[other] { $count } people are the last before the end of a camera’s pictures. If the class was photographed afterwards, its pictures would go to them alone. Move them to the class first:
}
todo-missing = { $count ->
    [one] { $count } person is not photographed yet:
   *[other] { $count } people are not photographed yet:
}
todo-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}

# The end of a job
job-ending-days = { $count ->
    [one] Ends tomorrow.
   *[other] Ends in { $count } days.
}
job-ending-today = Ends today.
job-ending-over = It is over. Nobody sees anything of it, and at noon (UTC) on { $date } everything is deleted.
job-ending-what = Then its photographs, names and codes are deleted for good.
job-ending-change = Change the last day
job-endings = Photo jobs that end soon
job-confirmations = { $count ->
    [one] { $count } confirmation
   *[other] { $count } confirmations
}
job-delete = Delete this job now
job-delete-what = This deletes for good, and nothing brings it back:
job-delete-how = Names, codes and every way in end at once; the files of the photographs are deleted within a day. Numbers, the name of the job and of the organisation stay in your list.
job-delete-again = Type the name of the job: { $name }
job-delete-name-wrong = This is not the name of the job.
job-delete-now = Delete everything of this job
job-deleted = The job is deleted. Its files follow within a day.
jobs-ended = Deleted jobs
jobs-ended-more = What stays of them: no names, no codes, no photographs.
job-ended-on = deleted on { $date }

# Who is on a photograph of a group
photo-who-is-on = Who is on it
photo-who-is-on-more = Take the tick from everybody who is not on this photograph. Then it is not held back for them.
photo-held = It is held back. On it, as far as you say here:
photo-held-by-nobody = It is not held back for anybody.
photo-kept-back = It is held back for good: somebody on it was erased. You can delete it.
photo-unclear = It is held back: somebody was erased who was not to be shown, and nobody has said yet whether that person is on it.
photo-look = Held back until somebody has looked
photo-look-more = If somebody who was erased is on it, leave it as it is, or delete it.
photo-looked = I have looked: nobody who was erased is on it
photo-looked-told = Saved. Nobody who was erased is on what you chose.
photos-unclear = { $count ->
    [one] { $count } photograph here is held back until somebody has looked: somebody was erased who was not to be shown, and may be on it.
   *[other] { $count } photographs here are held back until somebody has looked at each: somebody was erased who was not to be shown, and may be on them.
}
photo-stays = Held back. Whoever gives out access decides where it goes.

# Consent withdrawn, and erasure
consent-withdrawn = Consent withdrawn
consent-withdraw-what = This person disappears at once from lists, galleries and photographs of the group, for everybody. Their own photographs are deleted for good within a day, the originals too, and so are pictures of their card alone; also what is put here later. Within that day you can take it back. What is still being looked at may take a day longer, and photographs that nobody has sorted stay, seen by you alone, until somebody sorts them.
consent-withdraw = Record that consent was withdrawn
consent-did-withdraw = Recorded. Nobody sees this person any more.
subject-shielded = Saved. Somebody of this name is protected, or may not be shown everywhere: the same is true of this person now, until you say otherwise below.
consent-withdrawn-until = Nobody sees this person any more. From { $date }, { $time } (UTC) on their own photographs are deleted for good. Until then you can take it back.
consent-give-again = Consent is given again
erase-title = Erase this person
erase-more = For example when parents ask for it (GDPR Art. 17).
erase-what = Names, code, consent, confirmations and their own photographs are deleted for good, the originals too. Nothing brings them back. Give out a copy before if somebody asks for one.
erase-waits = Photographs of this job are still on their way or being looked at. Some may follow this person’s card, and would stay behind. Please try again when all are here.
erase-unclear = Photographs that are not sorted yet, and photographs of the group that come later, are held back until you have looked at them: whoever is erased may be on them.
erase-group-photos = { $count ->
    [one] They may be on { $count } photograph of the group. What becomes of it?
   *[other] They may be on { $count } photographs of the group. What becomes of them?
}
erase-keep-back = Keep it, and hold it back for good
erase-delete = Delete it
erase-now = Erase everything of this person
subject-erased = Everything of this person is erased. The files follow within a day.
part-of = { $first } to { $last } of { $total } photographs
part-before = The ones before
part-after = The next ones
part-ways = More photographs
sort-keys = Type the beginning of a name and press Enter: the chosen photographs go there. Arrows lead from one to the next, Ctrl+Z takes back.
sort-keys-none = Nobody is called so.

# Another code
renew-title = A new code
renew-more = When the card was lost, or somebody has it who should not.
renew-what = The code that this person has now opens nothing from then on, and whoever came in with it is out at once. You print the new card under “Access”.
renew-now = Give a new code
renew-did = There is a new code. The one before opens nothing any more.

# A copy of everything about somebody
copy-title = Copy of everything
copy-more = For example when parents ask what is kept (GDPR Art. 15 and 20).
copy-what = A ZIP file with this person’s own photographs as they were uploaded, and all data as JSON. Photographs of the group show others too and are not in it.
copy-now = Make the copy

# The page of whoever runs the installation
operator-title = Studios of this installation
operator-lead = Here you allow a studio to use codes for all parents of a photo job, or forbid it. Nothing else of a studio is shown here.
operator-enter-title = For whoever runs this installation
operator-enter-lead = This page opens by a link that the program prints on the server: “passepartout operator link”. It works once, for 15 minutes.
operator-enter = Open the page
operator-enter-rejected = This link opens nothing, or no longer. Please make a new one on the server.
operator-since = since { $date }
operator-members = { $count ->
    [0] no members
    [one] { $count } member
   *[other] { $count } members
}
operator-jobs = { $count ->
    [0] no photo jobs
    [one] { $count } photo job
   *[other] { $count } photo jobs
}
operator-allowed = Codes for all parents are allowed
operator-not-allowed = Codes for all parents are not allowed
operator-allow = Allow
operator-allow-named = Allow { $studio } codes for all parents
operator-forbid = Forbid …
operator-forbid-named = Forbid … codes for all parents of { $studio }
operator-forbid-title = Forbid { $studio } codes for all parents?
operator-forbid-what = { $count ->
    [0] No photo job of this studio has such a code now.
    [one] { $count } photo job has such a code. It will open nothing, and parents who came in by it see nothing any more, at once.
   *[other] { $count } photo jobs have such a code. They will open nothing, and parents who came in by them see nothing any more, at once.
}
operator-forbid-back = The codes are kept: if you allow them again, they open the same as before. Children’s own codes and codes for staff stay as they are.
operator-forbid-now = Forbid
operator-keep = Leave it as it is
operator-did-on = Codes for all parents are allowed.
operator-did-off = Codes for all parents are forbidden.
operator-none = No studio yet
operator-acts = What was done last
operator-acts-none = Nothing yet
operator-act-on = Codes for all parents allowed
operator-act-off = Codes for all parents forbidden
operator-by-machine = with the program on the server
operator-by-page = on this page
