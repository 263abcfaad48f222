import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type Sent = {
  method: string;
  path: string;
  /** Sent exactly as they are: a browser's own headers are not added. */
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
};

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

export type Send = (sent: Sent) => Promise<Answer>;

/** Sends raw requests to a server of this machine over connections that are kept. */
export function sender(url: string): Send & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const once = (sent: Sent) =>
    new Promise<Answer>((answered, failed) => {
      const started = request(
        url + sent.path,
        { method: sent.method, headers: sent.headers ?? {}, agent, family: 4 },
        async (response) => {
          try {
            let text = "";
            for await (const chunk of response.setEncoding("utf8")) text += chunk;
            answered({ status: response.statusCode ?? 0, headers: response.headers, text });
          } catch (error) {
            failed(error);
          }
        },
      );
      started.once("error", (error) => failed(Object.assign(error, { reused: started.reusedSocket })));
      started.end(sent.body);
    });
  const send: Send = async (sent) => {
    try {
      return await once(sent);
    } catch (error) {
      // The server closed a kept connection at the moment at which it was used again.
      if ((error as { reused?: boolean }).reused) return once(sent);
      throw error;
    }
  };
  return Object.assign(send, { close: () => agent.destroy() });
}

export const URL_ENCODED = "application/x-www-form-urlencoded";

/** A form as a browser sends it from a page of the service at `origin`. */
export function formSent(
  path: string,
  fields: Iterable<[string, string]>,
  origin: string,
  cookie: string | null,
): Sent {
  const body = new URLSearchParams([...fields]).toString();
  return {
    method: "POST",
    path,
    body,
    headers: {
      origin,
      "content-type": URL_ENCODED,
      "content-length": String(Buffer.byteLength(body)),
      ...(cookie === null ? {} : { cookie }),
    },
  };
}

/** What a person can see of an answer, without what is different each time: request id, nonce, form key, date. */
export function visible(
  { status, headers, text }: Answer,
  replace: readonly [string, string][] = [],
): string {
  const { date: _date, "x-request-id": requestId, ...others } = headers;
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
  const cookies = (headers["set-cookie"] ?? []).map((cookie) =>
    cookie.replace(/^(\w*session)=[^;]+/, "$1=…"),
  );
  let seen = JSON.stringify([status, Object.entries({ ...others, "set-cookie": cookies })]) + text;
  seen = seen.replace(/(name="(?:form-key|slot)" value="|"(?:formKey|slot)":")[\w-]*/g, "$1");
  for (const [part, stand] of [[String(requestId), ""], [nonce ?? "", ""], ...replace] as const) {
    if (part !== "") seen = seen.replaceAll(part, stand);
  }
  return seen;
}
