import protobuf from 'protobufjs';
import { topological } from './backward.ts';
import type { AttributeValue, DataType, Tensor } from './tensor.ts';

/** The part of onnx.proto3 that we write. */
const schema = `syntax = "proto3"; package onnx;
message AttributeProto { string name = 1; float f = 2; int64 i = 3; bytes s = 4; repeated int64 ints = 8; int32 type = 20; }
message StringStringEntryProto { string key = 1; string value = 2; }
message TensorProto { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; repeated StringStringEntryProto external_data = 13; int32 data_location = 14; }
message NodeProto { repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4; repeated AttributeProto attribute = 5; string domain = 7; }
message Dimension { int64 dim_value = 1; }
message TensorShapeProto { repeated Dimension dim = 1; }
message TensorType { int32 elem_type = 1; TensorShapeProto shape = 2; }
message TypeProto { TensorType tensor_type = 1; }
message ValueInfoProto { string name = 1; TypeProto type = 2; }
message GraphProto { repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5; repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12; }
message OperatorSetIdProto { string domain = 1; int64 version = 2; }
message ModelProto { int64 ir_version = 1; string producer_name = 2; GraphProto graph = 7; repeated OperatorSetIdProto opset_import = 8; }`;
const modelType = protobuf.parse(schema, { keepCase: true }).root.lookupType('onnx.ModelProto');

const ELEMENT: Record<DataType, number> = { float32: 1, uint8: 2, int64: 7, bool: 9, float16: 10, bfloat16: 16 };
const KINDS = { float: 1, int: 2, string: 3, ints: 7 };
/** How many of a node's inputs the operator itself takes; the rest are for its gradient. */
const TAKES: Record<string, number> = { MatMulBnb4: 3, Identity: 1 };
/** Attributes that are for the gradient alone. */
const PRIVATE: Record<string, ReadonlySet<string>> = { Slice: new Set(['from', 'to', 'along']) };

function attributeProto(name: string, value: AttributeValue): object {
  if (name === 'to' && typeof value === 'string') return { name, i: ELEMENT[value as DataType], type: KINDS.int };
  if (typeof value === 'number') return { name, i: value, type: KINDS.int };
  if (typeof value === 'string') return { name, s: new TextEncoder().encode(value), type: KINDS.string };
  if ('float' in (value as object)) return { name, f: (value as { float: number }).float, type: KINDS.float };
  return { name, ints: value, type: KINDS.ints };
}

const valueInfo = (tensor: Tensor, name = tensor.name): object => ({
  name,
  type: { tensor_type: { elem_type: ELEMENT[tensor.type], shape: { dim: tensor.shape.map((size) => ({ dim_value: size })) } } },
});

/** Serialises a graph. Dead nodes are left out; large constants stay in their files. The only place that knows protobuf. */
export function encodeModel(outputs: Readonly<Record<string, Tensor>>): Uint8Array {
  const order = topological(Object.values(outputs));
  const used = new Set(order.flatMap((tensor) => (tensor.op === 'Input' || tensor.op === 'Constant' ? [] : tensor.inputs.slice(0, TAKES[tensor.op] ?? Infinity))));
  const named = Object.entries(outputs);
  const nodes: object[] = [];
  const initializer: object[] = [];
  for (const tensor of order) {
    if (tensor.op === 'Input') continue;
    if (tensor.op === 'Constant') {
      if (used.has(tensor)) initializer.push(initializerProto(tensor));
      continue;
    }
    const hidden = PRIVATE[tensor.op];
    const attributes = Object.entries(tensor.attributes).filter(([name]) => !hidden?.has(name));
    nodes.push({
      input: tensor.inputs.slice(0, TAKES[tensor.op] ?? Infinity).map((input) => input.name),
      output: [tensor.name],
      name: tensor.name,
      op_type: tensor.op,
      attribute: attributes.map(([name, value]) => attributeProto(name, value)),
      domain: tensor.domain ?? '',
    });
  }
  for (const [name, tensor] of named) nodes.push({ input: [tensor.name], output: [name], name: `output/${name}`, op_type: 'Identity', attribute: [], domain: '' });
  const message = {
    ir_version: 10,
    producer_name: 'case-swarm trainer',
    opset_import: [
      { domain: '', version: 21 },
      { domain: 'com.microsoft', version: 1 },
    ],
    graph: {
      name: 'step',
      node: nodes,
      initializer,
      input: order.filter((tensor) => tensor.op === 'Input').map((tensor) => valueInfo(tensor)),
      output: named.map(([name, tensor]) => valueInfo(tensor, name)),
    },
  };
  return modelType.encode(message).finish();
}

function initializerProto(tensor: Tensor): object {
  const base = { dims: [...tensor.shape], data_type: ELEMENT[tensor.type], name: tensor.name };
  const { data } = tensor;
  if (data?.kind !== 'external') return { ...base, raw_data: data?.bytes };
  return {
    ...base,
    data_location: 1,
    external_data: [
      { key: 'location', value: data.file },
      { key: 'offset', value: String(data.offset) },
      { key: 'length', value: String(data.length) },
    ],
  };
}
