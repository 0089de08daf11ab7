// A line to the product that can be cut, and that counts what goes over it. A browser with a service worker cannot be
// taken offline from outside; its line can.

import { createServer, connect } from 'node:net';
import { base } from './browser.mjs';

/** A line from a free port of this machine to the product. */
export async function line() {
  const sockets = new Set();
  const made = { origin: '', bytes: 0, up: true };
  const keep = (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    keep(near);
    if (!made.up) {
      near.destroy();
      return;
    }
    const far = connect(Number(base.port), base.hostname);
    keep(far);
    far.on('data', (piece) => (made.bytes += piece.length));
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  // A test that fails closes nothing; its line must not keep the run from ending.
  server.unref();
  made.origin = `http://127.0.0.1:${server.address().port}`;
  /** Nothing goes over it any more, not even what is under way. */
  made.cut = () => {
    made.up = false;
    for (const socket of sockets) socket.destroy();
  };
  made.mend = () => (made.up = true);
  made.close = () => {
    made.cut();
    server.close();
  };
  return made;
}
