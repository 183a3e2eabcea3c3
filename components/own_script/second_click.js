// Ignores the second half of a double click or double tap if something else is now under the pointer: it used to skip
// an answer that nobody had seen. If the same element is still there, both halves count, except for what should happen
// only once: of two presses on “Open a room” the second led back to the form. A third press counts.
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
