"""Sentences that are word for word the same but for a detail."""

import pytest

from tests.helpers_judge import judged

CLASHES = {
    "score": (
        "Đội Hòa Lâm thắng đội Sơn Bình 2-1 ở trận chung kết.",
        "Đội Hòa Lâm thắng đội Sơn Bình 3-1 ở trận chung kết.",
    ),
    "English score": ("Hoa Lam beat Son Binh 2-1 in the final.", "Hoa Lam beat Son Binh 3-1 in the final."),
    "sentence": ("Tòa tuyên bị cáo Hải mức án tù chung thân.", "Tòa tuyên bị cáo Hải mức án tử hình."),
    "trend": ("Giá xăng tăng 500 đồng mỗi lít từ chiều nay.", "Giá xăng giảm 500 đồng mỗi lít từ chiều nay."),
    "deputy": (
        "Ông Trần Văn Nam, Giám đốc Sở Y tế, cho biết vậy.",
        "Ông Trần Văn Nam, Phó giám đốc Sở Y tế, cho biết vậy.",
    ),
    "figures changed round": (
        "Hai người chết, ba người bị thương ở cầu Mây.",
        "Ba người chết, hai người bị thương ở cầu Mây.",
    ),
    "plate": (
        "Xe tải mang biển số 29A-123.45 gây tai nạn rồi bỏ chạy.",
        "Xe tải mang biển số 30A-543.21 gây tai nạn rồi bỏ chạy.",
    ),
}


@pytest.mark.parametrize("case", CLASHES)
def test_a_detail_that_a_copy_changes_is_a_conflict(case: str) -> None:
    """What may differ between two honest sentences is a slip between two copies."""
    assert judged(*CLASHES[case])[0] == "conflict"


ALIKE = {
    "two ends of a score": ("Hoa Lam beat Son Binh 2-1 in the final.", "Hoa Lam beat Son Binh 1-2 in the final."),
    "prices of two days": (
        "Giá vàng SJC ở mức 36,16 triệu đồng/lượng, giảm 20 nghìn đồng so với hôm trước.",
        "Giá vàng SJC ở mức 36,18 triệu đồng/lượng, tăng 20 nghìn đồng so với hôm trước.",
    ),
    "other words": (
        "Đội Hòa Lâm thắng đội Sơn Bình 2-1 ở trận chung kết.",
        "Sau hiệp một, tỷ số là 1-1 và khán giả Sơn Bình reo hò trên sân.",
    ),
    "another half": (
        "Đội Hòa Lâm dẫn đội Sơn Bình 1-0 sau hiệp một trên sân Mỹ Đình.",
        "Đội Hòa Lâm dẫn đội Sơn Bình 2-0 sau hiệp hai trên sân Mỹ Đình.",
    ),
    "two people": (
        "Phó giám đốc Sở Y tế Nguyễn Văn An cho biết dịch đã lan ra ba huyện.",
        "Giám đốc Sở Y tế Trần Văn Bình cho biết dịch đã lan ra ba huyện.",
    ),
    "a few words": ("Tỷ số là 2-1.", "Tỷ số là 3-1."),
    "spelling": ("Xe mang biển số 29A-123.45 gây tai nạn.", "Xe mang biển số 29A 12345 gây tai nạn."),
}


@pytest.mark.parametrize("case", ALIKE)
def test_other_sentences_are_left_to_the_other_checks(case: str) -> None:
    """The winner told second, quotations of two days, sentences in other words, one plate in two spellings."""
    assert judged(*ALIKE[case])[0] != "conflict"
