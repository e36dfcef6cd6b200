# Слова теми українською. Інші мови мають ті самі ключі.

## Навігація
skip-to-content = Перейти до вмісту
main-navigation = Головне меню
menu = Меню
footer-navigation = Інші посилання
language-switch = Мова
language-home = головна
home = Головна
breadcrumbs = Де ви зараз
toc = На цій сторінці
previous-next = Сусідні сторінки
previous = Попередня
next = Наступна
terms = До чого належить сторінка
pages-count =
    { $count ->
        [one] { $count } сторінка
        [few] { $count } сторінки
       *[many] { $count } сторінок
    }
empty = Тут поки що нічого немає.
pages-here = Сторінки, які сюди належать
feed = Стрічка новин (Atom)

## Стан сайту та сторінки
demo-notice = Демонстрація — цей сайт не веде жодна установа
draft = Чернетка — сторінку не опубліковано
draft-short = чернетка
easy-version = Читати простішу версію
standard-version = Читати докладнішу версію
page-info = Про цю сторінку
published = Опубліковано
updated = Оновлено
checked = Дані перевірено
owner = За сторінку відповідає
address = Адреса сторінки
time = Займе
time-minutes =
    { $count ->
        [one] { $count } хвилина
        [few] { $count } хвилини
       *[many] { $count } хвилин
    }
steps = Крок за кроком

## Блоки в тексті
alert-note = Примітка
alert-tip = Порада
alert-important = Важливо
alert-warning = Попередження
alert-caution = Обережно
details = Докладніше
official-links = Офіційні сайти
source = Джерело
footnote-back = Назад до посилання на примітку
other-site = інший сайт
file-facts = { $kind }, { $size }
table = Таблиця { $number }

## Нижня частина сторінки
operator = Оператор сайту
phone = Телефон
email = Електронна пошта
postal-address = Адреса
id-number = Ідентифікаційний номер (IČO)
data-box = Скринька даних (datová schránka)
accessibility-contact = Повідомити про проблему з доступністю

## Сторінку не знайдено, переспрямування
not-found-title = Ми не знайшли цієї сторінки
not-found-text = Можливо, сторінку перенесено або вона вже не діє. Перевірте, будь ласка, адресу або почніть з головної сторінки.
not-found-home = Перейти на головну сторінку
not-found-menu = Куди далі
redirect-title = Сторінка має нову адресу
redirect-text = Якщо сторінка не відкриється сама, скористайтеся цим посиланням:

## Пошук
search = Пошук
search-label = Пошук на сайті
search-button = Шукати
search-found = Знайдено сторінок:
search-none = Нічого не знайдено. Спробуйте інше або коротше слово.
search-failed = Не вдалося завантажити пошук. Спробуйте завантажити сторінку ще раз.
search-help = Напишіть угорі, що ви шукаєте. Форма слова не має значення. Доки нічого не введено, нижче подано перелік сторінок.
search-more = Інші сторінки

## Контакти, приватність, заява про доступність
contact = Контакти
not-filled-in = ще не заповнено
operator-not-filled-in = Оператор (ще не вказаний)
not-checked = оператор перевірить перед запуском
privacy-facts = Хто і як обробляє дані
controller = Контролер персональних даних
data-protection-officer = Уповноважена особа із захисту даних
logs-purpose = Для чого потрібні журнали сервера
logs-purpose-usual = Безпечна робота сайту і пошук несправностей
logs-retention = Як довго зберігаються журнали
cookies = Cookies та сторонні сервіси
cookies-none = Сайт не зберігає cookies і нічого не завантажує з інших сайтів.
statement-undertakes = зобов’язується зробити цей сайт доступним. Заяву складено відповідно до:
statement-scope = Ця заява стосується:
statement-status = Стан відповідності
statement-status-text =
    { $status ->
        [plne] Цей сайт повністю відповідає вимогам доступності.
        [castecne] Цей сайт частково відповідає вимогам доступності через невідповідності та винятки, наведені нижче.
       *[neni] Цей сайт не відповідає вимогам доступності. Невідповідності та винятки наведено нижче.
    }
statement-inaccessible = Недоступний вміст
statement-none = Ми не знаємо про жоден недоступний вміст.
statement-criteria = Критерії WCAG: { $list }.
statement-reason =
    { $reason ->
        [nesoulad] Причина: невідповідність вимогам.
        [neprimerena-zatez] Причина: непропорційний тягар.
       *[other] Причина: вміст не підпадає під дію закону.
    }
statement-made = Підготовка цієї заяви
statement-made-on = Заяву складено
statement-reviewed-on = Востаннє переглянуто
statement-method =
    { $method ->
        [treti-strana] Сайт оцінила третя сторона.
       *[other] Сайт оцінив сам оператор.
    }
statement-evidence = Звіт про оцінку
statement-published-on = Сайт опубліковано
statement-copy = Заява як дані для програм
statement-feedback = Зворотний зв’язок і контакти
statement-feedback-text = Натрапили на недоступний для вас вміст? Напишіть нам і вкажіть адресу сторінки.
statement-enforcement = Порядок захисту прав
statement-enforcement-text = Якщо наша відповідь вас не задовольнить, зверніться до наглядового органу.
authority = Наглядовий орган
