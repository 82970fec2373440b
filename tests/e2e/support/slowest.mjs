// A reporter of Playwright Test: prints the ten tests that took longest, at the end.
const MANY = 10;

export default class Slowest {
  #ended = [];

  onTestEnd(test, { duration }) {
    this.#ended.push({ duration, name: `${test.location.file.split("/").at(-1)}: ${test.title}` });
  }

  onEnd() {
    const slowest = this.#ended.sort((a, b) => b.duration - a.duration).slice(0, MANY);
    console.log("\nSlowest:");
    for (const { duration, name } of slowest) console.log(`${(duration / 1000).toFixed(1).padStart(7)}s  ${name}`);
  }
}
