# Олжа: сөре, ұпай, жаңа олжа туралы хабар.
olzha-picture-title = Олжа
olzha-picture-points = { $points } ұпай
olzha-picture-times = ×{ $times }
olzha-picture-empty = Алғашқы олжаңыз осы жерде тұрады
olzha-picture-near = Келесі олжалар
olzha-picture-share = { $there } / { $needed }

olzha-shelf = 🏆 <b>Олжа: { $points } ұпай</b>
olzha-won = 🏅 { $name }{ $times ->
    [one] {""}
   *[other] {" "}×{ $times }
} · { DAY($day) }
olzha-near = <b>Келесі олжалар</b>
olzha-near-line = ▫️ { $name }: { $there } / { $needed }
olzha-points = Барлығы: <b>{ $points } ұпай</b>
olzha-new = 🏆 { $trophies ->
    [one] <b>Жаңа олжаңыз бар!</b>
   *[other] <b>Сізде { $trophies } жаңа олжа бар!</b>
}
olzha-new-line = 🏅 <b>{ $name }</b>
    { $about }.
olzha-off =
    Олжа өшірулі. Ұпай жиналмайды, олжа туралы хабар келмейді.

    Бұл деңгейіңізге әсер етпейді. Қайта қоссаңыз, бұрынғы ұпайларыңыз бен олжаларыңыз түгел қайтады.
olzha-not-begun = Олжа деңгей басталған соң пайда болады.
olzha-button-shelf = 🏆 Сөремді көру
olzha-button-off = 🔕 Олжаны өшіру
olzha-button-on = 🏆 Олжаны қосу
menu-button-olzha = 🏆 Олжа
mydata-olzha = Олжа: { $points } ұпай
