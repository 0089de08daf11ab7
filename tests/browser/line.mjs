// A line to the product that can be cut, and that counts what goes over it. A browser with a service worker cannot be
// taken offline from outside; its line can.

import { createServer, connect } from 'node:net';
import { base } from './browser.mjs';

/** What browsers' testers call slow 3G: 400 kbit/s each way, 400 ms there and back. */
export const SLOW_3G = { bytesPerMs: 50, trip: 400 };

/** Bytes that go together, as on a real line. */
const PACKET = 1400;

/** One direction of a slow line: all that goes there shares its width, and each packet its way. */
function slowed({ bytesPerMs, trip }) {
  let free = 0;
  return (from, to) => {
    from.on('data', (piece) => {
      for (let at = 0; at < piece.length; at += PACKET) {
        const packet = piece.subarray(at, at + PACKET);
        const now = performance.now();
        free = Math.max(free, now) + packet.length / bytesPerMs;
        setTimeout(() => to.writable && to.write(packet), free + trip / 2 - now);
      }
    });
    from.on('end', () => setTimeout(() => to.end(), Math.max(free - performance.now(), 0) + trip / 2 + 1));
  };
}

/** A line from a free port of this machine to the product; a slow one where it is told how slow. */
export async function line(pace) {
  const sockets = new Set();
  const ways = pace && { up: slowed(pace), down: slowed(pace) };
  const made = { origin: '', bytes: 0, sent: 0, until: Infinity, up: true };
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
    if (ways) {
      // The handshake goes there and back before the first byte may leave.
      near.pause();
      ways.up(near, far);
      ways.down(far, near);
      setTimeout(() => near.resume(), pace.trip);
    } else {
      near.on('data', (piece) => {
        made.sent += piece.length;
        if (made.sent > made.until) made.cut();
      });
      near.pipe(far).pipe(near);
    }
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
  /** It breaks by itself once so many more bytes were sent. */
  made.cutAfter = (bytes) => (made.until = made.sent + bytes);
  made.mend = () => {
    made.until = Infinity;
    made.up = true;
  };
  made.close = () => {
    made.cut();
    server.close();
  };
  return made;
}
