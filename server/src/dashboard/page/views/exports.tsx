import type { DatasetPreview, ExportedFile } from '@case-swarm/schema';
import { useState } from 'preact/hooks';
import { api } from '../api.ts';
import { bytes } from '../formats.ts';
import { Column } from '../parts/table.tsx';
import { useRead } from '../use-read.ts';
import type { Words } from '../words.ts';

export function Exports({ words, accepted }: { readonly words: Words; readonly accepted: number }) {
  const [files, setFiles] = useState<readonly ExportedFile[]>([]);
  const [preview, setPreview] = useState<DatasetPreview>();
  const [note, setNote] = useState('');
  const show = (): void => {
    setNote(`${words.loading}…`);
    void api.preview().then(
      (read) => {
        setPreview(read);
        setNote('');
      },
      (error: unknown) => setNote((error as Error).message),
    );
  };
  useRead(
    () => api.exports(),
    ({ files: read }) => setFiles(read),
    () => {},
    [accepted],
  );
  return (
    <>
      <h1>{words.exports}</h1>
      <table>
        <thead>
          <tr>
            <Column label={words.file} />
            <Column n label={words.rows} />
            <Column n label={words.size} />
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, bytes: size, rows }) => (
            <tr key={name}>
              <th scope="row">
                <a href={`/exports/${name}`} download={name} aria-label={`${words.download} ${name}`}>
                  {name}
                </a>
              </th>
              <td class="n">{rows ?? '–'}</td>
              <td class="n">{bytes(size)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{words.splitNote}</p>
      <h2>{words.preview}</h2>
      <p class="filters">
        <button type="button" onClick={show}>
          {words.showCard}
        </button>
      </p>
      <p role="status" aria-live="polite" class="note">
        {note}
      </p>
      {preview && (
        <>
          <p>
            {Object.entries(preview.rows)
              .map(([split, rows]) => `${split} ${rows}`)
              .join(' · ')}
          </p>
          <pre tabIndex={0}>{preview.card}</pre>
        </>
      )}
    </>
  );
}
