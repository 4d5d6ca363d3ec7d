/** A MinHash signature as it is stored: little-endian, four bytes a hash. */
export const bytesOf = (signature: Uint32Array): Buffer => Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength);
/** Without a copy where it can be: all of them are read at a start. */
export const signatureIn = (bytes: Buffer): Uint32Array => {
  const own = bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0 ? bytes : Buffer.from(new Uint8Array(bytes));
  return new Uint32Array(own.buffer, own.byteOffset, own.byteLength / Uint32Array.BYTES_PER_ELEMENT);
};
