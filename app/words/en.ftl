# The words of the interface in English. Short, polite, free of jargon.

## Everywhere

date = { $day } { $month } { $year }
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
photographs = { $count ->
    [one] { $count } photograph
   *[other] { $count } photographs
}
skip = Skip to the content
other-language = Deutsch
other-language-code = de

## Front door

code-label = Your code
code-enter = See my pictures
code-hint = The code is on your card or in your message from us. Capitals, spaces and dashes do not matter.
code-rejected = This code opens nothing here. Please look at it again, or ask us for a new one.
code-mistyped = One sign seems mistyped.
code-show = Show
code-hide = Hide
pause-title = A short pause, please
pause-seconds = { $count ->
    [one] There were many tries from here. You can try again in one second.
   *[other] There were many tries from here. You can try again in { $count } seconds.
}
pause-minutes = There were many tries from here. You can try again in about { $count } minutes.
pause-moment = One moment, please …
pause-kept = What you typed is kept for a quarter of an hour: after the pause, just press the button.
pause-ways = The QR code on your card and the link in your message still work, and so does the device that you came in with before.
try-again = Try again
back-inside = Back to your galleries
slow = { $seconds ->
    [one] Too many tries came from here. Please wait one second, then try again.
   *[other] Too many tries came from here. Please wait { $seconds } seconds, then try again.
}

## A visit

welcome = Photographs, delivered privately.
welcome-sign-in = Sign in to your studio
welcome-client = Looking for your pictures? Please open the address that your studio gave you.
your-visit = Your visit
overview = Overview
leave = Leave
overview-lead = { $count ->
    [one] One gallery, kept here for you.
   *[other] { $count } galleries, kept here for you.
}
overview-empty-title = Your galleries will appear here
overview-empty = Nothing has been released to you yet. Keep your code: as soon as there are pictures for you, it shows them.
some-new = { $count } new
all-new = new
find-label = Find a gallery by its name
find-gallery = Find a gallery
find = Find
find-nothing = No gallery has this in its name
find-all = Show all galleries
no-photographs = no photographs yet
way-back = Way back
sub-galleries = Galleries in this gallery
photographs-title = Photographs
photograph-number = Photograph { $number }
photograph-of = Photograph { $position } of { $count }
gallery-empty-title = No photographs yet
gallery-empty = They appear here by themselves when they are ready. You need not do anything.
pages = Pages
locked-gallery = Locked gallery
password-needed = Password needed
locked-title = This gallery is locked
locked = It asks for a password of its own.
password-label = Password of the gallery
password-open = Open the gallery
password-rejected = That is not the password of this gallery.
this-photograph = This photograph
zoom-in = Zoom in
zoom-out = Fit
previous = Previous
next = Next

## A member looks through a client's eyes

view-as-client = View as client
view-as-visitor = Preview
view-as-visitor-of = See what the link { $label } shows
preview = Preview
preview-login = You are looking through the eyes of { $name }.
preview-link = You are looking through the link “{ $name }”.
preview-some-link = You are looking through a link.
preview-counts-nothing = Nothing here counts as a visit.
preview-phone = At the width of a phone
preview-wide = At full width
preview-end = Back to the studio
preview-door = Here a visitor types the password of the gallery. In a preview the door stays shut.
preview-logins-off = Client logins are switched off: nobody comes in with this code now.

## When something went wrong

not-found-title = There is nothing here
not-found = The address may be mistyped, or the gallery is no longer shown to you.
not-found-studio = Your studio
not-found-door = Enter a code
failed-title = Something went wrong here
failed = It is not your fault, and nothing is lost. Please try again in a moment.
not-sent = This could not be sent. What you typed is still here; please try again when you are online.
busy = Very many people are here right now. Please try again in a moment.
no-space = The server has no room left. Nothing was changed; the studio has to make room first.

## Uploading

upload-invitation = Drop photographs or folders here
upload-hint = JPEG, PNG and WebP, up to 200 MB each. Folders become sub-galleries.
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

optional = if you like
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
language = Language
language-name = English
your-name = Your name
your-email = Your e-mail
your-password = Your password
your-password-hint = At least 12 characters. A sentence is fine.
only-studio-sees = Only your studio sees this.
fields-wrong = Please look at this again
field-missing = Please fill this in.
field-too-short = { $min ->
    [one] Please use at least { $min } character.
   *[other] Please use at least { $min } characters.
}
field-too-long = { $max ->
    [one] Please use { $max } character at most.
   *[other] Please use { $max } characters at most.
}
field-unprintable = There are characters in it that cannot be shown. Please type it anew.
field-taken = This is in use already.
address-spelling = Please use small letters from a to z, digits, and single dashes between them.
address-reserved = This address is kept for the program itself. Please choose another.
address-taken = Another studio has this address already.
email-taken = Somebody has an account with this e-mail already.
not-an-email = This is not an e-mail address.
not-a-date = This is not a date.
date-past = This day is over.
code-taken = This code is in use in your studio already, maybe in another spelling. Please choose another.
form-too-long = This is more than a form takes. Please go back and send less at once; nothing was changed.
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
search-label = Find galleries, client logins and links by their names
search-short = Beginnings of words
search-links = Links
search-link-to = leads to { $gallery }
search-nothing = Nothing has this in its name
search-nothing-more = Galleries, client logins and links are found by the beginnings of the words in their names.
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
gallery-below-all = See all { $count } in the tree
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
photos-choose-none = Choose none
photos-as-cover = Use as cover
photos-cover-chosen = The gallery has a new cover.
photos-deleted = { $count ->
    [one] { $count } photograph was deleted.
   *[other] { $count } photographs were deleted.
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
hand-over-letter =
    Hello { $name },

    your photographs are here for you:
    { $link }

    Or open { $address } and type this code:
    { $code }

    Please keep the code: it also shows the galleries that are still to come.

    { $studio }
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

## Somebody guesses

guessed-title = Somebody is guessing
guessed-codes = { $count ->
    [one] In the last hour, { $count } wrong code was typed at your front door.
   *[other] In the last hour, { $count } wrong codes were typed at your front door.
}
guessed-password = { $count ->
    [one] In the last hour, { $count } wrong password was typed at “{ $name }”.
   *[other] In the last hour, { $count } wrong passwords were typed at “{ $name }”.
}
guessed-calm = You need not do anything. Clients who have been here before, QR codes and links still work; whoever types a code for the first time may have to wait a moment.

## A client's card

code-qr = QR code that holds the code
code-qr-hint = Whoever scans it finds the code filled in at your front door, also while somebody is guessing codes there.
card-title = Print card
card-print = Print
card-back = Back
card-nameless = Without the name
card-named = With the name
card-hint = The card is as large as a postcard (A6). It holds the code: hand it to your client alone.
card-qr = QR code that opens the pictures at { $name }
card-how = Scan the square with your phone, or type the code at { $address }
