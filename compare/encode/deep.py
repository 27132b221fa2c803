"""The contextual encoder: a small transformer run by onnxruntime, the mean of its token states at unit length.

Its folder is a standard sentence-transformers one; `model.onnx` reads the weights of the same `model.safetensors`.
Every text runs by itself, on one thread, two texts at a time: no padding, so that a text's vector is the same bytes
in any company, and no slower than padded batches (a sentence keeps the matrices of this size busy).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from compare.encode import builtin
from compare.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

NAME = "deep"
FOLDER = Path(__file__).resolve().parent.parent / "data" / "deep"
MOST_TOKENS = 128
WORKERS = 2
UNKNOWN = 0  # the tokenizer's number for a piece it does not know
SPACE = "▁"  # the piece before a word of another script, whose letters are unknown
RESULTS = ("sentence_embedding", "token_embeddings")  # the names of sentence-transformers
TINY = 1e-12
WAY_OUT = "`--model builtin` works without it"

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """A graph of a model folder with its tokenizer; `width` is that of the rows (n, width) it gives first."""

    name: str
    width: int
    tokenizer: Tokenizer
    session: Any
    inputs: tuple[str, ...]
    types: Callable[[Encoding], Sequence[int]]

    def run(self, encoding: Encoding, results: Sequence[str]) -> list[Vectors]:
        """The named results of one text or pair, each without its first axis."""
        types = self.types(encoding)
        given = {"input_ids": encoding.ids, "attention_mask": encoding.attention_mask, "token_type_ids": types}
        found = self.session.run(results, {name: np.asarray([given[name]], np.int64) for name in self.inputs})
        return [one[0] for one in found]

    def rows(self, encodings: Sequence[Encoding]) -> Vectors:
        """Rows (n, width) float32 of several texts or pairs."""
        found = np.zeros((len(encodings), self.width), np.float32)
        first = self.session.get_outputs()[0].name
        with ThreadPoolExecutor(WORKERS) as pool:
            for place, (row,) in enumerate(pool.map(lambda one: self.run(one, [first]), encodings)):
                found[place] = row
        return found


@dataclass(frozen=True, slots=True)
class Reading:
    """Texts read in context.

    `vectors` (n, d) are unit rows, one a text. Of each text `tokens` (t,) are the numbers of its tokens and `states`
    (t, d) their unit rows; a text without a known token has one token, `UNKNOWN`, with a state of zeros.
    """

    vectors: Vectors
    tokens: tuple[NDArray[np.int64], ...]
    states: tuple[Vectors, ...]


@dataclass(frozen=True, slots=True)
class Deep:
    """The contextual encoder behind the `Encoder` contract."""

    network: Network

    @property
    def name(self) -> str:
        """`deep-` and the fingerprint of the weights."""
        return self.network.name

    @property
    def dimension(self) -> int:
        """Width of the vectors."""
        return self.network.width

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (n, d) float32 of the first 128 tokens; a text without a known token gives a row of zeros."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        encodings = self.network.tokenizer.encode_batch(list(texts))
        known = [row for row, encoding in enumerate(encodings) if has_words(encoding)]
        vectors[known] = self.network.rows([encodings[row] for row in known])
        return vectors

    def read(self, texts: Sequence[str]) -> Reading:
        """What `encode` gives and the states of the tokens, special ones left out, from one run of the network."""
        encodings = self.network.tokenizer.encode_batch(list(texts))
        with ThreadPoolExecutor(WORKERS) as pool:
            found = list(pool.map(self._read, encodings))
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for row, (vector, _, _) in enumerate(found):
            vectors[row] = vector
        return Reading(vectors, tuple(tokens for _, tokens, _ in found), tuple(states for *_, states in found))

    def _read(self, encoding: Encoding) -> tuple[Vectors, NDArray[np.int64], Vectors]:
        if not has_words(encoding):
            nothing = np.zeros((1, self.dimension), np.float32)
            return nothing[0], np.array([UNKNOWN]), nothing
        vector, states = self.network.run(encoding, RESULTS)
        plain = np.asarray(encoding.special_tokens_mask) == 0
        lengths = np.linalg.norm(states[plain], axis=1, keepdims=True)
        return vector, np.asarray(encoding.ids, np.int64)[plain], states[plain] / np.maximum(lengths, TINY)

    @property
    def words(self) -> builtin.Builtin:
        """The encoder that the signals of words and of sentences out of context come from."""
        return builtin.load()


def has_words(encoding: Encoding) -> bool:
    """Whether a text has a token that the vocabulary knows, besides the special ones."""
    found = zip(encoding.ids, encoding.tokens, encoding.special_tokens_mask, strict=True)
    return any(not special and number != UNKNOWN and piece != SPACE for number, piece, special in found)


def sides(encoding: Encoding) -> Sequence[int]:
    """0 for every token of the first text, 1 for those of the second."""
    found: Sequence[int] = encoding.type_ids
    return found


def open_network(
    folder: Path, graph: str, most_tokens: int, types: Callable[[Encoding], Sequence[int]] = sides
) -> Network:
    """Open one graph of a model folder; `types` gives the tokens' types.

    Raises EncoderError where the folder, a file or onnxruntime is missing.
    """
    if not (folder / graph).is_file():
        raise EncoderError(f"this installation has no {folder.name} model ({folder / graph} is missing): {WAY_OUT}")
    try:
        import onnxruntime
    except ImportError as error:
        raise EncoderError(f"the deep model needs onnxruntime: pip install onnxruntime; {WAY_OUT}") from error
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4  # its errors come as exceptions, said once
    try:
        with ThreadPoolExecutor(1) as beside:  # half of the time each
            opening = beside.submit(Tokenizer.from_file, str(folder / "tokenizer.json"))
            session = onnxruntime.InferenceSession(str(folder / graph), options, providers=["CPUExecutionProvider"])
            tokenizer = opening.result()
        name = session.get_modelmeta().custom_metadata_map["name"]
        width = int(session.get_outputs()[0].shape[1])
    except Exception as error:  # the readers raise RuntimeError kinds of their own, KeyError and bare Exception alike
        reason = str(error).strip().splitlines()[0]
        raise EncoderError(
            f"the deep model in {folder} cannot be read ({reason}): install the package again; {WAY_OUT}"
        ) from error
    tokenizer.encode_special_tokens = True  # "[SEP]" in an article is a word, not a command
    tokenizer.enable_truncation(most_tokens, strategy="longest_first")
    return Network(name, width, tokenizer, session, tuple(one.name for one in session.get_inputs()), types)


@cache
def load(folder: Path = FOLDER) -> Deep:
    """Open the encoder of a model folder, once in a process. Raises EncoderError where it cannot be."""
    return Deep(open_network(folder, "model.onnx", MOST_TOKENS))
