// Enter in the field of a guess presses the first button below it, as in a form. Streamlit has the text first.
(() => {
  const root = document.documentElement;
  if (root.dataset.llEnterPresses) return;
  root.dataset.llEnterPresses = "watched";
  const BLOCK = '[class*="st-key-guess-"]', BUTTON = '[data-testid^="stBaseButton-"]';
  document.addEventListener("keydown", ({ key, target, repeat, isComposing }) => {
    if (key !== "Enter" || repeat || isComposing || !target.matches?.(`${BLOCK} input`)) return;
    setTimeout(() => target.closest(BLOCK)?.querySelector(BUTTON)?.click());
  });
})();
