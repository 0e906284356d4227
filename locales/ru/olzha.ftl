# Олжа: полка, очки, сообщение о новых трофеях.
olzha-picture-title = Олжа
olzha-picture-points = { $points } { $points ->
    [one] очко
    [few] очка
   *[other] очков
}
olzha-picture-times = ×{ $times }
olzha-picture-empty = Здесь появится ваш первый трофей
olzha-picture-near = Следующие трофеи
olzha-picture-share = { $there } / { $needed }

olzha-shelf = 🏆 <b>Олжа: { $points } { $points ->
    [one] очко
    [few] очка
   *[other] очков
}</b>
olzha-won = 🏅 { $name }{ $times ->
    [1] {""}
   *[other] {" "}×{ $times }
} · { DAY($day) }
olzha-near = <b>Следующие трофеи</b>
olzha-near-line = ▫️ { $name }: { $there } / { $needed }
olzha-points = Всего: <b>{ $points } { $points ->
    [one] очко
    [few] очка
   *[other] очков
}</b>
olzha-new = 🏆 { $trophies ->
    [1] <b>У вас новый трофей!</b>
    [one] <b>У вас { $trophies } новый трофей!</b>
    [few] <b>У вас { $trophies } новых трофея!</b>
   *[other] <b>У вас { $trophies } новых трофеев!</b>
}
olzha-new-line = 🏅 <b>{ $name }</b>
    { $about }.
olzha-off =
    Олжа отключена: очки не считаются, сообщений о трофеях нет.

    На ваш уровень это не влияет. Если включить олжу снова, все прежние очки и трофеи вернутся.
olzha-not-begun = Олжа появится, когда вы начнёте уровень.
olzha-button-shelf = 🏆 Открыть мою полку
olzha-button-off = 🔕 Отключить олжу
olzha-button-on = 🏆 Включить олжу
menu-button-olzha = 🏆 Олжа
mydata-olzha = Олжа: { $points } { $points ->
    [one] очко
    [few] очка
   *[other] очков
}
