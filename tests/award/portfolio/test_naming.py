"""Which sentences may stand in a portfolio: none that may name somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from award.portfolio.naming import Known, naming_nobody, words_of

KNOWN = Known(
    own=words_of(["Сейтова Аружан Серікқызы"]),
    places=words_of(["Алматы", "Достық мектебі", "Спорт және дене шынықтыру"]),
    people=words_of(["Ахметова Дана", "Қасым Айдос Маратұлы", "Ким Олег", "Арман Жан"]),
)
PLAIN = "Бүгін үш шақырым жүгірдім."


@pytest.mark.parametrize(
    "sentence",
    [
        "Айдос екеуміз жүгірдік.",
        "Бүгін Айдоспен бірге жүгірдім.",
        "Кеше айдоспен жүгірдім.",
        "Стадионда Маратты көрдім.",  # of Маратұлы
        "Бізге Гүлнәр апай көмектесті.",
        "Гүлнәр апай көмектесті.",
        "Бегали вместе с Олегом до вечера.",
        "We ran with Daniel today.",
        "Маған жаз: @aidos_01.",
        "Нөмірім +7 701 123 45 67.",
        "Сілтеме: https://t.me/aidos",
        "Поштам aidos@mail.kz болды.",
    ],
)
def test_a_sentence_that_may_name_somebody_stays_out(sentence: str) -> None:
    assert naming_nobody(f"{PLAIN} {sentence}\n{PLAIN}", KNOWN) == [PLAIN, PLAIN]


@pytest.mark.parametrize(
    "sentence",
    [
        "Бүгін Алматыда жүгірдім.",
        "Менің атым Аружан, спортты ұнатамын.",
        "Мектеп ауласында доп ойнадық.",
        "Сегодня бежала 3 км, и я не устала.",
        "Today I ran further than ever.",
        "ҚР туын желбіреттік, БҰҰ күні өтті.",
        "Маған арман керек.",  # a wish, not a person
    ],
)
def test_own_words_stay(sentence: str) -> None:
    known = Known(KNOWN.own, KNOWN.places, words_of(["Ахметова Дана", "Қасым Айдос"]))
    assert naming_nobody(sentence, known) == [sentence]


def test_heroes_of_a_book_may_be_named_and_friends_may_not() -> None:
    titles = words_of(["Абай жолы", "Мұхтар Әуезов"])
    known = Known(KNOWN.own, KNOWN.places, words_of(["Абай Ерлан", "Айдос Қасым"]))
    essay = "Абай мен Құнанбайдың тартысы ұнады. Бұл кітапты Айдос маған берді."
    assert naming_nobody(essay, known, titles=titles) == ["Абай мен Құнанбайдың тартысы ұнады."]


ENDINGS = ("", "пен", "ның", "ты", "қа", "тан", "та", "мен", "ға")


@given(
    st.sampled_from(["Айдос", "Дана", "Олег", "Қасым"]),
    st.sampled_from(ENDINGS),
    st.integers(0, 4),
    st.booleans(),
)
def test_nobody_around_is_ever_named(name: str, ending: str, place: int, capital: bool) -> None:
    word = name + ending if capital or len(name) < 5 else (name + ending).lower()
    words = ["бүгін", "таңертең", "далада", "жүгірдік"]
    words.insert(place, word)
    sentence = " ".join(words) + "."
    assert naming_nobody(sentence, KNOWN) == []
