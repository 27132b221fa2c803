"""A Vietnamese and an English article on one event: names, sums and verbs that only the language tells apart."""

import pytest

from compare.types import Difference, Relation
from tests.helpers_judge import article, judged


def told(vietnamese: str, english: str) -> tuple[Relation, tuple[Difference, ...]]:
    """The verdict on a sentence of each."""
    return judged(article("a", vietnamese, language="vi"), article("b", english, language="en"))


SAME = {
    "a country": (
        "Hôm qua đội Ba Lan thắng đội Nam Phi 2-0 ở Cape Town.",
        "Poland beat South Africa 2-0 in Cape Town yesterday.",
    ),
    "England and the whole kingdom": (
        "Thi thể được tìm thấy tại một nhà tù ở Lancashire, Anh.",
        "The body was found in a prison in Lancashire, England.",
    ),
    "a Chinese city": ("Vụ nổ làm 12 người chết ở Thượng Hải.", "The blast killed 12 people in Shanghai."),
    "a ministry": (
        "Bộ Y tế cho biết 14 bệnh nhân đã xuất viện.",
        "The Ministry of Health said 14 patients had left hospital.",
    ),
    "millions as a letter": (
        "Vụ kiện đòi hơn 750 triệu USD (528 triệu bảng Anh).",
        "The suit asks for more than US$750m (£528M).",
    ),
    "a range in words": (
        "Cuộc giải cứu sẽ mất từ ba đến tám ngày, ông Golburne nói.",
        "The rescue will take between three and eight days, Mr Golburne said.",
    ),
    "a range with one scale": (
        "Giữa ba và sáu triệu người bị nhiễm bệnh vào năm 2005.",
        "Between three and six million people were infected in 2005.",
    ),
    "whose dollars": ("Dự án tiêu tốn 12 triệu đô la.", "The project cost A$12 million."),
    "neither nor": (
        "Hoa Kỳ không xác nhận cũng không phủ nhận sự tồn tại của trại giam.",
        "The United States neither confirms nor denies the existence of the camp.",
    ),
    "caught in hiding": (
        "Nghi phạm bị bắt khi đang lẩn trốn ở thị trấn Tavira.",
        "The suspect was arrested in the town of Tavira, where he was in hiding.",
    ),
    "a warrant is no arrest": (
        "Ông Ortuga trốn khỏi nước này sau khi có lệnh bắt giữ ông.",
        "Mr Ortuga fled the country after an arrest warrant was issued.",
    ),
    "kidnapped is not arrested": (
        "Cô Kampisch bị bắt cóc năm 10 tuổi và trốn thoát tám năm sau.",
        "Ms Kampisch was kidnapped aged 10 and escaped eight years later.",
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_no_conflict_between_a_sentence_and_its_translation(case: str) -> None:
    """What two languages spell differently is no difference."""
    assert told(*SAME[case])[0] == "agree"


CLASH = {
    "ages": ("Nghi phạm là Peter Wallis, 45 tuổi.", "The suspect is Peter Wallis, 54 years old.", "45"),
    "sums": ("Vụ kiện đòi 528 triệu bảng Anh.", "The suit asks for £582M.", "528"),
    "tolls": ("Vụ nổ ở Thượng Hải làm 12 người chết.", "The blast in Shanghai killed 21 people.", "12"),
}


@pytest.mark.parametrize("case", CLASH)
def test_a_difference_is_one_in_two_languages_too(case: str) -> None:
    """Silence is for spellings: other countries, sums and tolls still clash, with their words."""
    vietnamese, english, word = CLASH[case]
    relation, differences = told(vietnamese, english)
    assert relation in ("conflict", "unclear")
    assert any(word in one.left.text for one in differences)
