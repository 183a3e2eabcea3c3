// A button that is taken off the page while nobody presses, as the one that closes a vote is once there is a majority to
// take, takes the focus with it. It is led on where [data-ll-taken] stands: to the button of the same key, else to what
// [data-ll-lost] names; after a moment, so that a press that was on its way does nothing.
(() => {
  const root = document.documentElement, MOMENT_MS = 400, KEYED = '[data-testid="stElementContainer"][class*="st-key-"]';
  if (root.dataset.llTakenFocus) return;
  root.dataset.llTakenFocus = "watched";
  let had = null, key = null, waits = null;
  const isTaken = () => had && document.activeElement === document.body && (!had.isConnected || had.disabled);
  const lead = () => {
    waits = null;
    const told = isTaken() && [...document.querySelectorAll("[data-ll-taken]")].at(-1);
    if (!told) return;
    const names = key ? [`.${key} button:not(:disabled)`, told.dataset.llLost] : [told.dataset.llLost];
    const target = names.map((name) => document.querySelector(`[data-testid="stMain"] ${name}`)).find(Boolean);
    if (target && target.tabIndex < 0) target.tabIndex = -1; // a title or a sentence
    target?.focus({ preventScroll: true });
  };
  document.addEventListener("focusin", ({ target }) => {
    had = target.closest('[data-testid="stMain"] button');
    key = [...(had?.closest(KEYED)?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  });
  document.addEventListener("focusout", () => setTimeout(() => { // let go of by a press beside it
    if (document.activeElement === document.body && !isTaken()) had = null;
  }));
  new MutationObserver(() => { if (isTaken()) waits ??= setTimeout(lead, MOMENT_MS); })
    .observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
})();
