"""The encoder's training: data rules, tokens, pairs, a training step that can be taken up again, the written folder."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score

from compare.encode import builtin
from training import common
from training.encoder import vocabulary
from training.encoder.corpus import Corpus, tokenise
from training.encoder.export import export, quantise
from training.encoder.features import build_words, features
from training.encoder.groups import Groups, disjoint_groups
from training.encoder.model import Store, Table, embed, fresh, join, restore
from training.encoder.pairs import Stream, inferences, overlaps, translations, within_articles
from training.encoder.train import Plan, train

SENTENCE = "mưa lớn gây lũ ở miền trung khiến nhiều nhà ngập hôm qua chính quyền sơ tán dân tàu cá gặp nạn ngoài khơi"
WORDS = SENTENCE.split()


def small_tokenizer() -> Any:
    """A tokenizer of a few words, one compound, one late tone mark and letters."""
    letters = sorted({letter for word in WORDS for letter in word} | set("oàaòh0123456789.,"))
    pieces = {"<unk>": 0.0, **{f"▁{word}": -6.0 for word in WORDS}, "▁miền▁trung": -7.0, "▁hoà": -6.0, "▁hòa": -6.0}
    return vocabulary.build_tokenizer({**pieces, "▁": -20.0, **dict.fromkeys(letters, -30.0)})


def small_corpus(articles: int = 12, seed: int = 3) -> tuple[Corpus, Any]:
    """Random articles over WORDS as tokens, with their tokenizer."""
    rng = np.random.default_rng(seed)
    texts = [[" ".join(rng.choice(WORDS, 6, replace=False)) for _ in range(7)] for _ in range(articles)]
    tokenizer = small_tokenizer()
    return tokenise(tokenizer, np.arange(tokenizer.get_vocab_size()), texts, batch=5), tokenizer


def test_every_third_event_is_set_aside() -> None:
    """Of all gold events in order, numbers 2, 5, 8 and so on are set aside and no event is in both parts."""
    events = [{"event": str(number)} for number in range(8)]
    tuned, aside = common.split_gold(events)
    assert [event["event"] for event in aside] == ["2", "5"]
    assert len(tuned) + len(aside) == len(events)


def test_a_pair_of_one_of_two_annotators_is_left_out() -> None:
    """Pairs that all list are links, pairs of one of two lists are not scored, all others are none."""
    article = {"text": "Một. Hai.", "sentences": [[0, 4], [5, 9]]}
    event = {
        "articles": [{"id": "a", **article}, {"id": "b", **article}],
        "pairs": [
            {"left": "a#1", "right": "b#1", "labels": ["agree", "conflict"]},
            {"left": "b#2", "right": "a#1", "labels": ["agree", None]},
        ],
    }
    rows, truth = common.gold_pairs(event)
    assert dict(zip(map(tuple, rows.tolist()), truth.tolist(), strict=True)) == {(0, 2): 1, (1, 2): 0, (1, 3): 0}
    assert common.gold_sentences(event)[1] == ["Một.", "Hai."]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 4)), min_size=1, max_size=40))
def test_average_precision_is_the_usual_one(rows: list[tuple[bool, int]]) -> None:
    """Average precision equals scikit-learn's, ties included."""
    truth, score = np.array([int(one) for one, _ in rows]), np.array([float(one) for _, one in rows])
    wanted = average_precision_score(truth, score) if truth.any() else 0.0
    assert common.average_precision(truth, score) == pytest.approx(wanted)


def test_best_f1_takes_the_best_cut() -> None:
    """The best F1 of a perfect order is 1."""
    assert common.best_f1(np.array([0, 1, 1, 0]), np.array([0.1, 0.9, 0.8, 0.2])) == 1.0


@pytest.mark.parametrize(("late", "early"), [("▁hoà", "▁hòa"), ("▁thuỷ", "▁thủy"), ("▁khoẻ▁mạnh", "▁khỏe▁mạnh")])
def test_one_spelling_moves_the_late_tone(late: str, early: str) -> None:
    """The tone mark of open oa, oe, uy goes to the first vowel."""
    assert vocabulary.one_spelling(late) == early == vocabulary.one_spelling(early)


@pytest.mark.parametrize("piece", ["▁quý", "▁hoàn", "▁toán", "▁của", "▁2.500"])
def test_one_spelling_leaves_the_rest(piece: str) -> None:
    """After qu, before a consonant and elsewhere the tone mark stays."""
    assert vocabulary.one_spelling(piece) == piece


def test_spellings_share_one_token() -> None:
    """Both spellings of a word come out as one token, counted once in a sentence."""
    tokenizer = small_tokenizer()
    pieces = [tokenizer.id_to_token(number) for number in range(tokenizer.get_vocab_size())]
    corpus = tokenise(tokenizer, np.array(vocabulary.tie_spellings(pieces)), [["hoà hòa", "mưa"]])
    assert np.diff(corpus.starts).tolist() == [1, 1]


def test_chance_company_is_no_compound() -> None:
    """Syllables that always go together are a compound; chance neighbours, foreign names and numbers are none."""
    counts: dict[int, Counter[tuple[str, ...]]] = {size: Counter() for size in (1, 2, 3)}
    rng = np.random.default_rng(0)
    words = [*WORDS, "miền trung", "quân đội", "barack obama", "3 triệu"]
    vocabulary.count_grams((" ".join(rng.choice(words, 12)) for _ in range(3000)), counts)
    chosen = vocabulary.choose_compounds(counts, sum(counts[1].values()))
    assert ("quân", "đội") in chosen
    assert not {("barack", "obama"), ("3", "triệu"), ("mưa", "lớn")} & set(chosen)


def test_sentences_hold_distinct_tokens() -> None:
    """A repeated word counts once, and punctuation not at all."""
    tokenizer = small_tokenizer()
    corpus = tokenise(tokenizer, np.arange(tokenizer.get_vocab_size()), [["mưa, mưa! Mưa lớn"]])
    assert len(corpus.tokens) == 2


def test_overlap_is_whole_with_itself() -> None:
    """A sentence's overlap with itself is 1 and with no other sentence more."""
    corpus, tokenizer = small_corpus()
    found = overlaps(corpus, 0, 1, np.ones(tokenizer.get_vocab_size(), np.float32))
    assert found[1] == pytest.approx(1)
    assert found.max() <= 1 + 1e-6


def test_negatives_come_from_the_same_article_and_are_no_pair() -> None:
    """Hard negatives lie in the pair's own article and are neither of its sentences."""
    corpus, tokenizer = small_corpus()
    stream = within_articles(corpus, np.ones(tokenizer.get_vocab_size(), np.float32), 1.0)
    pairs, negatives = Stream(stream.pairs[:1], stream.low[:1], stream.high[:1], 1.0).draw(50, np.random.default_rng(0))
    assert set(pairs.ravel()) == set(stream.pairs[0])
    assert set(negatives) <= set(range(stream.low[0], stream.high[0])) - set(stream.pairs[0])


def test_translations_pair_their_two_sides() -> None:
    """The two sentences of a record are a pair and have no negatives."""
    stream = translations(Corpus(np.zeros(4, np.uint16), np.arange(5), np.array([0, 2, 4])), 1.0)
    assert stream.pairs.tolist() == [[0, 1], [2, 3]]
    assert len(stream.draw(9, np.random.default_rng(0))[1]) == 0


def test_contradictions_are_negatives_only() -> None:
    """A contradicting hypothesis is never a positive; it stands against its premise, in both languages."""
    records = [
        {"set": "x", "row": 1, "lang": "vi", "label": "contradiction"},
        {"set": "x", "row": 1, "lang": "en", "label": "contradiction"},
        {"set": "x", "row": 2, "lang": "vi", "label": "entailment"},
        {"set": "x", "row": 2, "lang": "vi", "label": "neutral"},
    ]
    stream = inferences(Corpus(np.zeros(0), np.zeros(9), np.zeros(5)), records, 1.0)
    assert stream.pairs.tolist() == [[2, 0], [4, 5]]
    assert stream.given is not None
    assert stream.given.tolist() == [[3, 1], [-1, -1]]


def test_no_article_is_in_two_groups() -> None:
    """Groups of one event share no article, whatever the neighbours."""
    near = {number: [(number + step) % 30 for step in (1, 2, 3)] for number in range(30)}
    groups = disjoint_groups(near, 99, np.random.default_rng(0))
    members = [article for group in groups for article in group]
    assert len(members) == len(set(members))
    assert all(2 <= len(group) <= 4 for group in groups)


def test_features_do_not_depend_on_the_order_of_articles() -> None:
    """Turning two articles round changes which side is left, not what is said of a pair."""
    corpus, tokenizer = small_corpus()
    size = tokenizer.get_vocab_size()
    words = build_words([tokenizer.id_to_token(number) for number in range(size)], {}, np.ones(size))
    tokens = [corpus.tokens[corpus.starts[row] : corpus.starts[row + 1]] for row in range(10)]
    vectors = np.random.default_rng(1).normal(size=(10, 4)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    owners = np.array([0] * 5 + [1] * 5)
    left, right, found = features(tokens, owners, vectors, words)
    turned = np.r_[5:10, 0:5]
    back_left, back_right, back = features([tokens[row] for row in turned], owners, vectors[turned], words)
    place = {(turned[one], turned[two]): row for row, (one, two) in enumerate(zip(back_left, back_right, strict=True))}
    again = back[[place[(two, one)] for one, two in zip(left, right, strict=True)]]
    loose = [15, 16, 18]  # ties in rank fall either way; the neighbours of an article's ends are another article's
    kept = [column for column in range(found.shape[1]) if column not in loose]
    assert np.allclose(found[:, kept], again[:, kept], atol=1e-4)


def small_run(folder: Path, stops: tuple[int, ...]) -> tuple[Table, list[dict[str, float]]]:
    """Train a tiny model, broken off and taken up again at each stop."""
    corpus, tokenizer = small_corpus()
    size = tokenizer.get_vocab_size()
    store = join([Store(corpus.tokens, corpus.starts)])
    streams = [within_articles(corpus, np.ones(size, np.float32), 1.0)]
    pairs = np.array([0, 2])
    groups = Groups(np.arange(4), np.array([0, 4]), np.array([0, 1]), np.array([2, 3]), np.array([4.0, -4.0]), pairs)
    table, told, start = fresh(np.bincount(corpus.tokens, minlength=size), {}, 16, 0), [], 0
    for stop in stops:
        plan = Plan(stops[-1], pairs=16, groups=2, every=stop - start)
        cut = Plan(stop, pairs=16, groups=2, every=stop - start) if stop != stops[-1] else plan
        table = train(
            table, store, streams, groups, cut, folder / "state.pt", lambda _, losses, __: told.append(losses), start
        )
        table, start = restore(folder / "state.pt")
    return table, told


def test_training_lowers_both_losses(tmp_path: Path) -> None:
    """Contrast and teacher losses go down."""
    _, told = small_run(tmp_path, (5, 120))
    assert told[-1]["contrast"] < told[0]["contrast"]
    assert told[-1]["teacher"] < told[0]["teacher"]


def test_a_seed_gives_the_same_weights(tmp_path: Path) -> None:
    """The same run twice gives the same weights."""
    first, second = small_run(tmp_path, (4, 8))[0], small_run(tmp_path, (4, 8))[0]
    assert np.array_equal(first.rows(), second.rows())


def test_quantising_stays_within_half_a_step() -> None:
    """Every value of a row is met to within half of its int8 step, and a row of zeros stays zero."""
    rows = np.random.default_rng(0).normal(size=(9, 5)).astype(np.float32)
    rows[3] = 0
    codes, scales = quantise(rows)
    assert np.all(np.abs(codes * scales[:, None] - rows) <= scales[:, None] / 2 + 1e-6)
    assert not codes[3].any()


@pytest.mark.filterwarnings("default")
def test_a_written_folder_is_read_alike_by_both(tmp_path: Path) -> None:
    """A freshly written folder gives the trained vectors by numpy and by sentence-transformers."""
    from compare.encode import sbert

    corpus, tokenizer = small_corpus()
    table = fresh(np.bincount(corpus.tokens, minlength=tokenizer.get_vocab_size()), {}, 24, 0)
    rows = table.rows()
    rows[0] = 0
    export(rows, tokenizer.to_str(), tmp_path)
    texts = ["mưa lớn gây lũ", "tàu cá gặp nạn ngoài khơi miền trung", "", "漢字"]
    own = builtin.load(tmp_path)
    codes = tokenise(tokenizer, np.arange(len(rows)), [texts])
    trained = embed(rows, Store(codes.tokens, codes.starts), np.arange(len(texts)))
    assert np.abs(own.encode(texts) - trained).max() < 0.02
    assert np.abs(own.encode(texts) - sbert.load(str(tmp_path)).encode(texts)).max() < 1e-4
