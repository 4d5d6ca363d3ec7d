"""A Mistral-family decoder with LoRA in PyTorch, over the model folder that the command line names.

Written from the published formulas: RMSNorm, YaRN (Peng et al. 2023), grouped queries, SwiGLU, LoRA. An independent
implementation, to set the trainer's numbers and its speed beside.
"""

import json
import math
import struct
import sys

import torch
from torch.utils.checkpoint import checkpoint

folder = sys.argv[1]
with open(f"{folder}/model.safetensors", "rb") as file:
    size = struct.unpack("<Q", file.read(8))[0]
    header = json.loads(file.read(size))
    data = file.read()
weights = {
    name: torch.frombuffer(bytearray(data[slice(*entry["data_offsets"])]), dtype=torch.float32).reshape(entry["shape"])
    for name, entry in header.items()
    if name != "__metadata__"
}
config = json.load(open(f"{folder}/config.json"))
H, HEADS, KV, HD = config["hidden_size"], config["num_attention_heads"], config["num_key_value_heads"], config["head_dim"]
RANK, ALPHA = 4, 8
PROJECTIONS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


def name_of(layer, projection):
    return f"layers.{layer}.{'mlp' if projection in PROJECTIONS[4:] else 'self_attn'}.{projection}"


def formula(shape, scale, shift):
    count = shape[0] * shape[1]
    return torch.tensor([scale * math.sin(i * 0.7 + shift) for i in range(count)], dtype=torch.float64).float().reshape(shape)


def fresh_parameters():
    made = {}
    for layer in range(config["num_hidden_layers"]):
        for index, projection in enumerate(PROJECTIONS):
            out, into = weights[f"model.{name_of(layer, projection)}.weight"].shape
            made[f"{name_of(layer, projection)}.lora_A"] = formula((RANK, into), 0.1, layer + index).requires_grad_()
            made[f"{name_of(layer, projection)}.lora_B"] = formula((out, RANK), 0.05, layer + index + 0.5).requires_grad_()
    return made


def yarn():
    rope = config["rope_parameters"]
    theta, factor, original = rope["rope_theta"], rope["factor"], rope["original_max_position_embeddings"]
    at = lambda rotations: HD * math.log(original / (rotations * 2 * math.pi)) / (2 * math.log(theta))
    low, high = max(0, math.floor(at(rope["beta_fast"]))), min(HD - 1, math.ceil(at(rope["beta_slow"])))
    out = []
    for i in range(HD // 2):
        base = theta ** (-2 * i / HD)
        ramp = min(1, max(0, (i - low) / max(high - low, 0.001)))
        out.append(base / factor * ramp + base * (1 - ramp))
    return torch.tensor(out, dtype=torch.float64)


FREQUENCIES = yarn()


def norm(x, w):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + config["rms_norm_eps"]) * w


def rotate(x, length):
    angles = torch.arange(length, dtype=torch.float64)[:, None] * FREQUENCIES
    cos, sin = angles.cos().float(), angles.sin().float()
    a, b = x[..., : HD // 2], x[..., HD // 2 :]
    return torch.cat([a * cos - b * sin, b * cos + a * sin], -1)


def linear(x, parameters, layer, projection):
    name = name_of(layer, projection)
    low = x @ parameters[f"{name}.lora_A"].T @ parameters[f"{name}.lora_B"].T
    return x @ weights[f"model.{name}.weight"].T + low * (ALPHA / RANK)


def block(parameters, x, mask, layer):
    length = len(x)
    y = norm(x, weights[f"model.layers.{layer}.input_layernorm.weight"])
    split = lambda z, n: z.reshape(length, n, HD).transpose(0, 1)
    q = rotate(split(linear(y, parameters, layer, "q_proj"), HEADS), length)
    k = rotate(split(linear(y, parameters, layer, "k_proj"), KV), length).repeat_interleave(HEADS // KV, 0)
    v = split(linear(y, parameters, layer, "v_proj"), KV).repeat_interleave(HEADS // KV, 0)
    mixed = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(HD) + mask, -1) @ v
    x = x + linear(mixed.transpose(0, 1).reshape(length, HEADS * HD), parameters, layer, "o_proj")
    y = norm(x, weights[f"model.layers.{layer}.post_attention_layernorm.weight"])
    gate = linear(y, parameters, layer, "gate_proj")
    return x + linear(torch.nn.functional.silu(gate) * linear(y, parameters, layer, "up_proj"), parameters, layer, "down_proj")


def row_loss(parameters, ids, learned, recompute=False):
    """Summed cross-entropy of a row's supervised tokens, and how many there are."""
    length = len(ids)
    x = weights["model.embed_tokens.weight"][ids]
    mask = torch.full((length, length), -1e9).triu(1)
    for layer in range(config["num_hidden_layers"]):
        x = checkpoint(block, parameters, x.requires_grad_(), mask, layer) if recompute else block(parameters, x, mask, layer)
    places = [i for i in range(1, length) if learned[i]]
    states = norm(x, weights["model.norm.weight"])[[i - 1 for i in places]]
    scores = states @ weights["model.embed_tokens.weight"].T
    return torch.nn.functional.cross_entropy(scores, ids[places], reduction="sum"), len(places)
