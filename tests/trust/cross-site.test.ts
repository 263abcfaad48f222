import "./as-in-production.ts";

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { framework } from "#app/platform/server/framework.ts";
import { useDatabase } from "#tests/support/database.ts";
import { productBuild } from "#tests/support/server.ts";
import { smallBuild } from "#tests/support/small-build.ts";
import { builtRoutes, watched } from "./built-routes.ts";
import { checkCrossSite, type Service } from "./cross-site.ts";
import { fingerprint } from "./fingerprint.ts";
import { makeRegister } from "./made-register.ts";
import { type NeverKept, neverKept } from "./never-kept.ts";
import { LONG, record } from "./results.ts";
import { sender } from "./send.ts";
import { openWorld, type World } from "./world.ts";

const database = useDatabase();
let world: World;
let kept: NeverKept;

beforeAll(async () => {
  const register = await makeRegister(database.db);
  kept = neverKept(database.db);
  world = await openWorld(database.db, register, await productBuild(), kept.db);
});

afterAll(() => world.close());

describe("a form that another site sends", () => {
  test("is refused at every address, in every way, and runs nothing", async () => {
    const before = await fingerprint(database.db);
    const service: Service = {
      ...world,
      cookie: world.cookie("manager") ?? "",
      transactions: kept.transactions,
    };
    const { requests, findings } = await checkCrossSite(service, { thorough: LONG });
    record("Cross-site", { routes: world.routes.length, requests, found: findings.length });
    expect(findings).toEqual([]);
    expect(requests).toBeGreaterThan(1000);
    expect(await fingerprint(database.db)).toEqual(before);
  });

  test("is let through by the framework alone, which the harness tells", async () => {
    const ran: string[] = [];
    const build = smallBuild({
      "/bids/new": { loader: () => null, action: () => null },
      "/sign-out": { action: () => null, default: undefined },
    });
    const app = express();
    app.use((_request, response, next) => {
      response.locals.body = Buffer.from("version=1");
      next();
    });
    app.use(
      framework({
        build: watched(build, (id) => ran.push(id)),
        publicUrl: "http://localhost:1",
        development: false,
      }),
    );
    const server = createServer(app).listen(0, "127.0.0.1");
    await new Promise((listening) => server.once("listening", listening));
    const send = sender(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const { findings } = await checkCrossSite({
      send,
      origin: "http://localhost:1",
      cookie: "session=x",
      routes: builtRoutes(build),
      actionsRun: () => ran.splice(0),
      transactions: () => 0,
    });
    send.close();
    server.close();
    const told = (part: string) =>
      findings.some((finding) => finding.includes(part) && / ran \//.test(finding));
    expect([told("/bids/new?_data="), told("/sign-out as")]).toEqual([true, true]);
  });
});
