/** A form as it stands in the HTML of a page. */
export type PageForm = {
  method: "get" | "post";
  /** Where it is sent; null: to the page's own address. */
  action: string | null;
  fields: FormField[];
};

export type FormField = {
  name: string;
  type: string;
  value: string;
  checked: boolean;
  /** The values to choose from, of a select. */
  options: string[];
};

const CONTROLS =
  /<(input|button)\b([^>]*)>|<select\b([^>]*)>([\s\S]*?)<\/select>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g;

/** The forms of a page that this service rendered: its HTML is regular, so patterns read it. */
export function pageForms(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = "", inside = ""]) => {
    const form = attributes(tag);
    return {
      method: form.method?.toLowerCase() === "post" ? "post" : "get",
      action: form.action ?? null,
      fields: fieldsIn(inside).filter((field) => field.name !== "form-key"),
    };
  });
}

function fieldsIn(html: string): FormField[] {
  return [...html.matchAll(CONTROLS)].flatMap((found) => {
    const [, tag, plain = "", select, options = "", area, text = ""] = found;
    if (tag) return field(tag === "button" ? "submit" : "text", attributes(plain));
    if (area !== undefined) return field("textarea", { ...attributes(area), value: unescaped(text) });
    const items = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = ""]) => attributes(option));
    const chosen = items.find((item) => "selected" in item) ?? items[0];
    const values = items.map((item) => item.value ?? "");
    return field("select", { ...attributes(select ?? ""), value: chosen?.value ?? "" }, values);
  });
}

function field(kind: string, tag: Record<string, string>, options: string[] = []): FormField[] {
  if (!tag.name) return [];
  const type = kind === "text" ? (tag.type ?? "text") : kind;
  return [{ name: tag.name, type, value: tag.value ?? "", checked: "checked" in tag, options }];
}

function attributes(tag: string): Record<string, string> {
  const pairs = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name.toLowerCase(), unescaped(value)]));
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
}

/** What a person sends who answers every question of a form in the plainest way and presses its first button. */
export function plainAnswers(form: PageForm): [string, string][] {
  const answers: [string, string][] = [];
  const answered = new Set<string>();
  for (const field of form.fields) {
    const { name, type, value, checked } = field;
    if (type === "checkbox" && !checked) continue;
    if (type === "radio") {
      const group = form.fields.filter((other) => other.name === name);
      if (answered.has(name)) continue;
      answers.push([name, (group.find((other) => other.checked) ?? group[0])?.value ?? ""]);
    } else if (type === "submit") {
      if (answered.has(name)) continue;
      answers.push([name, value]);
    } else {
      answers.push([name, value === "" ? plainAnswer(field) : value]);
    }
    answered.add(name);
  }
  return answers;
}

const PLAIN: [RegExp, string][] = [
  [/-day$/, "20"],
  [/-month$/, "11"],
  [/-year$/, "2026"],
  [/email/i, "new.person@example.org"],
  [/password/i, "correct horse battery"],
  [/url/i, "https://example.org/guidance"],
  [/time/i, "5pm"],
  [/pence|amount|value|percent|points|months|share|perArea|target|changed/i, "12"],
];

function plainAnswer({ name, type, options }: FormField): string {
  if (type === "select") return options.find((option) => option !== "") ?? "";
  return PLAIN.find(([pattern]) => pattern.test(name))?.[1] ?? "Plain words";
}
