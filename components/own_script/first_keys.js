// A key that is pressed after a page's first words appear, but before key_presses.js listens, such as N in a review,
// is kept. It is pressed again once that code listens, if the page's title and the focus have not changed. So is a key
// that nothing took because it came a moment before the keys of what had just been drawn, such as a grade's.
(() => {
  const root = document.documentElement, LOOK_MS = 30, MOST_MS = 4_000, EARLY_MS = 600;
  const TYPED = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
  if (root.dataset.llFirstKeys) return;
  root.dataset.llFirstKeys = "watched";
  let waiting = [], early = null;
  const title = () => document.querySelector("h1")?.textContent;
  const presses = () => document.llmLadderKeys?.presses ?? {};
  const isKnown = ({ key }) => presses()[key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key];
  const isMeant = ({ at, until, head }) => performance.now() < until && head === title() && at === document.activeElement;
  const look = () => {
    waiting = waiting.filter(isMeant);
    const known = waiting.filter(({ init }) => isKnown(init));
    waiting = waiting.filter((one) => !known.includes(one));
    for (const { at, init } of known) at.dispatchEvent(new KeyboardEvent("keydown", init));
    if (waiting.length) setTimeout(look, LOOK_MS);
  };
  const tryAgain = () => {
    if (!early || early.head !== title() || performance.now() > early.until) return void (early = null);
    const at = document.activeElement ?? document.body, isNew = presses() !== early.map && !at.matches(TYPED);
    if (isNew && isKnown(early.init) && !at.dispatchEvent(new KeyboardEvent("keydown", early.init))) early = null;
    else setTimeout(tryAgain, LOOK_MS);
  };
  addEventListener("keydown", (event) => {
    const { key, code } = event, at = document.activeElement, head = title();
    if (!event.isTrusted) return;
    early = null; // whoever presses another means that one
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!head || !at || at.matches(TYPED) || (at !== document.body && [" ", "Enter"].includes(key))) return;
    const init = { key, code, shiftKey: event.shiftKey, bubbles: true, cancelable: true, composed: true };
    if (document.llmLadderKeys?.owner || Object.keys(presses()).length > 0) {
      if (document.llmLadderKeys.leads) return; // in a room others change what a key means
      const one = (early = { head, init, map: presses(), until: performance.now() + EARLY_MS });
      return void setTimeout(() => (event.defaultPrevented ? early === one && (early = null) : tryAgain()));
    }
    if (!waiting.length) setTimeout(look, LOOK_MS);
    waiting.push({ at, head, init, until: performance.now() + MOST_MS });
  }, true);
  addEventListener("pointerdown", () => { early = null; }, true);
})();
