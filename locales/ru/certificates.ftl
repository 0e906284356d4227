# Удостоверение: своё, раздел оператора, проверка кем угодно.
certificate-card =
    🏅 <b>{ $level }</b>
    № <code>{ $number }</code>
    { $name }
    { $state }
certificate-state-valid = ✅ Действительно
certificate-state-replaced = 🔁 Заменено новым
certificate-state-revoked = ⛔ Отозвано
certificate-being-made = { $reader ->
    [own] 🖨 Удостоверение печатается. Когда будет готово, придёт в этот чат.
   *[other] 🖨 Удостоверение печатается.
}
certificate-initials = Тем, кто проверяет, показываются только инициалы вашего ребёнка.
certificate-named = Тем, кто проверяет, показывается полное имя вашего ребёнка.
certificate-name-now = { $reader ->
    [own] ✏️ Ваше имя сейчас: { $name }. В удостоверении оно другое: чтобы его заменили, обратитесь в свой центр.
   *[other] ✏️ Имя сейчас: { $name }
}
certificate-button-show = 🏅 Открыть
certificate-button-paper = 📄 Получить удостоверение
certificate-button-name = 👁 Показывать имя
certificate-button-unname = 🙈 Только инициалы
certificate-button-replace = 🔁 Выдать с новым именем
certificate-button-revoke = ⛔ Отозвать
certificate-button-signature = ✍️ Подпись
certificate-button-seal = 🔵 Печать
certificate-button-remove = 🗑 Убрать
certificate-paper = { $reader ->
    [own] 📄 Ваше удостоверение. Его можно напечатать и повесить на стену.
   *[other] 📄 Удостоверение. Его можно напечатать и повесить на стену.
}
certificate-replaced-now = 🔁 Выдано новое удостоверение. При проверке прежнее показывается как заменённое.
certificate-ask-reason =
    ⛔ <b>Почему удостоверение отзывается?</b>

    Напишите причину: её прочтёт обладатель. Отменить это нельзя. Не больше { $most } знаков.
certificate-revoked-now = ⛔ <b>Удостоверение № { $number } отозвано.</b> Обладателю сообщили.
certificates-own = 🏅 <b>Ваши удостоверения</b>
certificates-none = 🏅 Удостоверения пока нет. Оно появится здесь, когда вы завершите уровень и получите награду.
certificate-desk =
    🏅 <b>Удостоверения</b>

    Напишите номер удостоверения или имя обладателя. Подпись и печать появятся на удостоверениях, напечатанных после этого.
certificate-not-found = 🔍 Ничего не нашлось. Попробуйте написать номер или имя иначе.
certificate-found-more = Показаны первые { $most }. Чтобы найти остальные, напишите точнее.
certificate-ask-signature =
    ✍️ <b>Подпись</b>

    Пришлите чёткое фото подписи на белой бумаге. Фон бумаги уберём, останутся только чернила.
certificate-ask-seal =
    🔵 <b>Печать</b>

    Пришлите чёткое фото печати на белой бумаге. Фон бумаги уберём, останется только оттиск.
certificate-picture-taken = ⏳ Готовим изображение. Сообщим, когда будет готово.
notice-signature-ready = ✍️ <b>Подпись готова.</b> Она будет на всех следующих удостоверениях.
notice-signature-unreadable = ⚠️ <b>Изображение подписи не открылось.</b> Пришлите его ещё раз в JPG или PNG.
notice-seal-ready = 🔵 <b>Печать готова.</b> Она будет на всех следующих удостоверениях.
notice-seal-unreadable = ⚠️ <b>Изображение печати не открылось.</b> Пришлите его ещё раз в JPG или PNG.
notice-certificate-ready =
    🎉 <b>Поздравляем! Ваше удостоверение готово</b>
    { $level }, № <code>{ $number }</code>

    { $gives }
notice-certificate-revoked = { $reader ->
    [own] ⛔ <b>Ваше удостоверение № { $number } отозвано.</b>
   *[other] ⛔ <b>Удостоверение вашего ребёнка № { $number } отозвано.</b>
}
notice-certificate-revoked-means = Кто его проверит, увидит, что оно отозвано; знак этого уровня больше не действует. Дневник и всё, что в нём сделано, остаются. Если думаете, что это ошибка, напишите в центр.
notice-certificate-replaced =
    🔁 <b>Новое удостоверение готово: имя исправлено</b>
    { $level }, № { $number }

    Кто проверит прежнее, увидит, что оно заменено. Теперь показывайте это.
certificates-wards = 🏅 <b>Удостоверения вашего ребёнка</b>
certificate-button-link = 🔗 Ссылка для проверки
certificate-verify-words = Удостоверение № { $number }. Откройте ссылку, напишите этот номер и фамилию обладателя: будет видно, действительно ли оно.
verify-ask =
    🔎 <b>Проверить удостоверение</b>

    Напишите одним сообщением номер удостоверения и фамилию обладателя. Например: <i>ET-2026-B-000012 Сәрсен</i>
mistake-verify = ⚠️ Напишите номер, пробел и фамилию. Например: <i>ET-2026-B-000012 Сәрсен</i>
verify-valid = ✅ <b>Удостоверение действительно</b>
verify-replaced = 🔁 <b>Это удостоверение заменено новым</b>
verify-revoked = ⛔ <b>Это удостоверение отозвано</b>
verify-name = Обладатель: <b>{ $name }</b>
verify-no-name = Данные обладателя удалены.
verify-facts = { $level }, { $year } год
verify-unknown =
    🔍 <b>Такого удостоверения нет</b>

    Напишите номер и фамилию ещё раз так, как они напечатаны.
refused-verify-tries =
    ⏳ Номер и фамилия не совпали { $most } { $most ->
        [one] раз
        [few] раза
       *[other] раз
    }. Попробуйте через { $minutes } мин или отсканируйте QR-код на удостоверении.
refused-certificate-not-complete = ⚠️ Уровень ещё не завершён, поэтому удостоверение не выдаётся.
refused-certificate-no-name = ⚠️ Имя участника не указано, поэтому удостоверение не выдаётся.
refused-certificate-held = ⚠️ У участника уже есть знак этого уровня. Дважды за один уровень не награждают.
refused-certificate-same-name = ⚠️ Имя не изменилось: прежнее удостоверение действительно.
refused-certificate-ended = ⚠️ Это удостоверение больше не действует: оно заменено или отозвано.
refused-certificate-reason = ⚠️ Напишите причину своими словами, не больше { $most } знаков.
menu-button-certificates = 🏅 Мои удостоверения
menu-button-certificate-desk = 🏅 Удостоверения
menu-button-verify = 🔎 Проверить удостоверение
command-verify = проверить удостоверение
mydata-certificate = Удостоверение
certificate-button-badge = 🎖 Цифровой знак
certificate-badge = 🎖 Ваш цифровой знак (Open Badges 3.0). Имени на картинке нет. Загружайте файл на портал без изменений.
public-title = Проверка удостоверения
public-number = Номер удостоверения
public-surname = Фамилия обладателя
public-verify = Проверить
