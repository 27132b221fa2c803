"""Adam with bf16 weights for speed and float32 masters for exactness; one file holds all a run needs to go on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

BETAS = (0.9, 0.98)
DECAY = 0.01
CLIP = 1.0


class Training:
    """Modules under training: bf16 copies compute, float32 masters are stepped.

    `modules` maps a name to each module (they become bf16 in place); `step` counts finished steps. A weight whose name
    ends in a key of `faster` moves that many times as fast as the others, and does not decay.
    """

    def __init__(self, modules: dict[str, Any], faster: Mapping[str, float] = MappingProxyType({})) -> None:
        import torch

        self.modules = modules
        self.step = 0
        self.masters: dict[str, Any] = {}
        seen: set[int] = set()
        for owner, module in modules.items():
            for name, weight in module.named_parameters():
                if weight.requires_grad and id(weight) not in seen:
                    seen.add(id(weight))
                    self.masters[f"{owner}.{name}"] = weight.detach().float().clone().requires_grad_()
            module.to(torch.bfloat16)
        copies = {
            f"{owner}.{name}": one for owner, module in modules.items() for name, one in module.named_parameters()
        }
        self.copies = {name: copies[name] for name in self.masters}
        groups: list[dict[str, Any]] = [
            {"params": [], "factor": factor, "weight_decay": 0.0} for factor in faster.values()
        ]
        groups.append({"params": [], "factor": 1.0, "weight_decay": DECAY})
        for name, master in self.masters.items():
            place = next((at for at, end in enumerate(faster) if name.endswith(end)), len(faster))
            groups[place]["params"].append(master)
        self.optimiser = torch.optim.AdamW(
            [group for group in groups if group["params"]], lr=0.0, betas=BETAS, fused=True
        )

    def update(self, loss: Any, rate: float) -> None:
        """One step down the gradient of `loss` at the learning rate `rate`."""
        loss.backward()
        self.step_down(rate)

    def step_down(self, rate: float) -> None:
        """One step down the gradients that are there, for losses taken one after another."""
        import torch

        for name, master in self.masters.items():
            copy = self.copies[name]
            master.grad = None if copy.grad is None else copy.grad.float()
            copy.grad = None
        torch.nn.utils.clip_grad_norm_(self.masters.values(), CLIP)
        for group in self.optimiser.param_groups:
            group["lr"] = rate * group["factor"]
        self.optimiser.step()
        self._refresh()
        self.step += 1

    def _refresh(self) -> None:
        """Give the bf16 copies the masters' values."""
        import torch

        with torch.no_grad():
            for name, master in self.masters.items():
                self.copies[name].copy_(master)

    def save(self, path: Path) -> None:
        """Write masters, moments and the step; a run cut off while writing keeps the former file."""
        import torch

        state = {"masters": self.masters, "optimiser": self.optimiser.state_dict(), "step": self.step}
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def restore(self, path: Path) -> bool:
        """Take up what `save` wrote; False where there is no file."""
        import torch

        if not path.is_file():
            return False
        state = torch.load(path, map_location="cpu", weights_only=True)  # it may be another device's
        with torch.no_grad():
            for name, master in self.masters.items():
                master.copy_(state["masters"][name])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = int(state["step"])
        self._refresh()
        return True


def ramp(step: int, steps: int, warm: int) -> float:
    """Share of the peak learning rate: up over `warm` steps, then straight down to a fiftieth."""
    return min((step + 1) / warm, 1.0) * max(0.02, 1 - step / steps)
