// What was typed in a field, and is not in the address, is in it again once its page is reloaded: a number or a guess that
// was not sent yet, what the glossary was searched for, a name to join with. It waits in the tab alone.
(() => {
  const root = document.documentElement, NAME = "ll-fields", LOOK_MS = 100, MOST = 100;
  if (root.dataset.llKeptFields) return;
  root.dataset.llKeptFields = "watched";
  const FIELD = ["stTextInput", "stNumberInput", "stTextArea"].map((kind) => `[data-testid="${kind}"] :is(input, textarea)`);
  const KEYED = '[data-testid="stElementContainer"][class*="st-key-"]';
  const keyOf = (field) => [...(field.closest(KEYED)?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  const fieldOf = (key) => document.querySelector(FIELD.map((each) => `[data-testid="stMain"] .${key} ${each}`).join());
  const typed = new Set();
  // Who is in another field meanwhile stays there: left, it would give what is typed next to the keys of the page.
  const put = (field, text, stays) => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    const now = document.activeElement;
    set.call(field, text); // React puts a setter of its own on the field, and would take what that one sets for nothing new
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (stays && !now?.matches("input, textarea")) field.focus({ preventScroll: true });
    else if (now !== field) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })); // which sends it
  };
  const left = new Map(); // what is to be put in again, as soon as its field is there
  const fill = (at) => {
    let tries = 0;
    const looking = setInterval(() => {
      const still = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";
      for (const [key, text] of still ? left : []) {
        const field = fieldOf(key);
        if (!field) continue;
        left.delete(key);
        if (!typed.has(key) && field.value !== text) put(field, text, key === at);
      }
      if (++tries > MOST) left.clear();
      if (!left.size) clearInterval(looking);
    }, LOOK_MS);
  };
  document.addEventListener("input", ({ target }) => {
    if (target.matches?.(FIELD.join()) && keyOf(target)) typed.add(keyOf(target));
  }, true);
  const kept = () => {
    try {
      const found = sessionStorage.getItem(NAME);
      sessionStorage.removeItem(NAME);
      return JSON.parse(found) ?? {};
    } catch { return {}; } // the tab keeps nothing, or something that is not ours
  };
  const { href, texts, at } = kept();
  const keep = () => {
    const now = [...typed].filter(fieldOf).map((key) => [key, fieldOf(key).value]);
    const place = keyOf(document.activeElement ?? document.body) ?? (left.size ? at : undefined);
    const all = { href: location.href, texts: Object.fromEntries([...left, ...now]), at: place };
    try { sessionStorage.setItem(NAME, JSON.stringify(all)); } catch { /* it keeps nothing */ }
  };
  addEventListener("pagehide", keep);
  addEventListener("visibilitychange", () => document.hidden && keep()); // a tab that is put away may never come back
  if (href !== location.href) return;
  for (const [key, text] of Object.entries(texts)) left.set(key, text);
  fill(at);
})();
