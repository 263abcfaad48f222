import type { AsyncLocalStorage } from "node:async_hooks";
import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from "kysely";

const WRITES = new Set(["InsertQueryNode", "UpdateQueryNode", "DeleteQueryNode", "MergeQueryNode"]);

/**
 * Refuses a query of the reading door inside a transaction (it would see the register as it was before), and any
 * write through it (it would stand without its audit entry).
 */
export class ReadsOutsideTransactions implements KyselyPlugin {
  readonly #insideTransaction: AsyncLocalStorage<true>;

  constructor(insideTransaction: AsyncLocalStorage<true>) {
    this.#insideTransaction = insideTransaction;
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    this.#refuseInside();
    if (WRITES.has(node.kind)) throw new Error("Writes go through Database.write");
    return node;
  }

  /** A query that was put together before is met here only. */
  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    this.#refuseInside();
    return result;
  }

  #refuseInside(): void {
    if (this.#insideTransaction.getStore()) throw new Error("Inside a transaction, query the transaction");
  }
}
