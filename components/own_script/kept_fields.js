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
  const tabKeeps = () => {
    try { return sessionStorage; } catch { return null; } // it keeps nothing
  };
  const typed = new Set();
  const put = (field, text, stays) => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    field.focus({ preventScroll: true });
    set.call(field, text); // React puts a setter of its own on the field, and would take what that one sets for nothing new
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (!stays) field.blur(); // which sends it
  };
  const fill = ({ texts, at }) => {
    let tries = 0;
    const left = new Map(Object.entries(texts));
    const looking = setInterval(() => {
      const still = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";
      for (const [key, text] of still ? left : []) {
        const field = fieldOf(key);
        if (!field) continue;
        left.delete(key);
        if (!typed.has(key) && field.value !== text) put(field, text, key === at);
      }
      if (!left.size || ++tries > MOST) clearInterval(looking);
    }, LOOK_MS);
  };
  document.addEventListener("input", ({ target }) => {
    if (target.matches?.(FIELD.join()) && keyOf(target)) typed.add(keyOf(target));
  }, true);
  addEventListener("pagehide", () => {
    const texts = Object.fromEntries([...typed].filter(fieldOf).map((key) => [key, fieldOf(key).value]));
    const at = keyOf(document.activeElement ?? document.body);
    tabKeeps()?.setItem(NAME, JSON.stringify({ href: location.href, texts, at }));
  });
  const kept = JSON.parse(tabKeeps()?.getItem(NAME) || "{}");
  tabKeeps()?.removeItem(NAME);
  if (kept.href === location.href) fill(kept);
})();
