"""Losses and LoRA gradients of the tiny model in PyTorch, for src/fixtures/torch-parity.json.

python3 torch-parity.py MODEL_FOLDER > ../src/fixtures/torch-parity.json   (MODEL_FOLDER: trainer init --preset tiny)
"""

import json
import sys

import torch

from torch_decoder import ALPHA, RANK, config, fresh_parameters, row_loss

ROWS = []
for row, length in enumerate([23, 31]):
    ids = torch.tensor([(7 * i * i + 13 * i + 5 * row) % config["vocab_size"] for i in range(length)])
    ROWS.append((ids, [i >= length // 2 for i in range(length)]))


def batch_loss(parameters):
    pairs = [row_loss(parameters, *row) for row in ROWS]
    return sum(loss for loss, _ in pairs) / sum(count for _, count in pairs)


parameters = fresh_parameters()
loss = batch_loss(parameters)
loss.backward()
gradients = {name: {"norm": p.grad.norm().item(), "first": p.grad.flatten()[:4].tolist()} for name, p in parameters.items()}

parameters = fresh_parameters()
optimiser = torch.optim.AdamW(parameters.values(), lr=5e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01)
losses = []
for _ in range(20):
    optimiser.zero_grad()
    step = batch_loss(parameters)
    step.backward()
    torch.nn.utils.clip_grad_norm_(parameters.values(), 1.0)
    optimiser.step()
    losses.append(step.item())
json.dump({"torch": torch.__version__, "rank": RANK, "alpha": ALPHA, "loss": loss.item(), "gradients": gradients, "losses": losses}, sys.stdout, indent=1)
