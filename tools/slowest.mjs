// A reporter of node's test runner: prints the ten tests that took longest, at the end.
const MANY = 10;

export default async function* slowest(events) {
  const ended = [];
  for await (const { type, data } of events) {
    if (type === "test:pass" || type === "test:fail") ended.push([data.details.duration_ms, data.name]);
  }
  ended.sort(([a], [b]) => b - a);
  yield "\nSlowest:\n";
  for (const [time, name] of ended.slice(0, MANY)) yield `${(time / 1000).toFixed(1).padStart(7)}s  ${name}\n`;
}
