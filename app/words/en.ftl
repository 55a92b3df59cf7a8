# The words of the interface in English. Short, polite, free of jargon.

## Everywhere

date = { $day } { $month } { $year }
month = { NUMBER($month) ->
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
