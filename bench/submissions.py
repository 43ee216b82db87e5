"""One-page reports in DOCX, each with its own text: what a region's schools might send, made up from short lists."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import docx

FIRST_DAY = date(2025, 11, 25)
DAYS = 16
MONTHS = {11: "ноября", 12: "декабря"}

PLACES = {
    "Костанайская область": ("Рудный", "Лисаковск", "Аркалык", "Костанай"),
    "Карагандинская область": ("Темиртау", "Шахтинск", "Балхаш", "Караганда"),
    "Павлодарская область": ("Экибастуз", "Аксу", "Павлодар"),
    "Актюбинская область": ("Хромтау", "Алга", "Актобе"),
    "Акмолинская область": ("Степногорск", "Щучинск", "Кокшетау"),
    "Туркестанская область": ("Кентау", "Сарыагаш", "Туркестан"),
}
SCHOOLS = ("Общеобразовательная школа", "Школа-лицей", "Школа-гимназия", "Колледж", "Школа-интернат", "Детский сад")
NAMES = ("Достык", "Болашак", "Надежда", "Арман", "Восход", "Парасат", "Жулдыз", "Горизонт", "Ак бота", "Родник")
THEMES = ("Дом без страха", "Слово лечит", "Равные права", "Тихий час", "Закон рядом", "Белый голубь", "Шаг к миру")
LISTENERS = ("учащихся", "педагогов", "родителей", "студентов", "женщин")
GUESTS = ("участкового инспектора полиции", "школьного психолога", "юриста", "представителей прокуратуры", "врача")
MATERIALS = ("буклеты", "памятки", "листовки", "плакаты")

OPENING = (
    "В рамках кампании «16 дней активных действий против гендерного насилия» первичная профсоюзная организация "
    "{school} города {town} провела работу среди коллектива, учащихся и их родителей. Цель — информирование о правах "
    "женщин и детей и о том, куда обратиться за помощью.",
    "Сообщаем о проведённой работе. Акция проводится ежегодно, о её истории и задачах рассказано на "
    "профсоюзном уголке. План был утверждён на заседании профсоюзного комитета {school}, город {town}.",
)
TOLD = (
    "{day} проведён круглый стол «{theme}» с участием {guest}, присутствовали {number} {listeners}.",
    "{day} состоялся семинар на тему «{theme}» для {number} {listeners}. Участникам розданы {material}.",
    "Для {listeners} {day} организован классный час «{theme}», охвачено {number} человек.",
    "{day} прошла лекция «{theme}» с приглашением {guest}. В ней приняли участие более {number} {listeners}.",
    "{day} организована выставка рисунков «{theme}», в которой участвовали около {number} {listeners}.",
    "Проведён тренинг «{theme}» для {listeners}, занятия вёл психолог; всего {number} участников.",
    "{day} состоялся флешмоб «{theme}», на который вышли свыше {number} {listeners}.",
    "Среди {listeners} {day} проведён конкурс эссе «{theme}», победителям вручены грамоты.",
)
BETWEEN = (
    "По словам участников, такие встречи помогают увидеть проблему раньше, чем она станет бедой, и знать, кому о ней "
    "можно сказать. Вопросы касались прежде всего прав работающих женщин и защиты детей.",
    "Закон Республики Казахстан «О профилактике бытового насилия» определяет, кто и как обязан помочь пострадавшим. "
    "Номера телефонов доверия размещены на информационном стенде и на странице организации.",
    "Отмечено, что о насилии говорят всё ещё редко: мешают стыд и привычка считать его делом семьи. Профсоюз "
    "намерен продолжать эту работу в течение учебного года.",
)
CLOSING = "Всего проведено {count} мероприятий, охвачено {people} человек. Председатель профсоюзного комитета."


def write_submissions(folder: Path, number: int) -> Path:
    """Write that many reports below the folder, unless they stand there already; the same ones every time."""
    made = folder / f"{number}-reports"
    if not made.is_dir():
        unfinished = folder / f".{number}-reports"
        for index in range(number):
            _write(unfinished, index)
        unfinished.rename(made)
    return made


def _write(folder: Path, index: int) -> None:
    chance = Random(index)
    region = chance.choice(list(PLACES))
    town = chance.choice(PLACES[region])
    school = f"{chance.choice(SCHOOLS)} № {index + 1} «{chance.choice(NAMES)}»"
    document = docx.Document()
    document.add_heading(f"Отчёт: {school}, город {town}, {region}", level=1)
    for paragraph in _paragraphs(chance, school, town):
        document.add_paragraph(paragraph)
    path = folder / region / town / f"отчёт-{index + 1:04}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def _paragraphs(chance: Random, school: str, town: str) -> list[str]:
    people = [chance.randint(12, 180) for _ in range(6)]
    told = [
        form.format(
            day=_day(chance),
            theme=f"{chance.choice(THEMES)} {chance.randint(1, 400)}",
            number=number,
            listeners=chance.choice(LISTENERS),
            guest=chance.choice(GUESTS),
            material=chance.choice(MATERIALS),
        )
        for form, number in zip(chance.sample(TOLD, len(people)), people, strict=True)
    ]
    return [
        chance.choice(OPENING).format(school=school, town=town),
        " ".join(told[:2]),
        chance.choice(BETWEEN),
        " ".join(told[2:4]),
        " ".join(told[4:]),
        chance.choice(BETWEEN),
        CLOSING.format(count=len(told), people=sum(people)),
    ]


def _day(chance: Random) -> str:
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    return f"{day.day} {MONTHS[day.month]} 2025 года"
