/** What is asked of a figure: the gate below which the work is not done, and the goal that is aimed for. */
export type Asked = { gate: number; goal: number; better: "more" | "less" };

export type Verdict = "goal met" | "gate met" | "not met";

/** One line of what `performance.md` asks for. */
export type Finding = {
  work: string;
  what: string;
  measured: number;
  asked: Asked;
  unit: "%" | "×" | "ms" | "s" | "MB" | "KB";
};

export function judge({ measured, asked: { gate, goal, better } }: Finding): Verdict {
  const reaches = (limit: number) => (better === "more" ? measured >= limit : measured <= limit);
  if (reaches(goal)) return "goal met";
  return reaches(gate) ? "gate met" : "not met";
}

const more = (gate: number, goal: number): Asked => ({ gate, goal, better: "more" });
const less = (gate: number, goal: number): Asked => ({ gate, goal, better: "less" });

/** The figures of `performance.md`, of the works that there are by now. Shares in per cent, sizes in KB of 1,000. */
export const ASKED = {
  W1: more(9, 15),
  W1twoProcesses: more(9, 25),
  W2: more(4, 8),
  W3page: more(50, 100),
  W3inProcess: less(0.25, 0.1),
  W3others: less(50, 50),
  W4oneByOne: more(15, 30),
  W4twenty: more(35, 60),
  W5: less(1.5, 1.2),
  W5first: less(100, 100),
  W5memory: less(60, 30),
  W5others: less(4, 2),
  W6page: more(70, 100),
  W6latency: less(15, 15),
  growth: less(1.3, 1.1),
  memory: less(300, 200),
  start: less(3, 1.5),
  listHtml: less(60, 40),
  listCompressed: less(12, 8),
  css: less(25, 20),
  scripts: less(130, 100),
  postgres: less(3, 2),
  postgresTwoProcesses: more(100 / 3, 100),
} as const satisfies Record<string, Asked>;
