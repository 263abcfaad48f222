import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** The log: JSON lines on standard output. It holds no names, no email addresses and nothing that was typed. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What is safe to log of an error: a database's own `detail` would repeat the values of the row. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  return {
    type: error.name,
    message: error.message,
    code: "code" in error ? error.code : undefined,
    stack: error.stack,
  };
}
