import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Listening = { readonly origin: string; readonly close: () => void };

/** Listens, at port 0 on any free one; `close` cuts what is still open. @throws {Error} where the port is taken */
export async function listen(server: Server, port: number, host: string): Promise<Listening> {
  server.listen(port, host);
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://${host}:${(server.address() as AddressInfo).port}`, close };
}
