/** What is held about a person, as a file that people and programs can read. */
export function personDataFile(data: object): Response {
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="what-is-held-about-a-person.json"',
    },
  });
}
