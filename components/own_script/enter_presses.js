// Enter in the field of a guess presses the first button below it, as in a form, and so does Ctrl and Enter, or ⌘ and
// Enter, in the field of a question to the room, below which Streamlit says so. Streamlit has the text first.
(() => {
  const root = document.documentElement;
  if (root.dataset.llEnterPresses) return;
  root.dataset.llEnterPresses = "watched";
  const GUESS = '[class*="st-key-guess-"]', QUESTION = '[class*="st-key-room-question-"] textarea';
  const BUTTON = '[data-testid^="stBaseButton-"]';
  document.addEventListener("keydown", ({ key, target, repeat, isComposing, ctrlKey, metaKey }) => {
    if (key !== "Enter" || repeat || isComposing) return;
    const asks = (ctrlKey || metaKey) && target.matches?.(QUESTION);
    const within = asks ? ".st-key-room-ask" : target.matches?.(`${GUESS} input`) && GUESS;
    if (!within) return;
    setTimeout(() => (asks ? document.querySelector(within) : target.closest(within))?.querySelector(BUTTON)?.click());
  });
})();
