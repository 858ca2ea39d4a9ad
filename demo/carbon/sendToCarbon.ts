import { once } from 'node:events';
import net from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface CarbonAddress {
  readonly host: string;
  /** Of the plaintext receiver. */
  readonly port: number;
}

/** Sends lines over one connection, no faster than carbon takes them. Throws with the address where that fails. */
export async function sendToCarbon(
  { host, port }: CarbonAddress,
  chunks: Iterable<string>,
  signal?: AbortSignal
): Promise<void> {
  const socket = net.connect({ host, port });
  try {
    await once(socket, 'connect', { signal });
    await pipeline(Readable.from(chunks), socket, { signal });
  } catch (error) {
    throw new Error(
      `carbon at ${host}:${port} took no lines: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      }
    );
  } finally {
    socket.destroy();
  }
}
