# Отметки наставника: норматив, завершение направления и уровня.
marks-head = 🏅 <b>{ $name }</b>, уровень: { $level }
marks-direction = { $name }: { $done }{ $norm ->
    [yes] . Норматив ✅
   *[no] { "" }
}
marks-direction-missing = { $name }: { $done }{ $norm ->
    [yes] . Норматив ✅
   *[no] { "" }
}. Осталось: { $missing }
marks-hint = Отметьте направление, в котором выполнены все требования. Когда отмечены все, уровень завершён.
marks-complete = 🎉 Уровень полностью завершён.
marks-button-norm = 🏅 Норматив: { $name }
marks-button-unnorm = ↩️ Снять норматив: { $name }
marks-button-done = ✅ { $name }: завершено
marks-button-undone = ↩️ { $name }: снять отметку
marks-button-last = 🎉 Да, уровень завершён
marks-button-participant = 👤 Участник
marks-button-progress = 📊 Успехи
marks-ask-last = Это последнее направление. С этой отметкой уровень будет завершён: <b>{ $name }</b>, { $level }. Потом изменить нельзя. Подтверждаете?
marks-already = Эта отметка уже стоит.
marks-none = Эта отметка уже снята.
marks-not-yet = В этом направлении выполнено ещё не всё. Что осталось, видно в списке.
marks-norm-bound = Это направление отмечено как завершённое. Сначала снимите ту отметку.
marks-not-active = Отметки можно ставить, только пока участник активен.
marks-level-complete = Уровень завершён, отметки больше не меняются.

marks-told-norm = 🏅 Поздравляем! Наставник подтвердил, что норматив сдан. Направление: { $direction }
marks-told-direction = 🎉 Поздравляем! Направление завершено: { $direction }. Завершено направлений: { $complete } / { $total }
marks-told-level = 🎉🏆 Поздравляем, { $name }! Вы завершили все направления уровня: { $level }. Восхищаемся вашим трудом! О награждении сообщим здесь.
marks-told-level-staff = 🎉 Уровень завершён: <b>{ $name }</b>, { $level }.
