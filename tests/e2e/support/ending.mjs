// A reporter of Playwright Test: prints at the very end which tests took longest, which passed only at their second try,
// and which failed, where the end of a long log is all that is kept.
const SLOWEST = 10;
/** More tests than these that pass only at their second try are a failure: one can be the machine's, many are ours. */
const STUMBLES = 2;

export default class Ending {
  #ended = [];
  #tests = new Map();

  onTestEnd(test, result) {
    this.#tests.set(test.id, { test, error: result.error ?? this.#tests.get(test.id)?.error });
    this.#ended.push({ duration: result.duration, name: name(test) });
  }

  onEnd() {
    const slowest = this.#ended.sort((a, b) => b.duration - a.duration).slice(0, SLOWEST);
    console.log("\nSlowest:");
    for (const { duration, name } of slowest) console.log(`${(duration / 1000).toFixed(1).padStart(7)}s  ${name}`);
    const stumbled = this.#of("flaky");
    this.#list("Passed only at the second try:", stumbled);
    this.#list("Failed:", this.#of("unexpected"));
    return stumbled.length > STUMBLES ? { status: "failed" } : undefined;
  }

  #of(outcome) {
    return [...this.#tests.values()].filter(({ test }) => test.outcome() === outcome);
  }

  #list(title, tests) {
    if (tests.length === 0) return;
    console.log(`\n${title}`);
    for (const { test, error } of tests) console.log(`  ${name(test)}\n${firstLines(error)}`);
  }
}

const name = (test) => `${test.location.file.split("/").at(-1)}: ${test.title}`;

/** Gives the beginning of what went wrong, without the colours of a terminal. */
function firstLines(error) {
  const text = (error?.message ?? "").replaceAll(/\u001b\[[0-9;]*m/g, "");
  return text.split("\n").slice(0, 6).map((line) => `    ${line.slice(0, 200)}`).join("\n");
}
