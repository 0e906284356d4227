# Olzha: the shelf, points, the message of new trophies.
olzha-picture-title = Olzha
olzha-picture-points = { $points } { $points ->
    [one] point
   *[other] points
}
olzha-picture-times = ×{ $times }
olzha-picture-empty = Your first trophy will stand here
olzha-picture-near = Next trophies
olzha-picture-share = { $there } / { $needed }

olzha-shelf = 🏆 <b>Olzha: { $points } { $points ->
    [one] point
   *[other] points
}</b>
olzha-won = 🏅 { $name }{ $times ->
    [one] {""}
   *[other] {" "}×{ $times }
} · { DAY($day) }
olzha-near = <b>Next trophies</b>
olzha-near-line = ▫️ { $name }: { $there } / { $needed }
olzha-points = In all: <b>{ $points } { $points ->
    [one] point
   *[other] points
}</b>
olzha-new = 🏆 { $trophies ->
    [one] <b>You have a new trophy!</b>
   *[other] <b>You have { $trophies } new trophies!</b>
}
olzha-new-line = 🏅 <b>{ $name }</b>
    { $about }.
olzha-off =
    Olzha is off: no points are counted, and no message tells of trophies.

    Your level is not affected. Turn it on again, and all your points and trophies come back.
olzha-not-begun = Olzha appears once you have begun a level.
olzha-button-shelf = 🏆 Open my shelf
olzha-button-off = 🔕 Turn olzha off
olzha-button-on = 🏆 Turn olzha on
menu-button-olzha = 🏆 Olzha
mydata-olzha = Olzha: { $points } { $points ->
    [one] point
   *[other] points
}
