"""Gradients of each operator in PyTorch, for src/fixtures/torch-operators.json.

python3 torch-operators.py > ../src/fixtures/torch-operators.json

Every case is a function of x (3, 4); the loss is the sum of its output times fixed weights.
"""

import json
import sys

import torch

torch.manual_seed(7)
X = torch.rand(3, 4, dtype=torch.float64) * 2 - 1
cubes = lambda x: x.reshape(3, 2, 2)

def turned(x, cos, sin):
    first, second = x[:, :2], x[:, 2:]
    return torch.cat([first * cos - second * sin, second * cos + first * sin], -1)[None]


CASES = {
    "Add": lambda x: x + x[..., 0:1],
    "Sub": lambda x: x[..., 1:2] - x,
    "Mul": lambda x: x * x,
    "Mul, stretched": lambda x: x * x.sum(0, keepdim=True),
    "Neg": lambda x: -x,
    "Sigmoid": torch.sigmoid,
    "Sqrt": lambda x: torch.sqrt(x * x + 1),
    "Reciprocal": lambda x: 1 / (x * x + 1),
    "Softmax": lambda x: torch.softmax(x, -1),
    "LogSoftmax": lambda x: torch.log_softmax(x, -1),
    "MatMul": lambda x: x @ x.T,
    "MatMul, batched": lambda x: cubes(x) @ cubes(x),
    "Gemm": lambda x: x @ x.T,
    "Transpose": lambda x: cubes(x).permute(1, 2, 0),
    "Slice": lambda x: x[..., 1:3],
    "Concat": lambda x: torch.cat([x[..., 2:4], x * x], -1),
    "Gather": lambda x: x[[2, 0, 2]],
    "ReduceSum": lambda x: x.sum(1, keepdim=True) * x,
    "QuickGelu": lambda x: x * torch.sigmoid(x),
    "SimplifiedLayerNormalization": lambda x: x / torch.sqrt((x * x).mean(-1, keepdim=True) + 1e-5) * torch.tensor([0.5, -1, 2, 1.5]),
    "RotaryEmbedding": lambda x: turned(x, torch.tensor([[1, 0.9], [0.8, 0.7], [0.6, 0.5]]), torch.tensor([[0, 0.1], [0.2, 0.3], [0.4, 0.5]])),
    "Slice and Concat, first axis": lambda x: torch.cat([x[1:3], x * x], 0),
    "Where": lambda x: torch.where(torch.tensor([True, False, True, False]), x * x, -x),
}

out = {}
for name, case in CASES.items():
    x = X.clone().requires_grad_()
    y = case(x)
    weights = torch.rand(y.shape, dtype=torch.float64) * 2 - 1
    (y * weights).sum().backward()
    out[name] = {"weights": weights.flatten().tolist(), "gradient": x.grad.flatten().tolist()}
json.dump({"torch": torch.__version__, "x": X.flatten().tolist(), "cases": out}, sys.stdout)
print()
