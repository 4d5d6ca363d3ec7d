import { writeFileSync } from 'node:fs';
import { ByteWriter, parquetWrite, type SchemaElement } from 'hyparquet-writer';

/** A column holds texts, or turns: a list of records of texts. */
export type ParquetRow = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

const text = (name: string): SchemaElement => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' });

/** The Hub's loader reads turns as a list of records. */
function columnSchema(name: string, value: ParquetRow[string]): SchemaElement[] {
  if (typeof value === 'string') return [text(name)];
  const keys = Object.keys(value[0]!);
  return [
    { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', num_children: keys.length },
    ...keys.map(text),
  ];
}

/** Rows of one shape as Parquet. @param rows one at least */
export async function writeParquet(file: string, rows: readonly ParquetRow[]): Promise<void> {
  const columns = Object.entries(rows[0]!);
  const writer = new ByteWriter();
  await parquetWrite({
    writer,
    columnData: columns.map(([name]) => ({ name, data: rows.map((row) => (typeof row[name] === 'string' ? row[name] : [...row[name]!])) })),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(([name, value]) => columnSchema(name, value))],
  });
  writeFileSync(file, new Uint8Array(writer.getBuffer()));
}
