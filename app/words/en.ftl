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
code-show = Show
code-hide = Hide
slow = { $seconds ->
    [one] Too many tries came from here. Please wait one second, then try again.
   *[other] Too many tries came from here. Please wait { $seconds } seconds, then try again.
}

## When something went wrong

not-found-title = Nothing here
not-found = There is nothing at this address, or it is not open to you.
not-found-door = Type your code
failed = Something went wrong on our side. Nothing you entered is lost; please try again.
busy = Very many people are here right now. Please try again in a moment.
no-space = The server has no room left. Nothing was changed; the studio has to make room first.
