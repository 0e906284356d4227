# Тәлімгердің белгілері: норматив, бағыттың және деңгейдің аяқталуы.
marks-head = 🏅 <b>{ $name }</b>, { $level } деңгей
marks-direction = { $name }: { $done }{ $norm ->
    [yes] . Норматив ✅
   *[no] { "" }
}
marks-direction-missing = { $name }: { $done }{ $norm ->
    [yes] . Норматив ✅
   *[no] { "" }
}. Қалғаны: { $missing }
marks-hint = Талаптары орындалған бағытқа белгі қоясыз. Барлық бағыт белгіленгенде деңгей аяқталады.
marks-complete = 🎉 Деңгей толық аяқталды.
marks-button-norm = 🏅 Норматив: { $name }
marks-button-unnorm = ↩️ Норматив белгісін алу: { $name }
marks-button-done = ✅ { $name }: аяқталды
marks-button-undone = ↩️ { $name }: белгіні алу
marks-button-last = 🎉 Иә, деңгей аяқталды
marks-button-participant = 👤 Қатысушы
marks-button-progress = 📊 Жетістігі
marks-ask-last = Бұл соңғы бағыт. Белгі қойсаңыз, деңгей аяқталады: <b>{ $name }</b>, { $level } деңгей. Кейін өзгерту мүмкін емес. Растайсыз ба?
marks-already = Бұл белгі қойылып қойған.
marks-none = Бұл белгі алынып қойған.
marks-not-yet = Бұл бағыттың талаптары әлі толық орындалмаған. Не қалғаны тізімде көрсетілген.
marks-norm-bound = Бұл бағыт аяқталды деп белгіленген. Алдымен сол белгіні алыңыз.
marks-not-active = Белгіні қатысушы белсенді кезде ғана қоюға болады.
marks-level-complete = Деңгей аяқталған, белгілер енді өзгермейді.

marks-told-norm = 🏅 Құттықтаймыз! Тәлімгер нормативіңіздің орындалғанын растады. Бағыт: { $direction }
marks-told-direction = 🎉 Құттықтаймыз! Бағыт аяқталды: { $direction }. Аяқталған бағыттар: { $complete } / { $total }
marks-told-level = 🎉🏆 Құттықтаймыз, { $name }! { $level } деңгейдің барлық бағытын аяқтадыңыз. Осы жолдағы еңбегіңізге тәнтіміз! Марапаттау туралы осы жерде хабарлаймыз.
marks-told-level-staff = 🎉 Деңгей аяқталды: <b>{ $name }</b>, { $level } деңгей.
