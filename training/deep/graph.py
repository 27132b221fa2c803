"""A BERT model as an ONNX graph, written node by node: fp16 and int8 weights by name, float32 arithmetic.

The casts and transposes of weights are folded by the runtime when it loads the graph; token vectors are looked up as
they are stored and only the rows found are cast. All sizes of a batch, (n) and (t), are free.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

OPSET, IR_VERSION = 20, 9  # Gelu came with opset 20; onnxruntime 1.17 and later read both


@dataclass(frozen=True, slots=True)
class Place:
    """Bytes `start` to `start + length` of a file beside the graph."""

    file: str
    start: int
    length: int


@dataclass(slots=True)
class Graph:
    """A graph under construction over named weights; those with a place in `shared` stay in their file."""

    weights: dict[str, np.ndarray]
    shared: dict[str, Place]
    inputs: Sequence[str]
    nodes: list[Any] = field(default_factory=list)
    stored: dict[str, Any] = field(default_factory=dict)

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """Add one operation; returns the name of its result."""
        from onnx import helper

        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def constant(self, value: Any, kind: type = np.int64) -> str:
        """A small constant."""
        from onnx import numpy_helper

        name = f"constant_{len(self.stored)}"
        self.stored[name] = numpy_helper.from_array(np.asarray(value, kind), name)
        return name

    def raw(self, name: str) -> str:
        """A weight as it is stored."""
        from onnx import TensorProto, helper, numpy_helper

        if name in self.shared:
            place, array = self.shared[name], self.weights[name]
            tensor = TensorProto(name=name, dims=array.shape, data_type=helper.np_dtype_to_tensor_dtype(array.dtype))
            tensor.data_location = TensorProto.EXTERNAL
            for key, value in (("location", place.file), ("offset", place.start), ("length", place.length)):
                tensor.external_data.add(key=key, value=str(value))
            self.stored[name] = tensor
        else:
            self.stored[name] = numpy_helper.from_array(self.weights[name], name)
        return name

    def weight(self, name: str) -> str:
        """A weight as float32."""
        from onnx import TensorProto

        return self.node("Cast", self.raw(name), to=TensorProto.FLOAT)

    def save(self, path: Path, results: Mapping[str, tuple[str, Sequence[str | int]]], name: str) -> None:
        """Write the graph; `results` names what it gives: (node's result, shape), float32. Its metadata hold `name`."""
        import onnx
        from onnx import TensorProto, helper

        for result, (given, _) in results.items():
            self.node("Identity", given)
            self.nodes[-1].output[0] = result
        outputs = [
            helper.make_tensor_value_info(one, TensorProto.FLOAT, list(shape)) for one, (_, shape) in results.items()
        ]
        inputs = [helper.make_tensor_value_info(one, TensorProto.INT64, ["n", "t"]) for one in self.inputs]
        graph = helper.make_graph(self.nodes, "bert", inputs, outputs, list(self.stored.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        helper.set_model_props(model, {"name": name})
        onnx.save_model(model, str(path))
        onnx.checker.check_model(str(path))


def linear(graph: Graph, states: str, place: str) -> str:
    """`states` times a linear layer's weights, plus its bias."""
    turned = graph.node("Transpose", graph.weight(f"{place}.weight"), perm=[1, 0])
    return graph.node("Add", graph.node("MatMul", states, turned), graph.weight(f"{place}.bias"))


def normal(graph: Graph, states: str, place: str, epsilon: float) -> str:
    """Layer normalisation over the last axis."""
    scale, shift = graph.weight(f"{place}.weight"), graph.weight(f"{place}.bias")
    return graph.node("LayerNormalization", states, scale, shift, axis=-1, epsilon=epsilon)


def words(graph: Graph, place: str) -> str:
    """Token vectors (n, t, d)."""
    from onnx import TensorProto

    found = graph.node("Gather", graph.raw(f"{place}.word_embeddings.weight"), "input_ids", axis=0)
    return graph.node("Cast", found, to=TensorProto.FLOAT)


def embedded(graph: Graph, place: str, types: str, epsilon: float) -> str:
    """Token, position and type vectors, added and normalised; `types` names the table of the last."""
    length = graph.node("Shape", "input_ids", start=1, end=2)
    places = graph.node("Slice", graph.weight(f"{place}.position_embeddings.weight"), graph.constant([0]), length)
    kinds = graph.weight(types)
    typed = "token_type_ids" if "token_type_ids" in graph.inputs else graph.constant([0])
    kind = graph.node("Gather", kinds, typed, axis=0)
    found = graph.node("Add", graph.node("Add", words(graph, place), places), kind)
    return normal(graph, found, f"{place}.LayerNorm", epsilon)


def attended(graph: Graph, states: str, hidden: str, place: str, heads: int, size: int) -> str:
    """Self-attention (n, t, d) of `heads` heads, each `size` wide; `hidden` (n, 1, 1, t) is added to the scores."""
    split, joined = graph.constant([0, 0, heads, size]), graph.constant([0, 0, heads * size])

    def head(part: str, order: list[int]) -> str:
        found = graph.node("Reshape", linear(graph, states, f"{place}.self.{part}"), split)
        return graph.node("Transpose", found, perm=order)

    query, key = head("query", [0, 2, 1, 3]), head("key", [0, 2, 3, 1])
    scores = graph.node("MatMul", query, key)
    scores = graph.node("Mul", scores, graph.constant(size**-0.5, np.float32))
    shares = graph.node("Softmax", graph.node("Add", scores, hidden), axis=-1)
    mixed = graph.node("MatMul", shares, head("value", [0, 2, 1, 3]))
    mixed = graph.node("Reshape", graph.node("Transpose", mixed, perm=[0, 2, 1, 3]), joined)
    return linear(graph, mixed, f"{place}.output.dense")


def trunk(graph: Graph, config: Any, types: str = "embeddings.token_type_embeddings.weight") -> str:
    """Token states (n, t, d) of a BERT model; `types` names the table of its token types' vectors."""
    from onnx import TensorProto

    if config.hidden_act != "gelu":
        raise ValueError(f"the activation {config.hidden_act} is not written for: gelu is")
    epsilon, heads = float(config.layer_norm_eps), int(config.num_attention_heads)
    mask = graph.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    away = graph.node("Sub", graph.constant(1, np.float32), mask)
    away = graph.node("Mul", away, graph.constant(-1e9, np.float32))
    hidden = graph.node("Unsqueeze", away, graph.constant([1, 2]))
    states = embedded(graph, "embeddings", types, epsilon)
    for number in range(config.num_hidden_layers):
        place = f"encoder.layer.{number}"
        seen = attended(graph, states, hidden, f"{place}.attention", heads, config.hidden_size // heads)
        states = graph.node("Add", seen, states)
        states = normal(graph, states, f"{place}.attention.output.LayerNorm", epsilon)
        wide = graph.node("Gelu", linear(graph, states, f"{place}.intermediate.dense"))
        states = graph.node("Add", linear(graph, wide, f"{place}.output.dense"), states)
        states = normal(graph, states, f"{place}.output.LayerNorm", epsilon)
    return states


def pool(graph: Graph, states: str) -> str:
    """Unit vectors (n, d): the mean of the states of the tokens that the mask keeps."""
    from onnx import TensorProto

    mask = graph.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    mask = graph.node("Unsqueeze", mask, graph.constant([2]))
    axis = graph.constant([1])
    total = graph.node("ReduceSum", graph.node("Mul", states, mask), axis, keepdims=0)
    mean = graph.node("Div", total, graph.node("ReduceSum", mask, axis, keepdims=0))
    length = graph.node("ReduceL2", mean, axis, keepdims=1)
    return graph.node("Div", mean, graph.node("Max", length, graph.constant(1e-12, np.float32)))


def classify(graph: Graph, states: str) -> str:
    """The pair head's logits (n, labels) from the first token's state."""
    first = graph.node("Gather", states, graph.constant(0), axis=1)
    deep = graph.node("Tanh", linear(graph, first, "head.dense"))
    return linear(graph, deep, "head.out")
