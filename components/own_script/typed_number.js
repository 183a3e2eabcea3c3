// In a number field that has to be filled, Escape takes back what was typed since the last number: Streamlit emptied the
// field, and the old number came back behind what was typed next: 2048 and 512 made 2048512. Emptied by Enter, the field
// has its number back selected, so that typing replaces it.
(() => {
  const root = document.documentElement;
  if (root.dataset.llTypedNumber) return;
  root.dataset.llTypedNumber = "watched";
  const FIELD = '[data-testid="stNumberInput"] input[placeholder=""]';
  let typing, number = ""; // the field with text that is not taken yet, and what it held before
  // The number is back in a frame or two; who has none to get back types on.
  const selectOnReturn = (field, turns = 50) => {
    if (field !== document.activeElement || field === typing) return;
    if (field.value) field.select();
    else if (turns) setTimeout(selectOnReturn, 20, field, turns - 1);
  };
  document.addEventListener("beforeinput", ({ target, inputType }) => {
    if (target === typing || inputType === "insertLineBreak" || !target.matches?.(FIELD)) return;
    typing = target;
    number = target.value;
  }, true);
  document.addEventListener("focusin", () => { typing = null; }, true);
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!["Enter", "Escape", "ArrowUp", "ArrowDown"].includes(key) || !target.matches?.(FIELD)) return;
    if (key === "Escape") {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (target === typing) {
        llPutText(target, number);
        target.dispatchEvent(new Event("input", { bubbles: true }));
      }
      target.parentElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })); // a menu around it shuts
    }
    typing = null;
    if (key === "Enter" && !target.value) selectOnReturn(target);
  }, true);
})();
