import { type Context, personId } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type FileKind, FORMAT_DETAILS } from "./export-format.ts";

/** A file that is being made for somebody: how much of it has gone out, and how to stop it. */
type FileUnderWay = {
  personId: number | null;
  name: string;
  /** An instant. */
  startedAt: string;
  bytes: number;
  stop(): void;
};

/** By a number that nobody can guess the next of: those of this process. */
const underWay = new Map<string, FileUnderWay>();

/** Notes that a file is being made. @returns how to say what has gone out of it, and that it is over. */
export function noteFile(
  context: Context,
  { title, format, stop }: { title: string; format: FileKind; stop: () => void },
): { wentOut(bytes: number): void; isOver(): void } {
  const id = crypto.randomUUID();
  const file: FileUnderWay = {
    personId: personId(context),
    name: `${title}, ${FORMAT_DETAILS[format].name}`,
    startedAt: context.now(),
    bytes: 0,
    stop,
  };
  underWay.set(id, file);
  return {
    wentOut: (bytes) => {
      file.bytes += bytes;
    },
    isOver: () => {
      underWay.delete(id);
    },
  };
}

/** The person's own files that are being made, the first one first. */
export function listUnderWay(context: Context) {
  return [...underWay]
    .filter(([, file]) => file.personId === personId(context))
    .map(([id, { name, startedAt, bytes }]) => ({ id, name, startedAt, bytes }));
}

/** Stops the making of one of the person's own files: what arrived of it is seen to be no whole file. @throws NotFoundError */
export function stopFile(context: Context, id: string): void {
  const file = underWay.get(id);
  if (!file || file.personId !== personId(context)) throw new NotFoundError("No such file is being made");
  file.stop();
}
