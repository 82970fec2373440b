// What a Japanese input method tells a page, in Chromium.

/** Writes readings one after the other as text that is not confirmed, and leaves the conversion open. */
export async function compose(page, readings) {
  const session = await page.context().newCDPSession(page);
  for (const text of readings) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  return session;
}

/** Ends the conversion with this text. */
export const confirm = (session, text) => session.send("Input.insertText", { text });

/** The Enter that confirms, as Chrome and Firefox tell it: before the conversion ends. */
export const confirmingEnter = (session) =>
  session.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    key: "Enter",
    code: "Enter",
    windowsVirtualKeyCode: 229,
    nativeVirtualKeyCode: 229,
  });

/** The Enter that confirms, as Safari tells it: after the conversion has ended, with the code of an input method. */
export const confirmingEnterOfSafari = (field) =>
  field.evaluate((element) => {
    element.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: element.value }));
    element.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 229, bubbles: true, cancelable: true }),
    );
  });
