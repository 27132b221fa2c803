"""A small gold of our own sentences: it always runs, wherever the real gold files are not at hand.

Each event lists articles as sentences and the pairs that share a claim, as (article, sentence) numbers from 1.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

EVENTS: list[dict[str, Any]] = [
    {
        "event": "cháy kho hàng",
        "published": "12/03/2024 09:00",
        "articles": [
            [
                "Khoảng 2h sáng 12/3, lửa bùng lên tại kho hàng của Công ty An Phát ở phường Tân Mai, TP Biên Hòa.",
                "Cảnh sát huy động 15 xe chữa cháy và gần 100 chiến sĩ đến hiện trường.",
                "Vụ cháy làm hai công nhân tử vong, bốn người khác bị bỏng nặng.",
                "Ông Lê Văn Tâm, giám đốc công ty, cho biết kho chứa chủ yếu là vải và mút xốp.",
                "Nguyên nhân ban đầu được xác định do chập điện.",
                "Đến 6h cùng ngày, đám cháy được khống chế hoàn toàn.",
                "Người dân quanh khu vực phải sơ tán trong đêm.",
            ],
            [
                "Kho hàng 3.000 m2 của Công ty An Phát (phường Tân Mai, TP Biên Hòa) cháy dữ dội rạng sáng 12/3.",
                "Ít nhất ba công nhân thiệt mạng trong vụ hỏa hoạn, nhiều người bị bỏng.",
                "Theo giám đốc Lê Văn Tâm, trong kho có nhiều vải và mút xốp nên lửa lan rất nhanh.",
                "Lực lượng chức năng đã điều 15 xe chữa cháy tới dập lửa.",
                "Công an bác bỏ thông tin chập điện, nghi có người cố ý phóng hỏa.",
                "Bệnh viện Đa khoa Đồng Nai đang điều trị cho các nạn nhân bị bỏng.",
            ],
        ],
        "pairs": [
            ("1.1", "2.1", "agree", ""),
            ("1.2", "2.4", "agree", ""),
            ("1.3", "2.2", "conflict", "number"),
            ("1.4", "2.3", "agree", ""),
            ("1.5", "2.5", "conflict", "polarity"),
        ],
    },
    {
        "event": "chung kết bóng đá",
        "published": "20/06/2023 22:00",
        "articles": [
            [
                "Tối 20/6, Thép Xanh đánh bại Sông Hàn 2-1 trong trận chung kết Cúp Thành phố trên sân Thống Nhất.",
                "Tiền đạo Trần Minh Quân lập cú đúp ở phút 23 và 78.",
                "Hơn 15.000 khán giả đã đến sân theo dõi trận đấu.",
                "Huấn luyện viên Phạm Hùng nói ông tự hào về tinh thần của các học trò.",
                "Đây là lần thứ ba Thép Xanh lên ngôi ở giải đấu này.",
            ],
            [
                "Thép Xanh vô địch Cúp Thành phố sau chiến thắng 2-1 trước Sông Hàn trên sân Thống Nhất tối 20/6.",
                "Minh Quân là người hùng với hai bàn thắng cho đội nhà.",
                "Khoảng 8.000 khán giả có mặt trên sân Thống Nhất.",
                "Đội trưởng Sông Hàn bật khóc khi trận đấu kết thúc.",
                "“Tôi tự hào về tinh thần của các học trò”, huấn luyện viên Phạm Hùng phát biểu sau trận.",
            ],
            [
                "Sông Hàn ngậm ngùi nhìn Thép Xanh nâng cúp sau thất bại 1-2 ở chung kết Cúp Thành phố.",
                "Cú đúp của Trần Minh Quân định đoạt trận đấu.",
                "Chủ tịch câu lạc bộ Sông Hàn hứa sẽ đầu tư mạnh hơn vào mùa giải tới.",
            ],
        ],
        "pairs": [
            ("1.1", "2.1", "agree", ""),
            ("1.2", "2.2", "agree", ""),
            ("1.3", "2.3", "conflict", "number"),
            ("1.4", "2.5", "agree", ""),
            ("1.1", "3.1", "agree", ""),
            ("2.1", "3.1", "agree", ""),
            ("1.2", "3.2", "agree", ""),
            ("2.2", "3.2", "agree", ""),
        ],
    },
    {
        "event": "ferry",
        "published": "04/10/2023 18:00",
        "articles": [
            [
                "A passenger ferry carrying 112 people ran aground near Port Ellery on Wednesday morning.",
                "All passengers were rescued by the coast guard within two hours.",
                "The captain, Maria Lindqvist, said thick fog had hidden the rocks.",
                "Four people were taken to hospital with minor injuries.",
                "The ferry company has suspended all crossings until Friday.",
            ],
            [
                "The ferry struck rocks off Port Ellery early on Wednesday with 112 passengers and crew on board.",
                "Coast guard boats brought everyone ashore in less than two hours.",
                "Eleven people were treated in hospital for minor injuries.",
                "Investigators will examine the vessel's radar next week.",
                "Captain Maria Lindqvist blamed the fog, saying she could not see the rocks.",
            ],
        ],
        "pairs": [
            ("1.1", "2.1", "agree", ""),
            ("1.2", "2.2", "agree", ""),
            ("1.3", "2.5", "agree", ""),
            ("1.4", "2.3", "conflict", "number"),
        ],
    },
]


def write_gold(path: Path) -> Path:
    """Write the events as a gold file."""
    lines = [json.dumps(_record(event), ensure_ascii=False) for event in EVENTS]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _record(event: dict[str, Any]) -> dict[str, Any]:
    articles = []
    for number, sentences in enumerate(event["articles"], start=1):
        text, spans = "", []
        for sentence in sentences:
            text += " " if text else ""
            spans.append([len(text), len(text) + len(sentence)])
            text += sentence
        articles.append({"id": str(number), "text": text, "sentences": spans, "published": event["published"]})
    pairs = [
        {
            "left": left.replace(".", "#"),
            "right": right.replace(".", "#"),
            "labels": [label],
            **({"kinds": [kind]} if kind else {}),
        }
        for left, right, label, kind in event["pairs"]
    ]
    return {"event": event["event"], "articles": articles, "pairs": pairs}
