// The second half of a double click, or of a double tap, is not meant for what the first half has put under the pointer:
// it went on from an answer that nobody had seen. What is pressed twice and stays what it was hears both, but for what is
// to be done once: of two presses on "Open a room" the second led back to the form. A third one is meant.
(() => {
  const root = document.documentElement, SECOND_MS = 400, SAME_PX = 24;
  if (root.dataset.llSecondClick) return;
  root.dataset.llSecondClick = "watched";
  const PRESSED = 'button, a, label, input, select, summary, [role="button"]';
  const ONCE = ".st-key-host-open, .st-key-mock-skip";
  const pressed = (event) => {
    const found = event.composedPath().find((each) => each.matches?.(PRESSED));
    return found?.closest("label")?.control ?? found; // a press on a label is heard once more from what it names
  };
  // Without a sign of how it stands: the head of a table has another one once it has sorted.
  const wordsOf = (target) => {
    const copy = target.cloneNode(true);
    for (const sign of copy.querySelectorAll('[aria-hidden="true"]')) sign.remove();
    return copy.textContent;
  };
  let first = {};
  // A phone may count each tap as a first one.
  const isSecond = ({ detail, pointerType, timeStamp, x, y }) => detail > 1 || pointerType !== "mouse"
    && timeStamp - first.at < SECOND_MS && Math.hypot(x - first.x, y - first.y) < SAME_PX;
  const isOther = (target) => first.target !== target || first.words !== wordsOf(target) || target.closest(ONCE);
  document.addEventListener("click", (event) => {
    const target = pressed(event), { isTrusted, detail, timeStamp: at, x, y } = event;
    if (!isTrusted || !detail || !target) return;
    if (first.target && isSecond(event) && isOther(target)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      first = {};
    } else first = { target, words: wordsOf(target), at, x, y };
  }, true);
})();
