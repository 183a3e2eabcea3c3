// Moves the focus on when its button disappears without a press, as the button that closes a vote does once there is a
// majority to take. It moves at once, where [data-ll-taken] is set: to the button with the same key, else to what
// [data-ll-lost] names. The new button ignores presses for a moment, since they were meant for the old one. After the
// host's own press, lost_focus.js does this instead.
(() => {
  const root = document.documentElement, DEAF_MS = 400, OWN_MS = 3_000;
  const KEYED = '[data-testid="stElementContainer"][class*="st-key-"]';
  if (root.dataset.llTakenFocus) return;
  root.dataset.llTakenFocus = "watched";
  let had = null, key = null, pressedAt = -OWN_MS, given = null, deafUntil = 0;
  const isTaken = () => had && document.activeElement === document.body && (!had.isConnected || had.disabled);
  const lead = () => {
    const now = performance.now();
    const told = isTaken() && now - pressedAt > OWN_MS && [...document.querySelectorAll("[data-ll-taken]")].at(-1);
    if (!told) return;
    const names = key ? [`.${key} button:not(:disabled)`, told.dataset.llLost] : [told.dataset.llLost];
    const target = names.map((name) => document.querySelector(`[data-testid="stMain"] ${name}`)).find(Boolean);
    if (!target) return;
    if (target.tabIndex < 0) target.tabIndex = -1; // a title or a sentence
    [given, deafUntil] = [target, now + DEAF_MS];
    target.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const isLate = event.isTrusted && event.detail === 0 && performance.now() < deafUntil;
    if (!isLate || !given.contains(event.target)) return void (pressedAt = performance.now());
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  document.addEventListener("focusin", ({ target }) => {
    had = target.closest('[data-testid="stMain"] button');
    key = [...(had?.closest(KEYED)?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  });
  document.addEventListener("focusout", () => setTimeout(() => { // let go of by a press beside it
    if (document.activeElement === document.body && !isTaken()) had = null;
  }));
  new MutationObserver(lead).observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
})();
