# What visitors read, in English: clients, guests, parents. Short, polite, free of jargon.

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
language = Language

## Front door

code-label = Your code
code-enter = See my pictures
code-hint = The code is on your card or in your message from us. Capitals, spaces and dashes do not matter.
code-rejected = This code opens nothing here. Please look at it again, or ask us for a new one.
code-mistyped = One character seems mistyped.
code-show = Show
code-hide = Hide
pause-title = A short pause, please
pause-seconds = { $count ->
    [one] There were many tries from here. You can try again in one second.
   *[other] There were many tries from here. You can try again in { $count } seconds.
}
pause-minutes = There were many tries from here. You can try again in about { $count } minutes.
pause-day = There were many tries from here. Please try again tomorrow, or ask the school or the photographer.
pause-moment = One moment, please…
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

## Fields of forms

optional = if you like
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
not-a-date = This is not a date.
form-too-long = This is more than a form takes. Please go back and send less at once; nothing was changed.

## What a client is handed: a message, a card

hand-over-letter =
    Hello { $name },

    Your photographs are here for you:
    { $link }

    Or open { $address } and type this code:
    { $code }

    Please keep the code: it also shows the galleries that are still to come.

    { $studio }
card-qr = QR code that opens the pictures at { $name }
card-how = Scan the square with your phone, or type the code at { $address }

## School photographs: what parents read

parent-notice-title = Before you go on
parent-notice-body =
    On this page you find the pictures of your own child. It is for parents and legal guardians.
    The names that you type are not kept.
    Each time somebody confirms that they may see a child’s pictures, this is recorded with date, time, language and kind of device. The photographer can see it.
parent-continue = Continue
find-title = Find your child’s pictures
find-first = First name
find-last = Last name
find-group = Class or group
find-group-hint = As it stands on the timetable, for example 3b.
find-class-asked = Please type the names once more, and the class too. Many names were mistyped here today, so the class is asked for as well.
find-not-found = Nothing was found for this name. Please check whether it is spelled as the school writes it. If it is, please ask the school or the photographer.
list-title = Choose your child
list-filter = Find a name in the list
list-login = Login
list-empty = No name in the list contains this.
confirm-title = Please confirm
confirm-sentence = I am entitled to see the pictures of { $name }: I am legally responsible for the child, or have the permission of somebody who is.
confirm-tick-missing = Please tick the sentence if it is true. Otherwise the pictures cannot be shown.
confirm-button = Confirm and see the pictures
confirm-cancel = Cancel
confirm-recorded = Your confirmation is recorded with date, time, language and kind of device.

## School photographs: a child’s pictures

child-title = Pictures of { $name }
child-own = Portraits
child-group = Group pictures of { $group }
child-none-yet = There are no pictures of this child yet. Please come back later with the same code.
child-another = Add another child

## School photographs: when there is nothing to see

job-planning = The pictures of { $organisation } are not there yet. Please keep the code and come back later.
job-not-published = The pictures are being prepared. Please keep the code and come back in a few days.
job-archived = These pictures have been put into the archive. If you still need them, please ask the photographer.
job-ended = The time for these pictures is over. They cannot be seen here any more.
too-many-children = For your safety, the pictures of only three children can be opened on one device a day. If you need more, please ask the photographer.

## School photographs: staff

staff-title = For the staff
staff-view-line = You see the whole job as staff.
staff-may-save = You may save these pictures.
staff-no-download = Please only look at these pictures here, and do not save them.
staff-group = Class or group
staff-not-photographed = Not photographed yet

## School photographs: the printed card

card-title = Your pictures
card-scan = Scan the square with your phone, or type the code at:
card-keep = Please keep this card: it is the key to your child’s pictures.
card-until = The pictures can be seen until { $date }.
extra-card = Extra card { $number }

## School photographs: around the list and the pictures

children-title = Your children
child-all = See all
find-button = Show the pictures
confirm-unnamed = I am entitled to see this child’s pictures: I am legally responsible for the child, or have the permission of somebody who is.
list-login-of = Login: { $name }
list-no-group = Without a class
