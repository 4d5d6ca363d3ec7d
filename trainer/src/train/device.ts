import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TrainerError } from '../errors.ts';
import type { Precision } from '../graph/numbers.ts';
import { devices, type Device } from '../graph/session.ts';

export interface ChosenDevice {
  readonly device: Device;
  readonly precision: Precision;
  readonly why: string;
}

const PROBE_MS = 60_000;
/** What GPU users are missing, in one command. */
const ADD_CUDA = 'npm rebuild onnxruntime-node --onnxruntime-node-install=cuda12';
/** Vulkan devices that compute on the CPU: right, but far slower than the CPU provider. */
const SOFTWARE = /swiftshader|lvp|lavapipe/i;
/** What each device computes in where nobody asks, best first. WebGPU has no bfloat16, the CPU neither. */
const PREFERRED: Record<Device, readonly Precision[]> = { cuda: ['bfloat16', 'float16', 'float32'], webgpu: ['float16', 'float32'], cpu: ['float32'] };

/** Tries a product on a device; the reason where it does not run. */
function fault(device: Device, precision: Precision): string | undefined {
  const probe = fileURLToPath(new URL('device-probe.js', import.meta.url));
  const { status, stdout, signal } = spawnSync(process.execPath, [probe, device, precision], { encoding: 'utf8', timeout: PROBE_MS, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? undefined : stdout || `the driver ended with ${status ?? signal}`;
}

/**
 * `auto` takes the first that runs of CUDA, WebGPU and CPU, and of the precisions the one that the device does best.
 * @throws TrainerError where what was asked for does not run
 */
export function chooseDevice(asked: 'auto' | Device, precision: 'auto' | Precision): ChosenDevice {
  if (asked !== 'auto') return asked === 'cpu' ? onCpu(precision, 'as asked') : asAsked(asked, precision);
  const reasons: string[] = [];
  for (const device of devices) {
    if (device === 'cpu') break;
    if (device === 'webgpu' && SOFTWARE.test(process.env['VK_ICD_FILENAMES'] ?? '')) {
      reasons.push('webgpu has a software device only');
      continue;
    }
    const runs = firstThatRuns(device, precision);
    if (runs.precision !== undefined) return { device, precision: runs.precision, why: reasons.length > 0 ? reasons.join(', ') : 'the first that runs' };
    reasons.push(precision === 'auto' ? `no ${device}` : `no ${device} with ${precision}`);
  }
  return onCpu(precision, reasons.join(', '));
}

function onCpu(precision: 'auto' | Precision, why: string): ChosenDevice {
  if (precision !== 'auto' && precision !== 'float32')
    throw new TrainerError(`--precision ${precision} needs a GPU that has it, and here it is the CPU (${why}); use float32 or auto`, 2);
  return { device: 'cpu', precision: 'float32', why };
}

function asAsked(device: Device, asked: 'auto' | Precision): ChosenDevice {
  const { precision, because } = firstThatRuns(device, asked);
  if (precision !== undefined) return { device, precision, why: 'as asked' };
  if (asked !== 'auto' && asked !== 'float32' && fault(device, 'float32') === undefined)
    throw new TrainerError(`--precision ${asked} does not run on ${device} (${because}); use auto, or float32`, 2);
  const help = device === 'cuda' ? `add CUDA with: ${ADD_CUDA}` : 'it needs a Vulkan, Metal or D3D12 driver';
  throw new TrainerError(`--device ${device} does not run here (${because}); ${help}; or use --device auto`, 2);
}

/** The precision that runs, or why none does. */
function firstThatRuns(device: Device, asked: 'auto' | Precision): { readonly precision?: Precision; readonly because?: string } {
  let because = '';
  for (const precision of asked === 'auto' ? PREFERRED[device] : [asked]) {
    const found = fault(device, precision);
    if (found === undefined) return { precision };
    because = found;
  }
  return { because };
}
