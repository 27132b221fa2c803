"""Adam with bf16 weights for speed and float32 masters for exactness; one file holds all a run needs to go on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

BETAS = (0.9, 0.98)
DECAY = 0.01
CLIP = 1.0


class Training:
    """Modules under training: bf16 copies compute, float32 masters are stepped.

    `modules` maps a name to each module (they become bf16 in place); `step` counts finished steps.
    """

    def __init__(self, modules: dict[str, Any]) -> None:
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
        self.optimiser = torch.optim.AdamW(self.masters.values(), lr=0.0, betas=BETAS, weight_decay=DECAY, fused=True)

    def update(self, loss: Any, rate: float) -> None:
        """One step down the gradient of `loss` at the learning rate `rate`."""
        import torch

        loss.backward()
        for name, master in self.masters.items():
            copy = self.copies[name]
            master.grad = None if copy.grad is None else copy.grad.float()
            copy.grad = None
        torch.nn.utils.clip_grad_norm_(self.masters.values(), CLIP)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
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
