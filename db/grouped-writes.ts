import type { ControlledTransaction, Transaction } from "kysely";
import type { DatabaseSchema } from "./schema.ts";

type Work<Value> = (transaction: Transaction<DatabaseSchema>) => Promise<Value>;

/** How transactions are begun, and how one is run whole by itself. */
export type Transactions = {
  begin(): Promise<ControlledTransaction<DatabaseSchema>>;
  alone<Value>(work: Work<Value>): Promise<Value>;
};

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };
type Waiting = { work: Work<unknown>; settle: (outcome: Outcome) => void };

/** Others wait for the lock of a group, so it ends after so many, or so long. */
const AT_MOST = 50;
const LONGEST_MS = 25;

/**
 * For an engine with one writer at a time: those who wait for it are brought to the disk together, by one commit, each
 * within a savepoint of its own. Nobody is answered before that commit. Whoever fails leaves nothing behind and
 * disturbs nobody; where the commit itself fails, each is run again by itself and told its own error.
 */
export function groupWrites(transactions: Transactions): Transactions["alone"] {
  const waiting: Waiting[] = [];
  let busy = false;

  async function workOff(): Promise<void> {
    while (waiting.length > 0) {
      if (waiting.length === 1) await runAlone(waiting.splice(0));
      else await runTogether();
    }
    busy = false;
  }

  async function runAlone(group: Waiting[]): Promise<void> {
    for (const { work, settle } of group) settle(await outcomeOf(transactions.alone(work)));
  }

  async function runTogether(): Promise<void> {
    const group: Waiting[] = [];
    const outcomes: Outcome[] = [];
    try {
      const transaction = await transactions.begin();
      try {
        const until = performance.now() + LONGEST_MS;
        while (waiting.length > 0 && group.length < AT_MOST && performance.now() < until) {
          const next = waiting.shift() as Waiting;
          group.push(next);
          outcomes.push(await withinSavepoint(transaction, next.work));
        }
        await transaction.commit().execute();
      } catch (error) {
        await outcomeOf(transaction.rollback().execute());
        throw error;
      }
    } catch {
      return runAlone(group.length > 0 ? group : waiting.splice(0, 1));
    }
    for (const [index, { settle }] of group.entries()) settle(outcomes[index] as Outcome);
  }

  return <Value>(work: Work<Value>) =>
    new Promise<Value>((resolve, reject) => {
      const settle = (outcome: Outcome) =>
        outcome.ok ? resolve(outcome.value as Value) : reject(outcome.error);
      waiting.push({ work, settle });
      if (busy) return;
      busy = true;
      // Whoever has sent something by now comes to the disk with this one.
      setImmediate(() => void workOff());
    });
}

/** @throws where the savepoint itself cannot be undone: then the whole transaction is lost. */
async function withinSavepoint(
  transaction: ControlledTransaction<DatabaseSchema>,
  work: Work<unknown>,
): Promise<Outcome> {
  const inside = await transaction.savepoint("one_of_a_group").execute();
  const outcome = await outcomeOf(work(inside));
  if (outcome.ok) await inside.releaseSavepoint("one_of_a_group").execute();
  else await inside.rollbackToSavepoint("one_of_a_group").execute();
  return outcome;
}

async function outcomeOf(promise: Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    return { ok: false, error };
  }
}
