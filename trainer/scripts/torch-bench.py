"""Tokens a second of LoRA training in PyTorch on the CPU, for bench/trainer.js.

python3 torch-bench.py MODEL_FOLDER ROWS.json STEPS ROWS_PER_STEP THREADS recompute|keep
"""

import json
import sys
import time

import torch

from torch_decoder import fresh_parameters, row_loss

_, _, rows_file, steps, rows_per_step, threads, mode = sys.argv
torch.set_num_threads(int(threads))
rows = [(torch.tensor(row["ids"]), row["learned"]) for row in json.load(open(rows_file))]
parameters = fresh_parameters()
optimiser = torch.optim.AdamW(parameters.values(), lr=2e-4, weight_decay=0.0)
rates = []
for step in range(int(steps)):
    started = time.perf_counter()
    batch = [rows[(step * int(rows_per_step) + i) % len(rows)] for i in range(int(rows_per_step))]
    supervised = sum(sum(learned[1:]) for _, learned in batch)
    optimiser.zero_grad()
    for ids, learned in batch:
        loss, _ = row_loss(parameters, ids, learned, mode == "recompute")
        (loss / supervised).backward()
    torch.nn.utils.clip_grad_norm_(parameters.values(), 1.0)
    optimiser.step()
    rates.append(sum(len(ids) for ids, _ in batch) / (time.perf_counter() - started))
print(json.dumps({"torch": torch.__version__, "rates": rates}))
