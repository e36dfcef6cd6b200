# Слова теми українською. Інші мови мають ті самі ключі.

## Навігація
skip-to-content = Перейти до змісту
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
time = Час
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
redirect-title = Сторінка має нову адресу
redirect-text = Якщо сторінка не відкриється сама, скористайтеся цим посиланням:
