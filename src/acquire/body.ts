/** Response bodies: read with a cap on what comes over the wire, on what it unpacks to, and on silence. */

import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { ChanceryError } from '../core/index.ts';

// Text seldom packs better than 1:30; what unpacks a hundredfold is made to exhaust its reader.
const BOMB_RATIO = 100;
const BOMB_FLOOR = 1_000_000;

export interface Body {
  readonly bytes: Uint8Array;
  /** The body went on beyond the cap. */
  readonly truncated: boolean;
}

/**
 * Reads a body up to `maxBytes` unpacked bytes, then stops the transfer.
 *
 * Throws ChanceryError 'too-large' for a body that unpacks more than a hundredfold beyond 1 MB, 'fetch-failed' for encodings
 * we do not know or broken ones.
 */
export async function readBody(body: Readable, encoding: string | undefined, maxBytes: number): Promise<Body> {
  const unpackers = (encoding ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse()
    .map(unpacker);
  if (unpackers.length > 2) {
    body.on('error', () => undefined);
    body.destroy();
    throw new ChanceryError('fetch-failed', 'the answer is packed more than twice');
  }
  let wire = 0;
  let size = 0;
  let bomb = false;
  const parts: Uint8Array[] = [];
  const full = new Error('full');

  const countWire = async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      wire += chunk.length;
      if (unpackers.length > 0 && wire > maxBytes) throw full;
      yield chunk;
    }
  };
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) {
      const room = maxBytes - size;
      size += chunk.length;
      if (unpackers.length > 0 && size > BOMB_FLOOR && size > wire * BOMB_RATIO) {
        bomb = true;
        throw full;
      }
      if (room > 0) parts.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      if (size > maxBytes) throw full;
    }
  };
  try {
    await (pipeline as (...steps: unknown[]) => Promise<void>)(body, countWire, ...unpackers, collect);
  } catch (error) {
    if (bomb) throw new ChanceryError('too-large', `the answer unpacks from ${wire} to more than ${size} bytes`);
    if (error !== full) throw error;
    return { bytes: Buffer.concat(parts), truncated: true };
  }
  return { bytes: Buffer.concat(parts), truncated: false };
}

function unpacker(name: string): NodeJS.ReadWriteStream {
  // Small output chunks, so that the cap is noticed before much is unpacked.
  if (name === 'gzip' || name === 'x-gzip') return zlib.createGunzip({ chunkSize: 65_536 });
  if (name === 'deflate') return zlib.createInflate({ chunkSize: 65_536 });
  if (name === 'br') return zlib.createBrotliDecompress({ chunkSize: 65_536 });
  throw new ChanceryError('fetch-failed', `the answer is packed as "${name}", which we did not ask for`);
}
