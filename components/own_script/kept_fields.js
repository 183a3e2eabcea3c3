// After a reload, a field holds again what was typed in it and is not in the address: a number or a guess that was not
// sent yet, a search in the glossary, a name to join with, a question to the room once its menu opens. It is kept in
// the tab only, and saved whenever the page is hidden, since a phone may drop a hidden page without another event.
// When the connection is cut, a field is disabled and loses the focus without being left; Streamlit sends its text
// only when it is left. So it is made to be left once the connection is back, before presses that waited are done
// (line_back.js).
(() => {
  const root = document.documentElement, NAME = "ll-fields", LOOK_MS = 100;
  if (root.dataset.llKeptFields) return;
  root.dataset.llKeptFields = "watched";
  const FIELD = ["stTextInput", "stNumberInput", "stTextArea"].map((kind) => `[data-testid="${kind}"] :is(input, textarea)`);
  const KEYED = '[data-testid="stElementContainer"][class*="st-key-"]';
  const keyOf = (field) => [...(field.closest(KEYED)?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  const fieldOf = (key) => document.querySelector(FIELD.map((each) => `[data-testid="stMain"] .${key} ${each}`).join());
  const taken = () => {
    try {
      const found = sessionStorage.getItem(NAME);
      sessionStorage.removeItem(NAME);
      return JSON.parse(found) ?? {};
    } catch { return {}; } // the tab keeps nothing, or something that is not ours
  };
  const kept = taken(), page = location.pathname;
  const left = new Map(Object.entries(kept.href === location.href ? kept.texts : {})); // to be put back
  const typed = new Set();
  let open = null, waits = 0; // the field that is typed in and was not left yet
  // Who is in another field meanwhile stays there: left, it would give what is typed next to the keys of the page.
  const put = (field, text, stays) => {
    const now = document.activeElement;
    llPutText(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (stays && !now?.matches("input, textarea")) field.focus({ preventScroll: true });
    else if (now !== field) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })); // which sends it
  };
  const look = () => {
    waits = 0;
    if (location.pathname !== page) left.clear();
    const still = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";
    for (const [key, text] of still ? left : []) {
      const field = fieldOf(key);
      if (!field) continue;
      left.delete(key);
      if (!typed.has(key) && field.value !== text) put(field, text, key === kept.at);
    }
    if (!left.size) drawn.disconnect();
  };
  const soon = () => { waits ||= setTimeout(look, LOOK_MS); };
  const drawn = new MutationObserver(soon);
  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.(FIELD.join())) return;
    open = target;
    if (keyOf(target)) typed.add(keyOf(target));
  }, true);
  document.addEventListener("focusout", ({ target }) => { // one that a cut line disables tells of this, but was not left
    if (target === open && !target.disabled) open = null;
  }, true);
  document.addEventListener("ll-back", () => {
    const field = open, had = document.activeElement;
    if (!field?.isConnected || field === had) return;
    field.focus({ preventScroll: true });
    field.blur(); // which sends it
    (had === document.body ? field : had).focus({ preventScroll: true });
  });
  const keep = () => {
    const now = [...typed].filter(fieldOf).map((key) => [key, fieldOf(key).value]);
    const at = keyOf(document.activeElement ?? document.body) ?? (left.size ? kept.at : undefined);
    const all = { href: location.href, texts: Object.fromEntries([...left, ...now]), at };
    try { sessionStorage.setItem(NAME, JSON.stringify(all)); } catch { /* it keeps nothing */ }
  };
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  drawn.observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-test-script-state"] });
  soon();
})();
