import { connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut, and be there again. */
export type WayIn = {
  port: number;
  /** Cuts every connection and takes no more. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
};

export async function startProxy(target: { host: string; port: number }, port: number): Promise<WayIn> {
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => {});
    socket.once("close", () => open.delete(socket));
  };
  const make = () =>
    createServer((near) => {
      const far = connect(target);
      for (const socket of [near, far]) keep(socket);
      near.pipe(far).pipe(near);
      near.once("close", () => far.destroy());
      far.once("close", () => near.destroy());
    });
  let server = make();
  const listen = () => new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  const cut = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      for (const socket of open) socket.destroy();
    });
  await listen();
  return {
    port,
    cut,
    mend: async () => {
      server = make();
      await listen();
    },
    close: cut,
  };
}
