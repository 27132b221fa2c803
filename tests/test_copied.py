"""Agreement in the very same words: no second witness, and the report says so."""

from __future__ import annotations

from compare import Settings, compare
from compare.render import render
from compare.render.copied import told_alike
from compare.types import Article

TEXT = "Cây cầu mới bắc qua sông Vân thông xe sáng thứ Hai sau hai năm thi công, dài 250 mét và có bốn làn xe."
OTHER = "Sau hai năm thi công, sáng thứ Hai cây cầu dài 250 mét với bốn làn xe bắc qua sông Vân đã thông xe."


def test_the_same_matter_in_other_words_is_not_copied() -> None:
    """Two desks that tell the same facts share words, but no long run of them."""
    assert told_alike({"A": TEXT, "B": OTHER}) == ()


def test_short_sentences_and_quotations_are_not_copied() -> None:
    """Short sentences are alike by chance, and a quotation has to be the same everywhere."""
    quote = "“Chúng tôi đã chờ cây cầu này hơn hai mươi năm và nay không còn phải đi phà nữa”"
    assert told_alike({"A": "Cầu dài 250 mét.", "B": "Cầu dài 250 mét."}) == ()
    assert told_alike({"A": f"{quote}, ông Bách nói.", "B": f"Ông Bách, người dân xã Hạ, cho biết: {quote}."}) == ()


def test_sources_that_share_a_long_run_of_words_are_one_group() -> None:
    """Whoever has the words of another of the group belongs to it; the others stand alone."""
    assert told_alike({"A": TEXT, "B": OTHER, "C": f"Theo tỉnh, {TEXT}", "D": TEXT}) == (("A", "C", "D"),)


def test_a_report_says_that_an_agreement_is_in_the_same_words() -> None:
    """The mark stands at the finding, in the language of the report."""
    more = "Tỉnh Hòa Lâm dự kiến làm thêm đường nối trong năm sau."
    made = compare(
        [Article("a", f"{TEXT} {more}", source="Báo A"), Article("b", TEXT, source="Báo B")],
        Settings(model="builtin", report_language="vi"),
    )
    assert "Trùng lời (Báo A và Báo B)" in render(made, "markdown", language="vi")
