import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bin, ended, fill, lines, mountSmall, running, scratchFolder } from './processes.ts';

/** A run on a software GPU, and one on a full disk. */
const scratch = scratchFolder('trainer-limits');
const model = path.join(scratch, 'model');
const data = path.join(scratch, 'train.jsonl');
const options = ['--train-file', data, '--model', model, '--max-length', '128', '--gradient-accumulation-steps', '2', '--learning-rate', '0.01'];
const train = (env: NodeJS.ProcessEnv, ...words: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(bin('trainer'), ['run', ...options, ...words], {
    encoding: 'utf8',
    cwd: scratch,
    env: { ...process.env, ...env },
  });
const losses = (folder: string): number[] => lines(path.join(folder, 'metrics.jsonl')).map((line) => (JSON.parse(line) as { loss: number }).loss);

beforeAll(() => {
  expect(spawnSync(bin('trainer'), ['init', '--output-dir', model]).status).toBe(0);
  const rows = Array.from({ length: 8 }, (_, i) => JSON.stringify({ prompt: `Jean est décédé en ${2001 + i}.`, response: `date_deces: ${2001 + i}` }));
  writeFileSync(data, `${rows.join('\n')}\n`);
});

/** The Vulkan device that Debian's chromium ships, right and slow; it needs the loader of Debian's libvulkan1 beside it. */
const SWIFTSHADER = '/usr/lib/chromium/vk_swiftshader_icd.json';
const vulkanLoader = /libvulkan\.so\.1/.test(spawnSync('ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '');
test.skipIf(!existsSync(SWIFTSHADER) || !vulkanLoader)(
  'WebGPU through the software Vulkan device gives the losses of the CPU within 1e-2, in 4-bit and in float',
  () => {
    const runtime = path.join(scratch, 'xdg');
    mkdirSync(runtime, { mode: 0o700 });
    const vulkan = { VK_ICD_FILENAMES: SWIFTSHADER, XDG_RUNTIME_DIR: runtime };
    for (const precision of [[], ['--no-4bit']]) {
      const [gpu, cpu] = ['webgpu', 'cpu'].map((device) => {
        const output = path.join(scratch, `${device}${precision.join('')}`);
        const { status, stderr } = train(
          device === 'webgpu' ? vulkan : {},
          '--device',
          device,
          '--output-dir',
          output,
          '--num-epochs',
          '2',
          '--learning-rate',
          '0.001',
          ...precision,
        );
        expect({ status, stderr }).toMatchObject({ status: 0 });
        return losses(output);
      });
      expect(gpu).toHaveLength(8);
      gpu!.forEach((loss, step) => expect(Math.abs(loss - cpu![step]!) / cpu![step]!).toBeLessThan(1e-2));
    }
  },
  240_000,
);

const disk = path.join(scratch, 'disk');
const mounted = mountSmall(disk, 6);
test.skipIf(!mounted)('a disk that fills up stops the run with one line; the last checkpoint stays whole, and the run goes on from it', async () => {
  try {
    const output = path.join(disk, 'run');
    const words = ['--device', 'cpu', '--output-dir', output, '--save-steps', '2', '--num-epochs', '60'];
    const child = spawn(bin('trainer'), ['run', ...options, ...words], { stdio: ['ignore', 'ignore', 'pipe'], cwd: scratch });
    running.add(child);
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    while (!existsSync(path.join(output, 'checkpoint-4'))) await new Promise((resolve) => setTimeout(resolve, 2));
    const ballast = path.join(disk, 'ballast');
    fill(ballast);
    expect(await ended(child)).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toMatch(/disk is full/);
    rmSync(ballast);
    const resumed = train({}, ...words, '--resume-from-checkpoint');
    expect(resumed).toMatchObject({ status: 0, stdout: expect.stringMatching(/going on after step \d+/) });
    expect(losses(output)).toHaveLength(240);
  } finally {
    spawnSync('umount', ['-l', disk]);
  }
});
