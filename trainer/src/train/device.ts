import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TrainerError } from '../errors.ts';
import { devices, type Device } from '../graph/session.ts';

export interface ChosenDevice {
  readonly device: Device;
  readonly why: string;
}

const PROBE_MS = 60_000;
/** What GPU users are missing, in one command. */
const ADD_CUDA = 'npm rebuild onnxruntime-node --onnxruntime-node-install=cuda12';
/** Vulkan devices that compute on the CPU: right, but far slower than the CPU provider. */
const SOFTWARE = /swiftshader|lvp|lavapipe/i;

/** Tries a product on a device; the reason where it does not run. */
function fault(device: Device): string | undefined {
  const probe = fileURLToPath(new URL('device-probe.js', import.meta.url));
  const { status, stdout, signal } = spawnSync(process.execPath, [probe, device], { encoding: 'utf8', timeout: PROBE_MS, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? undefined : stdout || `the driver ended with ${status ?? signal}`;
}

/** `auto` takes the first that runs of CUDA, WebGPU and CPU. @throws TrainerError where what was asked for does not run */
export function chooseDevice(asked: 'auto' | Device): ChosenDevice {
  if (asked === 'cpu') return { device: 'cpu', why: 'as asked' };
  if (asked !== 'auto') {
    const because = fault(asked);
    if (because === undefined) return { device: asked, why: 'as asked' };
    const help = asked === 'cuda' ? `add CUDA with: ${ADD_CUDA}` : 'it needs a Vulkan, Metal or D3D12 driver';
    throw new TrainerError(`--device ${asked} does not run here (${because}); ${help}; or use --device auto`, 2);
  }
  const reasons: string[] = [];
  for (const device of devices) {
    if (device === 'cpu') break;
    if (device === 'webgpu' && SOFTWARE.test(process.env['VK_ICD_FILENAMES'] ?? '')) {
      reasons.push('webgpu has a software device only');
      continue;
    }
    const because = fault(device);
    if (because === undefined) return { device, why: reasons.length > 0 ? reasons.join(', ') : 'the first that runs' };
    reasons.push(`no ${device}`);
  }
  return { device: 'cpu', why: reasons.join(', ') };
}
