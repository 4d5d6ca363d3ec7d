import { writeFileSync } from 'node:fs';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';

export interface ChatRow {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** Rows of `messages` as Parquet: a list of (role, content), as the Hugging Face loader expects it. */
export async function writeParquet(file: string, rows: readonly ChatRow[]): Promise<void> {
  const writer = new ByteWriter();
  await parquetWrite({
    writer,
    columnData: [{ name: 'messages', data: rows.map((row) => [...row.messages]) }],
    schema: [
      { name: 'root', num_children: 1 },
      { name: 'messages', repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'REQUIRED', num_children: 2 },
      { name: 'role', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      { name: 'content', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
    ],
  });
  writeFileSync(file, new Uint8Array(writer.getBuffer()));
}
