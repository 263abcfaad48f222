const HEAD_END = Buffer.from("\r\n\r\n");
const LINE_END = Buffer.from("\r\n");

/** Finds where each answer on a connection ends, by its length or its chunks. It keeps nothing of the body. */
export class ResponseReader {
  #rest: Buffer = Buffer.alloc(0);
  /** What is still to come of the body; null while the head is read. */
  #left: number | null = null;
  #chunked = false;
  #status = 0;
  readonly #done: (status: number) => void;

  /** @param done is called with the status of each whole answer. */
  constructor(done: (status: number) => void) {
    this.#done = done;
  }

  read(bytes: Buffer): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    while (this.#step()) {}
  }

  /** Reads on by a head, a chunk or a body; false where more bytes have to come first. */
  #step(): boolean {
    if (this.#left === null) return this.#readHead();
    return this.#chunked ? this.#readChunk() : this.#readBody(this.#left);
  }

  #readHead(): boolean {
    const end = this.#rest.indexOf(HEAD_END);
    if (end < 0) return false;
    const head = this.#rest.toString("latin1", 0, end).toLowerCase();
    this.#rest = this.#rest.subarray(end + HEAD_END.length);
    this.#status = Number(head.slice(9, 12));
    this.#chunked = head.includes("\r\ntransfer-encoding: chunked");
    this.#left = Number(/\r\ncontent-length: (\d+)/.exec(head)?.[1] ?? 0);
    if (!this.#chunked && this.#left === 0) this.#finish();
    return true;
  }

  #readChunk(): boolean {
    const end = this.#rest.indexOf(LINE_END);
    if (end < 0) return false;
    const size = Number.parseInt(this.#rest.toString("latin1", 0, end), 16);
    const whole = end + LINE_END.length + size + LINE_END.length;
    if (this.#rest.length < whole) return false;
    this.#rest = this.#rest.subarray(whole);
    if (size === 0) this.#finish();
    return true;
  }

  #readBody(left: number): boolean {
    const taken = Math.min(left, this.#rest.length);
    this.#rest = this.#rest.subarray(taken);
    this.#left = left - taken;
    if (this.#left > 0) return false;
    this.#finish();
    return true;
  }

  #finish(): void {
    this.#left = null;
    this.#done(this.#status);
  }
}
