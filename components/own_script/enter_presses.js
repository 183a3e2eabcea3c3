// Enter in the field of a guess presses the button beside it, as in any form of one field. Streamlit has the text first.
(() => {
  const root = document.documentElement;
  if (root.dataset.llEnterPresses) return;
  root.dataset.llEnterPresses = "watched";
  const BLOCK = '[class*="st-key-guess-"]', BUTTON = '[data-testid="stBaseButton-primary"]';
  document.addEventListener("keydown", ({ key, target, repeat, isComposing }) => {
    if (key !== "Enter" || repeat || isComposing || !target.matches?.(`${BLOCK} input`)) return;
    setTimeout(() => target.closest(BLOCK)?.querySelector(BUTTON)?.click());
  });
})();
