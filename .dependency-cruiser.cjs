/** Domains from the ground up: one may reach those before it and none after it. The command line is on top. */
const DOMAINS = [
  "audit",
  "accounts",
  "partnerships",
  "priorities",
  "projects",
  "attachments",
  "typed-forms",
  "notes",
  "funds",
  "bids",
  "awards",
  "tasks",
  "claims",
  "outcomes",
  "calendar",
  "reports",
  "standing",
  "imports",
  "about",
  "home",
  "exports",
  "cli",
];

const ANY_DOMAIN = "^app/(?!core/|ui/|platform/)[^/]+/";
const TEST = "\\.test\\.tsx?$";
const PAGE = "\\.page\\.tsx$";
const DRIVERS = "(^|/)node_modules/(@types/)?(better-sqlite3|pg)/";
const oneOf = (names) => `(${names.join("|")})`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "core-is-pure",
      comment: "Core computes: it imports nothing of ours, no library, and nothing that reads or writes.",
      severity: "error",
      from: { path: "^app/core/", pathNot: TEST },
      to: { pathNot: "^app/core/" },
    },
    {
      name: "ui-and-platform-import-core-only",
      comment: "What every page stands on knows no domain; the look and the platform do not know each other.",
      severity: "error",
      from: { path: "^app/(ui|platform)/", pathNot: TEST },
      to: { path: "^app/", pathNot: "^app/(core|$1)/" },
    },
    {
      name: "domains-meet-at-the-front-door",
      comment: "A domain is reached through its index.ts (for the browser too) or index.server.ts.",
      severity: "error",
      from: { path: "^app/([^/]+)/" },
      to: {
        path: ANY_DOMAIN,
        pathNot: ["^app/$1/", "^app/[^/]+/index(\\.server)?\\.ts$", PAGE],
      },
    },
    {
      name: "domains-meet-at-the-front-door",
      comment: "So is it by the files above all domains.",
      severity: "error",
      from: { path: "^app/[^/]+$" },
      to: { path: ANY_DOMAIN, pathNot: ["^app/[^/]+/index(\\.server)?\\.ts$", PAGE] },
    },
    ...DOMAINS.slice(0, -1).map((domain, index) => ({
      name: "domains-stand-on-earlier-ones",
      comment: `${domain} never imports what is built on it. Pages stand above all domains.`,
      severity: "error",
      from: { path: `^app/${domain}/`, pathNot: [PAGE, TEST] },
      to: { path: `^app/${oneOf(DOMAINS.slice(index + 1))}/`, pathNot: PAGE },
    })),
    {
      name: "nothing-imports-a-page",
      comment:
        "A page is reached by its address. What two pages need stands beside them in a file of its own.",
      severity: "error",
      from: { path: "^(app|db|scripts|benchmarks)/" },
      to: { path: PAGE },
    },
    {
      name: "nothing-imports-the-server",
      comment: "What stands before the framework is started, not imported.",
      severity: "error",
      from: { path: "^(app|db)/", pathNot: "^app/platform/server/" },
      to: { path: "^app/platform/server/" },
    },
    {
      name: "pages-and-ui-never-touch-the-database",
      comment:
        "A page asks its domain. A page or component that imported the database could carry it to the browser.",
      severity: "error",
      from: { path: [PAGE, "^app/ui/", "^app/[^/]+\\.tsx?$"] },
      to: { path: ["^db/", "(^|/)node_modules/kysely/", DRIVERS] },
    },
    {
      name: "only-server-files-touch-the-database",
      comment:
        "The suffix .server keeps a file out of the browser; the command line and the server never go there.",
      severity: "error",
      from: {
        path: "^app/[^/]+/",
        pathNot: ["\\.server\\.tsx?$", "^app/(cli|core|platform/server|ui)/", PAGE, TEST],
      },
      to: { path: ["^db/", "(^|/)node_modules/kysely/"] },
    },
    {
      name: "drivers-only-in-the-dialect-room",
      comment: "db/dialect is the only place that knows which engine it talks to.",
      severity: "error",
      from: { path: "^(app|db|scripts)/", pathNot: ["^db/dialect/", PAGE, "^app/(ui|core)/", "^app/[^/]+$"] },
      to: { path: DRIVERS },
    },
    {
      name: "the-database-imports-core-only",
      comment: "The database knows money and dates, no domain.",
      severity: "error",
      from: { path: "^db/", pathNot: "^db/migrations/" },
      to: { path: "^(app|tests|scripts)/", pathNot: ["^app/core/", "^tests/"] },
    },
    {
      name: "migrations-are-frozen",
      comment: "A migration does the same for ever, so it uses nothing of the program that may change.",
      severity: "error",
      from: { path: "^db/migrations/" },
      to: { path: ["^app/", "^db/(?!migrations/|dialect/)"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-product-never-imports-tests",
      comment: "What is tested does not know that it is.",
      severity: "error",
      from: { path: "^(app|db|scripts)/", pathNot: TEST },
      to: { path: ["^tests/", TEST] },
    },
    {
      name: "the-plain-front-door-stays-in-the-browser",
      comment: "What index.ts passes on from a .server file would silently be empty in the browser.",
      severity: "error",
      from: { path: "^app/[^/]+/index\\.ts$" },
      to: { path: "\\.server\\.tsx?$" },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or need a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
